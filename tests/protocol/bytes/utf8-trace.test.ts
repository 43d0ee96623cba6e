import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traceUtf8, type Utf8Step } from '../../../src/protocol/bytes/utf8-trace.ts';
import { lawfulSteps } from './trace-laws.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const strict = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether bytes can be the beginning of a text, by a decoder that is told that more will come. */
function begins(bytes: Uint8Array): boolean {
  try {
    strict().decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Bytes with whole characters, cut ones and noise. */
const likely = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).map((text) => Buffer.from(text)) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes)) },
    ),
    { maxLength: 4 },
  )
  .map((parts) => Uint8Array.from(Buffer.concat(parts)));

test('the code points of a text are those of JavaScript, each known at its last byte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      const trace = traceUtf8(new TextEncoder().encode(text));
      expect(trace.fault).toBeNull();
      const points = lawfulSteps(trace).flatMap((step) =>
        step.kind === 'ascii' || (step.kind === 'continuation' && step.codePoint !== null) ? [step.codePoint] : [],
      );
      expect(points).toEqual(Array.from(text, (character) => character.codePointAt(0)));
      expect(trace.outline().map(({ count }) => count)).toEqual(
        Array.from(text, (character) => Buffer.byteLength(character)),
      );
      expect(trace.end.left).toBe(0);
    }),
  );
});

test('a text fails at the byte at which a strict decoder fails, and nowhere before', () => {
  fc.assert(
    fc.property(likely, (bytes) => {
      const trace = traceUtf8(bytes);
      const steps = lawfulSteps(trace);
      let end = 0;
      while (end < bytes.length && begins(bytes.subarray(0, end + 1))) end += 1;
      expect(steps.length).toBe(Math.min(bytes.length, end + 1));
      expect(steps.findIndex(({ kind }) => kind === 'fault')).toBe(end < bytes.length ? end : -1);
    }),
    { numRuns: 500 },
  );
});

test('what is allowed next is what a strict decoder lets pass, for every byte', () => {
  fc.assert(
    fc.property(likely, fc.nat(40), (bytes, at) => {
      const before = bytes.subarray(0, at);
      if (!begins(before)) return;
      const { end } = traceUtf8(before);
      for (let byte = 0; byte < 256; byte += 1) {
        const allowed = end.allowed.some(({ low, high }) => byte >= low && byte <= high);
        expect(allowed).toBe(begins(Uint8Array.of(...before, byte)));
      }
    }),
    { numRuns: 60 },
  );
});

test('as many bytes are left as are missing to a text that may end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 8 }), fc.nat(30), (text, cut) => {
      const bytes = new TextEncoder().encode(text);
      const { end } = traceUtf8(bytes.subarray(0, cut));
      let missing = 0;
      while (cut + missing < bytes.length) {
        try {
          strict().decode(bytes.subarray(0, cut + missing));
          break;
        } catch {
          missing += 1;
        }
      }
      expect(end.left).toBe(missing);
    }),
  );
});

test('the bits of a character, byte by byte, are its code point', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0x80, max: 0x10ffff }), (point) => {
      if (point >= 0xd800 && point < 0xe000) return;
      const steps = lawfulSteps(traceUtf8(new TextEncoder().encode(String.fromCodePoint(point))));
      let row = '';
      for (const step of steps) {
        if (step.kind !== 'lead' && step.kind !== 'continuation') return expect.unreachable(step.kind);
        row += step.byte.toString(2).slice(-step.bitCount);
        expect(step.bits).toBe(Number.parseInt(row.slice(-step.bitCount), 2));
        expect(step.gathered).toBe(Number.parseInt(row, 2));
        expect(step.gatheredBits).toBe(row.length);
        expect(step.size).toBe(steps.length);
      }
      expect(Number.parseInt(row, 2)).toBe(point);
    }),
  );
});

