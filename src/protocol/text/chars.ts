/** Classes of characters, as tables over code units, shared by all importers. */

/** Classes from 16 up; below 16 the class is the value of the hexadecimal digit. */
export const BLANK = 16;
export const NEWLINE = 17;
export const OTHER = 32;

function buildTable(): Uint8Array {
  const table = new Uint8Array(256).fill(OTHER);
  for (let d = 0; d < 10; d++) table[0x30 + d] = d;
  for (let d = 10; d < 16; d++) {
    table[0x41 + d - 10] = d;
    table[0x61 + d - 10] = d;
  }
  for (const blank of [0x09, 0x0b, 0x0c, 0x20, 0xa0]) table[blank] = BLANK;
  table[0x0a] = NEWLINE;
  table[0x0d] = NEWLINE;
  return table;
}

/** Class of each code unit below 256. */
export const CLASS: Uint8Array = buildTable();

/** Class of any code unit; NaN (past the end) is OTHER. */
export function classOf(code: number): number {
  if (code < 256) return CLASS[code] as number;
  return isWideBlank(code) ? BLANK : OTHER;
}

/**
 * Blanks outside Latin-1, and characters that show nothing at all (byte order mark, zero-width marks): pages and chat
 * programs put them into copied text.
 */
export function isWideBlank(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x202f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isBlank(code: number): boolean {
  const c = classOf(code);
  return c === BLANK || c === NEWLINE;
}

export function isHexDigit(code: number): boolean {
  return code < 256 && (CLASS[code] as number) < 16;
}

export function isDecimalDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a && code < 128;
}

/** Letter, digit or underscore. */
export function isWordChar(code: number): boolean {
  return isLetter(code) || isDecimalDigit(code) || code === 0x5f;
}

/** Index of the line feed or carriage return that ends the line, or `to`. */
export function lineEnd(text: string, from: number, to: number): number {
  let i = from;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (c === 0x0a || c === 0x0d) return i;
    i += 1;
  }
  return to;
}

/** First position of the next line, given where this one ends. */
export function nextLine(text: string, end: number, to: number): number {
  if (end >= to) return to;
  return text.charCodeAt(end) === 0x0d && end + 1 < to && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
}

/** First position at or after `from` that is not a blank (line ends are not blanks here). */
export function skipBlanks(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && classOf(text.charCodeAt(i)) === BLANK) i += 1;
  return i;
}

/** First position at or after `from` that is neither a blank nor a line end. */
export function skipSpace(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isBlank(text.charCodeAt(i))) i += 1;
  return i;
}

/** One past the last position before `to` that is neither blank nor line end. */
export function trimEnd(text: string, from: number, to: number): number {
  let i = to;
  while (i > from && isBlank(text.charCodeAt(i - 1))) i -= 1;
  return i;
}

/**
 * A line of a terminal that is not output but input: `$ xxd frame.bin`, `root@host:~# od -t x1 f`, `>>> data`,
 * `C:\> certutil`; or a Markdown fence. It holds no bytes in any notation.
 */
export function isPrompt(text: string, from: number, end: number): boolean {
  if (end - from > 300) return false;
  return /^\s*(?:(?:```|~~~)\w*\s*$|(?:[\w.-]+@[\w.-]+[^\s$#%>]*\s*)?[$%#❯>] +[a-zA-Z./]|\[?[\w.-]+@[^$#%]*[$#%] *|>>> ?\S?|In \[\d+\]: |PS .*> |[A-Z]:\\[^>]*>)/.test(
    text.slice(from, end),
  );
}
