/**
 * The SHA-1 handshake, of hybi-04 and everything younger: the versions differ in what they send for version and origin, and
 * in which rules bind. Version 4 has a nonce of the server besides.
 */

import { toBase64 } from '../bytes/base64.ts';
import type { DialectId } from '../model/drafts.ts';
import { DIALECTS } from '../model/drafts.ts';
import { acceptedHead, refusal, requestHead } from './build.ts';
import type { HandshakeDialect, RandomBytes, RequestOptions, RequestReading, ResponseOptions } from './dialect.ts';
import { readRequest } from './rfc6455-request.ts';
import { readResponse } from './rfc6455-response.ts';

function sha1Dialect(id: DialectId): HandshakeDialect {
  return {
    id,
    readRequest: (bytes) => readRequest(id, bytes),
    readResponse: (bytes, request) => readResponse(id, bytes, request),
    buildRequest: (options, random) => buildRequest(id, options, random),
    buildResponse: (request, options) => buildResponse(id, request, options),
  };
}

/** `Sec-WebSocket-Origin` is what hybi-04 to -10 called it; hybi-11 renamed it, still as version 8. */
function buildRequest(id: DialectId, options: RequestOptions, random: RandomBytes): Uint8Array {
  const { host, origin, subprotocols = [], extensions, headers = [] } = options;
  return requestHead(options.target, [
    ['Host', host],
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Key', toBase64(random(16))],
    ...(origin === undefined ? [] : [[id === 'rfc6455' ? 'Origin' : 'Sec-WebSocket-Origin', origin] as const]),
    ['Sec-WebSocket-Version', String(DIALECTS[id].version)],
    ...(subprotocols.length > 0 ? [['Sec-WebSocket-Protocol', subprotocols.join(', ')] as const] : []),
    ...(extensions === undefined ? [] : [['Sec-WebSocket-Extensions', extensions] as const]),
    ...headers,
  ]);
}

/** Without a nonce of the caller's the server's is all zeros: nothing here is random. */
const NO_NONCE = new Uint8Array(16);

function buildResponse(id: DialectId, request: RequestReading, options: ResponseOptions = {}): Uint8Array {
  const { subprotocol, extensions, headers = [], anyway = false, nonce = NO_NONCE } = options;
  const accept = request.proof.kind === 'sha1' ? request.proof.accept : null;
  if (!anyway && (request.verdict !== 'accept' || accept === null)) return refusal(request);
  return acceptedHead('Switching Protocols', [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Accept', accept ?? ''],
    ...(id === 'version-4' ? [['Sec-WebSocket-Nonce', toBase64(nonce)] as const] : []),
    ...(subprotocol === undefined ? [] : [['Sec-WebSocket-Protocol', subprotocol] as const]),
    ...(extensions === undefined ? [] : [['Sec-WebSocket-Extensions', extensions] as const]),
    ...headers,
  ]);
}

export const RFC6455 = sha1Dialect('rfc6455');
export const VERSION_8 = sha1Dialect('version-8');
export const VERSION_7 = sha1Dialect('version-7');
export const VERSION_6 = sha1Dialect('version-6');
export const VERSION_5 = sha1Dialect('version-5');
export const VERSION_4 = sha1Dialect('version-4');