describe('a character is told as it grows', () => {
  const brief = (step: Utf8Step) => {
    if (step.kind === 'lead') return `lead of ${step.size}: ${step.gathered.toString(16)}`;
    if (step.kind === 'continuation') return `${step.position} of ${step.size}: ${step.gathered.toString(16)}`;
    return step.kind;
  };

  test.each([
    ['41', ['ascii']],
    ['c3 a9', ['lead of 2: 3', '1 of 2: e9']],
    ['e4 bd a0', ['lead of 3: 4', '1 of 3: 13d', '2 of 3: 4f60']],
    ['e2 82 ac', ['lead of 3: 2', '1 of 3: 82', '2 of 3: 20ac']],
    ['f0 9f 91 8b', ['lead of 4: 0', '1 of 4: 1f', '2 of 4: 7d1', '3 of 4: 1f44b']],
    ['41 f4 90 80', ['ascii', 'lead of 4: 4', 'fault']],
  ])('%s', (bytes, steps) => {
    expect(lawfulSteps(traceUtf8(hex(bytes))).map(brief)).toEqual(steps);
  });
});

test.each([
  ['80', 'stray-continuation'],
  ['41 bf', 'stray-continuation'],
  ['c0', 'overlong'],
  ['c1', 'overlong'],
  ['e0 9f', 'overlong'],
  ['f0 8f', 'overlong'],
  ['ed a0', 'surrogate'],
  ['f4 90', 'beyond-unicode'],
  ['f5', 'beyond-unicode'],
  ['f7', 'beyond-unicode'],
  ['f8', 'never'],
  ['ff', 'never'],
  ['c3 28', 'no-continuation'],
  ['e2 82 c3', 'no-continuation'],
  ['e0 ff', 'no-continuation'],
  ['f4 7f', 'no-continuation'],
])('%s has no text: %s', (bytes, reason) => {
  const last = lawfulSteps(traceUtf8(hex(bytes))).at(-1);
  expect(last?.kind === 'fault' && last.reason).toBe(reason);
});

test('a text that ends inside a character has a fault without a step', () => {
  const trace = traceUtf8(hex('41 e4 bd'), 'message');
  expect(trace.fault).toEqual({ kind: 'truncated-sequence', index: 3, sequenceStart: 1 });
  expect(trace.stepCount).toBe(3);
  expect(trace.end).toEqual({ left: 1, allowed: [{ low: 0x80, high: 0xbf }] });
  expect(trace.outline().at(-1)).toEqual({ phase: 'broken', first: 1, count: 2 });
  expect(trace.step(2)?.span).toEqual({ source: 'message', start: 16, end: 24 });
});

test('nothing at all is a text', () => {
  const trace = traceUtf8(new Uint8Array());
  expect(trace).toMatchObject({ stepCount: 0, fault: null });
  expect(trace.outline()).toEqual([]);
});

describe('conformance streams of section 6', () => {
  interface Vector {
    readonly id: string;
    readonly expect: {
      readonly frames: readonly { readonly opcode: number; readonly payload?: string }[];
      readonly violation?: { readonly utf8?: { readonly kind: string; readonly offendingInMessage?: number } };
    };
  }
  const all = JSON.parse(
    readFileSync(new URL('../../vectors/autobahn.json', import.meta.url), 'utf8'),
  ) as readonly Vector[];
  const cases = all.filter(({ id }) => id.startsWith('autobahn-6.'));

  test.each(cases.map((vector) => [vector.id, vector] as const))('%s', (_, { expect: due }) => {
    const parts = due.frames.filter(({ opcode }) => opcode <= 2).map(({ payload }) => payload ?? '');
    const trace = traceUtf8(hex(parts.join('')));
    lawfulSteps(trace);
    const fault = due.violation?.utf8;
    expect(trace.fault?.kind).toBe(fault?.kind);
    expect(trace.fault?.index).toBe(fault?.offendingInMessage);
  });
});
