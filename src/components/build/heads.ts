import { concat } from '../../protocol/bytes/join.ts';
import { MISTAKE_IDS, type MistakeId, mistakenAccept } from '../../protocol/handshake/accept-mistakes.ts';
import { ANSWER_MISTAKE_IDS, type AnswerMistakeId, mistakenAnswer } from '../../protocol/handshake/answer-mistakes.ts';
import type { RandomBytes } from '../../protocol/handshake/dialect.ts';
import { HANDSHAKE_DIALECTS, type Handshake } from '../../protocol/handshake/handshake.ts';
import { type HeadKind, looksLikeHead, readRequestHead, readResponseHead } from '../../protocol/handshake/head.ts';
import { latin1 } from '../../protocol/handshake/latin1.ts';
import { withAccept, withHeader, withTrailer } from '../../protocol/handshake/prove.ts';
import type { DialectId } from '../../protocol/model/drafts.ts';
import type { Sent } from './conversation.ts';

/** Heads of handshakes as text that can be edited, and the values in them that are computed. */

/** `request`, `response`, or null for what is no head. */
export function headKind(bytes: Uint8Array): HeadKind | null {
  return looksLikeHead(bytes);
}

/** Bytes of a head up to its blank line; what follows is key3, a challenge answered, or a body. */
function headLength(bytes: Uint8Array): number {
  const head = looksLikeHead(bytes) === 'response' ? readResponseHead(bytes) : readRequestHead(bytes);
  return head.length;
}

/** Control pictures: U+2400 and on for 00 to 1F, U+2421 for 7F. */
const PICTURES = 0x2400;
const DELETE_PICTURE = 0x2421;

/**
 * The head as lines, one character a byte. CR LF is a line end; other control characters show as their pictures, so
 * that none is lost on the way through a text box. Behind them the bytes after the blank line.
 */
export function headText(bytes: Uint8Array): { readonly text: string; readonly trailer: Uint8Array } {
  const length = headLength(bytes);
  const text = latin1(bytes, 0, length)
    .split('\r\n')
    .map((line) => line.replace(/[^\t -~\u0080-\u00ff]/g, pictureOf))
    .join('\n');
  return { text, trailer: bytes.subarray(length) };
}

function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  return String.fromCharCode(code === 0x7f ? DELETE_PICTURE : PICTURES + code);
}

/** The bytes of such a text, or the place of the first character that is no byte. */
export function headBytes(text: string): Uint8Array | { readonly problem: number } {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) bytes.push(0x0d, 0x0a);
    else if (code < 0x100) bytes.push(code);
    else if (code >= PICTURES && code < PICTURES + 0x20) bytes.push(code - PICTURES);
    else if (code === DELETE_PICTURE) bytes.push(0x7f);
    else return { problem: i };
  }
  return Uint8Array.from(bytes);
}

export interface HandshakeChoice {
  readonly dialect: DialectId;
  /** Offer and grant permessage-deflate; the old generations have no extensions. */
  readonly deflate: boolean;
}

/** Bytes of the nonce that a server of hybi-04 adds. */
const NONCE = 16;

/** A request and the answer of an honest server. */
export function handshakeOf({ dialect, deflate }: HandshakeChoice, random: RandomBytes): readonly Sent[] {
  const speaks = HANDSHAKE_DIALECTS[dialect];
  const extensions = deflate && dialect === 'rfc6455' ? { extensions: 'permessage-deflate' } : {};
  const request = speaks.buildRequest(
    { target: '/chat', host: 'server.example.com', origin: 'http://example.com', ...extensions },
    random,
  );
  return [
    { direction: 'client-to-server', bytes: request },
    {
      direction: 'server-to-client',
      bytes: speaks.buildResponse(speaks.readRequest(request), { ...extensions, nonce: random(NONCE) }),
    },
  ];
}

/** What a response says because of the request. */
const COMPUTED = [
  'sec-websocket-accept',
  'sec-websocket-origin',
  'sec-websocket-location',
  'websocket-origin',
  'websocket-location',
];

/** The response with all that depends on the request computed anew; null where no request is known. */
export function computedAgain({ request, dialect }: Handshake, response: Uint8Array): Uint8Array | null {
  if (!request) return null;
  const secure = /^(?:sec-)?websocket-location: *wss:/im.test(latin1(response));
  const right = HANDSHAKE_DIALECTS[dialect].buildResponse(request, { anyway: true, secure });
  const head = readResponseHead(right);
  let result = response;
  for (const { id, name, value } of head.headers) {
    if (COMPUTED.includes(id)) result = withHeader(result, name, value);
  }
  return request.proof.kind === 'md5' ? withTrailer(result, right.subarray(head.length)) : result;
}

/** A key that somebody changes for a new one: the request with other random values. Null where it has none. */
export function newKeys(dialect: DialectId, request: Uint8Array, random: RandomBytes): Uint8Array | null {
  const fresh = HANDSHAKE_DIALECTS[dialect].buildRequest({ target: '/', host: '' }, random);
  const head = readRequestHead(fresh);
  let result = request;
  for (const { id, name, value } of head.headers) {
    if (/^sec-websocket-key/.test(id)) result = withHeader(result, name, value);
  }
  if (fresh.length > head.length) result = withTrailer(result, fresh.subarray(head.length));
  return result === request ? null : result;
}

/** A wrong proof that a careless server sends. */
export type WrongAnswer =
  | { readonly list: 'mistakes'; readonly id: MistakeId }
  | { readonly list: 'answerMistakes'; readonly id: AnswerMistakeId };

/** Those that differ from the right one for this request. */
export function wrongAnswers({ request }: Handshake): readonly WrongAnswer[] {
  const proof = request?.proof;
  if (proof?.kind === 'sha1' && proof.key !== null) {
    const { key } = proof;
    return MISTAKE_IDS.filter((id) => mistakenAccept(id, key) !== null).map((id) => ({ list: 'mistakes', id }));
  }
  if (proof?.kind !== 'md5') return [];
  return ANSWER_MISTAKE_IDS.filter((id) => mistakenAnswer(id, proof) !== null).map((id) => ({
    list: 'answerMistakes',
    id,
  }));
}

/** The response of a server with this mistake. */
export function wronglyAnswered({ request }: Handshake, response: Uint8Array, wrong: WrongAnswer): Uint8Array {
  const proof = request?.proof;
  if (wrong.list === 'mistakes' && proof?.kind === 'sha1' && proof.key !== null) {
    return withAccept(response, mistakenAccept(wrong.id, proof.key) ?? '');
  }
  if (wrong.list === 'answerMistakes' && proof?.kind === 'md5') {
    const answer = mistakenAnswer(wrong.id, proof);
    return answer ? withTrailer(response, answer) : response;
  }
  return response;
}

/** A head and what follows it, as one. */
export function withHead(head: Uint8Array, trailer: Uint8Array): Uint8Array {
  return concat([head, trailer]);
}
