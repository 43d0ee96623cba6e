import { describe, expect, test } from 'vitest';
import { fromHex } from '../../../src/protocol/bytes/hex.ts';
import type { DialectId } from '../../../src/protocol/model/drafts.ts';
import { allIssues, type Setting, scan } from './scans.ts';

/** Rule and wire offset of every issue. */
function faults(hex: string, setting: Setting = {}): [string, number][] {
  const bytes = fromHex(hex.replaceAll(' ', '')) as Uint8Array;
  return allIssues(scan(bytes, { direction: 'server-to-client', ...setting })).map(({ rule, offset }) => [
    rule,
    offset,
  ]);
}

const client: Setting = { direction: 'client-to-server' };

test.each([
  ['a frame that keeps every rule', '81 05 48 65 6c 6c 6f', []],
  ['RSV2', 'a1 00', [['rsv-nonzero', 0]]],
  ['a reserved opcode', '83 00', [['reserved-opcode', 0]]],
  ['a reserved control opcode', '8b 00', [['reserved-opcode', 0]]],
  ['a ping without FIN', '09 00', [['control-fragmented', 0]]],
  ['a continuation of nothing', '81 00 80 00', [['unexpected-continuation', 2]]],
  ['a new message inside another', '01 00 81 00', [['expected-continuation', 2]]],
  ['an opcode nobody knows inside a message', '01 00 83 00 80 00', [['reserved-opcode', 2]]],
  ['a masked server frame', '81 80 01 02 03 04', [['masked-server-frame', 1]]],
  ['a ping of 126 bytes', `89 7e 00 7e ${'00'.repeat(126)}`, [['control-too-long', 1]]],
  ['a short ping with a long length form', '89 7e 00 00', [['length-not-minimal', 2]]],
  ['16 bits where 7 do', '82 7e 00 01 00', [['length-not-minimal', 2]]],
  ['64 bits where 16 do', '82 7f 00 00 00 00 00 00 00 01 00', [['length-not-minimal', 2]]],
  ['a Close body of one byte', '88 01 03', [['close-payload-length-1', 2]]],
  [
    'a Close body of one byte that is not there',
    '88 01',
    [
      ['close-payload-length-1', 1],
      ['bytes-end-inside-frame', 2],
    ],
  ],
  ['close code 1005', '88 02 03 ed', [['close-code-invalid', 2]]],
  ['close code 5000', '88 02 13 88', []],
  ['a reason that is not UTF-8', '88 05 03 e8 61 ff 62', [['close-reason-invalid-utf8', 5]]],
  ['a reason cut inside a character', '88 04 03 e8 e2 82', [['close-reason-invalid-utf8', 5]]],
  ['a frame after Close', '88 00 89 00', [['frame-after-close', 2]]],
  ['bytes that end inside a header', '82 7e 01', [['bytes-end-inside-frame', 3]]],
  [
    'bytes that end after one byte',
    'f1',
    [
      ['rsv-nonzero', 0],
      ['bytes-end-inside-frame', 1],
    ],
  ],
  [
    'bytes that end inside a key, the length being known',
    '89 ff 00 00 00 00 00 00 00 7e 01',
    [
      ['control-too-long', 1],
      ['masked-server-frame', 1],
      ['length-not-minimal', 2],
      ['bytes-end-inside-frame', 11],
    ],
  ],
  ['bytes that end inside a message', '01 01 61', [['bytes-end-inside-message', 3]]],
] as [string, string, [string, number][]][])('%s', (_, hex, wanted) => {
  expect(faults(hex)).toEqual(wanted);
});

test('a length with its top bit set is told exactly', () => {
  const bytes = fromHex('827f8000000000000001') as Uint8Array;
  const made = scan(bytes, { direction: 'server-to-client' });
  expect(made.table.exactLength(0, made.source)).toBe((1n << 63n) + 1n);
  expect(allIssues(made)).toMatchObject([
    { rule: 'length-msb-set', offset: 2, values: { length: '9223372036854775809' } },
    { rule: 'bytes-end-inside-frame', offset: 10 },
  ]);
});

describe('masking keys', () => {
  test('of zero are told each time', () => {
    expect(faults('8180 00000000 8180 00000000', client)).toEqual([
      ['masking-key-zero', 2],
      ['masking-key-zero', 8],
    ]);
  });

  test('are told to repeat only once', () => {
    expect(faults(`8180 01020304 8180 01020304 8180 01020304`, client)).toEqual([['masking-key-repeated', 8]]);
  });

  test('of all ones are like any other at first', () => {
    expect(faults('8180 ffffffff', client)).toEqual([]);
  });
});

