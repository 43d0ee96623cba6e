import { DIRECTIONS, type Direction } from '../bytes/span.ts';
import { scanHex } from './hex.ts';
import { type Look, lookAt } from './look.ts';
import { namedSections, tellOrder } from './named.ts';
import { ellipsis, scanNumbers } from './numbers.ts';
import type { Claim, Importer } from './reading.ts';
import { type Recorder, readWith } from './recorder.ts';
import { lineStart, openBefore, reportRest } from './rest.ts';

const RULES = { octal: false, wide: false, hash: false };

/** `<Buffer 81 83>` as Node prints it; long ones end in `... 34 more bytes`. */
function scanInspected(text: string, open: number, recorder: Recorder): void {
  const track = recorder.track(null, 256);
  let depth = openBefore(text, open);
  let i = open;
  while (i >= 0) {
    const from = i + '<Buffer'.length;
    let close = text.indexOf('>', from);
    if (close < 0) {
      recorder.problem('unterminated', i, 1, { expected: '>' });
      close = text.length;
    }
    const dots = dotsIn(text, from, close);
    scanHex(text, from, dots < 0 ? close : dots, recorder, track);
    if (dots >= 0) ellipsis(text, dots, close, recorder);
    i = text.indexOf('<Buffer', close);
    // On the line of the next one stands what names it.
    const rest = i < 0 ? text.length : lineStart(text, i, close);
    if (rest > close) depth = reportRest(text, close + 1, rest, recorder, depth);
  }
}

/** Position of `...` between two others, or -1. */
function dotsIn(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) !== 0x2e || !text.startsWith('...', at))) at += 1;
  return at < to ? at : -1;
}

