import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex } from '../../../src/protocol/bytes/hex.ts';
import { bitAt, type FigureLabels, figureOf, figureText, flipBit, rowsOf } from '../../../src/protocol/frame/figure.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) as Uint8Array;
const MASKED = bytes('81 85 37 fa 21 3d 7f 9f 4d 51 58');

const placesOf = (hex: string) => figureOf(bytes(hex)).parts.map(({ field, start, bits }) => [field, start, bits]);
const FIRST_TWO = [
  ['fin', 0, 1],
  ['rsv1', 1, 1],
  ['rsv2', 2, 1],
  ['rsv3', 3, 1],
  ['opcode', 4, 4],
  ['mask', 8, 1],
  ['length-7', 9, 7],
];

test.each<[string, unknown[]]>([
  ['81 00', []],
  ['81 02 48 69', [['payload', 16, 16]]],
  [
    '81 85 37 fa 21 3d 7f 9f 4d 51 58',
    [
      ['masking-key', 16, 32],
      ['payload', 48, 40],
    ],
  ],
  [
    '82 7e 00 7e',
    [
      ['length-16', 16, 16],
      ['payload', 32, 96],
    ],
  ],
  [
    '82 ff 00 00 00 00 00 01 00 00 37 fa 21 3d',
    [
      ['length-64', 16, 64],
      ['masking-key', 80, 32],
      ['payload', 112, 112],
    ],
  ],
  [
    '89 01 48 8a 00',
    [
      ['payload', 16, 8],
      ['unparsed', 24, 16],
    ],
  ],
  ['', []],
  ['81', []],
  [
    '81 ff 00',
    [
      ['length-64', 16, 64],
      ['masking-key', 80, 32],
    ],
  ],
])('the parts of %s lie where section 5.2 has them', (hex, rest) => {
  expect(placesOf(hex)).toEqual([...FIRST_TWO, ...rest]);
});

test('bit 0 is the 0x80 bit of the first byte', () => {
  expect(bitAt(bytes('80 00'), 0)).toBe(1);
  expect(bitAt(bytes('7f ff'), 0)).toBe(0);
  expect(bitAt(bytes('00 80'), 8)).toBe(1);
  expect(bitAt(bytes('80'), 8)).toBeNull();
});

test('a length that no capture holds is announced, and a few rows of it are drawn', () => {
  const { payloadLength, omitted, parts } = figureOf(bytes('82 7f 7f ff ff ff ff ff ff ff'), { payloadRows: 2 });
  expect(payloadLength).toBe(2n ** 63n - 1n);
  expect(parts.at(-1)).toEqual({ field: 'payload', start: 80, bits: 16 + 64 });
  expect(omitted).toBe(2n ** 63n - 1n - 10n);
});

test('rows tile the parts, and their cells hold the bits, however many fit a row', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(8, 16, 32), (some, perRow) => {
      const { parts } = figureOf(some, { payloadRows: 4 });
      let at = 0;
      for (const { start, cells } of rowsOf(parts, some, perRow)) {
        expect(start % perRow).toBe(0);
        for (const cell of cells) {
          expect(cell.start).toBe(at);
          at += cell.bits;
          const own = Array.from({ length: cell.bits }, (_, i) => bitAt(some, cell.start + i));
          expect(cell.value?.toString(2).padStart(cell.bits, '0') ?? null).toBe(
            own.includes(null) ? null : own.join(''),
          );
        }
      }
      expect(at).toBe(parts.reduce((sum, { bits }) => sum + bits, 0));
    }),
  );
});

test('a bit turned over twice is the same bytes; one that is not there changes nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), fc.nat(200), (some, bit) => {
      const once = flipBit(some, bit);
      if (bit < some.length * 8) expect(bitAt(once, bit)).not.toBe(bitAt(some, bit));
      else expect(once).toEqual(some);
      expect(flipBit(once, bit)).toEqual(some);
    }),
  );
});

describe('as text', () => {
  const LABELS: FigureLabels = {
    fin: 'FIN',
    rsv1: 'RSV1',
    rsv2: 'RSV2',
    rsv3: 'RSV3',
    opcode: 'opcode',
    mask: 'MASK',
    'length-7': 'Payload len',
    'length-16': 'Extended payload length',
    'length-64': 'Extended payload length',
    'masking-key': 'Masking-key',
    payload: 'Payload Data',
    unparsed: 'after the frame',
    more: (count) => `... ${count} more bytes of payload`,
  };

  test('the masked Hello is drawn as the RFC draws a frame', () => {
    expect(figureText(figureOf(MASKED), LABELS)).toBe(`\
 0                   1                   2                   3
 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
+-+-+-+-+-------+-+-------------+-------------------------------+
|1|0|0|0|0 0 0 1|1|0 0 0 0 1 0 1|0 0 1 1 0 1 1 1 1 1 1 1 1 0 1 0|
|F|R|R|R|opcode |M| Payload len |          Masking-key          |
|I|S|S|S|  0x1  |A|      5      |             37 fa             |
|N|V|V|V|       |S|             |                               |
| |1|2|3|       |K|             |                               |
+-+-+-+-+-------+-+-------------+-------------------------------+
|0 0 1 0 0 0 0 1 0 0 1 1 1 1 0 1|0 1 1 1 1 1 1 1 1 0 0 1 1 1 1 1|
|          Masking-key          |         Payload Data          |
|             21 3d             |             7f 9f             |
+-------------------------------+---------------+---------------+
|0 1 0 0 1 1 0 1 0 1 0 1 0 0 0 1 0 1 0 1 1 0 0 0|
|                 Payload Data                  |
|                   4d 51 58                    |
+-----------------------------------------------+
`);
  });

  test('every line of a box is as wide as its frame, whatever the bytes and the language', () => {
    const wide = { ...LABELS, opcode: '操作码', 'length-7': '载荷长度', payload: '载荷', 'length-64': '64 位长度' };
    const widthOf = (line: string) => line.replace(/[\u2e80-\uffff]/g, 'xx').length;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (some) => {
        const lines = figureText(figureOf(some), wide).split('\n');
        for (const [i, line] of lines.entries()) {
          if (!line.startsWith('|')) continue;
          const above = lines.slice(0, i).findLast((one) => one.startsWith('+')) as string;
          const own = lines.slice(i).find((one) => one.startsWith('+')) as string;
          expect(widthOf(line)).toBeLessThanOrEqual(Math.max(above.length, own.length));
          expect([above.length, own.length]).toContain(widthOf(line));
        }
      }),
    );
  });

  test('what is not there is a dot, and what is not drawn is counted', () => {
    const text = figureText(figureOf(bytes('82 7e 01')), LABELS);
    expect(text).toContain('|0 0 0 0 0 0 0 1 . . . . . . . .|');
    expect(figureText(figureOf(bytes('82 7e 01 00'), { payloadRows: 0 }), LABELS)).toMatch(/256 more bytes/);
  });
});
