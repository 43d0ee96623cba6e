import { describe, expect, test } from 'vitest';
import { fromHex } from '../../../src/protocol/bytes/hex.ts';
import { explainFrameOf } from '../../../src/protocol/message/explain-frame.ts';
import type { DialectId } from '../../../src/protocol/model/drafts.ts';
import { type FieldNode, walk } from '../../../src/protocol/model/node.ts';
import { type Setting, scan } from '../message/scans.ts';

function explained(hex: string, setting: Setting = {}, frame = 0): FieldNode {
  const bytes = fromHex(hex.replaceAll(' ', '')) as Uint8Array;
  return explainFrameOf(scan(bytes, setting), frame);
}

/** Field, first and last bit, value: as short as a table. */
function fields(node: FieldNode): unknown[] {
  return [...walk(node)].map(({ field, span, value, status }) => {
    const shown = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
    const row: unknown[] = [field, span?.start, span?.end, shown];
    return status === 'complete' ? row : [...row, status];
  });
}

const server: Setting = { direction: 'server-to-client' };

test('names every bit of the masked Hello of section 5.7', () => {
  expect(fields(explained('81 85 37 fa 21 3d 7f 9f 4d 51 58'))).toEqual([
    ['frame', 0, 88, null],
    ['fin', 0, 1, true],
    ['rsv1', 1, 2, false],
    ['rsv2', 2, 3, false],
    ['rsv3', 3, 4, false],
    ['opcode', 4, 8, 1],
    ['mask', 8, 9, true],
    ['length-7', 9, 16, 5],
    ['masking-key', 16, 48, '37fa213d'],
    ['payload', 48, 88, '7f9f4d5158'],
    ['payload-unmasked', 0, 40, '48656c6c6f'],
    ['text', 0, 40, 'Hello'],
  ]);
});

test('says that the unmasked payload was computed from the key and the payload', () => {
  const payload = explained('81 85 37 fa 21 3d 7f 9f 4d 51 58').children.at(-1);
  expect(payload?.children[0]).toMatchObject({
    path: 'client-to-server/frame/0/payload-unmasked',
    span: { source: 'client-to-server/frame/0/unmasked' },
    from: [
      { source: 'client-to-server', start: 16, end: 48 },
      { source: 'client-to-server', start: 48, end: 88 },
    ],
  });
});

test('puts text directly under an unmasked payload', () => {
  expect(fields(explained('81 02 68 69', server)).slice(8)).toEqual([
    ['payload', 16, 32, '6869'],
    ['text', 16, 32, 'hi'],
  ]);
});

test('takes a Close body apart', () => {
  expect(fields(explained('88 04 03 e8 6f 6b', server)).slice(8)).toEqual([
    ['payload', 16, 48, '03e86f6b'],
    ['close-code', 16, 32, 1000],
    ['close-reason', 32, 48, 'ok'],
  ]);
  expect(fields(explained('88 01 03', server)).slice(9)).toEqual([['close-code', 16, 24, null, 'incomplete']]);
});

test('gives 16-bit lengths as numbers and 64-bit lengths exactly', () => {
  const sixteen = explained(`82 7e 00 80 ${'00'.repeat(128)}`, server);
  expect(sixteen.children.map(({ field, value }) => [field, value])).toContainEqual(['length-16', 128]);
  const huge = explained('82 7f 7f ff ff ff ff ff ff ff', server);
  expect(huge.children.map(({ field, value }) => [field, value])).toContainEqual(['length-64', (1n << 63n) - 1n]);
});

