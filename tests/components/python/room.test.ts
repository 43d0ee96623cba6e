import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../../src/components/python/compare.ts';
import { EXAMPLE_IDS, EXAMPLES, spacedHex, typedBytes } from '../../../src/components/python/data.ts';
import { oursOf } from '../../../src/components/python/ours.ts';
import { rolesOf } from '../../../src/components/python/roles.ts';
import type { PyValue, Step } from '../../../src/components/python/runtime/answer.ts';
import { parseSaved } from '../../../src/components/python/saved.ts';
import { parserOf, STARTS } from '../../../src/components/python/starts.ts';
import { asByte, linesAt, touchedAt, variablesAt } from '../../../src/components/python/stepping.ts';

test('typed hex is read whatever stands between, and what is wrong is named', () => {
  expect(typedBytes('0x81, 85:37\\xfa\n')).toEqual({ bytes: Uint8Array.of(0x81, 0x85, 0x37, 0xfa), problem: null });
  expect(typedBytes('')).toEqual({ bytes: new Uint8Array(0), problem: null });
  expect(typedBytes('81 8')).toMatchObject({ problem: 'odd' });
  expect(typedBytes('81 8g')).toMatchObject({ problem: 'badDigit', found: 'g' });
  expect(typedBytes('81 😀')).toMatchObject({ problem: 'badDigit', found: '😀' });
  expect(typedBytes('00'.repeat(70_001))).toMatchObject({ problem: 'tooLong' });
  fc.assert(fc.property(fc.uint8Array(), (data) => void expect(typedBytes(spacedHex(data)).bytes).toEqual(data)));
});

test('every example is what its name says', () => {
  const said = EXAMPLE_IDS.map((id) => {
    const { frames, end, at } = oursOf(EXAMPLES[id], null);
    return [id, frames.length, end.kind === 'refused' ? end.rules[0] : EXAMPLES[id].length - at];
  });
  expect(said).toEqual([
    ['two', 2, 1],
    ['half', 0, 8],
    ['close', 1, 0],
    ['long', 1, 0],
    ['fragments', 3, 0],
    ['unmasked', 0, 'unmasked-client-frame'],
    ['rsv', 0, 'rsv-nonzero'],
    ['minimal', 0, 'length-not-minimal'],
  ]);
});

test('what a beginning proves is said at once, as parse_frame should', () => {
  const rules = (hex: string) => {
    const { end } = oursOf(typedBytes(hex).bytes ?? new Uint8Array(0), null);
    return end.kind === 'refused' ? end.rules : [];
  };
  expect(rules('89 fe')).toEqual(['control-too-long']);
  expect(rules('82 ff 80')).toEqual(['length-msb-set']);
  expect(rules('c1')).toEqual(['rsv-nonzero']);
  expect([rules('82 ff 7f'), rules('82 fe 00'), rules('82'), rules('')]).toEqual([[], [], [], []]);
});

test('what was stored is used as far as it can be', () => {
  const nothing = { start: 'own', codes: {}, text: null };
  for (const text of [null, '', 'null', '[]', '{"start":3}', '{"codes":[1]}', '{"text":{}}', 'rubbish']) {
    expect(parseSaved(text)).toEqual(nothing);
  }
  const good = { start: 'wrong', codes: { own: 'x = 1' }, text: '81' };
  expect(parseSaved(JSON.stringify(good))).toEqual(good);
  expect(parseSaved('{"codes":{"own":"a","other":"b"}}').codes).toEqual({ own: 'a' });
});

