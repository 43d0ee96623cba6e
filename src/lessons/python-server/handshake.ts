/** The opening handshake of `server.py`, followed line by line, for a request of RFC 6455. */

import { ofText } from '../../components/lesson/value.ts';
import { decodeUtf8, encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { RFC6455 } from '../../protocol/handshake/rfc6455.ts';
import { acceptFor, GUID } from '../../protocol/hash/accept.ts';
import { sha1 } from '../../protocol/hash/sha1.ts';
import { ACCEPT_KEY, BUILD_RESPONSE, FIND_DIALECT, PARSE_REQUEST, RUN, SHAKE_HANDS } from './lines.ts';
import type { PyValue } from './python.ts';
import type { Call } from './recorder.ts';
import type { Story } from './story.ts';

export interface Handshake {
  /** As they travel: lines end with CR LF. */
  readonly request: string;
  readonly response: string;
  readonly key: string;
  readonly accept: string;
}

type Headers = readonly (readonly [name: string, value: string])[];

const HOST = '127.0.0.1:8765';

export function handshakeOf(nonce: Uint8Array): Handshake {
  const request = decodeUtf8(RFC6455.buildRequest({ target: '/', host: HOST, origin: `http://${HOST}` }, () => nonce));
  const key = new Map(headersOf(request)).get('sec-websocket-key') as string;
  const accept = acceptFor(key);
  const response = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
    '',
    '',
  ].join('\r\n');
  return { request, response, key, accept };
}

/** As `line.partition(":")` gives them. */
function partsOf(request: string): Headers {
  return request
    .split('\r\n')
    .slice(1, -2)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const);
}

/** Names in lower case. The request is the engine's: it repeats no name. */
function headersOf(request: string): Headers {
  return partsOf(request).map(([name, value]) => [name.toLowerCase(), value.trim()] as const);
}

const dict = (entries: Headers): PyValue => ({ entries });

/** `shake_hands`, from the request to the answer. */
export function shakeHands(story: Story, run: Call, { request, key, accept }: Handshake): void {
  const { recorder } = story;
  const headers = headersOf(request);
  const whole = { headers: dict(headers) };
  run.at(RUN.open);
  recorder.call('shake_hands', {}, (call) => {
    const head = encodeUtf8(request);
    call.at(SHAKE_HANDS.head, { head });
    call.at(SHAKE_HANDS.log);
    story.step('request-read', { text: 'request-read', values: { size: head.length } }, ['RFC 6455 §4.1']);

    call.at(SHAKE_HANDS.parse);
    recorder.call('parse_request', {}, (inner) => parseRequest(inner, request));
    const read = { headers: headers.length, target: ofText('/') };
    story.step('request-parse', { text: 'request-parse', values: read }, ['RFC 6455 §4.2.1']);

    call.set({ target: '/', ...whole });
    call.at(SHAKE_HANDS.dialect);
    recorder.call('find_dialect', whole, findDialect);
    const which = { text: 'dialect', values: { version: ofText('13') } } as const;
    story.step('dialect', which, ['RFC 6455 §4.2.1', 'RFC 6455 §4.4']);

    call.set({ dialect: 'rfc6455' });
    call.at(SHAKE_HANDS.path);
    call.at(SHAKE_HANDS.rulePath);
    call.at(SHAKE_HANDS.ifRfc);
    story.step('admit', { text: 'admit', values: {} }, ['RFC 6455 §4.2.2', 'RFC 6455 §10.2']);

    call.at(SHAKE_HANDS.write);
    recorder.call('build_response', whole, (inner) => {
      inner.at(BUILD_RESPONSE.accept);
      recorder.call('accept_key', { key }, (innermost) => {
        innermost.at(ACCEPT_KEY.good);
        innermost.at(ACCEPT_KEY.rule);
        innermost.at(ACCEPT_KEY.digest, { digest: sha1(encodeUtf8(key + GUID)) });
        innermost.at(ACCEPT_KEY.accept);
      });
      story.show({ answered: 'accept' });
      const values = { key: ofText(key, 'key'), accept: ofText(accept, 'key') };
      story.step('accept', { text: 'accept', values }, ['RFC 6455 §4.2.2']);
      inner.set({ accept });
      inner.at(BUILD_RESPONSE.head);
      inner.at(BUILD_RESPONSE.done);
    });
    call.at(SHAKE_HANDS.set);
    recorder.setSelf({ 'self.dialect': 'rfc6455' });
    call.at(SHAKE_HANDS.open);
    story.show({ answered: 'yes' });
    story.step('response', { text: 'response', values: { accept: ofText(accept, 'key') } }, ['RFC 6455 §4.2.2']);
  });
}

function findDialect(call: Call): void {
  call.at(FIND_DIALECT.names);
  call.at(FIND_DIALECT.ruleUpgrade);
  call.at(FIND_DIALECT.ruleConnection);
  call.at(FIND_DIALECT.oneHost);
  call.at(FIND_DIALECT.ruleHost);
  call.at(FIND_DIALECT.ifVersion);
  call.at(FIND_DIALECT.rfc);
}

function parseRequest(call: Call, request: string): void {
  const headers = headersOf(request);
  call.at(PARSE_REQUEST.lines);
  call.at(PARSE_REQUEST.get);
  call.at(PARSE_REQUEST.ruleGet);
  call.at(PARSE_REQUEST.headers, { headers: dict([]) });
  partsOf(request).forEach(([rawName, rawValue], i) => {
    const [name, value] = headers[i] as Headers[number];
    call.at(PARSE_REQUEST.each);
    call.at(PARSE_REQUEST.good);
    call.at(PARSE_REQUEST.ruleGood);
    call.at(PARSE_REQUEST.part, { name: rawName, value: rawValue });
    call.at(PARSE_REQUEST.lower, { name, value });
    call.at(PARSE_REQUEST.put, { headers: dict(headers.slice(0, i + 1)) });
  });
  call.at(PARSE_REQUEST.each);
  call.at(PARSE_REQUEST.done);
}