describe('bytes that end too early', () => {
  test.each([
    ['81', [['mask', 8, 8, null, 'incomplete']]],
    ['81 fe', [['length-16', 16, 16, null, 'incomplete']]],
    ['81 fe 00', [['length-16', 16, 24, null, 'incomplete']]],
    ['81 ff 00 00 00', [['length-64', 16, 40, null, 'incomplete']]],
    ['81 85', [['masking-key', 16, 16, null, 'incomplete']]],
    ['81 85 37 fa', [['masking-key', 16, 32, null, 'incomplete']]],
    ['81 85 37 fa 21 3d', [['payload', 48, 48, '', 'incomplete']]],
  ])('after %s the missing field is the last one', (hex, wanted) => {
    const rows = fields(explained(hex));
    expect(rows[0]).toEqual(['frame', 0, hex.replaceAll(' ', '').length * 4, null, 'incomplete']);
    expect(rows.slice(-1)).toEqual(wanted);
  });

  test('show the text that came', () => {
    expect(fields(explained('81 85 37 fa 21 3d 7f 9f')).slice(-2)).toEqual([
      ['payload-unmasked', 0, 16, '4865', 'incomplete'],
      ['text', 0, 16, 'He', 'incomplete'],
    ]);
  });
});

test('a continuation is text where its message is', () => {
  const frames = '01 01 68 80 01 69 82 01 69';
  expect(fields(explained(frames, server, 1)).at(-1)).toEqual(['text', 40, 48, 'i']);
  expect(fields(explained(frames, server, 2)).at(-1)).toEqual(['payload', 64, 72, '69']);
});

test('a compressed payload is not shown as text', () => {
  const setting = { ...server, deflate: { windowBits: 15, noContextTakeover: false } };
  expect(fields(explained('c1 01 00', setting)).at(-1)).toEqual(['payload', 16, 24, '00']);
});

test('puts each issue on the field that shows it', () => {
  const node = explained('b1 02 61 ff', server);
  const places = [...walk(node)].flatMap(({ field, issues }) => issues.map(({ rule }) => [field, rule]));
  expect(places).toEqual([['rsv2', 'rsv-nonzero']]);
  const masked = explained('89 ff 00 00 00 00 00 00 00 7e 00 00 00 00', server);
  expect([...walk(masked)].flatMap(({ field, issues }) => issues.map(({ rule }) => [field, rule]))).toEqual([
    ['frame', 'bytes-end-inside-frame'],
    ['mask', 'masked-server-frame'],
    ['length-7', 'control-too-long'],
    ['length-64', 'length-not-minimal'],
    ['masking-key', 'masking-key-zero'],
  ]);
  const bad = explained('81 82 01 02 03 04 60 fd');
  expect(
    [...walk(bad)].flatMap(({ field, issues }) => issues.map(({ rule, span }) => [field, rule, span.start])),
  ).toEqual([['text', 'invalid-utf8', 8]]);
});

test('a huge payload is not copied into the value', () => {
  const node = explained(`82 7f 00 00 00 00 00 02 00 00 ${'00'.repeat(131072)}`, server);
  const payload = node.children.at(-1);
  expect(payload?.span).toMatchObject({ start: 80, end: 80 + 131072 * 8 });
  expect(payload?.value).toHaveLength(65536);
});

test.each([
  [
    'hixie-75',
    '00 68 69 ff',
    [
      ['frame-type', 0, 8, 0],
      ['payload', 8, 24, '6869'],
      ['text', 8, 24, 'hi'],
      ['frame-end', 24, 32, 255],
    ],
  ],
  [
    'hixie-76',
    '80 02 61 62',
    [
      ['frame-type', 0, 8, 128],
      ['hixie-length', 8, 16, 2],
      ['payload', 16, 32, '6162'],
    ],
  ],
  [
    'hixie-76',
    'ff 00',
    [
      ['frame-type', 0, 8, 255],
      ['hixie-length', 8, 16, 0],
      ['payload', 16, 16, ''],
    ],
  ],
  [
    'hixie-76',
    '80 82',
    [
      ['frame-type', 0, 8, 128],
      ['hixie-length', 8, 16, null, 'incomplete'],
    ],
  ],
  [
    'hixie-76',
    '00 68',
    [
      ['frame-type', 0, 8, 0],
      ['payload', 8, 16, '68', 'incomplete'],
      ['text', 8, 16, 'h', 'incomplete'],
    ],
  ],
] as [DialectId, string, unknown[][]][])('takes the %s frame %s apart', (dialect, hex, wanted) => {
  expect(fields(explained(hex, { dialect })).slice(1)).toEqual(wanted);
});
