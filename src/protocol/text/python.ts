import { scanHex } from './hex.ts';
import { type Look, lookAt } from './look.ts';
import { namedSections, tellOrder } from './named.ts';
import { scanNumbers } from './numbers.ts';
import type { Claim, Importer } from './reading.ts';
import { type Recorder, readWith } from './recorder.ts';
import { openBefore, reportRest } from './rest.ts';
import { type StringRules, scanStrings } from './strings.ts';

const RULES: StringRules = {
  quotes: '"\'',
  python: true,
  unknown: 'keep',
  unicode: false,
  around: /^[\w\s.,:;=+\\()[\]>-]*$/,
};

const FROM_HEX = /\b(?:bytes|bytearray)\.fromhex\(\s*(["'])|\bunhexlify\(\s*b?(["'])/;
const FROM_LIST = /\b(?:bytes|bytearray)\(\s*([[(])/;

function scanPython(text: string, recorder: Recorder): void {
  const named = namedSections(text);
  recorder.stated = named.length > 0;
  for (const { direction, from, to } of named) {
    const track = recorder.track(direction, (text.length >> 1) + 16);
    const offset = track.length;
    scanStrings(text, from, to, recorder, track, RULES);
    if (tellOrder(named)) recorder.segment(track, offset);
  }
  if (named.length > 0) return;
  const track = recorder.track(null, (text.length >> 1) + 16);
  const hex = FROM_HEX.exec(text.slice(0, 4000));
  if (hex !== null) {
    const from = hex.index + hex[0].length;
    const close = text.indexOf((hex[1] ?? hex[2]) as string, from);
    if (close < 0) recorder.problem('unterminated', from - 1, 1, { expected: (hex[1] ?? hex[2]) as string });
    scanHex(text, from, close < 0 ? text.length : close, recorder, track);
    if (close >= 0) reportRest(text, close + 1, text.length, recorder, openBefore(text, from));
    return;
  }
  const list = FROM_LIST.exec(text.slice(0, 4000));
  if (list !== null) {
    const from = list.index + list[0].length;
    const closer = list[1] === '[' ? ']' : ')';
    const close = text.indexOf(closer, from);
    if (close < 0) recorder.problem('unterminated', from - 1, 1, { expected: closer });
    scanNumbers(text, from, close < 0 ? text.length : close, recorder, track, {
      octal: false,
      wide: false,
      hash: true,
    });
    if (close >= 0) reportRest(text, close + 1, text.length, recorder, openBefore(text, from - 1));
    return;
  }
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  scanStrings(text, from, text.length, recorder, track, RULES);
}

function judge(look: Look): Claim {
  const form = 'python-bytes';
  const { head } = look;
  if (FROM_HEX.test(head) || FROM_LIST.test(head)) return { form, score: 0.97, reasons: ['python-call'] };
  if (
    /^(?:>>> ?|\w[\w.]{0,80}\s*=\s*){0,4}[([\s]*(?:(?:bytearray|bytes|memoryview|print)\(\s*)*(?:[bB][rR]?|[rR][bB])["']/.test(
      head.trimStart(),
    )
  ) {
    return { form, score: 0.98, reasons: ['python-prefix'] };
  }
  if (/(?:^|\W)(?:[bB][rR]?|[rR][bB])["'].*\\x/.test(head)) return { form, score: 0.85, reasons: ['python-prefix'] };
  return { form, score: 0, reasons: [] };
}

export const pythonBytes: Importer & { judge(look: Look): Claim } = {
  form: 'python-bytes',
  judge,
  claim: (text) => judge(lookAt(text)),
  read: (text) => readWith('python-bytes', text, scanPython),
};
