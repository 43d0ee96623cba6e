import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputValues } from '../../src/components/player/player.ts';
import lesson from '../../src/lessons/frame-anatomy/lesson.ts';
import { opcodeRowOf } from '../../src/lessons/frame-anatomy/scene.ts';
import { bothSides, workOf } from '../../src/lessons/frame-anatomy/work.ts';
import { fromHex, toHex } from '../../src/protocol/bytes/hex.ts';

/** The reading half of ws, which its types leave out. */
const { Receiver } = createRequire(import.meta.url)('ws') as {
  Receiver: new (options: { isServer: boolean }) => NodeJS.WritableStream;
};

type Inputs = Parameters<typeof lesson.plan>[0];

function inputs(frame: string, sender = 'server'): Inputs {
  return inputValues(lesson as never, { frame, sender }) as unknown as Inputs;
}

function stepsOf(of: Inputs) {
  const plan = lesson.plan(of);
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i)).filter((step) => step !== null);
}

const textsOf = (of: Inputs) => stepsOf(of).map(({ text }) => text);
const stepOf = (of: Inputs, id: string) => stepsOf(of).find((step) => step.id === id);

const ANY = fc
  .tuple(
    fc.oneof(
      fc.uint8Array({ minLength: 2, maxLength: 64 }),
      fc
        .tuple(fc.nat(255), fc.constantFrom(0, 5, 126, 127, 133, 254, 255), fc.uint8Array({ maxLength: 62 }))
        .map(([a, b, rest]) => Uint8Array.of(a, b, ...rest)),
    ),
    fc.constantFrom('client', 'server'),
  )
  .map(([bytes, sender]) => inputs(toHex(bytes), sender));

test('any bytes: steps have ids of their own, the questions have one right answer, and the figure holds the bytes', () => {
  fc.assert(
    fc.property(ANY, (of) => {
      const steps = stepsOf(of);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      for (const { ask, scene } of steps) {
        if (ask?.kind === 'choice') expect(ask.options.filter(({ right }) => right)).toHaveLength(1);
        expect(scene.figure.bytes).toBe(of.frame);
        expect(scene.cells.map(({ text }) => text).join('')).toBe(toHex(of.frame).slice(0, scene.cells.length * 2));
      }
    }),
    { numRuns: 300 },
  );
});

test('no step shows bits of the second half before the second byte is read, nor the answer of a question', () => {
  fc.assert(
    fc.property(ANY, (of) => {
      for (const { id, scene } of stepsOf(of)) {
        const later = scene.figure.parts.filter(({ start }) => start >= 16);
        if (id === 'sizes') break;
        expect(later.map(({ field }) => [field, scene.states[field]])).toEqual(
          later.length > 0 ? [['unparsed', 'empty']] : [],
        );
      }
      const first = toHex(of.frame.subarray(0, 1));
      for (const id of ['ask-unfinished', 'ask-ping']) {
        const ask = stepOf(of, id)?.ask;
        const right = ask?.kind === 'choice' ? ask.options.find((option) => option.right)?.id : '';
        expect(right).not.toBe(`byte-${first}`);
      }
    }),
  );
});

/** What ws, as the receiving end, throws at these bytes; null where it takes them or waits for more. */
async function refusal(bytes: Uint8Array, fromClient: boolean): Promise<string | null> {
  const receiver = new Receiver({ isServer: fromClient });
  let code: string | null = null;
  receiver.on('error', (error: Error & { code?: string }) => {
    // A JavaScript number counts no further than 2^53 - 1; that is a limit of its own.
    if (error.code !== 'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH') code = error.code ?? error.message;
  });
  receiver.write(Buffer.from(bytes));
  await setImmediate();
  return code;
}

describe('against ws', () => {
  /** ws takes lengths in a longer form, and looks at the text of a message at its end only. */
  const lenient = (fin: boolean) => ['length-not-minimal', 'length-msb-set', ...(fin ? [] : ['invalid-utf8'])];

  test('what the lesson calls right ws takes, and what ws refuses the lesson calls wrong', async () => {
    await fc.assert(
      fc.asyncProperty(ANY, async (of) => {
        const work = workOf(of);
        const frame = work.parts ? of.frame.subarray(0, of.frame.length - work.parts.rest.length) : of.frame;
        if ((work.byte0 & 0x0f) === 0) return;
        const faults = work.faults.filter(({ rule }) => !lenient(work.byte0 > 127).includes(rule));
        const refused = await refusal(frame, of.sender === 'client');
        if (refused !== null)
          expect(
            work.faults.map(({ rule }) => rule),
            `${toHex(frame)} ${refused}`,
          ).not.toEqual([]);
        else if (work.cut === null) expect(faults, toHex(frame)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['82 7e 01 00', 'extended-16', 4],
  ['82 7f 00 00 00 00 00 01 00 00', 'extended-64', 10],
  ['81 05 48 65 6c 6c 6f', 'extended-none', 2],
  ['82 7e 01', 'extended-cut', 4],
])('%s: %s, header %i', (frame, text, size) => {
  const of = inputs(frame);
  expect(stepOf(of, 'extended')?.text).toBe(text);
  expect(stepOf(of, 'ask-size')?.ask).toEqual({ kind: 'number', right: size });
});

test('a header that is cut ends the steps where it ends', () => {
  expect(textsOf(inputs('82 7e 01'))).not.toContain('key-none');
  expect(textsOf(inputs('82 85 01', 'client'))).toContain('key-cut');
  expect(textsOf(inputs('82 85 01', 'client'))).not.toContain('payload-cut');
  expect(textsOf(inputs('82 05 01'))).toContain('payload-cut');
  expect(textsOf(inputs('89 00 8a 00'))).toContain('after');
});

test.each([
  ['81 85 37 fa 21 3d 7f 9f 4d 51 58', 'client', 'mask-client', 'verdict-right'],
  ['81 85 37 fa 21 3d 7f 9f 4d 51 58', 'server', 'mask-extra', 'verdict-wrong'],
  ['81 05 48 65 6c 6c 6f', 'client', 'mask-missing', 'verdict-wrong'],
  ['81 05 48 65 6c 6c 6f', 'server', 'mask-server', 'verdict-right'],
  ['c1 00', 'server', 'mask-server', 'verdict-wrong'],
  ['89 05 48', 'server', 'mask-server', 'verdict-cut'],
])('%s from a %s: %s, %s', (frame, sender, mask, verdict) => {
  expect(textsOf(inputs(frame, sender))).toEqual(expect.arrayContaining([mask, verdict]));
});

test('the opcodes stand in the row that holds them', () => {
  const rows = Array.from({ length: 16 }, (_, opcode) => opcodeRowOf(opcode)).join('');
  expect(rows).toBe('0123333389abbbbb');
});

test('both sides send the frames of section 5.7', () => {
  const sides = bothSides(workOf(inputs('81 85 37 fa 21 3d 7f 9f 4d 51 58', 'client')));
  expect(toHex(sides.server)).toBe('810548656c6c6f');
  expect(sides.client).toEqual(fromHex('818537fa213d7f9f4d5158'));
});