describe('permessage-deflate', () => {
  const setting = { deflate: { windowBits: 15, noContextTakeover: false } };

  test('owns RSV1 on the first frame of a message', () => {
    expect(faults('c1 01 00', setting)).toEqual([]);
    expect(faults('c1 01 00')).toEqual([['rsv-nonzero', 0]]);
  });

  test('has rules for RSV1 elsewhere', () => {
    expect(faults('41 00 c0 01 00 c9 00', setting)).toEqual([
      ['rsv1-on-continuation', 2],
      ['rsv1-on-control', 5],
    ]);
  });

  test('leaves RSV2, and opcodes nobody knows, as they were', () => {
    expect(faults('e1 01 00 c3 00', setting)).toEqual([
      ['rsv-nonzero', 0],
      ['rsv-nonzero', 3],
      ['reserved-opcode', 3],
    ]);
  });
});

/** RSV1 on the first frame of a message, on a continuation, on a ping. */
test.each([
  ['version-7', false, [[], [], []]],
  ['version-7', true, [[], [], []]],
  ['version-8', false, [['rsv-nonzero'], ['rsv-nonzero'], ['rsv-nonzero']]],
  ['version-8', true, [[], ['rsv1-on-continuation'], ['rsv1-on-control']]],
  ['rfc6455', false, [['rsv-nonzero'], ['rsv-nonzero'], ['rsv-nonzero']]],
  ['rfc6455', true, [[], ['rsv1-on-continuation'], ['rsv1-on-control']]],
] as [DialectId, boolean, string[][]][])(
  'RSV1 in %s, with permessage-deflate %s, is judged by place',
  (dialect, agreed, wanted) => {
    const deflate = agreed ? { windowBits: 15, noContextTakeover: false } : null;
    const found = ['c2 01 00', '02 00 c0 00', 'c9 00'].map((hex) =>
      faults(hex, { dialect, deflate }).map(([rule]) => rule),
    );
    expect(found).toEqual(wanted);
  },
);

describe('a text cut into frames', () => {
  test('may be cut inside a character, with a ping in between', () => {
    expect(faults('01 01 e2 89 00 00 01 82 80 01 ac')).toEqual([]);
  });

  test('fails at the byte that decides, in the frame that holds it', () => {
    const hex = '01 02 61 e2 80 01 28';
    expect(faults(hex)).toEqual([['invalid-utf8', 6]]);
  });

  test('that ends inside a character fails at its last byte, though an empty frame ends it', () => {
    const wanted = (offset: number, direction: string): object[] => [
      { rule: 'invalid-utf8', offset, part: `${direction}/frame/0`, values: { detectedIn: 1 } },
    ];
    const plain = scan(fromHex('0102e2828000') as Uint8Array, { direction: 'server-to-client' });
    expect(allIssues(plain)).toMatchObject(wanted(3, 'server-to-client'));
    const masked = scan(fromHex('018201020304e380808006070809') as Uint8Array);
    expect(allIssues(masked).slice(0, 1)).toMatchObject(wanted(7, 'client-to-server'));
  });

  test('has one fault, not one a frame', () => {
    expect(faults('01 01 ff 00 01 ff 80 01 ff')).toEqual([['invalid-utf8', 2]]);
  });
});

test('a message too big for the limit is told once, at the frame that passes it', () => {
  const setting = { maxMessageBytes: 3 };
  expect(faults('02 02 0000 00 02 0000 80 02 0000', setting)).toEqual([['message-too-big', 5]]);
  expect(faults('82 03 000000', setting)).toEqual([]);
});

test.each([
  ['version-7', 'a1 00', []],
  ['version-8', 'a1 00', [['rsv-nonzero', 0]]],
  ['version-8', '82 7e 00 01 00', []],
  ['version-7', '81 01 ff', [['utf8-replaced', 2]]],
  ['version-8', '81 01 ff', [['invalid-utf8', 2]]],
  ['version-7', '88 02 03 ec', []],
  ['version-8', '88 02 03 ec', []],
  ['rfc6455', '88 02 03 ec', [['close-code-invalid', 2]]],
  ['version-7', '88 02 03 ed', []],
  ['version-8', '88 02 03 ed', [['close-code-invalid', 2]]],
] as [DialectId, string, [string, number][]][])('%s judges %s by its own rules', (dialect, hex, wanted) => {
  expect(faults(hex, { dialect })).toEqual(wanted);
});

test('in the middle of a connection only the first continuation is forgiven', () => {
  expect(faults('89 00 00 00 80 00 80 00', { midStream: true })).toEqual([
    ['continues-unseen-message', 2],
    ['unexpected-continuation', 6],
  ]);
  expect(faults('81 00 80 00', { midStream: true })).toEqual([['unexpected-continuation', 2]]);
});

test('a scan that goes on after its end takes the end back', () => {
  const bytes = fromHex('010161') as Uint8Array;
  const made = scan(bytes, { direction: 'server-to-client' });
  made.push(fromHex('800162') as Uint8Array);
  made.end();
  expect([made.table.issueBits(0), made.table.issueBits(1)]).toEqual([0, 0]);
});
