import { createHash } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { framed } from '../../../src/components/home/framed.ts';
import { EXAMPLE_KEY, newKey, readKey, writeKey } from '../../../src/components/home/key.ts';
import { letters } from '../../../src/components/home/letters.ts';
import { moveInTravel, travelRows } from '../../../src/components/home/travel.ts';
import en from '../../../src/components/words/en/fields/frame.ts';
import zh from '../../../src/components/words/zh/fields/frame.ts';
import { ChunkedSource } from '../../../src/protocol/bytes/source.ts';
import { explainFrameOf } from '../../../src/protocol/message/explain-frame.ts';
import { createScan } from '../../../src/protocol/message/scan.ts';
import { DIALECTS } from '../../../src/protocol/model/drafts.ts';
import { walk } from '../../../src/protocol/model/node.ts';

/** Its types leave this class out. */
const { Receiver } = createRequire(import.meta.url)('ws') as {
  Receiver: new (options: { isServer: boolean }) => EventEmitter & { write(bytes: Uint8Array): void };
};

const KEY = readKey(EXAMPLE_KEY) as Uint8Array;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** What the receiver of `ws`, which we did not write, reads from the bytes. */
function readByWs(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const receiver = new Receiver({ isServer: true });
    receiver.on('message', (data: Buffer) => resolve(data.toString()));
    receiver.on('error', reject);
    receiver.write(Buffer.from(bytes));
  });
}

describe('the frame of a message', () => {
  test.each([
    ['Hello', '818537fa213d7f9f4d5158'],
    ['你好', '818637fa213dd34781d89247'],
    ['', '818037fa213d'],
  ])('%j is %s', (message, expected) => {
    expect(hex(framed(message, KEY).bytes)).toBe(expected);
  });

  test.each([
    [125, 7, 6],
    [126, 16, 8],
    [65_535, 16, 8],
    [65_536, 64, 14],
  ])('of %i bytes takes the %i-bit length and a header of %i bytes', (length, form, header) => {
    const frame = framed('x'.repeat(length), KEY);
    expect([frame.form, frame.headerLength, frame.bytes.length]).toEqual([form, header, header + length]);
  });

  test.each(['Hello', '', '👋🏽 emoji', 'x'.repeat(70_000)])('is read back by ws', async (message) => {
    expect(await readByWs(framed(message, newKey()).bytes)).toBe(message);
  });

  test('is explained without a problem', () => {
    expect(framed('Hello', KEY).tree.issues).toEqual([]);
  });

  test('is explained as it is in a whole connection, whatever is typed', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 120, max: 300 }).map((length) => 'x'.repeat(length)),
    );
    const keys = fc.oneof(fc.constant(new Uint8Array(4)), fc.uint8Array({ minLength: 4, maxLength: 4 }));
    fc.assert(
      fc.property(texts, keys, (message, key) => {
        const { bytes, tree } = framed(message, key);
        const source = new ChunkedSource('client-to-server');
        const scan = createScan({ direction: 'client-to-server', dialect: DIALECTS.rfc6455, source });
        source.push(bytes);
        scan.push(bytes);
        scan.end();
        expect(tree).toEqual(explainFrameOf(scan, 0));
      }),
      // The header grows once more here; to compare so many bytes takes its time.
      { examples: [65_535, 65_536].map((length) => ['x'.repeat(length), KEY]) },
    );
  });

  test('has only fields whose words come with the first view', () => {
    const fields = ['', 'x'.repeat(200), 'x'.repeat(70_000)].flatMap((message) =>
      [...walk(framed(message, KEY).tree)].map(({ field }) => field),
    );
    expect([...new Set(fields)].sort()).toEqual(Object.keys(en).sort());
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });
});

test.each([
  ['37 fa 21 3d', '37fa213d'],
  ['37FA213D', '37fa213d'],
  ['0x37, 0xfa, 0x21, 0x3d', '37fa213d'],
  ['37:fa:21:3d', '37fa213d'],
])('the key %j is read', (text, expected) => {
  expect(hex(readKey(text) ?? new Uint8Array(0))).toBe(expected);
});

test.each(['', '37 fa 21', '37 fa 21 3d 00', '37 fa 21 3', 'xyzw 1234'])('the key %j is not', (text) => {
  expect(readKey(text)).toBeNull();
});

test('a key is written as it is read', () => {
  expect(writeKey(KEY)).toBe(EXAMPLE_KEY);
  const key = newKey();
  expect(readKey(writeKey(key))).toEqual(key);
});

test('new keys differ', () => {
  const seen = new Set(Array.from({ length: 50 }, () => createHash('sha1').update(newKey()).digest('hex')));
  expect(seen.size).toBeGreaterThan(45);
});

test('letters stand over the bytes they take', () => {
  expect(letters('a 你👋\0', 20)).toEqual([
    { text: 'a', start: 0, length: 1 },
    { text: '␣', start: 1, length: 1 },
    { text: '你', start: 2, length: 3 },
    { text: '👋', start: 5, length: 4 },
    { text: '␀', start: 9, length: 1 },
  ]);
});

test('a letter that does not fit whole is cut with its bytes', () => {
  expect(letters('你好', 4)).toEqual([
    { text: '你', start: 0, length: 3 },
    { text: '好', start: 3, length: 1 },
  ]);
});

describe('the picture of masking', () => {
  const frame = framed('Hello', KEY);
  const rows = travelRows(frame, frame.headerLength, 5);
  const bytes = (row: number) => rows[row]?.map((cell) => cell.byte.toString(16).padStart(2, '0')).join(' ');

  test('has the payload, the key repeated, and the frame, one under the other', () => {
    expect(bytes(0)).toBe('48 65 6c 6c 6f');
    expect(bytes(1)).toBe('37 fa 21 3d 37');
    expect(bytes(2)).toBe('81 85 37 fa 21 3d 7f 9f 4d 51 58');
    for (const [i, cell] of (rows[0] ?? []).entries()) {
      expect(cell.byte ^ (rows[1]?.[i]?.byte ?? 0)).toBe(rows[2]?.[6 + i]?.byte);
      expect(cell.column).toBe(rows[2]?.[6 + i]?.column);
    }
  });

  test('can be walked', () => {
    const e = rows[0]?.[1];
    if (!e) throw new Error('no cell');
    expect(moveInTravel(rows, e, 'ArrowDown')).toMatchObject({ row: 'key', byte: 0xfa });
    expect(moveInTravel(rows, e, 'ArrowRight')).toMatchObject({ row: 'payload', byte: 0x6c });
    expect(moveInTravel(rows, e, 'ArrowUp')).toBeNull();
    expect(moveInTravel(rows, e, 'End')).toMatchObject({ row: 'payload', byte: 0x6f });
  });
});
