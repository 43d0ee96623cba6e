import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/protocol/bytes/utf8.ts';
import { canonicalCodes } from '../../../src/protocol/deflate/huffman.ts';
import { Inflater } from '../../../src/protocol/deflate/inflate.ts';
import { type InflateStep, type InflateTrace, inflateTrace } from '../../../src/protocol/deflate/trace.ts';
import { bytesOf } from '../vectors.ts';
import { pickOptions, Random, randomMessages } from './streams.ts';
import { zlibMessages } from './zlib.ts';

/** Much work: on a busy machine it may take its time. */
const LONG = 60_000;

function stepsOf(trace: InflateTrace): InflateStep[] {
  return Array.from({ length: trace.stepCount }, (_, i) => trace.step(i) as InflateStep);
}

/** The bits of a run as they are drawn: the first one on the left. */
function bitsOf(trace: InflateTrace, { start, end }: { start: number; end: number }): string {
  return Array.from({ length: end - start }, (_, i) => trace.bit(start + i)).join('');
}

test('Hello, bit by bit (RFC 7692 §7.2.3.1)', () => {
  const trace = inflateTrace(bytesOf('f248cdc9c90700'));
  const steps = stepsOf(trace);
  expect(steps.map(({ kind }) => kind).join(' ')).toBe(
    'header literal literal literal literal literal end header stored-length',
  );
  expect(steps[0]).toMatchObject({ final: false, type: 'fixed', bits: { start: 0, end: 3 } });
  // Fixed codes of literals below 144 are the literal and 0x30, in eight bits (RFC 1951 §3.2.6).
  expect(bitsOf(trace, (steps[1] as InflateStep).bits)).toBe((0x30 + 0x48).toString(2).padStart(8, '0'));
  expect(bitsOf(trace, (steps[6] as InflateStep).bits)).toBe('0000000');
  // The last block lies half in the payload and half in the tail that was put back.
  expect(trace.payloadBits).toBe(56);
  expect(steps[8]).toMatchObject({ lengthBits: { start: 56, end: 72 }, length: 0, check: 0xffff });
});

test('the second Hello: a literal, and four bytes from five back (RFC 7692 §7.2.3.2)', () => {
  const trace = inflateTrace(bytesOf('f200110000'), { window: encodeUtf8('Hello') });
  const [, literal, copy] = stepsOf(trace);
  expect(literal).toMatchObject({ kind: 'literal', byte: 0x48, before: 0, after: 1 });
  expect(copy).toMatchObject({ kind: 'copy', before: 1, after: 5, from: -4 });
  expect(copy).toMatchObject({
    length: { symbol: 258, base: 4, value: 4, extra: { start: 18, end: 18 } },
    distance: { symbol: 4, base: 5, value: 5, extra: { start: 23, end: 24 } },
  });
  expect(new TextDecoder().decode(trace.output)).toBe('Hello');
});

test('a fault is the last step', () => {
  const trace = inflateTrace(bytesOf('f200110000'));
  expect(trace.step(trace.stepCount - 1)).toMatchObject({ kind: 'fault', phase: 'fault', fault: trace.fault });
  expect(trace.fault).toMatchObject({ kind: 'distance-too-far', bit: 18 });
});

test(
  'steps read all bits in order, and do again what the decoder did',
  () => {
    const random = new Random(11);
    const kinds = new Set<string>();
    for (let stream = 0; stream < 25; stream += 1) {
      const inflater = new Inflater({ windowBits: 15, takeover: true, maxOutput: 1 << 22 });
      const messages = randomMessages(random).map((message) => message.subarray(0, 3000));
      for (const payload of zlibMessages(messages, pickOptions(random))) {
        const spoilt = random.chance(0.3) ? random.spoil(payload) : payload;
        const window = inflater.window();
        const trace = inflateTrace(spoilt, { window });
        const alone = new Inflater({ windowBits: 15, takeover: true, maxOutput: 1 << 22 });
        alone.restore(window);
        const due = alone.message(spoilt);
        expect(Buffer.compare(trace.output, due.bytes)).toBe(0);
        expect(trace.fault).toEqual(due.fault);
        inflater.message(payload);

        const known = Buffer.concat([window, Buffer.alloc(trace.output.length)]);
        let bit = 0;
        let at = 0;
        // One expectation for all of them: there are many thousands.
        const wrong: InflateStep[] = [];
        for (const step of stepsOf(trace)) {
          kinds.add(step.kind);
          if (step.before !== at || (step.kind !== 'fault' && step.bits.start !== bit)) wrong.push(step);
          bit = step.kind === 'end' ? step.skipped.end : step.bits.end;
          at = step.after;
          const to = window.length + step.before;
          if (step.kind === 'literal') known[to] = step.byte;
          if (step.kind === 'stored-bytes') known.set(spoilt.subarray(step.bits.start / 8, step.bits.end / 8), to);
          if (step.kind === 'copy') {
            if (step.from !== step.before - step.distance.value) wrong.push(step);
            if (step.after - step.before !== step.length.value) wrong.push(step);
            for (let i = 0; i < step.length.value; i += 1)
              known[to + i] = known[window.length + step.from + i] as number;
          }
        }
        expect(wrong).toEqual([]);
        expect(known.subarray(window.length).compare(trace.output)).toBe(0);
        if (trace.fault === null) expect(bit).toBe(trace.payloadBits + (trace.flushed ? 32 : 0));
      }
    }
    expect(kinds.size).toBe(11);
  },
  LONG,
);

test('the codes of a dynamic block are those that its symbols are written in', () => {
  const text = 'a man a plan a canal panama, and able was I ere I saw elba; so many dynamos '.repeat(9);
  const trace = inflateTrace(deflateRawSync(encodeUtf8(text), { finishFlush: 2 }).subarray(0, -4));
  const steps = stepsOf(trace);
  const codes = steps.find((step) => step.kind === 'codes');
  if (codes === undefined) throw new Error('not a dynamic block');
  const written = new Map(
    codes.literals.map(({ symbol, code, length }) => [symbol, code.toString(2).padStart(length, '0')]),
  );
  let literals = 0;
  for (const step of steps) {
    if (step.kind !== 'literal') continue;
    literals += 1;
    expect(bitsOf(trace, step.bits)).toBe(written.get(step.byte));
  }
  expect(literals).toBeGreaterThan(20);
});

test('phases cover all steps without gaps', () => {
  const trace = inflateTrace(deflateRawSync(Buffer.alloc(300, 'phases, '), { finishFlush: 2 }).subarray(0, -4));
  let next = 0;
  for (const { phase, block, first, count } of trace.outline()) {
    expect(first).toBe(next);
    for (let i = first; i < first + count; i += 1) expect(trace.step(i)).toMatchObject({ phase, block, index: i });
    next += count;
  }
  expect(next).toBe(trace.stepCount);
  expect([-1, 0.5, next].map((index) => trace.step(index))).toEqual([null, null, null]);
});

test('lengths make the codes of the example in RFC 1951 §3.2.2', () => {
  const codes = canonicalCodes([3, 3, 3, 3, 3, 2, 4, 4]);
  expect(codes.map(({ code, length }) => code.toString(2).padStart(length, '0')).join(' ')).toBe(
    '010 011 100 101 110 00 1110 1111',
  );
});
