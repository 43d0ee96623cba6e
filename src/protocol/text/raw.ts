import { type Look, lookAt } from './look.ts';
import type { Claim, Importer } from './reading.ts';
import { type Recorder, readWith, type Track } from './recorder.ts';

/**
 * Characters as bytes. Where the text holds control characters of Latin-1 and nothing beyond, each character is a byte
 * (that is how binary data looks when a program takes it for text); otherwise the bytes are those of UTF-8.
 */
export function scanRaw(text: string, from: number, to: number, recorder: Recorder, track: Track): void {
  const byByte = isByteText(text, from, to);
  track.reserve(to - from);
  for (let i = from; i < to; ) {
    const code = text.codePointAt(i) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    if (code < 0x80 || (byByte && code < 0x100)) track.put(code, i, i + 1);
    else if (code === 0xfffd) recorder.problem('invalid-character', i, 1, { expected: 'byte' });
    else if (code >= 0xd800 && code < 0xe000) recorder.problem('invalid-character', i, 1, { expected: 'character' });
    else putUtf8(code, i, i + size, track);
    i += size;
  }
}

/** The UTF-8 bytes of a code point that is no surrogate (RFC 3629 section 3). */
export function putUtf8(code: number, start: number, end: number, track: Track): void {
  if (code < 0x80) track.put(code, start, end);
  else if (code < 0x800) {
    track.put(0xc0 | (code >> 6), start, end);
    track.put(0x80 | (code & 63), start, end);
  } else if (code < 0x10000) {
    track.put(0xe0 | (code >> 12), start, end);
    track.put(0x80 | ((code >> 6) & 63), start, end);
    track.put(0x80 | (code & 63), start, end);
  } else {
    track.put(0xf0 | (code >> 18), start, end);
    track.put(0x80 | ((code >> 12) & 63), start, end);
    track.put(0x80 | ((code >> 6) & 63), start, end);
    track.put(0x80 | (code & 63), start, end);
  }
}

function isByteText(text: string, from: number, to: number): boolean {
  let control = false;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c > 0xff) return false;
    if (c >= 0x80 && c < 0xa0) control = true;
  }
  return control;
}

function judge(look: Look): Claim {
  const form = 'raw';
  let control = 0;
  let lost = 0;
  for (let i = 0; i < look.head.length; i++) {
    const c = look.head.charCodeAt(i);
    if (c === 0xfffd) lost += 1;
    if ((c < 0x20 && c !== 9 && c !== 10 && c !== 13) || (c >= 0x7f && c < 0xa0)) control += 1;
  }
  if (control > 0) return { form, score: Math.min(0.97, 0.6 + control / 10), reasons: ['control-characters'] };
  return lost > 0 ? { form, score: 0.3, reasons: ['replacement-characters'] } : { form, score: 0.02, reasons: [] };
}

export const raw: Importer & { judge(look: Look): Claim } = {
  form: 'raw',
  judge,
  claim: (text) => judge(lookAt(text)),
  read: (text) =>
    readWith('raw', text, (t, recorder) => scanRaw(t, 0, t.length, recorder, recorder.track(null, t.length))),
};
