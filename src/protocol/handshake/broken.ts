/** Handshakes with one thing wrong: for each rule about them that a careless sender can break, one that breaks it. */

import type { DialectId } from '../model/drafts.ts';
import type { RuleId } from '../model/rules.ts';
import type { RandomBytes } from './dialect.ts';
import { HANDSHAKE_DIALECTS } from './handshake.ts';
import { fromLatin1, latin1 } from './latin1.ts';

export interface BrokenHandshake {
  readonly request: Uint8Array;
  /** Null where the request is at fault: an honest server would only refuse it. */
  readonly response: Uint8Array | null;
}

/** What changes in the text of the head: one piece of it becomes another. */
type Change = readonly [from: RegExp | string, to: string];

interface Recipe {
  readonly dialect?: DialectId;
  readonly side: 'request' | 'response';
  readonly change: Change;
  /** What the client offers, where the fault is about an answer to it. */
  readonly subprotocols?: readonly string[];
  readonly extensions?: string;
}

const LAST = /\r\n(?=\r\n)/;
const request = (from: Change[0], to: string, more: Partial<Recipe> = {}): Recipe => ({
  side: 'request',
  change: [from, to],
  ...more,
});
const response = (from: Change[0], to: string, more: Partial<Recipe> = {}): Recipe => ({
  side: 'response',
  change: [from, to],
  ...more,
});
/** With one more line at the end of the head. */
const line = (text: string): readonly [RegExp, string] => [LAST, `\r\n${text}\r\n`];
const granted = (offer: string, answer: string): Recipe =>
  response(...line(`Sec-WebSocket-Extensions: ${answer}`), { extensions: offer });
const OLD = { dialect: 'hixie-76' } as const;

