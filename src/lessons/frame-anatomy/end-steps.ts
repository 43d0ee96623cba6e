/** The last steps: what the engine says of the whole frame, and the same frame from the other side. */

import { codeOf } from '../../components/lesson/code.ts';
import { type FrameFigure, figureOf } from '../../protocol/frame/figure.ts';
import { RULES } from '../../protocol/model/rules.ts';
import frameCode from './frame.py?raw';
import type { Detail } from './scene.ts';
import { type LessonStep, step } from './steps.ts';
import { bothSides, type Work } from './work.ts';

/** Issues that there is room for. */
const MOST = 3;

export function wholeSteps(work: Work): (() => LessonStep)[] {
  const { server, client } = bothSides(work);
  return [
    () => verdictStep(work),
    () =>
      step(
        work,
        'ask-sides',
        'ask-sides',
        { server: server.length },
        { upTo: 'all', detail: { kind: 'sides', server: short(server), client: null } },
        { ask: { kind: 'number', right: client.length - server.length }, sections: ['RFC 6455 §5.1'] },
      ),
    () =>
      step(
        work,
        'sides',
        'sides',
        { server: server.length, client: client.length },
        { upTo: 'all', detail: { kind: 'sides', server: short(server), client: short(client) } },
        { sections: ['RFC 6455 §5.1', 'RFC 6455 §5.3'] },
      ),
    () =>
      step(
        work,
        'summary',
        'summary',
        {},
        { upTo: 'all' },
        { code: codeOf(frameCode), onward: { lesson: 'lengths', step: null, inputs: {} } },
      ),
  ];
}

function verdictStep(work: Work): LessonStep {
  const { faults, issues, cut, code, needed, bytes, parts } = work;
  const shown = (faults.length > 0 ? faults : issues).slice(0, MOST);
  const view = (verdict: 'right' | 'wrong' | 'info') => {
    const words =
      verdict === 'wrong'
        ? ({ label: 'verdict-wrong', values: { code } } as const)
        : ({ label: verdict === 'right' ? 'verdict-right' : 'verdict-cut' } as const);
    return { upTo: 'all', detail: { kind: 'issues', issues: shown, verdict, words } satisfies Detail } as const;
  };
  const sections = [...new Set(shown.map(({ rule }) => RULES[rule].section))];
  if (faults.length > 0) {
    return step(work, 'verdict', 'verdict-wrong', { faults: faults.length, code }, view('wrong'), { sections });
  }
  if (cut !== null)
    return step(work, 'verdict', 'verdict-cut', { needed: numberOf(needed) }, view('info'), { sections });
  const count = bytes.length - (parts?.rest.length ?? 0);
  return step(work, 'verdict', 'verdict-right', { count }, view('right'));
}

/** Beyond the integers that are exact nobody counts bytes one by one. */
function numberOf(exact: bigint) {
  return exact <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(exact)
    : ({ text: String(exact), face: 'words', role: 'plain' } as const);
}

/** The header and what stands in its last row. */
function short(bytes: Uint8Array): FrameFigure {
  return { ...figureOf(bytes, { payloadRows: 0 }), omitted: 0n };
}
