import type { Direction } from '../bytes/span.ts';
import { cArray } from './arrays.ts';
import { isBlank, lineEnd, nextLine, skipSpace, trimEnd } from './chars.ts';
import { isVerbose, scanVerbose } from './curl.ts';
import { hexdumpC, wiresharkDump, xxd } from './dumps.ts';
import { escaped } from './escaped.ts';
import { hex } from './hex.ts';
import { jsBuffer } from './js.ts';
import { hexList } from './lists.ts';
import { type Look, lookAt } from './look.ts';
import { pythonBytes } from './python.ts';
import { putUtf8, scanRaw } from './raw.ts';
import type { Claim, Importer, Reading } from './reading.ts';
import { type Recorder, readWith, type Track } from './recorder.ts';
import { hexdumpWords, od } from './words.ts';

const FIRST_LINE = /^(?:([A-Z]{3,10}) \S+(?: HTTP\/\d(?:\.\d)?)?|HTTP\/\d(?:\.\d)? \d{3}(?: [^\n\r]*)?)[ \t]*$/;
/** Notations that bytes after a head are pasted in, and how sure they must be: a body may also be plain characters. */
const BODIES = [xxd, hexdumpC, wiresharkDump, hexdumpWords, od, jsBuffer, pythonBytes, escaped, cArray, hexList, hex];
const BODY_SCORE = 0.6;
const NEXT_HEAD = /(?:^|[\r\n])(?=GET \S+ HTTP\/|HTTP\/\d(?:\.\d)? \d{3}\b)/;

/**
 * A request or response head as text, then what was received after it as hexadecimal, escapes or plain characters.
 * Copied text has lost its carriage returns: where the head has none, each of its line ends is CR LF (RFC 9112
 * section 2.2), both written by the one line feed.
 */
function scanHttp(text: string, recorder: Recorder): void {
  let i = skipSpace(text, 0, text.length);
  while (i < text.length) {
    const response = text.startsWith('HTTP/', i);
    const direction: Direction = response ? 'server-to-client' : 'client-to-server';
    const track = recorder.track(direction, text.length + 64);
    const offset = track.length;
    const bodyAt = scanHead(text, i, recorder, track);
    const rest = NEXT_HEAD.exec(text.slice(bodyAt));
    const end = rest === null ? text.length : bodyAt + rest.index + rest[0].length;
    scanBody(text, bodyAt, end, i, recorder, track);
    recorder.segment(track, offset);
    i = Math.max(end, bodyAt);
  }
}

/** Reads a head up to and with its blank line. Returns where the rest begins. */
function scanHead(text: string, from: number, recorder: Recorder, track: Track): number {
  let i = from;
  let crlf = false;
  for (let k = from; k < text.length; ) {
    const end = lineEnd(text, k, text.length);
    if (text.startsWith('\r\n', end)) crlf = true;
    if (end === k) break;
    k = nextLine(text, end, text.length);
  }
  while (i < text.length) {
    const end = lineEnd(text, i, text.length);
    for (let k = i; k < end; ) {
      const code = text.codePointAt(k) ?? 0;
      const size = code > 0xffff ? 2 : 1;
      if (code >= 0x80) recorder.problem('invalid-character', k, size, { expected: 'ascii' });
      if (code < 0xd800 || code > 0xdfff) putUtf8(code, k, k + size, track);
      k += size;
    }
    if (end >= text.length) break;
    const next = nextLine(text, end, text.length);
    if (crlf) for (let k = end; k < next; k++) track.put(text.charCodeAt(k), k, k + 1);
    else {
      track.put(13, end, next);
      track.put(10, end, next);
    }
    if (end === i) return next;
    i = next;
  }
  recorder.problem('unterminated', text.length, 0, { expected: 'blank-line' });
  return text.length;
}

function scanBody(text: string, from: number, to: number, headAt: number, recorder: Recorder, track: Track): void {
  const begin = skipSpace(text, from, to);
  const end = trimEnd(text, begin, to);
  if (begin === end) return;
  const body = text.slice(begin, end);
  const look = lookAt(body);
  let best: Claim = { form: 'raw', score: BODY_SCORE, reasons: [] };
  for (const importer of BODIES) {
    const claim = importer.judge(look);
    if (claim.score > best.score) best = claim;
  }
  const importer = BODIES.find(({ form }) => form === best.form);
  if (importer !== undefined && !isChallenge(text.slice(headAt, from), end - begin)) {
    absorb(importer.read(body), begin, recorder, track);
    return;
  }
  let stop = to;
  if (stop > from && isBlank(text.charCodeAt(stop - 1))) stop = trimOneLine(text, from, stop);
  scanRaw(text, from, stop, recorder, track);
}

/** Takes over what was read from a part of the text that begins at `shift`. */
function absorb(reading: Reading, shift: number, recorder: Recorder, track: Track): void {
  for (const { bytes, chars } of reading.streams) {
    for (let i = 0; i < bytes.length; i++) {
      const [start, end] = (recorder.marking ? chars?.charsOf(i) : null) ?? [0, 0];
      track.put(bytes[i] as number, start + shift, end + shift);
    }
  }
  for (const { kind, position, length, values } of reading.problems) {
    recorder.problem(kind, position + shift, length, values);
  }
}

/** Without one line end at the end. */
function trimOneLine(text: string, from: number, to: number): number {
  let end = to;
  if (end > from && text.charCodeAt(end - 1) === 0x0a) end -= 1;
  if (end > from && text.charCodeAt(end - 1) === 0x0d) end -= 1;
  return end;
}

/** hixie-76: eight characters after the request and sixteen after the response are those bytes. */
function isChallenge(head: string, length: number): boolean {
  if (/^sec-websocket-key1\s*:/im.test(head)) return length === 8;
  return /^HTTP\//.test(head) && /^sec-websocket-(?:origin|location)\s*:/im.test(head) && length === 16;
}

function judge(look: Look): Claim {
  const form = 'http-text';
  if (isVerbose(look)) return { form, score: 0.98, reasons: [/^> /m.test(look.head) ? 'request-line' : 'status-line'] };
  const first = look.lines[0] ?? '';
  if (!FIRST_LINE.test(first)) return { form, score: 0, reasons: [] };
  const request = !first.startsWith('HTTP/');
  // The first line of all may be longer than the excerpt.
  if (request && !look.whole && look.lines.length === 1 && /^GET [/h]/.test(first))
    return { form, score: 0.9, reasons: ['request-line'] };
  if (request && !/ HTTP\/\d/.test(first) && !/^[\w-]+\s*:/.test(look.lines[1] ?? ''))
    return { form, score: 0, reasons: [] };
  return { form, score: 0.99, reasons: [request ? 'request-line' : 'status-line'] };
}

export const httpText: Importer & { judge(look: Look): Claim } = {
  form: 'http-text',
  judge,
  claim: (text) => judge(lookAt(text)),
  read: (text) => readWith('http-text', text, isVerbose(lookAt(text)) ? scanVerbose : scanHttp),
};
