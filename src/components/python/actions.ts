import { type Case, casesOf } from './cases.ts';
import { spacedHex, typedBytes } from './data.ts';
import { jobCase, runJson } from './runtime/jobs.ts';
import { checkJob, runJob, usePython } from './runtime/python.ts';
import { codeOf, useRoom } from './store.ts';
import { verdictOf } from './verdict.ts';

/** What the three buttons do. Each does nothing while Python is not ready. */

/** More steps than anybody goes through; a loop over some hundred bytes fits. */
const STEPS = 1000;

const isReady = () => usePython.getState().kind === 'ready';

async function run(steps: number) {
  const { text, given, ...room } = useRoom.getState();
  const { bytes: data } = typedBytes(text);
  if (data === null || !isReady()) return null;
  const code = codeOf(room);
  const outcome = await runJob({ kind: 'run', code, job: runJson(data, given, steps) });
  return { code, data, ...given, outcome };
}

export async function runCode(): Promise<void> {
  const ran = await run(0);
  if (ran !== null) useRoom.setState({ run: ran, view: 'run' });
}

export async function stepCode(): Promise<void> {
  const steps = await run(STEPS);
  if (steps !== null) useRoom.setState({ steps, step: 0, view: 'step' });
}

export async function checkCode(): Promise<void> {
  if (!isReady()) return;
  const { start, codes } = useRoom.getState();
  const code = codeOf({ start, codes });
  const cases = casesOf(crypto.getRandomValues(new Uint32Array(1))[0] ?? 1);
  const outcome = await checkJob({ kind: 'check', code, cases: JSON.stringify(cases.map(jobCase)) });
  const lost = { told: null, stopped: null, time: 'hang', crashed: 'crash' } as const;
  const verdict = verdictOf(cases, outcome.answers, lost[outcome.kind]);
  useRoom.setState({ check: { code, start, outcome, verdict }, view: 'check' });
}

/** Puts a case that went wrong into the field for bytes, and runs or steps through it. */
export async function openCase({ data, limit, array }: Case, how: 'run' | 'step'): Promise<void> {
  useRoom.setState({ text: spacedHex(data), given: { limit, array } });
  await (how === 'run' ? runCode() : stepCode());
}
