import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes/hex.ts';
import { encodeFrame, encodeHixieClose, encodeHixieFrame } from '../../../src/protocol/frame/encode.ts';
import { maskingKey, payloadOf } from '../../../src/protocol/frame/payload.ts';
import { scan } from '../message/scans.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) as Uint8Array;
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const KEY = bytes('37fa213d');

test.each([
  ['81 05 48 65 6c 6c 6f', { opcode: 1, maskingKey: null, payload: text('Hello') }],
  ['81 85 37 fa 21 3d 7f 9f 4d 51 58', { opcode: 1, maskingKey: KEY, payload: text('Hello') }],
  ['01 03 48 65 6c', { fin: false, opcode: 1, maskingKey: null, payload: text('Hel') }],
  ['80 02 6c 6f', { opcode: 0, maskingKey: null, payload: text('lo') }],
  ['8a 85 37 fa 21 3d 7f 9f 4d 51 58', { opcode: 10, maskingKey: KEY, payload: text('Hello') }],
  ['88 82 37 fa 21 3d 34 12', { opcode: 8, maskingKey: KEY, payload: bytes('03e8') }],
  ['81 86 37 fa 21 3d d3 47 81 d8 92 47', { opcode: 1, maskingKey: KEY, payload: text('你好') }],
])('writes the frame %s', (hex, parts) => {
  expect(toHex(encodeFrame(parts))).toBe(hex.replaceAll(' ', ''));
});

test('writes 256 and 65536 bytes with the headers of section 5.7', () => {
  const head = (length: number): string =>
    toHex(encodeFrame({ opcode: 2, maskingKey: null, payload: new Uint8Array(length) }).subarray(0, 10));
  expect(head(256)).toBe('827e0100000000000000');
  expect(head(65536)).toBe('827f0000000000010000');
});

test('writes broken frames when asked to', () => {
  const parts = {
    opcode: 11,
    rsv2: true,
    maskingKey: null,
    payload: text('x'),
    lengthForm: 64,
    declaredLength: 1n << 63n,
  } as const;
  expect(toHex(encodeFrame(parts))).toBe('ab7f800000000000000078');
});

const frames = fc.record({
  fin: fc.boolean(),
  rsv1: fc.boolean(),
  rsv2: fc.boolean(),
  rsv3: fc.boolean(),
  opcode: fc.nat(15),
  maskingKey: fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 })),
  lengthForm: fc.constantFrom(16, 64) as fc.Arbitrary<16 | 64>,
  payload: fc.uint8Array({ maxLength: 200 }),
});

test('what is written is read again, field by field, and written again the same', () => {
  fc.assert(
    fc.property(fc.array(frames, { maxLength: 5 }), (all) => {
      const wire = Uint8Array.from(Buffer.concat(all.map(encodeFrame)));
      const { table, source } = scan(wire);
      expect(table.count).toBe(all.length);
      const again = all.map((parts, i) => {
        const read = {
          fin: table.fin(i),
          rsv1: table.rsv1(i),
          rsv2: table.rsv2(i),
          rsv3: table.rsv3(i),
          opcode: table.opcode(i),
          maskingKey: maskingKey(table, i, source),
          lengthForm: table.lengthForm(i) as 16 | 64,
          payload: payloadOf(table, i, source),
        };
        expect(read).toEqual(parts);
        return encodeFrame(read);
      });
      expect(Uint8Array.from(Buffer.concat(again))).toEqual(wire);
    }),
  );
});

test('writes hixie frames of both forms', () => {
  expect(toHex(encodeHixieFrame({ type: 0, payload: text('Hello') }))).toBe('0048656c6c6fff');
  expect(toHex(encodeHixieFrame({ type: 0x80, payload: new Uint8Array(300) }).subarray(0, 3))).toBe('80822c');
  expect(toHex(encodeHixieClose())).toBe('ff00');
});

test('hixie frames are read again as they were written', () => {
  const parts = fc.record({ type: fc.nat(255), payload: fc.uint8Array({ maxLength: 200, max: 254 }) });
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 5 }), (all) => {
      const { table, source } = scan(Uint8Array.from(Buffer.concat(all.map(encodeHixieFrame))), {
        dialect: 'hixie-76',
      });
      const read = Array.from({ length: table.count }, (_, i) => ({
        type: table.byte0(i),
        payload: Uint8Array.from(payloadOf(table, i, source)),
      }));
      expect(read).toEqual(all);
    }),
  );
});
