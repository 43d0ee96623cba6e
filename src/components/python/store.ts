import { create } from 'zustand';
import { type Given, PLAINLY } from './cases.ts';
import { EXAMPLES, spacedHex } from './data.ts';
import type { PythonLink, StartId, Unusable } from './link.ts';
import type { CheckTold, RunTold } from './runtime/answer.ts';
import type { Outcome } from './runtime/python.ts';
import { readSaved, writeSaved } from './saved.ts';
import { STARTS } from './starts.ts';
import type { GroupVerdict } from './verdict.ts';

/** What was run, and what came of it. */
interface Ran extends Given {
  readonly code: string;
  readonly data: Uint8Array;
  readonly outcome: Outcome<RunTold>;
}

interface Checked {
  readonly code: string;
  readonly start: StartId;
  readonly outcome: Outcome<CheckTold>;
  readonly verdict: readonly GroupVerdict[];
}

export type ViewId = 'run' | 'step' | 'check';

interface Room {
  readonly start: StartId;
  readonly codes: Partial<Record<StartId, string>>;
  /** What stands in the field for bytes. */
  readonly text: string;
  readonly given: Given;
  /** Which result is shown. */
  readonly view: ViewId | null;
  readonly run: Ran | null;
  readonly steps: Ran | null;
  /** Index of the step that is shown. */
  readonly step: number;
  readonly check: Checked | null;
  readonly unusable: readonly Unusable[];
}

const saved = readSaved();

export const useRoom = create<Room>()(() => ({
  start: saved.start,
  codes: saved.codes,
  text: saved.text ?? spacedHex(EXAMPLES.two),
  given: PLAINLY,
  view: null,
  run: null,
  steps: null,
  step: 0,
  check: null,
  unusable: [],
}));

useRoom.subscribe(({ start, codes, text }, before) => {
  if (start !== before.start || codes !== before.codes || text !== before.text) writeSaved({ start, codes, text });
});

export const codeOf = ({ start, codes }: Pick<Room, 'start' | 'codes'>) => codes[start] ?? STARTS[start];

export const isChanged = ({ start, codes }: Pick<Room, 'start' | 'codes'>) =>
  codes[start] !== undefined && codes[start] !== STARTS[start];

export function begin(start: StartId): void {
  useRoom.setState({ start });
}

export function write(code: string): void {
  useRoom.setState(({ start, codes }) => ({ codes: { ...codes, [start]: code } }));
}

/** Other bytes; how a case wanted them handed in is forgotten. */
export function type(text: string): void {
  useRoom.setState({ text, given: PLAINLY });
}

export function showStep(step: number): void {
  useRoom.setState({ step });
}

export function show(view: ViewId): void {
  useRoom.setState({ view });
}

/** What a link held; says what could not be used. */
export function openLink({ data, start, unusable }: PythonLink): void {
  useRoom.setState({
    ...(data === null ? {} : { text: spacedHex(data), given: PLAINLY }),
    ...(start === null ? {} : { start }),
    unusable,
  });
}

export function dismiss(): void {
  useRoom.setState({ unusable: [] });
}
