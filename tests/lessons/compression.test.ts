import { constants, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Shown } from '../../src/components/lesson/value.ts';
import { inputValues } from '../../src/components/player/player.ts';
import { historyOf } from '../../src/lessons/compression/history.ts';
import lesson from '../../src/lessons/compression/lesson.ts';
import { bombOf, workOf } from '../../src/lessons/compression/work.ts';

const START = lesson.examples[0].inputs;

function stepsOf(given: Readonly<Record<string, string>>) {
  const plan = lesson.plan(inputValues(lesson as never, { ...START, ...given }) as never);
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i));
}
const stepOf = (given: Readonly<Record<string, string>>, id: string) => stepsOf(given).find((step) => step?.id === id);

test('Hello goes the way of RFC 7692 §7.2.3: seven bytes, then five, and seven without the window', () => {
  expect(stepOf({}, 'tail')?.values).toMatchObject({ payload: { text: 'f2 48 cd c9 c9 07 00' } });
  expect(stepOf({}, 'second-ask')?.ask).toEqual({ kind: 'number', right: 5 });
  expect(stepOf({}, 'second')?.values).toMatchObject({ payload: { text: 'f2 00 11 00 00' } });
  expect(stepOf({}, 'cost')?.values).toEqual({ kept: 5, dropped: 7 });
  expect(stepOf({ takeover: 'dropped' }, 'second-ask')).toMatchObject({ text: 'again-ask', ask: { right: 7 } });
});

test('the copy is four from five back, and the question offers it among others', () => {
  const ask = stepOf({}, 'copy-ask')?.ask;
  const options = ask?.kind === 'choice' ? ask.options : [];
  expect(options.find(({ right }) => right)?.value).toMatchObject({ text: 'ello' });
  expect(new Set(options.map(({ value }) => (value as Shown).text)).size).toBe(options.length);
  const copy = stepsOf({}).find((step) => step?.text === 'copy');
  expect(copy?.values).toMatchObject({ length: 4, distance: 5 });
  expect(copy?.scene).toMatchObject({ history: { arc: { to: 6, from: 1, distance: 5 } } });
});

test('who joins midway gets one letter, or all where nothing is copied from before', () => {
  expect(stepOf({}, 'join')).toMatchObject({ text: 'join', values: { count: 1, distance: 5, known: 1 } });
  expect(stepOf({ first: '你好' }, 'join')).toMatchObject({ text: 'join-whole', values: { count: 5 } });
});

test('a question shows nothing of its answer', () => {
  for (const example of lesson.examples) {
    for (const step of stepsOf(example.inputs)) {
      const { scene, ask } = step ?? {};
      if (!ask || scene?.kind !== 'bits') continue;
      expect(scene.history.arc).toBeNull();
      const shown = scene.history.cells.filter((cell) => cell.kind === 'byte' && cell.state === 'current');
      expect(shown).toEqual([]);
    }
  }
});

test('whatever the messages, what is shown as payload is what zlib inflates, and the bits make the message', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 24 })
    .filter((value) => !/\p{Surrogate}/u.test(value));
  const takeover = fc.constantFrom('kept', 'dropped');
  const form = fc.constantFrom('shortest', 'fixed', 'dynamic', 'stored');
  fc.assert(
    fc.property(text, text, takeover, form, (first, second, kept, how) => {
      const inputs = { first, second, takeover: kept, form: how } as const;
      if (![first, second].every((message) => 'value' in lesson.fields.first.read(message))) return;
      const work = workOf(inputs as never);
      for (const { clear, payload, window, trace } of [work.first, work.second]) {
        const dictionary = window.length > 0 ? { dictionary: window } : {};
        const whole = Buffer.concat([payload, Buffer.from([0, 0, 0xff, 0xff])]);
        const out = inflateRawSync(whole, { ...dictionary, finishFlush: constants.Z_SYNC_FLUSH });
        expect(out.compare(clear)).toBe(0);
        expect(Buffer.compare(trace.output, clear)).toBe(0);
      }
      const steps = stepsOf(inputs);
      expect(new Set(steps.map((step) => step?.id)).size).toBe(steps.length);
    }),
    { numRuns: 60 },
  );
});

test('the row of bytes has room for twenty, and both ends of a copy are always on it', () => {
  const size = fc.nat(96);
  fc.assert(
    fc.property(
      size,
      fc.integer({ min: 1, max: 96 }),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      (known, total, place, far, long) => {
        const before = place % total;
        if (known + before === 0) return;
        const distance = 1 + (far % (known + before));
        const length = 1 + (long % (total - before));
        const change = { before, after: before + length, from: before - distance };
        const { cells, arc } = historyOf(new Uint8Array(known), new Uint8Array(total), change);
        expect(cells.length).toBeLessThanOrEqual(20);
        expect(cells[arc?.to ?? -1]).toMatchObject({ at: before });
        expect(cells[arc?.from ?? -1]).toMatchObject({ at: before - distance });
      },
    ),
  );
});

test('the bomb makes a thousand bytes of one, and is stopped at the limit', () => {
  const { clear, payload, limit, stopped } = bombOf();
  expect(clear / payload).toBeGreaterThan(1000);
  expect(stopped).toBe(limit);
});
