import { refusalWith } from '../../protocol/handshake/build.ts';
import type { RandomBytes, RequestOptions, ResponseOptions } from '../../protocol/handshake/dialect.ts';
import { HANDSHAKE_DIALECTS } from '../../protocol/handshake/handshake.ts';
import { fromLatin1, latin1 } from '../../protocol/handshake/latin1.ts';
import { DIALECTS, type DialectId, DRAFTS, type Draft } from '../../protocol/model/drafts.ts';
import type { Header } from '../../protocol/model/headers.ts';
import type { Sent } from '../build/conversation.ts';

/** Handshakes that show something: made by the engine, the same on every visit. */

const ASKED: RequestOptions = { target: '/chat', host: 'server.example.com', origin: 'http://example.com' };

/** The nonce of RFC 6455 §1.3. */
const NONCE = new TextEncoder().encode('the sample nonce');

/** Always the same bytes: an example may not change while one looks at it. */
export function steady(): RandomBytes {
  let state = 101;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 24;
    });
}

/** The same with the nonce that everybody knows. */
function sample(): RandomBytes {
  const rest = steady();
  return (count) => (count === NONCE.length ? NONCE : rest(count));
}

export function client(bytes: Uint8Array): Sent {
  return { direction: 'client-to-server', bytes };
}

export function server(bytes: Uint8Array): Sent {
  return { direction: 'server-to-client', bytes };
}

/** Request and answer of a dialect. */
export function handshake(
  dialect: DialectId = 'rfc6455',
  request: Partial<RequestOptions> = {},
  response: ResponseOptions = {},
): readonly [Sent, Sent] {
  const speaks = HANDSHAKE_DIALECTS[dialect];
  const asked = speaks.buildRequest({ ...ASKED, ...request }, sample());
  return [
    client(asked),
    server(speaks.buildResponse(speaks.readRequest(asked), { nonce: steady()(NONCE.length), ...response })),
  ];
}

/** What clients of hybi-04 mask with after `handshake('version-4')`; null for every other dialect. */
export function connectionKeyOf([request, response]: readonly [Sent, Sent]): Uint8Array | null {
  const { readRequest, readResponse } = HANDSHAKE_DIALECTS['version-4'];
  return readResponse(response.bytes, readRequest(request.bytes)).nonce?.connectionKey ?? null;
}

/** A request, and an answer of ordinary HTTP with these lines and this body. */
export function refused(status: number, lines: readonly string[] = [], body = ''): readonly [Sent, Sent] {
  const [request] = handshake();
  const head = latin1(refusalWith(status))
    .replace(/^HTTP\/1\.1 302 /, 'HTTP/1.1 302 Found')
    .replace(/^HTTP\/1\.1 401 /, 'HTTP/1.1 401 Unauthorized')
    .replace('Content-Length: 0', [...lines, `Content-Length: ${body.length}`].join('\r\n'));
  return [request, server(fromLatin1(head + body))];
}

/** The oldest dialect that covers a text. */
export function dialectOf(draft: Draft): DialectId {
  const ids = Object.keys(DIALECTS) as DialectId[];
  const age = DRAFTS.indexOf(draft);
  return ids.find((id) => DRAFTS.indexOf(DIALECTS[id].draft) >= age) ?? 'rfc6455';
}

/** Values of headers that the handshake itself does not fill in. */
const VALUES: Readonly<Record<string, string>> = {
  cookie: 'session=4f3a',
  'set-cookie': 'session=4f3a; Path=/; HttpOnly',
  authorization: 'Basic YWxpY2U6c2VzYW1l',
  'user-agent': 'Mozilla/5.0',
  server: 'Python/3.12',
  date: 'Sun, 11 Dec 2011 12:00:00 GMT',
  pragma: 'no-cache',
  'cache-control': 'no-cache',
  'accept-encoding': 'gzip, deflate',
  'accept-language': 'en-GB, zh-CN',
};

/** Headers that stand in refusals only, each with the answer that has it. */
const REFUSALS: Readonly<Record<string, () => readonly [Sent, Sent]>> = {
  location: () => refused(302, ['Location: wss://other.example.com/chat']),
  'www-authenticate': () => refused(401, ['WWW-Authenticate: Basic realm="chat"']),
  'content-length': () => refused(403, ['Content-Type: text/plain'], 'no'),
  'content-type': () => refused(403, ['Content-Type: text/plain'], 'no'),
  'transfer-encoding': () => {
    const [request, { bytes }] = refused(403);
    const head = latin1(bytes).replace('Content-Length: 0', 'Transfer-Encoding: chunked');
    return [request, server(fromLatin1(`${head}2\r\nno\r\n0\r\n\r\n`))];
  },
};

/** A handshake with this header in it, in a dialect that has a use for it. */
export function handshakeWith({ id, name, request, response }: Header): readonly [Sent, Sent] {
  const refusal = REFUSALS[id];
  if (refusal) return refusal();
  const all = [...request, ...response];
  const dialect = all.includes('rfc6455') ? 'rfc6455' : (all.at(-1) ?? 'rfc6455');
  const value = VALUES[id];
  const extra = value === undefined ? {} : { headers: [[name, value]] as const };
  const offer = {
    ...(/protocol/.test(id) && { subprotocols: ['chat'] }),
    ...(/extensions/.test(id) && { extensions: 'permessage-deflate' }),
  };
  const answer = {
    ...(/protocol/.test(id) && { subprotocol: 'chat' }),
    ...(/extensions/.test(id) && { extensions: 'permessage-deflate' }),
  };
  const asks = request.length > 0;
  return handshake(dialect, { ...offer, ...(asks && extra) }, { ...answer, ...(!asks && extra) });
}
