import { isPrompt, lineEnd, nextLine } from './chars.ts';

/** A date and time as logs write it, with the level or the words that may follow. */
const STAMP =
  /^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?:?(?:\s+[[(<]?(?=\w*[g-zG-Z])[A-Za-z_]\w*[\])>]?:?)*\s+/;
const NUMBER = /^\s*(\d{1,6})(?:[:.)|]\s+|\t)/;

/** Lines begin with something that is certainly not of the bytes: a prompt, a time, numbers that count the lines. */
export interface LinePrefixes {
  /** Every line bears a number, and they count up by one. */
  readonly numbered: boolean;
}

/** Looks for such beginnings in the first lines; null where there are none. */
export function prefixesOf(text: string): LinePrefixes | null {
  const head = text.slice(0, 4000);
  const lines = head.split(/\r\n|\n|\r/).filter((line) => /\S/.test(line));
  if (text.length > 4000) lines.pop();
  const numbers = lines.map((line) => Number(NUMBER.exec(line)?.[1] ?? -1));
  const numbered = lines.length > 1 && numbers.every((n, i) => n >= 0 && n === (numbers[0] as number) + i);
  if (numbered || lines.some((line) => STAMP.test(line) || isPrompt(line, 0, line.length))) return { numbered };
  return null;
}

/** Calls `scan` for what is left of each line behind its beginning. */
export function eachLine(text: string, prefixes: LinePrefixes, scan: (from: number, to: number) => void): void {
  for (let i = 0; i < text.length; ) {
    const end = lineEnd(text, i, text.length);
    if (!isPrompt(text, i, end)) {
      const line = text.slice(i, Math.min(end, i + 300));
      const skip = (prefixes.numbered ? NUMBER : STAMP).exec(line)?.[0].length ?? 0;
      scan(i + skip, end);
    }
    i = nextLine(text, end, text.length);
  }
}

/** Digits inside a call or a literal that says they are hexadecimal: `Buffer.from("8105", "hex")`, `X'8105'`. */
const CALL =
  /^[\s\S]{0,200}?(?:\b(?:from_?hex|hex_?to_?bytes|unhex(?:lify)?|parse_?hex|hex\.DecodeString|hex\.decode|decode_?hex)\(\s*b?|(?:^|[\s=(,])[xXh](?=['"]))(["'`])/i;
const BUFFER = /^[\s\S]{0,200}?\bBuffer\.from\(\s*(["'`])(?=[^"'`]*\1\s*,\s*["'`]hex)/;

/** Where such digits stand, or null. */
export function callOf(text: string): { from: number; to: number } | null {
  const head = text.slice(0, 400);
  const call =
    (head.includes('"') || head.includes("'") || head.includes('`') ? CALL.exec(head) : null) ??
    (head.includes('Buffer.from') ? BUFFER.exec(text) : null);
  if (call === null) return null;
  const from = call[0].length;
  const to = text.indexOf(call[1] as string, from);
  return to < 0 ? null : { from, to };
}
