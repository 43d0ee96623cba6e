import { describe, expect, test } from 'vitest';
import { connect } from '../../../src/protocol/connection/connect.ts';
import { RULES } from '../../../src/protocol/model/rules.ts';
import { bytesOf } from '../vectors.ts';

const direction = 'server-to-client';

/** A stream in which `length` bytes from `offset` on were lost. */
function lossy(hex: string, offset: number, length: number) {
  const bytes = bytesOf(hex);
  bytes.fill(0, offset, offset + length);
  return connect([{ direction, bytes, gaps: [{ offset, length, missing: length }] }]);
}

describe('bytes that nobody captured', () => {
  const text = '810548656c6c6f';

  test.each([1, 1460, 1 << 20])('%i of them at a frame border accuse nobody and invent no frames', (length) => {
    const connection = lossy(`${text}${'00'.repeat(length)}${text}`, 7, length);
    const { list } = connection.issues();
    expect(list.map(({ rule, part }) => [rule, part])).toEqual([['bytes-missing', `${direction}/rest`]]);
    expect(connection.directions[direction].frames.count).toBe(1);
    expect(connection.partCount).toBe(2);
    expect(connection.part(1)).toMatchObject({ kind: 'unparsed', offset: 7, length: length + 7 });
    expect(connection.rowOf(`${direction}/rest`)).toBe(1);
    expect(connection.explain(`${direction}/rest`)?.span).toMatchObject({ start: 56 });
  });

  test('inside a payload leave the frames behind them readable', () => {
    const connection = lossy(`${text}${text}`, 3, 2);
    expect(connection.directions[direction].frames.count).toBe(2);
    expect(connection.issues().list.map(({ rule }) => rule)).toEqual(['bytes-missing']);
  });

  test('inside a masked text do not make it invalid', () => {
    const masked = '818537fa213d7f9f4d5158';
    const bytes = bytesOf(masked);
    bytes.fill(0, 7, 9);
    const gaps = [{ offset: 7, length: 2, missing: 2 }];
    const { list } = connect([{ direction: 'client-to-server', bytes, gaps }]).issues();
    expect(list.filter(({ rule }) => RULES[rule].severity === 'error')).toEqual([]);
  });

  test('inside a header end the reading there', () => {
    const connection = lossy(`${text}827e0100${'00'.repeat(256)}${text}`, 8, 2);
    expect(connection.directions[direction].strict).toBeNull();
    expect(connection.part(connection.partCount - 1).offset).toBe(8);
  });

  test('may be many', () => {
    const gaps = Array.from({ length: 200_000 }, () => ({ offset: 3, length: 0, missing: 5 }));
    expect(connect([{ direction, bytes: bytesOf(text), gaps }]).issues().total).toBeGreaterThan(0);
  });
});
