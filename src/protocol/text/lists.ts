import { type Look, lookAt, shareOfTokens } from './look.ts';
import { scanNumbers } from './numbers.ts';
import { hasOffsets } from './offsets.ts';
import type { Claim, Importer } from './reading.ts';
import { type Recorder, readWith } from './recorder.ts';

const HEX_TOKEN = /^[[{(<]*(["'`]?)0(?:x[0-9a-f]+|b[01]{1,8})\1[\]}>)]*$/i;

/** One `0x` before more than two digits holds several bytes, if no other number of the list is a plain byte. */
function isWide(text: string): boolean {
  const first = /0x([0-9a-f]*)/i.exec(text);
  if (first === null || (first[1] as string).length <= 2) return false;
  let count = 0;
  let odd = 0;
  for (const match of text.matchAll(/(?<![0-9a-z_])0x([0-9a-f]*)/gi)) {
    const digits = (match[1] as string).length;
    if (digits <= 2) return false;
    count += 1;
    odd += digits % 2;
  }
  return odd === 0 || (count === 1 && (first[1] as string).length > 3);
}

function scanHexList(text: string, recorder: Recorder): void {
  const track = recorder.track(null, (text.length >> 2) + 1);
  scanNumbers(text, 0, text.length, recorder, track, { octal: true, wide: isWide(text), hash: true });
}

function judgeHexList(look: Look): Claim {
  const form = 'hex-list';
  const share = shareOfTokens(look.tokens, HEX_TOKEN);
  const reasons: string[] = [];
  let score = share > 0 ? 0.96 * share ** 0.5 : 0;
  if (share === 0 && /0x[0-9a-f]/i.test(look.bare)) score = 0.2;
  if (share > 0) reasons.push(share === 1 ? 'prefix-0x-only' : 'prefix-0x-mostly');
  return { form, score, reasons };
}

export const hexList: Importer & { judge(look: Look): Claim } = {
  form: 'hex-list',
  judge: judgeHexList,
  claim: (text) => judgeHexList(lookAt(text)),
  read: (text) => readWith('hex-list', text, scanHexList),
};

function judgeDecimal(look: Look): Claim {
  const form = 'decimal';
  const { bare, tokens } = look;
  if (tokens.length === 0 || /0x/i.test(bare)) return { form, score: 0, reasons: [] };
  const plain = tokens.map((token) => token.replace(/^[[({]+|[\])}]+$/g, '')).filter((token) => token !== '');
  const share = shareOfTokens(plain, /^\d{1,3}$/);
  const numbers = plain.filter((token) => /^\d{1,3}$/.test(token)).map(Number);
  const inRange = numbers.length === 0 ? 0 : numbers.filter((n) => n < 256).length / numbers.length;
  if (share < 0.3) return { form, score: 0, reasons: [] };
  const reasons = ['numbers-below-256'];
  let score = 0.9 * share ** 0.5 * inRange;
  const lengths = new Set(plain.map((token) => token.length));
  const commas = /,/.test(bare);
  const zeros = plain.some((token) => /^0\d/.test(token));
  const twos = lengths.size === 1 && lengths.has(2);
  const pairs = plain.some((token) => /^0\d$/.test(token));
  if ((zeros && twos) || pairs) score *= 0.4;
  else if (twos) score = commas ? score * 0.82 : score * 0.5;
  else if (plain.length === 1) score *= 0.6;
  if (lengths.has(3) && commas) reasons.push('commas');
  if (/[:]/.test(bare)) score *= 0.5;
  if (hasOffsets(look)) score = Math.min(score, 0.35);
  return { form, score: Math.min(score, 0.9), reasons };
}

export const decimal: Importer & { judge(look: Look): Claim } = {
  form: 'decimal',
  judge: judgeDecimal,
  claim: (text) => judgeDecimal(lookAt(text)),
  read: (text) =>
    readWith('decimal', text, (t, recorder) =>
      scanNumbers(t, 0, t.length, recorder, recorder.track(null, (t.length >> 2) + 1), {
        octal: false,
        wide: false,
        hash: true,
      }),
    ),
};
