import { isBlank } from './chars.ts';
import { type Look, lookAt } from './look.ts';
import { callOf } from './prefix.ts';
import type { Claim, FormId, Importer } from './reading.ts';
import { type Recorder, readWith, type Track } from './recorder.ts';
import { openBefore, reportRest } from './rest.ts';

type Alphabet = 'base64' | 'base64url';

function tableOf(plus: string, slash: string): Uint8Array {
  const table = new Uint8Array(128).fill(255);
  const letters = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${plus}${slash}`;
  for (let i = 0; i < 64; i++) table[letters.charCodeAt(i)] = i;
  return table;
}

/** RFC 4648 sections 4 and 5. */
const TABLES: Readonly<Record<Alphabet, Uint8Array>> = { base64: tableOf('+', '/'), base64url: tableOf('-', '_') };

/**
 * Base64 between `from` and `to`, blanks and line ends passed over. Padding ends a group; another group may follow on a
 * later line. Padding may be missing where the alphabet is that of URLs (RFC 4648 section 5).
 */
export function scanBase64(
  text: string,
  from: number,
  to: number,
  recorder: Recorder,
  track: Track,
  alphabet: Alphabet,
): void {
  const table = TABLES[alphabet];
  track.reserve((((to - from) * 3) >> 2) + 3);
  let bits = 0;
  let count = 0;
  let previous = from;
  let i = from;
  while (i < to) {
    const c = text.charCodeAt(i);
    const v = c < 128 ? (table[c] as number) : 255;
    if (v < 64) {
      if (count > 0) {
        bits = (bits << 6) | v;
        const shift = 6 - 2 * count;
        track.put((bits >> shift) & 255, previous, i + 1);
      } else bits = v;
      count = (count + 1) & 3;
      previous = i;
      i += 1;
      continue;
    }
    if (isBlank(c)) {
      i += 1;
      continue;
    }
    if (c === 0x3d) {
      i = padding(text, i, to, count, bits, previous, recorder);
      count = 0;
      continue;
    }
    let end = i + 1;
    while (
      end < to &&
      !isBlank(text.charCodeAt(end)) &&
      text.charCodeAt(end) !== 0x3d &&
      !inTable(table, text.charCodeAt(end))
    ) {
      end += 1;
    }
    recorder.problem('invalid-character', i, end - i, { expected: alphabet });
    i = end;
  }
  if (count === 1) recorder.problem('bad-padding', previous, 1, { found: 1, expected: 4 });
  else if (count > 1 && alphabet === 'base64') {
    recorder.problem('bad-padding', to, 0, { found: count, expected: 4, missing: 4 - count });
  } else if (count > 1 && (bits & ((1 << (count === 2 ? 4 : 2)) - 1)) !== 0) {
    recorder.problem('bad-padding', previous, 1, { found: count, expected: 'zero-bits' });
  }
}

function inTable(table: Uint8Array, c: number): boolean {
  return c < 128 && (table[c] as number) < 64;
}

/** The `=` signs at `i`. Returns where reading goes on. */
function padding(
  text: string,
  i: number,
  to: number,
  count: number,
  bits: number,
  previous: number,
  recorder: Recorder,
): number {
  let signs = 0;
  let end = i;
  while (end < to && (text.charCodeAt(end) === 0x3d || isBlank(text.charCodeAt(end)))) {
    if (text.charCodeAt(end) === 0x3d) signs += 1;
    else if (text.charCodeAt(end) === 0x0a && signs === 4 - count) break;
    end += 1;
  }
  const wanted = count === 2 ? 2 : count === 3 ? 1 : 0;
  if (signs !== wanted) recorder.problem('bad-padding', i, Math.max(1, signs), { found: signs, expected: wanted });
  else if ((bits & ((1 << (count === 2 ? 4 : 2)) - 1)) !== 0) {
    recorder.problem('bad-padding', previous, 1, { found: count, expected: 'zero-bits' });
  } else if (end < to && !/[\r\n]/.test(text.slice(i, end + 1)) && !isBlank(text.charCodeAt(end))) {
    recorder.problem('bad-padding', i, signs, { found: signs, expected: 'end' });
  }
  return end;
}

/** What people wrap base64 in: a data URL, quotes, a call, lines of a PEM file. */
const WRAPPER =
  /^\s*(?:data:[\w.+/;=-]*;base64,|(?:[\w.]+\s*=\s*)?(?:base64\.)?(?:b64decode|urlsafe_b64decode|atob|Buffer\.from)\(\s*b?["'`]|-----BEGIN [A-Z0-9 ]+-----|["'`])/;

function range(text: string): [from: number, to: number] {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const wrapper = WRAPPER.exec(text.slice(start, start + 300));
  if (wrapper === null) return [start, text.length];
  const from = start + wrapper[0].length;
  const rest = text.slice(from);
  const end = /-----END|["'`]/.exec(rest);
  return [from, end === null ? text.length : from + end.index];
}

function scan(alphabet: Alphabet) {
  return (text: string, recorder: Recorder) => {
    const [from, to] = range(text);
    scanBase64(text, from, to, recorder, recorder.track(null, 16), alphabet);
    const end = /^-----END[^\n]*|^["'`]/.exec(text.slice(to, to + 200))?.[0].length ?? 0;
    if (end > 0) reportRest(text, to + end, text.length, recorder, openBefore(text, from));
  };
}

function judge(look: Look, form: Alphabet): Claim {
  const wrapped = WRAPPER.exec(look.head);
  const quoted = wrapped !== null && /^\s*["'`]$/.test(wrapped[0]);
  const [from, to] = range(look.head);
  const body = look.head.slice(from, to).trim();
  const solid = body.replace(/\s+/g, '');
  if (solid.length === 0) return { form, score: 0, reasons: [] };
  const own = form === 'base64' ? /[A-Za-z0-9+/=]/g : /[A-Za-z0-9_=-]/g;
  const share = (solid.match(own)?.length ?? 0) / solid.length;
  const reasons: string[] = [];
  if (share < 0.9) return { form, score: 0, reasons };
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(solid)).length;
  const special = form === 'base64' ? /[+/]/.test(solid) : /[-_]/.test(solid);
  const padded = /=$/.test(solid);
  const words = body.split(/[^\S\r\n]+/).length;
  const whole = solid.length % 4 === 0;
  const hexOnly = /^[0-9a-f]+$/i.test(solid);
  let score = 0.15;
  if (hexOnly) score = whole ? 0.3 : 0.1;
  else if (kinds === 3 || (kinds >= 2 && (special || padded))) score = 0.75;
  else if (kinds >= 2 && solid.length >= 8) score = 0.45;
  else if (padded || special) score = 0.5;
  if (special) {
    score += 0.1;
    reasons.push(form === 'base64' ? 'base64-alphabet' : 'base64url-alphabet');
  }
  if (padded) {
    score += 0.08;
    reasons.push('padding');
  }
  if (whole) reasons.push('groups-of-four');
  else if (look.whole) score -= form === 'base64' ? 0.12 : 0.05;
  if (words > 1) score *= 0.4;
  if (form === 'base64url' && !special) score -= 0.1;
  if (form === 'base64' && /[-_]/.test(solid)) score *= 0.5;
  if (callOf(look.head) !== null) return { form, score: 0, reasons: [] };
  // Hexadecimal with a wrong character in it. Base64 that looks like this by chance is one text in thousands.
  const likeHex = (solid.match(/[0-9a-f]/gi)?.length ?? 0) / solid.length;
  if (likeHex >= 0.9 && solid.length >= 12 && !(padded && whole)) score = Math.min(score, 0.3);
  if (wrapped !== null && !quoted) {
    score = 0.97;
    reasons.push('base64-wrapper');
  }
  if (/^[a-z]+$|^[A-Z]?[a-z]+$/.test(solid) && solid.length < 24) score = Math.min(score, 0.12);
  return { form, score: Math.max(0, Math.min(0.98, score)) * share ** 2, reasons };
}

function importer(form: Alphabet & FormId): Importer & { judge(look: Look): Claim } {
  return {
    form,
    judge: (look) => judge(look, form),
    claim: (text) => judge(lookAt(text), form),
    read: (text) => readWith(form, text, scan(form)),
  };
}

export const base64 = importer('base64');
export const base64url = importer('base64url');
