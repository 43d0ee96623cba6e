import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputValues } from '../../src/components/player/player.ts';
import lesson from '../../src/lessons/lengths/lesson.ts';
import { headerOf } from '../../src/lessons/lengths/work.ts';
import { toHex } from '../../src/protocol/bytes/hex.ts';
import { readParts } from '../../src/protocol/frame/parts.ts';

type Inputs = Parameters<typeof lesson.plan>[0];

function stepsOf(length: bigint, sender = 'server') {
  const plan = lesson.plan(inputValues(lesson as never, { length: String(length), sender }) as unknown as Inputs);
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i)).filter((step) => step !== null);
}

const stepOf = (length: bigint, id: string, sender?: string) => stepsOf(length, sender).find((step) => step.id === id);

const LENGTHS = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  fc.bigInt({ min: 0n, max: 70000n }),
  fc.constantFrom(0n, 125n, 126n, 127n, 128n, 257n, 65525n, 65535n, 65536n, 2n ** 31n, 2n ** 53n + 1n, 2n ** 63n - 1n),
);
const SENDERS = fc.constantFrom('server', 'client');

test.each([
  [0n, 2, 6],
  [125n, 2, 6],
  [126n, 4, 8],
  [65535n, 4, 8],
  [65536n, 10, 14],
  [2n ** 63n - 1n, 10, 14],
])('a payload of %i: header %i, masked %i', (length, server, client) => {
  expect(stepOf(length, 'form')?.values).toMatchObject({ size: server });
  expect(stepOf(length, 'form', 'client')?.values).toMatchObject({ size: client });
});

test('the header on the stage is read back as the length, exactly', () => {
  fc.assert(
    fc.property(LENGTHS, SENDERS, (length, sender) => {
      const header = headerOf(length, sender === 'client');
      expect(readParts(header)).toMatchObject({ declaredLength: length, mask: sender === 'client' });
      expect(stepOf(length, 'form', sender)?.scene.figure?.bytes).toEqual(header);
    }),
  );
});

test('questions have one right answer, which is not on the stage, and ids are unique', () => {
  fc.assert(
    fc.property(LENGTHS, SENDERS, (length, sender) => {
      const steps = stepsOf(length, sender);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      for (const { ask, scene } of steps) {
        if (ask?.kind === 'choice') expect(ask.options.filter(({ right }) => right)).toHaveLength(1);
        expect(scene.figure !== null || scene.detail !== null).toBe(true);
      }
      const form = steps.find(({ id }) => id === 'ask-form');
      expect(form?.scene).toMatchObject({ form: null, ranges: false });
      // Only the first two bytes, with nothing in the seven bits yet.
      expect(toHex(form?.scene.figure?.bytes ?? new Uint8Array(9))).toBe(sender === 'client' ? '8280' : '8200');
      const order = steps.find(({ id }) => id === 'ask-order');
      if (order) expect(order.scene.figure?.bytes).toHaveLength(2);
    }),
  );
});

test('byte by byte the figure holds what is written so far', () => {
  fc.assert(
    fc.property(LENGTHS, SENDERS, (length, sender) => {
      const header = headerOf(length, sender === 'client');
      for (const { id, scene } of stepsOf(length, sender)) {
        const place = /^byte-(\d)$/.exec(id)?.[1];
        if (place) expect(scene.figure?.bytes).toEqual(header.subarray(0, 2 + Number(place)));
      }
    }),
  );
});

describe('JavaScript numbers', () => {
  test.each([
    [2n ** 53n, 'number-exact'],
    [2n ** 53n + 1n, 'number-rounded'],
    [2n ** 62n, 'number-exact'],
    [2n ** 63n - 1n, 'number-rounded'],
  ])('%i: %s', (length, text) => {
    expect(stepOf(length, 'number')?.text).toBe(text);
    expect(text === 'number-exact').toBe(BigInt(Number(length)) === length);
  });

  test('32-bit shifts give what JavaScript gives', () => {
    fc.assert(
      fc.property(LENGTHS, (length) => {
        const step = stepOf(length, 'shift');
        // The same, with the operators themselves.
        let shifted = 0;
        for (const byte of headerOf(length, false).subarray(1)) shifted = (shifted << 8) | byte;
        if (length < 126n) shifted = Number(length);
        else if (length < 65536n) shifted &= 0xffff;
        expect(step?.text).toBe(BigInt(shifted) === length ? 'shift-right' : 'shift-wrong');
        if (step?.text === 'shift-wrong') {
          expect(step.values).toMatchObject({ shifted: { text: String(shifted).replace('-', '−') } });
        }
      }),
    );
  });
});

test('a longer form is shown where there is one, and a short length stands in where there is none', () => {
  expect(stepOf(1000n, 'longer')?.values).toMatchObject({ length: { text: '1000' }, shortest: { text: '7e 03 e8' } });
  expect(stepOf(65536n, 'longer')?.values).toMatchObject({ length: { text: '5' }, shortest: { text: '05' } });
  expect(stepOf(1000n, 'who')?.values).toMatchObject({
    strict: { text: 'Chromium, wsproto (Python)' },
    lenient: { text: expect.stringContaining('ws (Node.js)') },
  });
});

test('the mistakes are run on the learner’s own length, and on one that shows them', () => {
  const rows = (length: bigint, id: string) => {
    const detail = stepOf(length, id)?.scene.detail;
    return detail?.kind === 'rows' ? detail.rows.map(({ note, verdict }) => `${verdict} ${note?.label}`) : [];
  };
  expect(rows(65536n, 'off-by-one')).toEqual(['wrong run-other']);
  expect(rows(65537n, 'off-by-one')).toEqual(['right run-right', 'wrong run-other']);
  expect(rows(65530n, 'wrong-ranges')).toEqual(['wrong run-long', 'wrong run-other']);
  expect(rows(2000n, 'equals-126')).toEqual(['wrong run-long', 'wrong run-long']);
  expect(stepOf(1000n, 'ask-bug')?.ask).toEqual({ kind: 'number', right: 0 });
});
