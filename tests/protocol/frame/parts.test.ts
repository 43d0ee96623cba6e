import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes/hex.ts';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { readParts } from '../../../src/protocol/frame/parts.ts';
import { scan } from '../message/scans.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) as Uint8Array;
const latin = (some: Uint8Array): string => Buffer.from(some).toString('latin1');

/** Any bytes, and often ones that look like the start of a frame. */
const anything = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .tuple(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0, 5, 125, 126, 127, 128, 133, 253, 254, 255),
      fc.uint8Array(),
    )
    .map(([first, second, rest]) => Uint8Array.of(first, second, ...rest)),
  fc
    .tuple(fc.constantFrom(126, 254, 127, 255), fc.nat(30), fc.uint8Array({ maxLength: 40 }))
    .map(([second, length, rest]) =>
      Uint8Array.of(0x82, second, ...new Uint8Array((second & 1) === 0 ? 1 : 7), length, ...rest),
    ),
);

test('any bytes with a whole header are written again as they were', () => {
  fc.assert(
    fc.property(anything, (some) => {
      const parts = readParts(some);
      if (parts !== null) expect(toHex(encodeFrame(parts))).toBe(toHex(some));
    }),
    { numRuns: 2000 },
  );
});

test('what is read is what the scanner reads', () => {
  fc.assert(
    fc.property(anything, (some) => {
      const parts = readParts(some);
      const { table, source } = scan(some);
      if (some.length === 0 || table.status(0) === 'header') {
        expect(parts).toBeNull();
        return;
      }
      expect(parts).toMatchObject({
        fin: table.fin(0),
        rsv1: table.rsv1(0),
        rsv2: table.rsv2(0),
        rsv3: table.rsv3(0),
        opcode: table.opcode(0),
        mask: table.masked(0),
        lengthForm: table.lengthForm(0),
        declaredLength: table.exactLength(0, source),
      });
      expect(parts?.payload).toHaveLength(table.presentPayloadLength(0));
    }),
    { numRuns: 500 },
  );
});

test('the masked Hello of section 5.7 and the ping after it', () => {
  const parts = readParts(bytes('81 85 37 fa 21 3d 7f 9f 4d 51 58 89 00'));
  expect(parts).toMatchObject({ fin: true, opcode: 1, mask: true, declaredLength: 5n, lengthForm: 7 });
  expect(latin(parts?.payload ?? bytes(''))).toBe('Hello');
  expect(toHex(parts?.rest ?? bytes(''))).toBe('8900');
});

test.each(['', '81', '81 7e 00', '81 ff 00 00 00 00 00 00 00 00 37 fa 21', '81 85 37 fa 21'])(
  'the header %s is not whole',
  (hex) => expect(readParts(bytes(hex))).toBeNull(),
);

test('a MASK bit without a key, and a key without the bit, can be written', () => {
  const common = { opcode: 1, payload: Uint8Array.of(0x48) };
  expect(toHex(encodeFrame({ ...common, mask: true, maskingKey: null }))).toBe('818148');
  expect(toHex(encodeFrame({ ...common, mask: false, maskingKey: bytes('37fa213d') }))).toBe('810137fa213d7f');
});
