import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../../src/components/decode/filter.ts';
import { RAIL, railsOf } from '../../../src/components/decode/rails.ts';
import {
  charRanges,
  EXCERPT,
  excerptOf,
  MAX_EDITABLE,
  type MarkedRange,
  piecesOf,
  wraps,
} from '../../../src/components/decode/ranges.ts';
import { rowOf } from '../../../src/components/decode/rows.ts';
import { loadSample } from '../../../src/components/decode/samples.ts';
import {
  byteAtChar,
  currentRow,
  type Opened,
  openedOf,
  partAt,
  selectionOfByte,
  treeOf,
  wireChars,
} from '../../../src/components/decode/selectors.ts';

const opened = (input: string | Uint8Array, assumptions = {}): Opened =>
  openedOf({ input, form: null, tcp: null, assumptions }).opened as Opened;

const chat = async () => {
  const { input } = await loadSample('chat-whole');
  return { text: input as string, opened: opened(input) };
};

describe('opening', () => {
  test('the same choices give the same object, and no input throws', () => {
    const key = { input: '81 02 68 69', form: null, tcp: null, assumptions: {} };
    expect(openedOf(key)).toBe(openedOf({ ...key }));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()), (input) => {
        expect(openedOf({ input, form: null, tcp: null, assumptions: {} }).error).toBeNull();
      }),
      // The engine has its own tests for this, with many more.
      { numRuns: 40 },
    );
  });

  test('a part that is no longer there gives way to the first', () => {
    const { connection } = opened('81 02 68 69');
    expect(currentRow(connection, 'server-to-client/frame/7')).toBe(0);
    expect(currentRow(opened('nothing').connection, null)).toBe(-1);
  });
});

describe('from characters to bytes and back', () => {
  test('every byte of a two-sided dump is found from its own characters, in a part that holds it', async () => {
    const { text, opened: whole } = await chat();
    const wires = wireChars(whole);
    for (const wire of wires) {
      for (let byte = 0; byte < wire.length; byte += 1) {
        const [start, end] = wire.chars.charsOf(byte);
        expect(text.slice(start, end)).toMatch(/^[0-9a-f]{2}$/);
        const found = byteAtChar(wires, start);
        expect(found).toEqual({ direction: wire.direction, offset: byte });
        const part = partAt(whole.connection, wire.direction, byte);
        expect(part && byte >= part.offset && byte < part.offset + part.length).toBe(true);
      }
    }
  });

  test('a byte leads to the leaf that owns most of its bits', () => {
    const { connection } = opened('81 02 68 69', { direction: 'server-to-client' });
    const part = connection.part(0);
    expect(selectionOfByte(connection, part, 1).path).toBe('server-to-client/frame/0/length-7');
    expect(selectionOfByte(connection, part, 3).span).toEqual({ source: 'server-to-client', start: 24, end: 32 });
  });

  test('bytes of one field are one stretch of text across spaces, but not across lines', () => {
    const text = '81 04 61 62\n63 64';
    const whole = opened(text, { direction: 'server-to-client' });
    const [wire] = wireChars(whole);
    const run = { start: 16, end: 48, every: 0, from: 16, until: 48 };
    const shown = wire && charRanges(wire, text, run, { start: 0, end: text.length });
    expect(shown?.map(({ start, end }) => text.slice(start, end))).toEqual(['61 62', '63 64']);
    // The first byte of a key touches every fourth byte.
    const every = { start: 16, end: 24, every: 16, from: 16, until: 48 };
    expect(wire && charRanges(wire, text, every, { start: 0, end: text.length })).toHaveLength(2);
  });

  test('bytes of base64, which share characters, are one stretch', () => {
    const text = 'gQJoaQ==';
    const [wire] = wireChars(opened(text, { direction: 'server-to-client' }));
    const run = { start: 0, end: 32, every: 0, from: 0, until: 32 };
    expect(wire && charRanges(wire, text, run, { start: 0, end: text.length })).toEqual([{ start: 0, end: 6 }]);
  });

  test('only what is on show is marked', () => {
    const text = '81 04 61 62 63 64';
    const [wire] = wireChars(opened(text, { direction: 'server-to-client' }));
    const run = { start: 0, end: 48, every: 0, from: 0, until: 48 };
    expect(wire && charRanges(wire, text, run, { start: 6, end: 11 })).toEqual([{ start: 6, end: 11 }]);
  });

  test('the pieces of a marked text put together are the text, marked where it was marked', () => {
    const range = fc
      .tuple(fc.nat(60), fc.nat(20), fc.constantFrom('part', 'self', 'problem'))
      .map(([start, length, kind]) => ({ start, end: start + length, kind }) as MarkedRange);
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const view = { start: 5, end: 50 };
        const pieces = piecesOf(view, ranges);
        expect(pieces.map(({ start }) => start)).toEqual([5, ...pieces.slice(0, -1).map(({ end }) => end)]);
        expect(pieces.at(-1)?.end).toBe(50);
        for (const { start, kinds } of pieces) {
          const due = ranges.filter((one) => one.start <= start && start < one.end).map(({ kind }) => kind);
          expect(new Set(kinds)).toEqual(new Set(due));
        }
      }),
    );
  });

  test('an excerpt is short, holds what is looked at, and cuts no character', () => {
    const text = '😀'.repeat(MAX_EDITABLE);
    fc.assert(
      fc.property(fc.nat(text.length - 1), (focus) => {
        const { start, end } = excerptOf(text, focus);
        expect(end - start).toBeLessThanOrEqual(EXCERPT + 2);
        expect(start <= focus && focus < end).toBe(true);
        expect(text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }),
    );
    expect(excerptOf('short', 3)).toEqual({ start: 0, end: 5 });
  });

  test('dumps are not wrapped, one long line is', () => {
    expect(wraps(`${'0000: 81 05 48 65'.padEnd(78)}\n`.repeat(20))).toBe(false);
    expect(wraps('81'.repeat(500))).toBe(true);
  });
});

