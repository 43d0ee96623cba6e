/** The closing, moment by moment, as the engine plays it for these inputs. */

import { codeOf } from '../../components/lesson/code.ts';
import { ofBytes, ofNumber } from '../../components/lesson/value.ts';
import type { Moment } from '../../protocol/connection/dialogue.ts';
import type { Side } from '../../protocol/connection/endpoint.ts';
import answer from './answer.py?raw';
import close from './close.py?raw';
import { frameOf, type LessonStep, step, viewOf } from './steps.ts';
import type { Work } from './work.ts';

const CLOSE = ['RFC 6455 §5.5.1', 'RFC 6455 §7.1.2'] as const;

export function closeSteps(work: Work): (() => LessonStep)[] {
  const { own } = work.talks;
  const all = own.moments.map((moment, at) => () => ({ ...momentStep(work, moment, at), id: `close-${at + 1}` }));
  const [first, ...rest] = all;
  return [...bodyStep(work), ...(first ? [first] : []), ...whoStep(work), ...rest];
}

/** Which bytes say the code; without a code there are none. */
function bodyStep(work: Work): (() => LessonStep)[] {
  const { code, reason } = work.inputs;
  if (code === null) return [];
  return [
    () =>
      step(
        work,
        'code-ask',
        { code: ofNumber(code, 'key') },
        {
          talk: work.talks.own,
          at: -1,
          asking: true,
          detail: {
            caption: 'before-body',
            facts: [
              { name: 'fact-code', text: `${code}` },
              { name: 'fact-reason', text: JSON.stringify(reason) },
            ],
          },
        },
        CLOSE,
        { ask: { kind: 'byte', right: code >> 8 } },
      ),
  ];
}

/** Asked only where both ends keep the rules: an end that fails the connection ends TCP at once. */
function whoStep(work: Work): (() => LessonStep)[] {
  const { own } = work.talks;
  if (own.moments.some(({ did }) => did === 'failed')) return [];
  const first = own.moments.flatMap(({ sent }) => sent).find(({ frame }) => frame < 0)?.by;
  const option = (side: Side) => ({ id: side, value: null, right: side === first });
  return [
    () =>
      step(work, 'who-ask', {}, { ...viewOf(own, 0), asking: true }, ['RFC 6455 §7.1.1'], {
        ask: { kind: 'choice', options: [option('server'), option('client')] },
      }),
  ];
}

function momentStep(work: Work, moment: Moment, at: number): LessonStep {
  const view = viewOf(work.talks.own, at);
  const { side, did, kind, arrived, ends } = moment;
  if (kind === 'act') return actStep(work, moment, at);
  if (arrived === null || arrived.frame < 0) {
    const code = ofNumber(ends[side].report?.code ?? 0, 'key');
    return step(work, `${side}-tcp`, { code }, view, ['RFC 6455 §7.1.4']);
  }
  if (did === 'failed') {
    const code = ofNumber(ends[side].failed ?? 0, 'key');
    if (frameOf({ ...moment, arrived: null }) === null) {
      return step(work, 'fails-crossed', { code }, view, ['RFC 6455 §7.1.7', 'RFC 6455 §7.4.2']);
    }
    return step(work, `${side}-fails`, { code }, view, ['RFC 6455 §7.1.7', 'RFC 6455 §7.4.2']);
  }
  if (did === 'ignored') return step(work, 'not-read', {}, view, ['RFC 6455 §7.1.7']);
  if (did === 'answered') {
    const frame = ofBytes(frameOf(moment)?.bytes ?? new Uint8Array(0));
    return step(work, `${side}-answers`, { frame }, view, CLOSE, {
      code: codeOf(answer, 'elif opcode == 0x8:  # Close', 'if not close_sent:', 'send(0x8, payload)'),
    });
  }
  return step(work, `${side}-notes`, {}, view, CLOSE);
}

function actStep(work: Work, moment: Moment, at: number): LessonStep {
  const view = viewOf(work.talks.own, at);
  const { side, sent, ends } = moment;
  const code = ends[side].sent?.code ?? null;
  if (code === null) return step(work, `${side}-closes-empty`, {}, view, CLOSE);
  const shown = ofNumber(code, 'key');
  if (at > 0) return step(work, 'crossed', { code: shown }, view, CLOSE);
  const payload = sent[0]?.payload ?? new Uint8Array(0);
  const values = {
    code: shown,
    high: ofBytes(payload.subarray(0, 1), 'key'),
    low: ofBytes(payload.subarray(1, 2), 'key'),
    length: payload.length,
  };
  return step(work, `${side}-closes`, values, view, CLOSE, {
    code: codeOf(close, 'raw = pack(">H", code)', 'raw += reason.encode()'),
  });
}
