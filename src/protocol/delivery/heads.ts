/** The heads of all requests and answers, as the texts that would travel: their bytes are counted, not guessed. */

import { isToken } from '../handshake/lists.ts';
import { RFC6455 } from '../handshake/rfc6455.ts';
import type { HpackSizer } from './hpack.ts';
import type { HeadTexts } from './model.ts';

export interface Head {
  /** `GET /path HTTP/1.1` or `HTTP/1.1 200 OK`. */
  readonly start: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const REQUEST = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+ \S+ HTTP\/1\.[01]$/;
const RESPONSE = /^HTTP\/1\.[01] [1-9]\d\d(?: .*)?$/;

/** Lines of a text, whatever their ends, up to the first empty one. */
export function headLines(text: string): readonly string[] {
  const lines = text.replace(/^\s*\n/, '').split(/\r\n|\n|\r/);
  const end = lines.findIndex((line) => line.trim() === '');
  return end < 0 ? lines : lines.slice(0, end);
}

/** Index of the first line that cannot stand in a head, or null. An empty text has a bad line 0. */
export function badLine(text: string, kind: keyof HeadTexts): number | null {
  const lines = headLines(text);
  const start = kind === 'request' ? REQUEST : RESPONSE;
  if (!start.test((lines[0] ?? '').trim())) return 0;
  const at = lines.findIndex((line, i) => i > 0 && !isToken(line.slice(0, Math.max(0, line.indexOf(':')))));
  return at < 0 ? null : at;
}

/** A head from its text; lines that are no fields are left out. */
export function readHead(text: string): Head {
  const [start = '', ...lines] = headLines(text);
  const fields = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
  });
  return { start: start.trim(), fields };
}

/** As it travels (RFC 9112 section 2.1). One byte a character. */
export function headText({ start, fields }: Head): string {
  return `${[start, ...fields.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export function fieldOf({ fields }: Head, name: string): string | null {
  return fields.find(([one]) => same(one, name))?.[1] ?? null;
}

/** In its place where the head has it, else at the end. */
function withField(head: Head, name: string, value: string): Head {
  if (fieldOf(head, name) === null) return { ...head, fields: [...head.fields, [name, value]] };
  return { ...head, fields: head.fields.map((field) => (same(field[0], name) ? [field[0], value] : field)) };
}

function without(head: Head, names: readonly string[]): Head {
  return { ...head, fields: head.fields.filter(([one]) => !names.some((name) => same(one, name))) };
}

/** The first event's number, so that all of a lesson have four digits. */
const FIRST_NUMBER = 1000;
/** When the page begins, for `Date`: any moment does. */
const BEGIN = Date.UTC(2026, 0, 1, 12);

/** The head of a poll that has had `seen` events: the number in `since=` follows, where the text has one. */
export function pollRequest(request: Head, seen: number): Head {
  return { ...request, start: request.start.replace(/(?<=[?&]since=)\d+/, String(FIRST_NUMBER + seen)) };
}

/** True where the body's end is told by chunks (RFC 9112 section 7.1). */
export function isChunked(answer: Head): boolean {
  return fieldOf(answer, 'Content-Length') === null && fieldOf(answer, 'Transfer-Encoding') !== null;
}

/** The head of an answer with a body of `size` bytes: `Content-Length` and `Date` follow, where the text has them. */
export function pollAnswer(response: Head, size: number, at: number): Head {
  const sized =
    fieldOf(response, 'Content-Length') === null ? response : withField(response, 'Content-Length', String(size));
  return dated(sized, at);
}

function dated(head: Head, at: number): Head {
  return fieldOf(head, 'Date') === null ? head : withField(head, 'Date', new Date(BEGIN + at).toUTCString());
}

/** How a page sends a message over HTTP. */
export function sendRequest(request: Head, size: number): Head {
  const [, target = '/', version = 'HTTP/1.1'] = request.start.split(' ');
  const start = `POST ${target.replace(/\?.*$/s, '')} ${version}`;
  return withField(withField({ ...request, start }, 'Content-Type', 'text/plain'), 'Content-Length', String(size));
}

export function streamRequest(request: Head): Head {
  return withField(request, 'Accept', 'text/event-stream');
}

/** An answer that has no end yet (WHATWG HTML, server-sent events). */
export function streamAnswer(response: Head, at: number): Head {
  const plain = without(response, ['Content-Length', 'Transfer-Encoding', 'ETag', 'Last-Modified']);
  const head = withField(withField(plain, 'Content-Type', 'text/event-stream'), 'Cache-Control', 'no-cache');
  return dated({ ...head, fields: [...head.fields, ['Transfer-Encoding', 'chunked']] }, at);
}

/** Fields of a poll that an opening handshake does not have, or has as its own. */
const NOT_OPENING = [
  'Host',
  'Connection',
  'Upgrade',
  'Accept',
  'Content-Type',
  'Content-Length',
  'X-Requested-With',
  'Origin',
  'If-None-Match',
  'If-Modified-Since',
  'TE',
  'Transfer-Encoding',
];
const NOT_OPENING_START = /^sec-websocket-/i;

/** Both heads of the opening handshake (RFC 6455 section 1.3), with what else the client always sends. */
export function openingHeads(request: Head, random: (count: number) => Uint8Array): { request: Head; answer: Head } {
  const origin = fieldOf(request, 'Origin');
  const others = without(request, NOT_OPENING).fields.filter(([name]) => !NOT_OPENING_START.test(name));
  const bytes = RFC6455.buildRequest(
    {
      target: (request.start.split(' ')[1] ?? '/').replace(/\?.*$/s, ''),
      host: fieldOf(request, 'Host') ?? 'example.com',
      ...(origin === null ? {} : { origin }),
      headers: others,
    },
    random,
  );
  const answer = RFC6455.buildResponse(RFC6455.readRequest(bytes), { anyway: true });
  return { request: readHead(latin1(bytes)), answer: readHead(latin1(answer)) };
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** RFC 9113 section 8.2.2: what has no place in HTTP/2. */
const CONNECTION_FIELDS = [
  'Connection',
  'Keep-Alive',
  'Proxy-Connection',
  'Transfer-Encoding',
  'Upgrade',
  'Host',
  'TE',
];

/** The fields of a head in HTTP/2: the start line and `Host` become pseudo fields (RFC 9113 section 8.3). */
export function http2Fields(head: Head): Parameters<HpackSizer['block']>[0] {
  const [first = '', second = ''] = head.start.split(' ');
  const rest = without(head, CONNECTION_FIELDS).fields.map(([name, value]) => [name.toLowerCase(), value] as const);
  if (first.startsWith('HTTP/')) return [[':status', second], ...rest];
  return [
    [':method', first],
    [':scheme', 'https'],
    [':authority', fieldOf(head, 'Host') ?? ''],
    [':path', second],
    ...rest,
  ];
}

/** The opening over HTTP/2 (RFC 8441 section 4): no `Upgrade`, no key, no accept. */
export function http2Opening(request: Head): ReturnType<typeof http2Fields> {
  const plain = without(request, ['Sec-WebSocket-Key']);
  const [, ...rest] = http2Fields(plain);
  return [[':method', 'CONNECT'], [':protocol', 'websocket'], ...rest];
}
