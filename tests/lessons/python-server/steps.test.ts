import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputValues } from '../../../src/components/player/player.ts';
import { examples } from '../../../src/lessons/python-server/inputs.ts';
import lesson from '../../../src/lessons/python-server/lesson.ts';
import { raisedBy, server } from '../../../src/lessons/python-server/lines.ts';
import type { LessonStep } from '../../../src/lessons/python-server/steps.ts';
import { readEnds, workOf } from '../../../src/lessons/python-server/work.ts';

type Given = Readonly<Record<string, string>>;

function stepsOf(given: Given = {}): readonly LessonStep[] {
  const plan = lesson.plan(inputValues(lesson as never, given) as never);
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i) as LessonStep);
}

const example = (id: string) => examples.find((one) => one.id === id)?.inputs as Given;
const textsOf = (given: Given) => stepsOf(given).map(({ text }) => text);
const anything = fc.record({
  data: fc.uint8Array({ minLength: 1, maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  cut: fc.nat(60).map(String),
});

/** What the board of server.py shows; null for the others. */
const serverBoard = ({ scene: { board } }: LessonStep) => (board.kind === 'server' ? board : null);

describe('any bytes', () => {
  test('make steps with ids of their own, each with lines to light or a question', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const steps = stepsOf(given);
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        for (const step of steps) {
          const board = serverBoard(step);
          if (!board || ['start', 'summary'].includes(step.id)) continue;
          expect(board.code.lit.length > 0, step.id).toBe(step.ask === undefined);
          for (const line of board.code.lit) expect(server.lines[line - 1]?.trim()).toBeTruthy();
        }
      }),
      { numRuns: 40 },
    );
  });

  test('are each gone from the buffer, in it, or under way', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const total = (given.data?.length ?? 0) / 2;
        for (const step of stepsOf(given)) {
          const wire = serverBoard(step)?.wire;
          if (!wire) continue;
          expect(wire.gone + wire.inBuffer + wire.coming, step.id).toBe(total);
          expect(wire.before + wire.cells.length + wire.behind, step.id).toBe(total);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('end in waiting, or in a connection that is closed', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const last = stepsOf(given).filter((step) => /^(?:wait|closed)$/.test(step.id));
        expect(last).toHaveLength(1);
      }),
    );
  });
});

describe('where the cut is changes nothing that is sent', () => {
  const sent = (given: Given) => {
    const { beats } = workOf(inputValues(lesson as never, given) as never);
    return beats.at(-1)?.picture.sent;
  };
  test.each(examples.map(({ id }) => id))('%s', (id) => {
    const given = example(id);
    const whole = sent({ ...given, cut: '0' });
    for (const cut of [1, 2, 3, 5, 6, 7, 11, 12, 15, 20]) expect(sent({ ...given, cut: String(cut) })).toEqual(whole);
  });
});

describe('the story', () => {
  test('of two texts, the second one cut', () => {
    const texts = textsOf({});
    for (const text of ['none-payload', 'read-next', 'again', 'left', 'add-text', 'answer', 'wait']) {
      expect(texts).toContain(text);
    }
  });

  test.each([
    ['coalesced', ['ping']],
    ['long', ['length-16', 'extended']],
    ['close', ['check-close', 'answer-close', 'closed']],
    ['unmasked', ['broken', 'fail', 'closed']],
    ['fragments', ['add-first', 'ping', 'add-last', 'answer']],
  ] as const)('of %s', (id, expected) => {
    expect(textsOf(example(id))).toEqual(expect.arrayContaining([...expected]));
  });

  test.each([
    ['80 81 0 0 0 0 41', 'out-of-turn'],
    ['81 82 00 00 00 00 c3 41', 'not-text'],
    ['88 81 00 00 00 00 03', 'close-broken'],
    ['88 80 00 00 00 00', 'check-empty'],
    ['8a 80 00 00 00 00', 'pong'],
    ['82 81 00 00 00 00 ff', 'add-binary'],
    ['81 ff 00 00 00 00 00 01 00 00', 'length-64'],
    ['81 fe 00', 'none-header'],
    ['01 80 00 00 00 00 00 80 00 00 00 00', 'add-more'],
  ])('of %s comes to %s', (data, text) => {
    expect(textsOf({ data: data.replace(/\b0 /g, '00 '), cut: '0' })).toContain(text);
  });
});

describe('questions', () => {
  test('what parse_frame returns is asked after each read, and right', () => {
    const rightOf = (step: LessonStep | undefined) =>
      step?.ask?.kind === 'choice' ? step.ask.options.find(({ right }) => right)?.id : undefined;
    const asked = (given: Given) =>
      stepsOf(given)
        .filter(({ text }) => text === 'returns-question')
        .map(rightOf);
    expect(asked({})).toEqual(['frame', 'frame']);
    expect(asked(example('split'))).toEqual(['none', 'frame']);
    expect(asked(example('unmasked'))).toEqual(['broken']);
  });

  test('what stays in the buffer is not shown while it is asked', () => {
    const steps = stepsOf(example('coalesced'));
    const at = steps.findIndex(({ id }) => id === 'frame-1-question');
    const [question, answer] = [steps[at], steps[at + 1]].map((step) => step && serverBoard(step)?.wire);
    expect(steps[at]?.ask).toEqual({ kind: 'number', right: 8 });
    expect([question?.gone, question?.inBuffer]).toEqual([0, 19]);
    expect([answer?.gone, answer?.inBuffer]).toEqual([11, 8]);
  });

  test('no result of the copied parser is shown while it is asked', () => {
    for (const { id, ask, scene } of stepsOf({})) {
      if (!ask || scene.board.kind !== 'wrong') continue;
      const { reads, right, variables, code } = scene.board;
      expect(
        reads.every(({ state, says }) => state === 'hidden' && says === ''),
        id,
      ).toBe(true);
      expect([right, code.lit], id).toEqual([null, []]);
      expect(
        variables.filter(({ state }) => state !== 'empty').map(({ name }) => name),
        id,
      ).toEqual(['read']);
    }
  });
});

test('the reason of an error is that of the rule that is broken', () => {
  const line = (text: string) => server.lines.findIndex((one) => one.includes(text)) + 1;
  expect(raisedBy(line('is reserved'), { opcode: 11 })).toEqual({ code: 1002, reason: 'opcode 0xb is reserved' });
  expect(() => raisedBy(line('is reserved'), {})).toThrow('opcode');
  expect(() => raisedBy(1, {})).toThrow('requires nothing');
});

test.each([
  [10, 0, [10]],
  [10, 4, [4, 10]],
  [10, 10, [10]],
  [10, 99, [10]],
])('%i bytes cut at %i are read up to %j', (total, cut, ends) => {
  expect(readEnds(total, cut)).toEqual(ends);
});
