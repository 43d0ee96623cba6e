import { expect, test } from 'vitest';
import type { Direction } from '../../../src/protocol/bytes/span.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import { bytesOf } from '../vectors.ts';

const PING = '8900';
const PONG = '8a00';
const C: Direction = 'client-to-server';
const S: Direction = 'server-to-client';

function read(ordered: boolean, ...pushes: readonly (readonly [Direction, string])[]) {
  const connection = new Connection({ dialect: 'rfc6455' }, ordered);
  for (const [direction, hex] of pushes) {
    connection.push(direction, bytesOf(hex));
    // Looking in between must not change what is found in the end.
    connection.issues();
  }
  connection.end();
  const unasked = connection.issues().list.filter(({ rule }) => rule === 'pong-unsolicited');
  return { pings: connection.pings(), unasked: unasked.map(({ part }) => part) };
}

test('a pong answers the ping before it, not the one to come', () => {
  const { pings, unasked } = read(true, [C, PONG], [S, PING], [C, PONG]);
  expect(pings).toEqual([{ from: S, ping: 0, pong: 1 }]);
  expect(unasked).toEqual([`${C}/frame/0`]);
});

test('a pong called unsolicited is taken back when its ping turns up', () => {
  const { pings, unasked } = read(false, [S, PONG], [C, PING]);
  expect(pings).toEqual([{ from: C, ping: 0, pong: 0 }]);
  expect(unasked).toEqual([]);
});

test('of several pings the latest is enough, and the skipped ones stay unanswered', () => {
  const { pings } = read(true, [S, '890161'], [S, '890162'], [C, '8a0162']);
  expect(pings).toEqual([
    { from: S, ping: 0, pong: null },
    { from: S, ping: 1, pong: 0 },
  ]);
});
