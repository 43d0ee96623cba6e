import { expect, test } from 'vitest';
import { movesBetween, type Place, type Traveller } from '../../../src/components/stage/moves.ts';

const at = (x: number, y: number, width = 40, height = 40): Place => ({ x, y, width, height });
const thing = (id: string, place: Place, from: string | null = null): Traveller => ({ id, from, place });

test('what was there before comes from its old place', () => {
  const moves = movesBetween(new Map([['a', at(10, 20)]]), [thing('a', at(110, 20))], true);
  expect(moves).toEqual([{ index: 0, dx: -100, dy: 0, scale: 1 }]);
});

test('what stays where it was does not move', () => {
  expect(movesBetween(new Map([['a', at(10, 20)]]), [thing('a', at(10.5, 20))], true)).toEqual([]);
});

test('what is new comes from where its origin was', () => {
  const before = new Map([['byte', at(0, 0)]]);
  const now = [thing('byte', at(300, 300)), thing('copy', at(0, 100), 'byte')];
  expect(movesBetween(before, now, true)[1]).toEqual({ index: 1, dx: 0, dy: -100, scale: 1 });
});

test('what is new comes from where its origin is, if that is new too', () => {
  const now = [thing('byte', at(0, 0)), thing('copy', at(0, 100), 'byte')];
  expect(movesBetween(new Map(), now, true)).toEqual([{ index: 1, dx: 0, dy: -100, scale: 1 }]);
});

test('its old place goes before its origin', () => {
  const before = new Map([
    ['byte', at(0, 0)],
    ['copy', at(50, 100)],
  ]);
  expect(movesBetween(before, [thing('copy', at(0, 100), 'byte')], true)).toEqual([
    { index: 0, dx: 50, dy: 0, scale: 1 },
  ]);
});

test('on the way back nothing comes from anything', () => {
  expect(movesBetween(new Map([['byte', at(0, 0)]]), [thing('copy', at(0, 100), 'byte')], false)).toEqual([]);
});

test('what is new and came from nowhere is simply there', () => {
  expect(movesBetween(new Map([['a', at(0, 0)]]), [thing('b', at(9, 99)), thing('c', at(9, 9), 'gone')], true)).toEqual(
    [],
  );
});

test('a small thing grows into a large one, from centre to centre', () => {
  const moves = movesBetween(new Map([['a', at(0, 0, 20, 20)]]), [thing('a', at(100, 0, 40, 40))], true);
  expect(moves).toEqual([{ index: 0, dx: -110, dy: -10, scale: 0.5 }]);
});

test('what is not drawn does not move', () => {
  expect(movesBetween(new Map([['a', at(0, 0)]]), [thing('a', at(100, 0, 0, 0))], true)).toEqual([]);
  expect(movesBetween(new Map([['a', at(0, 0, 0, 0)]]), [thing('a', at(100, 0))], true)).toEqual([]);
});