/** `let f: [u8; 7] = [`: the brackets of the type hold a number too. */
const TYPED = /^[^[=]{0,80}:[^=\n]{1,80}=\s*(?:&\s*(?:mut\s+)?)?(?:vec!\s*)?(?=\[)/;
/** Where the items of a typed array end that the Chrome console wrote with its properties. */
const PROPERTIES = /,\s*buffer:\s*(?:Shared)?ArrayBuffer\(/;

/** A list in `[ ]`, wherever it stands: alone, in `new Uint8Array([…])`, after `Uint8Array(9)`. */
function scanBrackets(text: string, recorder: Recorder): void {
  const named = namedSections(text);
  recorder.stated = named.length > 0;
  for (const { direction, from, to } of named) {
    const track = recorder.track(direction, (text.length >> 2) + 1);
    const offset = track.length;
    const open = text.indexOf('[', from);
    const end = open < 0 || open >= to ? from : scanTo(text, open + 1, ']', recorder, direction);
    reportRest(text, end, to, recorder, openBefore(text.slice(from, to), end - from));
    if (tellOrder(named)) recorder.segment(track, offset);
  }
  if (named.length > 0) return;
  const inspected = text.indexOf('<Buffer');
  if (inspected >= 0) {
    scanInspected(text, inspected, recorder);
    return;
  }
  const track = recorder.track(null, (text.length >> 2) + 1);
  const of = /\bUint8Array\.of\s*\(/.exec(text);
  const bracket = text.indexOf('[', TYPED.exec(text.slice(0, 400))?.[0].length ?? 0);
  if (bracket < 0 && of !== null) {
    const from = of.index + of[0].length;
    const end = scanTo(text, from, ')', recorder);
    reportRest(text, end, text.length, recorder, openBefore(text, from - 1));
    return;
  }
  if (bracket < 0) {
    scanNumbers(text, 0, text.length, recorder, track, RULES);
    return;
  }
  const end = scanTo(text, bracket + 1, ']', recorder);
  reportRest(text, end, text.length, recorder, openBefore(text, bracket));
}

/** Every `"data":[…]` of some JSON, in order: Buffers on lines of their own, or in an array. */
function scanData(text: string, recorder: Recorder): boolean {
  const data = /"data"\s*:\s*\[/g;
  let end = 0;
  let open = 0;
  for (let match = data.exec(text); match !== null; match = data.exec(text)) {
    if (end > 0) reportRest(text, end, lineStart(text, match.index, end), recorder, open);
    open = openBefore(text, match.index);
    end = scanTo(text, data.lastIndex, ']', recorder);
    data.lastIndex = end;
  }
  if (end > 0) reportRest(text, end, text.length, recorder, open);
  return end > 0;
}

function scanTo(
  text: string,
  from: number,
  closer: string,
  recorder: Recorder,
  direction: Direction | null = null,
): number {
  const track = recorder.track(direction, (text.length >> 2) + 1);
  let close = text.indexOf(closer, from);
  if (close < 0) {
    recorder.problem('unterminated', from - 1, 1, { expected: closer });
    close = text.length;
  }
  const listed = PROPERTIES.exec(text.slice(from, close));
  scanNumbers(text, from, listed === null ? close : from + listed.index, recorder, track, RULES);
  return Math.min(text.length, close + 1);
}

function scanJson(text: string, recorder: Recorder): void {
  if (/^\s*\{\s*"0"\s*:/.test(text.slice(0, 200))) {
    const track = recorder.track(null, (text.length >> 2) + 1);
    const close = text.indexOf('}');
    if (close < 0) recorder.problem('unterminated', text.indexOf('{'), 1, { expected: '}' });
    const end = close < 0 ? text.length : close + 1;
    scanNumbers(text, 0, end, recorder, track, RULES);
    reportRest(text, end, text.length, recorder, 0);
    return;
  }
  let found = 0;
  for (const direction of DIRECTIONS) {
    const key = new RegExp(`"${direction}"\\s*:\\s*\\[`).exec(text);
    if (key === null) continue;
    recorder.track(direction, 16);
    recorder.stated = true;
    found = Math.max(found, scanTo(text, key.index + key[0].length, ']', recorder, direction));
  }
  if (found > 0) reportRest(text, found, text.length, recorder, openBefore(text, found));
  else if (!scanData(text, recorder)) scanBrackets(text, recorder);
}

/** The beginning of a list, with a name and a type (Rust, Swift, TypeScript) or without. */
const LIST =
  /^(?:(?:export|pub|const|static|let|var|val|mut)\s+)*(?:\w+\s*(?::[^=\n]{1,80})?=\s*)?(?:&\s*(?:mut\s+)?)?(?:vec!\s*)?\[/;

function judgeJs(look: Look): Claim {
  const form = 'js-buffer';
  const { bare } = look;
  if (/^<Buffer\b/.test(bare)) return { form, score: 0.99, reasons: ['node-buffer'] };
  if (/<Buffer [0-9a-f]{2}/.test(bare)) return { form, score: 0.9, reasons: ['node-buffer'] };
  if (
    /\b(?:Uint8Array|Uint8ClampedArray|Int8Array|Buffer\.from)\b[^[]{0,30}\[/.test(bare) ||
    /\bUint8Array\.of\(/.test(bare)
  ) {
    return { form, score: 0.98, reasons: ['typed-array'] };
  }
  if (LIST.test(bare)) {
    const items = bare
      .replace(LIST, '')
      .replace(/\][\s\S]*$/, '')
      .split(/[\s,]+/)
      .filter((item) => item !== '');
    const numbers = items.filter((item) => /^-?\d{1,3}(?:_?u8)?$/.test(item)).length;
    const prefixed = items.filter((item) => /^0x[0-9a-f]+(?:_?u8)?$/i.test(item)).length;
    const share = items.length === 0 ? 0 : (numbers + prefixed) / items.length;
    const zeros = items.some((item) => /^0\d$/.test(item));
    if (share < 0.4) return { form, score: 0, reasons: [] };
    return { form, score: zeros ? 0.5 : 0.92 * share ** 0.5 + (prefixed > 0 ? 0.05 : 0), reasons: ['brackets'] };
  }
  return { form, score: 0, reasons: [] };
}

export const jsBuffer: Importer & { judge(look: Look): Claim } = {
  form: 'js-buffer',
  judge: judgeJs,
  claim: (text) => judgeJs(lookAt(text)),
  read: (text) => readWith('js-buffer', text, scanBrackets),
};

function judgeJson(look: Look): Claim {
  const form = 'json';
  if (/"(?:client-to-server|server-to-client)"\s*:\s*\[/.test(look.bare)) {
    return { form, score: 0.99, reasons: ['json-directions'] };
  }
  if (/"type"\s*:\s*"Buffer"/.test(look.bare)) return { form, score: 0.99, reasons: ['json-buffer'] };
  if (/^\{\s*"0"\s*:\s*\d/.test(look.bare)) return { form, score: 0.98, reasons: ['json-indexed'] };
  if (/"data"\s*:\s*\[\s*\d/.test(look.bare)) return { form, score: 0.9, reasons: ['json-data'] };
  if (/^\[\s*\d{1,3}\s*(?:,|\])/.test(look.bare)) return { form, score: 0.5, reasons: ['brackets'] };
  return { form, score: 0, reasons: [] };
}

export const json: Importer & { judge(look: Look): Claim } = {
  form: 'json',
  judge: judgeJson,
  claim: (text) => judgeJson(lookAt(text)),
  read: (text) => readWith('json', text, scanJson),
};
