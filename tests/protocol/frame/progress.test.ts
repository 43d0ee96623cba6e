import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex } from '../../../src/protocol/bytes/hex.ts';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { type Progress, progressOf } from '../../../src/protocol/frame/progress.ts';
import { scan } from '../message/scans.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) as Uint8Array;

test.each<[hex: string, due: Progress]>([
  ['', { frame: 0, offset: 0, part: 'start', has: 0, needs: 2 }],
  ['81', { frame: 0, offset: 0, part: 'start', has: 1, needs: 1 }],
  ['81 05', { frame: 0, offset: 0, part: 'payload', has: 0, needs: 5 }],
  ['81 05 48 65', { frame: 0, offset: 0, part: 'payload', has: 2, needs: 3 }],
  ['81 85', { frame: 0, offset: 0, part: 'key', has: 0, needs: 4 }],
  ['81 85 37', { frame: 0, offset: 0, part: 'key', has: 1, needs: 3 }],
  ['82 7e', { frame: 0, offset: 0, part: 'length', has: 0, needs: 2 }],
  ['82 fe 00', { frame: 0, offset: 0, part: 'length', has: 1, needs: 1 }],
  ['82 fe 01 00', { frame: 0, offset: 0, part: 'key', has: 0, needs: 4 }],
  ['82 7f 00 00 00', { frame: 0, offset: 0, part: 'length', has: 3, needs: 5 }],
  ['89 00', { frame: 1, offset: 2, part: 'start', has: 0, needs: 2 }],
  ['01 03 48 65 6c 89 00 80', { frame: 2, offset: 7, part: 'start', has: 1, needs: 1 }],
  ['01 03 48 65 6c 80 78 6c', { frame: 1, offset: 5, part: 'payload', has: 1, needs: 119 }],
  ['82 7f 7f ff ff ff ff ff ff ff', { frame: 0, offset: 0, part: 'payload', has: 0, needs: (1n << 63n) - 1n }],
  ['82 7f ff ff ff ff ff ff ff ff 01', { frame: 0, offset: 0, part: 'payload', has: 1, needs: (1n << 64n) - 2n }],
  ['82 7f 00 20 00 00 00 00 00 01 01 02', { frame: 0, offset: 0, part: 'payload', has: 2, needs: 2 ** 53 - 1 }],
])('after %j', (hex, due) => {
  expect(progressOf(bytes(hex))).toEqual(due);
});

/** Frames of any kind and form, and noise that claims lengths of its own. */
const streams = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .record({
            fin: fc.boolean(),
            opcode: fc.nat(15),
            maskingKey: fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 })),
            lengthForm: fc.constantFrom(16, 64) as fc.Arbitrary<16 | 64>,
            payload: fc.uint8Array({ maxLength: 20 }),
          })
          .map(encodeFrame),
      },
      {
        weight: 5,
        arbitrary: fc
          .record({
            opcode: fc.nat(15),
            maskingKey: fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 })),
            payload: fc.oneof(fc.uint8Array({ maxLength: 9 }), fc.uint8Array({ minLength: 124, maxLength: 130 })),
          })
          .map(encodeFrame),
      },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 12 }) },
    ),
    { maxLength: 5 },
  )
  .map((parts) => Uint8Array.from(Buffer.concat(parts)));

test('after any number of bytes it is where the scanner is', () => {
  fc.assert(
    fc.property(streams, (stream) => {
      for (let count = 0; count <= stream.length; count += 1) {
        const { frame, offset, part, has, needs } = progressOf(stream.subarray(0, count));
        const { table } = scan(stream.subarray(0, count));
        const last = table.count - 1;
        const between = last < 0 || table.status(last) === 'complete';
        expect(frame).toBe(between ? last + 1 : last);
        expect(offset).toBe(between ? count : table.offset(last));
        if (between) expect([part, has, needs]).toEqual(['start', 0, 2]);
        else expect(part === 'payload').toBe(table.status(last) === 'payload');
        if (part === 'payload') expect(Number(needs)).toBe(table.declaredEnd(last) - count);
      }
    }),
    { numRuns: 40 },
  );
});

test('each byte is one more of the part, or the last of it', () => {
  fc.assert(
    fc.property(streams, (stream) => {
      const all = Array.from({ length: stream.length + 1 }, (_, count) => progressOf(stream.subarray(0, count)));
      all.slice(1).forEach((then, i) => {
        const now = all[i] as Progress;
        const same = then.frame === now.frame && then.part === now.part;
        if (same !== now.needs > 1 || then.has !== (same ? now.has + 1 : 0)) expect(then).toEqual(now);
        if (same && BigInt(then.needs) !== BigInt(now.needs) - 1n) expect(then).toEqual(now);
      });
    }),
    { numRuns: 150 },
  );
});

test('any bytes at all have a place, and something is always missing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
      const { offset, has, needs } = progressOf(noise);
      expect(Number(needs)).toBeGreaterThan(0);
      expect(offset + has).toBeLessThanOrEqual(noise.length);
    }),
  );
});