describe('the list', () => {
  test('fragments are joined past what stands between them', async () => {
    const { opened: whole } = await chat();
    const rails = railsOf(whole.connection) ?? new Uint8Array();
    const first = rails.findIndex((code) => (code & 3) === RAIL.first);
    expect([...rails.subarray(first, first + 4)]).toEqual([
      RAIL.first,
      RAIL.passesServer,
      RAIL.passesServer,
      RAIL.last,
    ]);
    expect(railsOf(opened('81 02 68 69').connection)).toBeNull();
  });

  test('the fragments of a message that never ends stay open', () => {
    const { connection } = opened('01 01 61 89 00 00 01 62', { direction: 'server-to-client' });
    expect([...(railsOf(connection) ?? [])]).toEqual([RAIL.first, RAIL.passesServer, RAIL.last]);
  });

  test('a filter keeps the rows of its kind in order', async () => {
    const { opened: whole } = await chat();
    const kept = (filter: Parameters<typeof rowsOf>[1]) =>
      [...(rowsOf(whole.connection, filter) ?? [])].map((row) => rowOf(whole.connection, row, null).kind);
    expect(kept('handshake')).toEqual(['request', 'response']);
    expect(kept('close')).toEqual(['close', 'close']);
    expect(kept('ping')).toEqual(['ping']);
    expect(kept('problems').length).toBeLessThan(whole.connection.partCount);
  });

  test('a row says what the part says', () => {
    const { connection } = opened('81 85 37 fa 21 3d 7f 9f 4d 51 58 88 84 00 00 00 00 03 e8 68 69');
    const [text, close] = [0, 1].map((row) => rowOf(connection, row, null));
    expect(text).toMatchObject({ kind: 'text', masked: true, size: 5n, excerpt: { kind: 'text', text: 'Hello' } });
    expect(close).toMatchObject({ kind: 'close', excerpt: { kind: 'close', code: 1000, reason: 'hi' } });
  });

  test('a fragment is explained together with its message', () => {
    const { connection } = opened('01 03 48 65 6c 80 02 6c 6f', { direction: 'server-to-client' });
    const tree = treeOf(connection, connection.part(1));
    expect(tree?.children.at(-1)?.path).toBe('server-to-client/message/0');
  });
});
