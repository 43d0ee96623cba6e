/** Why there is a mask at all: the attack, and what a fresh key makes of it. */

import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import { answerLines, attackFrame, attackScene, type EventId, hiddenReading, readingOf, verdictOf } from './attack.ts';
import { ODDS } from './back-steps.ts';
import { CODE } from './code.ts';
import { type Facts, slotOf } from './facts.ts';
import { PARTIES } from './scene.ts';
import type { LessonStep } from './texts.ts';

const WHY = ['RFC 6455 §10.3'] as const;
const KEYS = ['RFC 6455 §5.3', 'RFC 6455 §10.3'] as const;
const option = (id: string, right: boolean) => ({ id, value: null, right });

export function attackSteps(facts: Facts): readonly (() => LessonStep)[] {
  const { attack, inputs } = facts;
  const { clear, host, path } = attack;
  const target = ofText(inputs.target, 'control');
  const values = {
    target,
    host: ofText(host, 'control'),
    get: ofText(attack.lines[0], 'control'),
    named: ofText(attack.lines[1], 'control'),
  };
  const sent: readonly EventId[] = ['send', 'frame'];
  const frame = attackFrame(clear, { label: 'frame-clear' });
  const calm = attackFrame(clear, { label: 'frame-clear' }, { mark: false });
  const read = readingOf(clear);
  return [
    () => ({
      id: 'cast',
      text: 'cast',
      values: {},
      scene: attackScene(facts, { strong: PARTIES, roles: true }),
      sections: WHY,
    }),
    () => ({
      id: 'opened',
      text: 'opened',
      values: {},
      scene: attackScene(facts, {
        strong: ['script', 'browser', 'server'],
        current: ['open', 'accept'],
        reading: { verdict: { kind: 'info', label: 'proxy-waits' } },
      }),
      sections: WHY,
    }),
    () => ({
      id: 'clear-choice',
      text: 'clear-choice',
      values,
      scene: attackScene(facts, {
        strong: ['script', 'browser', 'proxy'],
        current: sent,
        frame: calm,
        reading: { lines: hiddenReading(clear) },
      }),
      sections: WHY,
      ask: { kind: 'choice', options: [option('request', true), option('message', false), option('noise', false)] },
    }),
    () => ({
      id: 'clear',
      text: 'clear',
      values: { ...values, header: ofBytes(clear.frame.subarray(0, clear.header)) },
      scene: attackScene(facts, {
        strong: ['proxy'],
        current: ['frame'],
        frame,
        reading: { lines: read, verdict: verdictOf(clear, 'proxy-request', 'proxy-nothing', { host, path }) },
      }),
      sections: WHY,
    }),
    () => ({
      id: 'answer-choice',
      text: 'answer-choice',
      values: { target },
      scene: attackScene(facts, {
        strong: ['proxy', 'server'],
        current: ['answer'],
        frame: calm,
        reading: { name: 'proxy-reads-answer', lines: answerLines(facts) },
        cache: 'hidden',
      }),
      sections: WHY,
      ask: {
        kind: 'choice',
        options: [option('server', false), option('nothing', false), option('name', true)],
      },
    }),
    () => ({
      id: 'answer',
      text: 'answer',
      values,
      scene: attackScene(facts, {
        strong: ['proxy', 'server'],
        current: ['answer'],
        frame: calm,
        reading: {
          name: 'proxy-reads-answer',
          lines: answerLines(facts),
          verdict: { kind: 'wrong', label: 'proxy-keeps', values: { host, path } },
        },
        cache: 'wrong',
      }),
      sections: WHY,
    }),
    () => ({
      id: 'victim',
      text: 'victim',
      values,
      scene: attackScene(facts, {
        strong: ['visitor', 'proxy'],
        current: ['visit', 'poisoned'],
        frame: calm,
        reading: {
          lines: read.filter(({ state }) => state === 'current'),
          verdict: { kind: 'wrong', label: 'proxy-serves', values: { host } },
        },
        cache: 'wrong',
      }),
      sections: WHY,
    }),
  ];
}

