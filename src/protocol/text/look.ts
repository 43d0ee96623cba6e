/** What the importers judge a text by: a bounded excerpt of it, measured once for all of them. */

/** Code units of the excerpt. */
const EXCERPT = 6000;
const MAX_LINES = 48;

export interface Look {
  /** The beginning of the text, without byte order mark, cut at a line end where the text goes on. */
  readonly head: string;
  /** The excerpt is the whole text. */
  readonly whole: boolean;
  /** Lines of the excerpt that are not blank, without their line ends. */
  readonly lines: readonly string[];
  /** The last lines of a text that is longer than the excerpt. */
  readonly tail: readonly string[];
  /** The excerpt without comments, trimmed. */
  readonly bare: string;
  /** `bare` cut at blanks, commas, colons, semicolons and dashes. */
  readonly tokens: readonly string[];
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => /\S/.test(line));
}

export function lookAt(text: string): Look {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // Texts that begin with much empty space still show something.
  let from = start;
  while (from < text.length && from < 100_000 && text.charCodeAt(from) <= 0x20) from += 1;
  while (from > start && text.charCodeAt(from - 1) !== 0x0a && text.charCodeAt(from - 1) !== 0x0d) from -= 1;
  let head = text.slice(from, from + EXCERPT);
  const whole = from + EXCERPT >= text.length;
  if (!whole) {
    const cut = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
    if (cut > EXCERPT / 4) head = head.slice(0, cut);
    else {
      // One endless line: cut where a token ends, so that the cut does not look like a fault.
      const blank = Math.max(head.lastIndexOf(' '), head.lastIndexOf(','), head.lastIndexOf(':'));
      if (blank > EXCERPT / 2) head = head.slice(0, blank);
    }
  }
  // Signs that stand for ASCII are judged as what they stand for; the readers still report them.
  head = head
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201f]/g, '"');
  const lines = linesOf(head).slice(0, MAX_LINES);
  const tail = whole && lines.length < MAX_LINES ? [] : linesOf(text.slice(-1500)).slice(1);
  const bare = head
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/(^|[^:])\/\/[^\n]*/g, '$1 ')
    .replace(/(^|\s)#[^\n]*/g, '$1 ')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, ' ')
    .trim();
  const tokens = bare.split(/[\s,:;-]+/).filter((token) => token !== '');
  return { head, whole, lines, tail, bare, tokens };
}

/** Share of the lines that match, 0 to 1. */
export function shareOf(lines: readonly string[], pattern: RegExp): number {
  if (lines.length === 0) return 0;
  let hits = 0;
  for (const line of lines) if (pattern.test(line)) hits += 1;
  return hits / lines.length;
}

/** Share of the tokens that match, weighted by their length. */
export function shareOfTokens(tokens: readonly string[], pattern: RegExp): number {
  let all = 0;
  let hits = 0;
  for (const token of tokens) {
    all += token.length + 1;
    if (pattern.test(token)) hits += token.length + 1;
  }
  return all === 0 ? 0 : hits / all;
}
