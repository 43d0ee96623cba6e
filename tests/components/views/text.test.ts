import { expect, test } from 'vitest';
import { ascii, excerpt, visible } from '../../../src/components/views/text.ts';

test.each([
  ['plain text, 你好', 'plain text, 你好'],
  ['\0\n\r\t\x1b\x7f', '␀␊␍␉␛␡'],
  ['\x85', '⟨U+0085⟩'],
  ['admin\u202etxt.exe', 'admin⟨U+202E⟩txt.exe'],
  ['\u2066isolated\u2069', '⟨U+2066⟩isolated⟨U+2069⟩'],
  ['zero\u200bwidth\ufeff', 'zero⟨U+200B⟩width⟨U+FEFF⟩'],
  ['\ud800', '⟨U+D800⟩'],
  ['\u{e0041}', '⟨U+E0041⟩'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
])('%j is shown as %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('joiners inside an emoji are part of it, elsewhere they are not', () => {
  const family = '👨\u200d👩\u200d👧';
  expect(visible(family)).toBe(family);
  expect(visible('❤\ufe0f')).toBe('❤\ufe0f');
  expect(visible('a\u200db')).toBe('a⟨U+200D⟩b');
  expect(visible('😀\ufe0f\ufe0f\ufe0f')).toBe('😀\ufe0f⟨U+FE0F⟩⟨U+FE0F⟩');
});

test('no control, override or invisible character is left, whatever the text', () => {
  for (let code = 0; code < 0x3000; code++) {
    expect(visible(String.fromCodePoint(code))).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f]/u);
  }
});

test('an excerpt never cuts a character in two', () => {
  expect(excerpt('a😀b', 2)).toBe('a😀…');
  expect(excerpt('abc', 3)).toBe('abc');
});

test('the ASCII column shows a dot for what it cannot show', () => {
  expect([0x41, 0x20, 0x7e, 0x7f, 0x00, 0xe4].map(ascii).join('')).toBe('A ~···');
});