export function defenceSteps(facts: Facts): readonly (() => LessonStep)[] {
  const { attack, inputs } = facts;
  const { foreseen, unforeseen, letter, wanted, host, path } = attack;
  const k = letter % inputs.key.length;
  const [want, keyByte, send] = [wanted[letter] ?? 0, inputs.key[k] ?? 0, foreseen.payload[letter] ?? 0];
  const key = ofBytes(inputs.key, 'mask');
  const fresh = ofBytes(inputs.fresh, 'mask');
  const odds = ofText(ODDS);
  const at = foreseen.header + letter;
  const letterBits = (payload: number | 'hidden') => ({
    caption: { label: 'bits-letter' as const },
    rows: [
      { symbol: `wire[${letter}]`, value: want, role: 'payload' as const },
      { symbol: `key[${k}]`, operator: '⊕', value: keyByte, role: 'mask' as const },
      { symbol: `payload[${letter}]`, operator: '=', value: payload, role: 'payload' as const },
    ],
  });
  const letterValues = {
    key,
    i: letter,
    slot: slotOf(k),
    letter: ofText(String.fromCharCode(want), 'payload'),
    byte: ofByte(keyByte, 'mask'),
    wanted: ofByte(want, 'payload'),
  };
  const letterScene = (payload: number | 'hidden') =>
    attackScene(facts, {
      strong: ['script'],
      current: ['send'],
      frame: attackFrame(
        foreseen,
        { label: 'frame-wanted' },
        {
          state: (offset) =>
            offset === at || offset === foreseen.header - inputs.key.length + k ? 'current' : 'faint',
        },
      ),
      bits: letterBits(payload),
    });
  return [
    () => ({
      id: 'letter-choice',
      text: 'letter-choice',
      values: letterValues,
      scene: letterScene('hidden'),
      sections: KEYS,
      ask: { kind: 'byte', right: send },
    }),
    () => ({
      id: 'letter',
      text: 'letter',
      values: { ...letterValues, sent: ofByte(send, 'payload') },
      scene: letterScene(send),
      sections: KEYS,
      code: CODE.attack,
    }),
    () => ({
      id: 'foreseen',
      text: 'foreseen',
      values: {
        key,
        count: foreseen.payload.length,
        line: ofText(attack.lines[0], 'payload'),
        sent: ofBytes(foreseen.payload, 'payload', 8),
      },
      scene: attackScene(facts, {
        strong: ['script', 'browser', 'proxy'],
        current: ['send', 'frame'],
        frame: attackFrame(foreseen, { label: 'frame-foreseen' }),
        reading: {
          lines: readingOf(foreseen),
          verdict: verdictOf(foreseen, 'proxy-request', 'proxy-nothing', { host, path }),
        },
      }),
      sections: KEYS,
      code: CODE.attack,
    }),
    () => ({
      id: 'unforeseen-choice',
      text: 'unforeseen-choice',
      values: { fresh, key },
      scene: attackScene(facts, {
        strong: ['browser', 'proxy'],
        current: ['send', 'frame'],
        frame: attackFrame(
          unforeseen,
          { label: 'frame-unforeseen' },
          { state: (offset) => (offset < 2 ? 'done' : offset < unforeseen.header ? 'current' : 'empty') },
        ),
        reading: { lines: hiddenReading(foreseen) },
      }),
      sections: KEYS,
      ask: {
        kind: 'choice',
        options: [
          option('request', unforeseen.found !== null),
          option('nothing', unforeseen.found === null),
          option('refused', false),
        ],
      },
    }),
    () => {
      const scene = attackScene(facts, {
        strong: ['browser', 'proxy'],
        current: ['frame'],
        frame: attackFrame(unforeseen, { label: 'frame-unforeseen' }),
        reading: {
          lines: readingOf(unforeseen),
          verdict: verdictOf(unforeseen, 'proxy-request', 'proxy-nothing', { host, path }),
        },
      });
      const shared = { id: 'unforeseen', scene, sections: KEYS, code: CODE.drawAgain };
      if (unforeseen.found !== null) return { ...shared, text: 'unforeseen-hit', values: { fresh, odds } };
      return { ...shared, text: 'unforeseen', values: { fresh, key, odds } };
    },
    () => ({
      id: 'once-choice',
      text: 'once-choice',
      values: { fresh },
      scene: attackScene(facts, {
        strong: ['browser', 'server'],
        current: ['frame'],
        told: true,
        frame: attackFrame(
          unforeseen,
          { label: 'frame-one' },
          { state: (offset) => (offset >= 2 && offset < unforeseen.header ? 'current' : 'faint') },
        ),
      }),
      sections: KEYS,
      ask: { kind: 'choice', options: [option('yes', false), option('told', true), option('long', false)] },
    }),
    () => ({
      id: 'once',
      text: 'once',
      values: { fresh },
      scene: attackScene(facts, {
        strong: ['script', 'browser', 'proxy', 'server'],
        current: ['tell', 'send-again', 'frame-again'],
        told: true,
        frame: attackFrame(attack.again, { label: 'frame-two' }),
        reading: {
          lines: readingOf(attack.again),
          verdict: verdictOf(attack.again, 'proxy-request', 'proxy-nothing', { host, path }),
        },
      }),
      sections: KEYS,
    }),
  ];
}