const RECIPES = {
  'head-incomplete': request(/\r\n\r\n$/, '\r\n'),
  'bare-lf': request(/\r\n/, '\n'),
  'blank-line-before-head': request(/^/, '\r\n'),
  'header-malformed': request(...line('no colon in this line')),
  'header-folded': request(/(User-Agent|Host): /, '$1:\r\n '),
  'request-line-malformed': request(/^GET /, 'GET  '),
  method: request('GET', 'POST'),
  'http-version': request('HTTP/1.1', 'HTTP/1.0'),
  'target-invalid': request(/ \S+ HTTP/, ' /chat#room HTTP'),
  'host-missing': request(/Host: .*\r\n/, ''),
  'host-duplicate': request(...line('Host: other.example.com')),
  'upgrade-missing': request(/Upgrade: .*\r\n/, ''),
  'upgrade-invalid': request('Upgrade: websocket', 'Upgrade: h2c'),
  'connection-missing': request(/Connection: .*\r\n/, ''),
  'connection-invalid': request('Connection: Upgrade', 'Connection: keep-alive'),
  'key-missing': request(/Sec-WebSocket-Key: .*\r\n/, ''),
  'key-duplicate': request(/(Sec-WebSocket-Key: .*\r\n)/, '$1$1'),
  'key-invalid': request(/(Sec-WebSocket-Key: ).*/, '$1not+16+bytes=='),
  'key-pad-bits': request(/(Sec-WebSocket-Key: .*)[AQgw]==/, '$1B=='),
  'version-missing': request(/Sec-WebSocket-Version: .*\r\n/, ''),
  'version-duplicate': request(...line('Sec-WebSocket-Version: 13')),
  'version-unsupported': request('Version: 13', 'Version: 12'),
  'subprotocol-malformed': request(...line('Sec-WebSocket-Protocol: chat, chat')),
  'extensions-malformed': request(...line('Sec-WebSocket-Extensions: permessage deflate')),
  'fossil-header': request(...line('Sec-WebSocket-Draft: 2')),
  'status-line-malformed': response('HTTP/1.1 101', 'HTTP/1.1  101'),
  status: response('101 Switching Protocols', '200 OK'),
  'accept-missing': response(/Sec-WebSocket-Accept: .*\r\n/, ''),
  'accept-duplicate': response(/(Sec-WebSocket-Accept: .*\r\n)/, '$1$1'),
  'accept-mismatch': response(/Accept: .*/, 'Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo='),
  'subprotocol-not-offered': response(...line('Sec-WebSocket-Protocol: chat')),
  'subprotocol-duplicate': response(...line('Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: chat'), {
    subprotocols: ['chat'],
  }),
  'extension-not-offered': response(...line('Sec-WebSocket-Extensions: permessage-deflate')),
  'extension-duplicate': granted('permessage-deflate', 'permessage-deflate, permessage-deflate'),
  'pmd-invalid-parameter': granted('permessage-deflate', 'permessage-deflate; level=9'),
  'pmd-invalid-value': granted('permessage-deflate', 'permessage-deflate; server_max_window_bits=16'),
  'pmd-duplicate-parameter': granted(
    'permessage-deflate',
    'permessage-deflate; server_no_context_takeover; server_no_context_takeover',
  ),
  'pmd-client-max-window-bits-not-offered': granted(
    'permessage-deflate',
    'permessage-deflate; client_max_window_bits=10',
  ),
  'pmd-server-no-context-takeover-missing': granted(
    'permessage-deflate; server_no_context_takeover',
    'permessage-deflate',
  ),
  'pmd-server-max-window-bits-missing': granted('permessage-deflate; server_max_window_bits=10', 'permessage-deflate'),
  'pmd-server-max-window-bits-too-big': granted(
    'permessage-deflate; server_max_window_bits=10',
    'permessage-deflate; server_max_window_bits=12',
  ),
  'pmd-offer-declined': request('permessage-deflate', 'permessage-deflate; window_bits=10', {
    extensions: 'permessage-deflate',
  }),
  'nonce-missing': response(/Sec-WebSocket-Nonce: .*\r\n/, '', { dialect: 'version-4' }),
  'nonce-invalid': response(/(Sec-WebSocket-Nonce: ).*/, '$1MTIzNA==', { dialect: 'version-4' }),
  'origin-missing': request(/Origin: .*\r\n/, '', OLD),
  'hixie-key-missing': request(/Sec-WebSocket-Key1: .*\r\n/, '', OLD),
  'hixie-key-duplicate': request(/(Sec-WebSocket-Key1: .*\r\n)/, '$1$1', OLD),
  'hixie-key-no-digits': request(/(Sec-WebSocket-Key1: ).*/, '$1no digits', OLD),
  'hixie-key-no-spaces': request(/(Sec-WebSocket-Key1: ).*/, '$1a12b', OLD),
  'hixie-key-not-divisible': request(/(Sec-WebSocket-Key1: ).*/, '$11 a b', OLD),
  'hixie-key-number-too-big': request(/(Sec-WebSocket-Key1: ).*/, '$1a 4294967296', OLD),
  'challenge-response-mismatch': response(/(?<=\r\n\r\n).{16}$/s, '0123456789abcdef', OLD),
  'hixie-origin-mismatch': response(/(Sec-WebSocket-Origin: ).*/, '$1http://other.example.com', OLD),
  'hixie-location-mismatch': response(/(Sec-WebSocket-Location: ).*/, '$1ws://other.example.com/', OLD),
  'hixie-origin-missing': response(/Sec-WebSocket-Origin: .*\r\n/, '', OLD),
  'hixie-location-missing': response(/Sec-WebSocket-Location: .*\r\n/, '', OLD),
  'hixie-subprotocol-mismatch': response(...line('Sec-WebSocket-Protocol: other'), {
    ...OLD,
    subprotocols: ['chat'],
  }),
  'hixie-field-duplicate': response(/(Sec-WebSocket-Origin: .*\r\n)/, '$1$1', OLD),
  'hixie-response-order': response(/(Upgrade: .*\r\n)(Connection: .*\r\n)/, '$2$1', { dialect: 'hixie-75' }),
} as const satisfies Partial<Record<RuleId, Recipe>>;

export type BreakableHandshakeRule = keyof typeof RECIPES;

/** Faults of requests first, then of responses, the old generations last. */
export const BREAKABLE_HANDSHAKES = Object.keys(RECIPES) as readonly BreakableHandshakeRule[];

export function brokenHandshake(rule: BreakableHandshakeRule, random: RandomBytes): BrokenHandshake {
  const recipe: Recipe = RECIPES[rule];
  const { dialect = 'rfc6455', side, subprotocols, extensions } = recipe;
  const speaks = HANDSHAKE_DIALECTS[dialect];
  const right = speaks.buildRequest(
    {
      target: '/chat',
      host: 'server.example.com',
      ...(dialect !== 'rfc6455' && { origin: 'http://example.com' }),
      ...(subprotocols && { subprotocols }),
      ...(extensions !== undefined && { extensions }),
    },
    random,
  );
  if (side === 'request') return { request: changed(right, recipe.change), response: null };
  return { request: right, response: changed(speaks.buildResponse(speaks.readRequest(right)), recipe.change) };
}

function changed(bytes: Uint8Array, [from, to]: Change): Uint8Array {
  return fromLatin1(latin1(bytes).replace(from, to));
}
