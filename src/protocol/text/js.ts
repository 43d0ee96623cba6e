import { DIRECTIONS, type Direction } from '../bytes/span.ts';
import { scanHex } from './hex.ts';
import { type Look, lookAt } from './look.ts';
import { ellipsis, scanNumbers } from './numbers.ts';
import type { Claim, Importer } from './reading.ts';
import { type Recorder, readWith } from './recorder.ts';

const RULES = { octal: false, wide: false, hash: false };

/** `<Buffer 81 83>` as Node prints it; long ones end in `... 34 more bytes`. */
function scanInspected(text: string, open: number, recorder: Recorder): void {
  const track = recorder.track(null, 256);
  let i = open;
  while (i >= 0) {
    const from = i + '<Buffer'.length;
    let close = text.indexOf('>', from);
    if (close < 0) {
      recorder.problem('unterminated', i, 1, { expected: '>' });
      close = text.length;
    }
    const dots = text.indexOf('...', from);
    const cut = dots >= 0 && dots < close;
    scanHex(text, from, cut ? dots : close, recorder, track);
    if (cut) ellipsis(text, dots, close, recorder);
    i = text.indexOf('<Buffer', close);
  }
}

/** A list in `[ ]`, wherever it stands: alone, in `new Uint8Array([…])`, after `Uint8Array(9)`, in a JSON Buffer. */
function scanBrackets(text: string, recorder: Recorder): void {
  const inspected = text.indexOf('<Buffer');
  if (inspected >= 0) {
    scanInspected(text, inspected, recorder);
    return;
  }
  const track = recorder.track(null, (text.length >> 2) + 1);
  const data = /"data"\s*:\s*\[/.exec(text);
  const of = /\bUint8Array\.of\s*\(/.exec(text);
  const bracket = data !== null ? data.index + data[0].length - 1 : text.indexOf('[');
  if (bracket < 0 && of !== null) {
    scanTo(text, of.index + of[0].length, ')', recorder);
    return;
  }
  if (bracket < 0) {
    scanNumbers(text, 0, text.length, recorder, track, RULES);
    return;
  }
  const end = scanTo(text, bracket + 1, ']', recorder);
  const rest = /[^\s\])};,]/.exec(text.slice(end, end + 2000));
  if (rest !== null && !/^"?\s*[)\]}]|^\s*(?:"|\))/.test(text.slice(end, end + 40)) && data === null) {
    recorder.problem('invalid-character', end + rest.index, 1, { expected: 'end' });
  }
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
  scanNumbers(text, from, close, recorder, track, RULES);
  return Math.min(text.length, close + 1);
}

function scanJson(text: string, recorder: Recorder): void {
  if (/^\s*\{\s*"0"\s*:/.test(text.slice(0, 200))) {
    const track = recorder.track(null, (text.length >> 2) + 1);
    scanNumbers(text, 0, text.length, recorder, track, RULES);
    if (!/\}\s*$/.test(text.slice(-200))) {
      recorder.problem('unterminated', text.indexOf('{'), 1, { expected: '}' });
    }
    return;
  }
  let found = false;
  for (const direction of DIRECTIONS) {
    const key = new RegExp(`"${direction}"\\s*:\\s*\\[`).exec(text);
    if (key === null) continue;
    found = true;
    recorder.track(direction, 16);
    scanTo(text, key.index + key[0].length, ']', recorder, direction);
  }
  if (!found) scanBrackets(text, recorder);
}

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
  if (/^(?:(?:const|let|var)\s+)?(?:\w+\s*=\s*)?&?(?:vec!)?\[/.test(bare)) {
    const items = bare
      .replace(/^[^[]*\[|\][\s\S]*$/g, '')
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
