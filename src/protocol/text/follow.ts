import type { Direction } from '../bytes/span.ts';
import { isBlank, lineEnd, nextLine, skipBlanks } from './chars.ts';
import { followBanner, followHex as sided } from './dumps.ts';
import { scanHex } from './hex.ts';
import { type Look, lookAt, shareOf } from './look.ts';
import type { Claim, Importer, Reading } from './reading.ts';
import { type Recorder, readWith } from './recorder.ts';

/** One side only and nothing that says whose: the direction is not known. */
function withoutSides(text: string, reading: Reading): Reading {
  if (reading.streams.length !== 1 || /^Follow: /m.test(text.slice(0, 1000))) return reading;
  return { ...reading, streams: reading.streams.map((stream) => ({ ...stream, direction: null })), segments: [] };
}

/** Follow stream as hex dump: lines indented by a tab (tshark) or four blanks (Wireshark) are the server's. */
export const followHex: Importer & { judge(look: Look): Claim } = {
  ...sided,
  read: (text) => withoutSides(text, sided.read(text)),
};

function scanRaw(text: string, recorder: Recorder): void {
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  recorder.track('client-to-server', (text.length >> 2) + 16);
  while (i < text.length) {
    const end = lineEnd(text, i, text.length);
    const begin = skipBlanks(text, i, end);
    if (begin < end && !followBanner(text, i, end)) {
      const server = text.charCodeAt(i) === 0x09 || (begin - i >= 4 && isBlank(text.charCodeAt(i)));
      const direction: Direction = server ? 'server-to-client' : 'client-to-server';
      const track = recorder.track(direction);
      const offset = track.length;
      scanHex(text, begin, end, recorder, track);
      recorder.segment(track, offset);
    }
    i = nextLine(text, end, text.length);
  }
}

function judgeRaw(look: Look): Claim {
  const form = 'follow-raw';
  if (/^Follow: \w+,raw/m.test(look.head)) return { form, score: 0.995, reasons: ['follow-banner'] };
  const lines = [...look.lines, ...look.tail];
  const whole = shareOf(lines, /^(?:\t| {4,8})?(?:[0-9a-f]{2} ?)+\s*$/i);
  const indented = shareOf(lines, /^(?:\t| {4,8})(?:[0-9a-f]{2} ?)+\s*$/i);
  if (whole < 0.6 || indented === 0 || indented === 1) return { form, score: 0, reasons: [] };
  return { form, score: 0.96 * whole, reasons: ['hex-lines', 'indented-lines'] };
}

/** Follow stream as raw: a line of hexadecimal digits for each packet, a tab before the server's. */
export const followRaw: Importer & { judge(look: Look): Claim } = {
  form: 'follow-raw',
  judge: judgeRaw,
  claim: (text) => judgeRaw(lookAt(text)),
  read: (text) => readWith('follow-raw', text, scanRaw),
};
