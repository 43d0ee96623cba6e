import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bytesField,
  choiceField,
  lengthField,
  linesField,
  problem,
  sliderField,
  textField,
} from '../../../src/components/lesson/fields.ts';

describe('a field for a header value', () => {
  const field = textField({ most: 5, least: 1, header: true });

  test('takes any text of the wire, one byte a character', () => {
    expect(field.read('a b')).toEqual({ value: 'a b' });
    expect(field.read('\u00e9\u00ff')).toEqual({ value: '\u00e9\u00ff' });
  });

  test('says what is wrong and where', () => {
    expect(field.read('')).toMatchObject({ problem: 'too-short', values: { limit: 1, found: 0 } });
    expect(field.read('abcdef')).toMatchObject({ problem: 'too-long', values: { limit: 5, found: 6 } });
    expect(field.read('a\r\nb')).toMatchObject({ problem: 'line-break', values: { position: 2 } });
    expect(field.read('ab你')).toMatchObject({ problem: 'not-latin1', values: { position: 3, character: '你' } });
    expect(field.read('ab👋')).toMatchObject({ problem: 'not-latin1', values: { position: 3, character: '👋' } });
    expect(field.read('\0')).toMatchObject({ problem: 'not-latin1', values: { position: 1 } });
    expect(field.read(' a')).toMatchObject({ problem: 'edge-space' });
  });

  test('lets nothing through that would end the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5 }), (text) => {
        const read = field.read(text);
        if ('value' in read) expect(read.value).toMatch(/^[\x20-\x7e\xa0-\xff]+$/);
      }),
    );
  });
});

test('a text with half a character in it is refused: no link could carry it', () => {
  const field = textField({ most: 5 });
  expect(field.read('a😀b')).toEqual({ value: 'a😀b' });
  expect(field.read('a\ud83d')).toMatchObject({ problem: 'not-allowed', values: { position: 2 } });
  expect(field.read('\ude00a')).toMatchObject({ problem: 'not-allowed', values: { position: 1 } });
});

describe('a field for bytes', () => {
  const field = bytesField({ most: 4, least: 1 });

  test('reads hex in any case, with or without spaces', () => {
    expect(field.read('37 FA\n21')).toEqual({ value: Uint8Array.of(0x37, 0xfa, 0x21) });
    expect(field.read('37fa')).toEqual({ value: Uint8Array.of(0x37, 0xfa) });
    expect(field.read('37:fa:21')).toEqual({ value: Uint8Array.of(0x37, 0xfa, 0x21) });
    expect(field.read('0x37, 0xFA')).toEqual({ value: Uint8Array.of(0x37, 0xfa) });
  });

  test('says what is wrong and where', () => {
    expect(field.read('3g')).toMatchObject({ problem: 'not-hex', values: { position: 2, character: 'g' } });
    expect(field.read('👋')).toMatchObject({ problem: 'not-hex', values: { position: 1, character: '👋' } });
    expect(field.read('37 f')).toMatchObject({ problem: 'odd-digits' });
    expect(field.read('')).toMatchObject({ problem: 'too-few-bytes' });
    expect(field.read('0102030405')).toMatchObject({ problem: 'too-many-bytes', values: { limit: 4, found: 5 } });
  });

  test('gives back the bytes that somebody wrote as hex', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 4 }), (bytes) => {
        expect(field.read(Buffer.from(bytes).toString('hex'))).toEqual({ value: bytes });
      }),
    );
  });
});

test('a choice is one of its choices', () => {
  const field = choiceField(['one', 'two']);
  expect(field.read('two')).toEqual({ value: 'two' });
  expect(field.read('three')).toMatchObject({ problem: 'not-a-choice' });
  expect(field.read('constructor')).toMatchObject({ problem: 'not-a-choice' });
});

test('a slider reads numbers as its box does, and knows its ends', () => {
  const field = sliderField({ least: 1, most: 60 });
  expect(field).toMatchObject({ kind: 'slider', range: { least: 1, most: 60, step: 1 } });
  expect(field.read(' 7 ')).toEqual({ value: 7 });
  expect(field.read('0')).toMatchObject({ problem: 'out-of-range', values: { least: 1, most: 60 } });
  expect(field.read('61')).toMatchObject({ problem: 'out-of-range' });
  expect(field.read('7.5')).toMatchObject({ problem: 'not-a-number' });
});

test('lines are read whatever their ends, and a character that cannot travel is named with its line', () => {
  const field = linesField({
    most: 40,
    check: (lines) => (lines.length > 2 ? problem('not-a-header-line', { line: 3 }) : null),
  });
  expect(field.kind).toBe('lines');
  expect(field.read('a\r\nb')).toEqual({ value: 'a\nb' });
  expect(field.read('a\rb\nc')).toEqual({ problem: 'not-a-header-line', values: { line: 3 } });
  expect(field.read('a\nb你')).toEqual({ problem: 'not-in-line', values: { line: 2, position: 2, character: '你' } });
  expect(field.read('a\tb')).toMatchObject({ problem: 'not-in-line' });
  expect(field.read('x'.repeat(41))).toMatchObject({ problem: 'too-long', values: { limit: 40, found: 41 } });
});

test('a whole number on a logarithmic slider may end elsewhere than a length', () => {
  const field = lengthField({ least: 1n, marks: [10n], most: 100n });
  expect(field.marks).toEqual([1n, 10n, 100n]);
  expect(field.read('100')).toEqual({ value: 100n });
  expect(field.read('0')).toMatchObject({ problem: 'out-of-range', values: { least: '1', most: '100' } });
  expect(field.read('101')).toMatchObject({ problem: 'out-of-range' });
});