test('what stands in the room is the parse_frame of the server, and nothing else of it', () => {
  const code = STARTS.server;
  expect(code).toMatch(/\n\n\ndef parse_frame\(data: bytes, limit/);
  expect(code).not.toMatch(/asyncio|build_frame|socket/);
  expect(() => parserOf('print("another file")')).toThrow(/no statement/);
  expect(code).toContain('\nfrom typing import NamedTuple\n');
});

test('the wrong start holds the very parse that lesson 14 reads, fitted to the room', () => {
  const file = readFileSync('src/components/python/starts/wrong.py', 'utf8');
  const [parse] = /^def parse\([\s\S]*?(?=\n\n\n)/m.exec(file) ?? [];
  expect(parse).toContain('return str(clear, "utf-8")');
  expect(STARTS.wrong).toContain(`\n\n\n${parse}\n\n\ndef parse_frame(`);
  expect(STARTS.wrong).not.toMatch(/recv|# What a client sends/);
});

test('a byte has the colour of what it is for', () => {
  const data = EXAMPLES.two;
  const { frames, at } = oursOf(data, null);
  const roles = rolesOf(data, frames, at);
  expect(roles.slice(0, 7)).toEqual(['control', 'length', 'mask', 'mask', 'mask', 'mask', 'payload']);
  expect(roles[11]).toBe('control');
  expect(roles.at(-1)).toBe('control');
  expect(rolesOf(EXAMPLES.long, [], 0).slice(0, 9)).toEqual([
    'control',
    ...['length', 'length', 'length'],
    ...['mask', 'mask', 'mask', 'mask'],
    'payload',
  ]);
});

test('a comparison finds every difference, and none where there is none', () => {
  const data = EXAMPLES.two;
  const ours = oursOf(data, null);
  const told = { frames: ours.frames, end: ours.end, at: ours.at, limit: null, output: '', outputCut: false } as const;
  const same = { ...told, end: { kind: 'none' } } as const;
  expect(compare(data, null, same).same).toBe(true);
  const [one, two] = same.frames;
  if (one === undefined || two === undefined) throw new Error('no frames');
  expect(compare(data, null, { ...same, frames: [one] }).rows.map((row) => row.same)).toEqual([true, false]);
  expect(compare(data, null, { ...same, frames: [{ ...one, fin: false }, two] }).same).toBe(false);
  expect(compare(data, null, { ...same, at: 20 }).sameEnd).toBe(false);
  const refused = { kind: 'refused', code: 1009, text: '', line: 1 } as const;
  expect(compare(data, 3, { ...same, frames: [], at: 0, end: refused }).same).toBe(true);
  expect(compare(data, 3, { ...same, frames: [], at: 0, end: { ...refused, code: 1002 } }).same).toBe(false);
});

const value = (text: string): PyValue => ({ type: 'int', text });
const step = (line: number, names: Record<string, string>, more: Partial<Step> = {}): Step => ({
  event: 'line',
  line,
  call: 1,
  function: 'parse_frame',
  depth: 1,
  names: Object.entries(names).map(([name, text]) => [name, value(text)]),
  touched: [],
  ...more,
});

test('a step marks what its function changed since it last was at a line', () => {
  const steps = [
    step(1, { a: '1' }, { touched: [[0, 2]] }),
    step(2, { a: '2', b: '1' }),
    step(9, { x: '5' }, { function: 'help', depth: 2 }),
    step(9, { x: '5' }, { function: 'help', depth: 2, event: 'return' }),
    step(3, { a: '2', b: '7' }),
    step(1, { a: '2' }, { call: 2 }),
  ];
  const marks = (index: number) =>
    variablesAt(steps, index).map(({ name, was, isNew }) => `${name}${was ? `<${was.text}` : isNew ? '+' : ''}`);
  expect([0, 1, 2, 4, 5].map(marks)).toEqual([['a'], ['a<1', 'b+'], ['x'], ['a', 'b<1'], ['a']]);
  expect(linesAt(steps, 0)).toEqual({ next: 1 });
  expect(linesAt(steps, 1)).toEqual({ next: 2, just: 1 });
  expect(linesAt(steps, 5)).toEqual({ next: 1 });
  expect(touchedAt(steps, 1)).toEqual([[0, 2]]);
  expect(touchedAt(steps, 0)).toEqual([]);
  expect(variablesAt(steps, 99)).toEqual([]);
});

test('a small number is shown as a byte, others are not', () => {
  expect(asByte(value('129'))).toBe('0x81 · 0b1000_0001');
  expect(asByte(value('5'))).toBe('0x05 · 0b0000_0101');
  for (const text of ['0', '1', '256', '-3', '1048576']) expect(asByte(value(text))).toBeNull();
  expect(asByte({ type: 'bool', text: '129' })).toBeNull();
});
