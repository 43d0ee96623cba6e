import { isBlank, lineEnd, nextLine, skipBlanks, trimEnd } from './chars.ts';
import { type EscapeRules, scanEscape } from './escapes.ts';
import { scanHex } from './hex.ts';
import { type Look, lookAt } from './look.ts';
import type { Claim, Importer } from './reading.ts';
import { type Recorder, readWith, type Track } from './recorder.ts';
import { literal, type StringRules, scanStrings } from './strings.ts';

const RULES: StringRules = {
  quotes: '"\'`',
  python: false,
  unknown: 'problem',
  unicode: true,
  around: /^[\w\s*&$.,;:=+\\()[\]{}|<>-]*$/,
};

const BARE: EscapeRules = { unknown: 'problem', unicode: true };

/** `\x81\x05Howdy` with no quotes: blanks separate where everything is an escape, and stand for themselves elsewhere. */
function scanBareEscapes(text: string, from: number, to: number, recorder: Recorder, track: Track): void {
  const end = trimEnd(text, from, to);
  const sample = text
    .slice(from, Math.min(end, from + 4000))
    .replace(/\\(?:[xX][0-9a-fA-F]{2}|[0-7]{1,3}|[nrtabfv\\'"])/g, '');
  const only = !/[a-z0-9]{1,}/i.test(sample);
  let i = from;
  while (i < end) {
    const c = text.charCodeAt(i);
    if (c === 0x5c) i = scanEscape(text, i, end, recorder, track, BARE);
    else if (c === 0x0a || c === 0x0d || (i === from && isBlank(c))) i += 1;
    else if (only && (isBlank(c) || c === 0x2c)) i += 1;
    else i = literal(text, i, recorder, track);
  }
}

/** The first quote that opens a string with bytes, or -1. */
function firstQuote(text: string): number {
  const quote = /["'`\u2018-\u201f]/.exec(text.slice(0, 10_000));
  if (quote === null) return -1;
  const slash = text.indexOf('\\');
  return slash >= 0 && slash < quote.index && text.charAt(slash + 1) !== '\n' ? -1 : quote.index;
}

/**
 * PostgreSQL's bytea: one `\\x` for all digits of the line (its manual, section 8.4.1). Two digits alone, and an odd
 * number of few, are an ordinary escape and what follows it.
 */
const BYTEA = /^[ \t]*(?:\\x(?:(?:[0-9a-f]{2}){2,}|[0-9a-f]{7,})|'\\x[0-9a-f]{8,}')[ \t]*$/i;

/** Lines that psql puts around a column: its name, a rule, the number of rows. */
function isFrame(line: string, next: string): boolean {
  return (
    /^-+$|^\(\d+ rows?\)$/.test(line.trim()) || (/^[ \t]*\w+[ \t]*$/.test(line) && /^-+\s*(?:$|[\r\n])/.test(next))
  );
}

function isBytea(text: string): boolean {
  const lines = text.slice(0, 10_000).split(/\r\n|\n|\r/);
  if (text.length > 10_000 && lines.length > 1) lines.pop();
  const filled = lines.filter((line, index) => /\S/.test(line) && !isFrame(line, lines[index + 1] ?? ''));
  return filled.length > 0 && filled.every((line) => BYTEA.test(line));
}

function scanBytea(text: string, recorder: Recorder, track: Track): void {
  for (let i = 0; i < text.length; ) {
    const end = lineEnd(text, i, text.length);
    const next = nextLine(text, end, text.length);
    const begin = skipBlanks(text, i, end);
    const quote = text.charCodeAt(begin) === 0x27 ? 1 : 0;
    if (text.charCodeAt(begin + quote) === 0x5c) scanHex(text, begin + quote + 2, end, recorder, track);
    else if (begin < end && !isFrame(text.slice(begin, Math.min(end, begin + 200)), text.slice(next, next + 200))) {
      recorder.problem('invalid-character', begin, end - begin, { expected: 'hex-digit' });
    }
    i = next;
  }
}

function scanEscaped(text: string, recorder: Recorder): void {
  const track = recorder.track(null, (text.length >> 2) + 16);
  if (isBytea(text)) {
    scanBytea(text, recorder, track);
    return;
  }
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (firstQuote(text) >= 0) scanStrings(text, from, text.length, recorder, track, RULES);
  else scanBareEscapes(text, from, text.length, recorder, track);
}

const ESCAPE = /\\(?:x[0-9a-f]{2}|[0-7]{1,3}|u00[0-9a-f]{2})/gi;

function judge(look: Look): Claim {
  const form = 'escaped';
  const head = look.head.trim();
  const escapes = head.match(ESCAPE)?.length ?? 0;
  const simple = head.match(/\\[nrt]/g)?.length ?? 0;
  const attempts = head.match(/\\x/gi)?.length ?? 0;
  const reasons: string[] = [];
  let score = 0;
  if (escapes > 0 || attempts > 0) {
    const covered = escapes * 4 + simple * 2;
    score = covered / Math.max(1, head.length) > 0.5 ? 0.95 : escapes > 0 ? 0.8 : 0.5;
    reasons.push('escapes');
  } else if (/^["'].*["']$/s.test(head)) {
    // A quoted string without escapes: hexadecimal or base64 in quotes is likelier.
    score = simple > 0 ? 0.7 : 0.15;
    reasons.push('quoted');
  }
  if (/^["'`]/.test(head) && score > 0.5) reasons.push('quoted');
  // Dumps of characters have escapes too, behind an offset.
  if (/^[0-7]{6,7}\s/.test(head)) score *= 0.5;
  if (/"\s*\\\r?\n\s*"/.test(head)) {
    score = Math.max(score, 0.97);
    reasons.push('continuation-lines');
  }
  if (/^(?:\w+\s*=\s*)?\(?\s*(?:bytearray\(|bytes\()?\s*(?:[bB][rR]?|[rR][bB])["']/.test(head)) score *= 0.6;
  return { form, score, reasons };
}

export const escaped: Importer & { judge(look: Look): Claim } = {
  form: 'escaped',
  judge,
  claim: (text) => judge(lookAt(text)),
  read: (text) => readWith('escaped', text, scanEscaped),
};
