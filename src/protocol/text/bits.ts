import { BLANK, classOf, lineEnd, NEWLINE, skipSpace } from './chars.ts';
import { type Look, lookAt } from './look.ts';
import type { Claim, Importer } from './reading.ts';
import { type Recorder, readWith } from './recorder.ts';

/** Binary digits, eight a byte, most significant first; blanks or commas between the groups. */
function scanBits(text: string, recorder: Recorder): void {
  const track = recorder.track(null, (text.length >> 3) + 1);
  let i = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0, text.length);
  while (i < text.length) {
    if (text.charCodeAt(i) === 0x23 || text.startsWith('//', i)) {
      i = skipSpace(text, lineEnd(text, i, text.length), text.length);
      continue;
    }
    const start = i;
    let byte = 0;
    let bad = -1;
    for (; i < text.length && !isGap(text.charCodeAt(i)); i++) {
      const c = text.charCodeAt(i);
      if (c !== 0x30 && c !== 0x31 && bad < 0) bad = i;
      byte = ((byte << 1) | (c & 1)) & 255;
      if ((i - start) % 8 === 7 && bad < 0) track.put(byte, i - 7, i + 1);
    }
    if (bad >= 0) {
      const size = (text.codePointAt(bad) ?? 0) > 0xffff ? 2 : 1;
      recorder.problem('invalid-character', bad, size, { expected: 'digit-2' });
    } else if ((i - start) % 8 !== 0) recorder.problem('odd-digits', i - 1, 1, { digits: i - start, expected: 8 });
    while (i < text.length && isGap(text.charCodeAt(i))) i += 1;
  }
}

function isGap(c: number): boolean {
  const kind = classOf(c);
  return kind === BLANK || kind === NEWLINE || c === 0x2c;
}

/** Share of the groups that are eight binary digits, where there are at least two and the others are near enough. */
export function bitsShare(look: Look): number {
  const groups = look.bare.split(/[\s,]+/).filter((group) => group !== '');
  const whole = groups.filter((group) => /^[01]{8}$/.test(group)).length;
  if (whole < 2 || !groups.every((group) => /^[01]{4}/.test(group) && group.length <= 12)) return 0;
  return whole / groups.length;
}

function judge(look: Look): Claim {
  const form = 'bits';
  const share = bitsShare(look);
  return share >= 0.6 ? { form, score: 0.93, reasons: ['groups-of-bits'] } : { form, score: 0, reasons: [] };
}

export const bits: Importer & { judge(look: Look): Claim } = {
  form: 'bits',
  judge,
  claim: (text) => judge(lookAt(text)),
  read: (text) => readWith('bits', text, scanBits),
};
