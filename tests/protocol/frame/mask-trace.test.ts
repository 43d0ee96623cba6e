import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes/hex.ts';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { keyWord, unmask } from '../../../src/protocol/frame/mask.ts';
import { payloadFor, recoverKey, unmaskReads } from '../../../src/protocol/frame/mask-exercises.ts';
import { type MaskStep, maskTrace } from '../../../src/protocol/frame/mask-trace.ts';
import cases from '../../vectors/masking.json' with { type: 'json' };

/** Inside `ws`, without types. */
const { Sender } = createRequire(import.meta.url)('ws') as {
  Sender: { frame(data: Buffer, options: Readonly<Record<string, unknown>>): Buffer[] };
};

/** A masked frame as `ws` writes it. */
function wsFrame(payload: Uint8Array, key: Uint8Array, opcode: number): string {
  const options = { fin: true, rsv1: false, mask: true, readOnly: true, opcode, generateMask: fill };
  function fill(buffer: Uint8Array) {
    buffer.set(key);
  }
  return Buffer.concat(Sender.frame(Buffer.from(payload), options)).toString('hex');
}

const bytes = (hex: string) => fromHex(hex) as Uint8Array;
const steps = (trace: ReturnType<typeof maskTrace>) =>
  Array.from({ length: trace.stepCount }, (_, i) => trace.step(i) as MaskStep);

const key4 = fc.uint8Array({ minLength: 4, maxLength: 4 });
const payload = fc.uint8Array({ maxLength: 150 });

describe.each(cases.map((one) => [one.id, one] as const))(
  '%s',
  (_, { payload, maskingKey, opcode, cuts, expect: must }) => {
    const clear = bytes(payload);
    const key = bytes(maskingKey);

    test('the watched bytes are those on the wire', () => {
      const trace = maskTrace(clear, key);
      expect(toHex(trace.output)).toBe(must.wire);
      expect(toHex(Uint8Array.from(steps(trace), ({ terms }) => terms[2].value))).toBe(must.wire);
      expect(toHex(maskTrace(bytes(must.wire), key).output)).toBe(payload);
    });

    test('ws and our encoder write the same frame', () => {
      expect(wsFrame(clear, key, opcode)).toBe(must.frame);
      expect(toHex(encodeFrame({ opcode, maskingKey: key, payload: clear }))).toBe(must.frame);
    });

    test.each(['perFrame', 'perRead'] as const)('read in pieces, counting %s', (count) => {
      const reads = unmaskReads(bytes(must.wire), key, cuts, count === 'perFrame' ? 'frame' : 'read');
      expect(reads.map(({ start, end, bytes: out }) => ({ start, end, out: toHex(out) }))).toEqual(
        must.reads.map((read) => ({ start: read.start, end: read.end, out: read[count] })),
      );
    });
  },
);

test('every step is in XOR key, with the key byte of its place, at any position', () => {
  fc.assert(
    fc.property(payload, key4, fc.nat(2 ** 40), (input, key, position) => {
      const trace = maskTrace(input, key, position);
      expect(trace.output).toEqual(unmask(input, keyWord(key), position));
      for (const [i, step] of steps(trace).entries()) {
        const [before, met, after] = step.terms;
        expect(before.value ^ met.value).toBe(after.value);
        expect(step).toMatchObject({ index: i, position: position + i, keyIndex: (position + i) % 4 });
        expect(met.value).toBe(key[step.keyIndex]);
        expect(met.from).toEqual([{ source: 'masking-key', start: step.keyIndex * 8, end: step.keyIndex * 8 + 8 }]);
        expect(step.span).toEqual({ source: 'payload', start: i * 8, end: i * 8 + 8 });
        expect(after.from).toEqual([...before.from, ...met.from]);
      }
    }),
  );
});

test('the outline has a range for each turn of the key, whole or not, and no gap', () => {
  expect(maskTrace(new Uint8Array(9), new Uint8Array(4), 3).outline()).toEqual([
    { phase: 'part-turn', turn: 0, first: 0, count: 1 },
    { phase: 'whole-turn', turn: 1, first: 1, count: 4 },
    { phase: 'whole-turn', turn: 2, first: 5, count: 4 },
  ]);
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (length, position) => {
      const trace = maskTrace(new Uint8Array(length), new Uint8Array(4), position);
      let next = 0;
      for (const { first, count, phase, turn } of trace.outline()) {
        expect(first).toBe(next);
        expect(phase).toBe(count === 4 ? 'whole-turn' : 'part-turn');
        for (let i = first; i < first + count; i += 1) expect(trace.step(i)).toMatchObject({ phase, turn });
        next += count;
      }
      expect(next).toBe(trace.stepCount);
    }),
  );
});

test('outside there is no step, and the inputs stay as they were', () => {
  const input = bytes('48656c6c6f');
  const key = bytes('37fa213d');
  const trace = maskTrace(input, key);
  for (const index of [-1, 5, 0.5, Number.NaN]) expect(trace.step(index)).toBeNull();
  expect(maskTrace(new Uint8Array(0), key)).toMatchObject({ stepCount: 0 });
  expect([toHex(input), toHex(key)]).toEqual(['48656c6c6f', '37fa213d']);
});

describe('recovering the key', () => {
  test('four known bytes anywhere give the whole key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 60 }), key4, fc.nat(60), (clear, key, at) => {
        const position = Math.min(at, clear.length - 4);
        const wire = unmask(clear, keyWord(key));
        const found = recoverKey(wire, clear.subarray(position, position + 4), position);
        expect(found).toEqual({ bytes: [...key], contradiction: null });
      }),
    );
  });

  test('fewer tell the key bytes that they met', () => {
    expect(recoverKey(bytes('7f9f4d5158'), bytes('6c6f'), 3)).toEqual({
      bytes: [0x37, null, null, 0x3d],
      contradiction: null,
    });
  });

  test('a wrong guess contradicts itself where the key comes round again', () => {
    const found = recoverKey(bytes('7f9f4d5158'), new TextEncoder().encode('Hallu'));
    expect(found).toEqual({ bytes: [0x37, 0xfe, 0x21, 0x3d], contradiction: 4 });
  });

  test('what is known beyond the end tells nothing', () => {
    expect(recoverKey(bytes('7f'), bytes('4865'))).toEqual({ bytes: [0x37, null, null, null], contradiction: null });
    expect(recoverKey(new Uint8Array(0), bytes('48'), 7).bytes).toEqual([null, null, null, null]);
  });
});

test('the payload for wanted bytes puts them on the wire for that key', () => {
  fc.assert(
    fc.property(payload, key4, fc.nat(9), (wanted, key, skip) => {
      const filler = new Uint8Array(skip);
      const chosen = Buffer.concat([filler, payloadFor(wanted, key, skip)]);
      expect(wsFrame(chosen, key, 2).endsWith(toHex(wanted))).toBe(true);
    }),
  );
});

test('cuts that cut nothing do nothing', () => {
  const wire = bytes('7f9f4d5158');
  const read = (cuts: number[]) => unmaskReads(wire, bytes('37fa213d'), cuts, 'read').map(({ start }) => start);
  expect(read([])).toEqual([0]);
  expect(read([0, 3, 3, 2, 5, 9])).toEqual([0, 3]);
  expect(unmaskReads(new Uint8Array(0), bytes('37fa213d'), [0], 'frame')).toEqual([]);
});
