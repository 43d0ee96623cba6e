/** The opening handshake of `server.py`, followed line by line, for a request of RFC 6455. */

import { ofText } from '../../components/lesson/value.ts';
import { decodeUtf8, encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { RFC6455 } from '../../protocol/handshake/rfc6455.ts';
import { acceptFor, GUID } from '../../protocol/hash/accept.ts';
import { sha1 } from '../../protocol/hash/sha1.ts';
import { ACCEPT_KEY, BUILD_RESPONSE, FIND_DIALECT, OPEN, PARSE_REQUEST, READ_MORE, RUN } from './lines.ts';
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

/** Names in lower case. The request is the engine's: it repeats no name and folds no line. */
function headersOf(request: string): Headers {
  return partsOf(request).map(([name, value]) => [name.toLowerCase(), value.trim()] as const);
}

const dict = (entries: Headers): PyValue => ({ entries });

/** `open`, from the first read to the answer. */
export function openConnection(story: Story, run: Call, { request, key, accept }: Handshake): void {
  const { recorder } = story;
  const bytes = encodeUtf8(request);
  run.at(RUN.open);
  recorder.call('open', {}, (call) => {
    call.at(OPEN.whole);
    call.at(OPEN.ifLong);
    call.at(OPEN.more);
    recorder.call('read_more', {}, (inner) => {
      inner.at(READ_MORE.chunk, { chunk: bytes });
      inner.at(READ_MORE.ifNone);
      inner.at(READ_MORE.put);
      recorder.setSelf({ 'self.buffer': bytes });
    });
    call.at(OPEN.whole);
    const size = bytes.length - 4;
    call.at(OPEN.size, { size });
    story.step('request-read', { text: 'request-read', values: { size } }, ['RFC 6455 §4.2.1'], 'open');

    call.at(OPEN.parse);
    const headers = headersOf(request);
    recorder.call('parse_request', {}, (inner) => parseRequest(inner, request));
    const read = { headers: headers.length, target: ofText('/') };
    story.step('request-parse', { text: 'request-parse', values: read }, ['RFC 6455 §4.2.1']);

    call.at(OPEN.drop);
    recorder.setSelf({ 'self.buffer': new Uint8Array() });
    call.at(OPEN.dialect);
    recorder.call('find_dialect', { headers: dict(headers) }, (inner) => {
      inner.at(FIND_DIALECT.ifUpgrade);
      inner.at(FIND_DIALECT.ifConnection);
      inner.at(FIND_DIALECT.ifHost);
      inner.at(FIND_DIALECT.ifKeys);
      inner.at(FIND_DIALECT.elifNone);
      inner.at(FIND_DIALECT.elifVersion);
      inner.at(FIND_DIALECT.rfc);
    });
    story.step('dialect', { text: 'dialect', values: { version: ofText('13') } }, ['RFC 6455 §4.2.1', 'RFC 6455 §4.4']);
    recorder.setSelf({ 'self.dialect': 'rfc6455' });

    call.at(OPEN.path, { path: '/' });
    call.at(OPEN.log);
    call.at(OPEN.ifPath);
    call.at(OPEN.host, { host: HOST });
    call.at(OPEN.origin, { origin: `http://${HOST}` });
    call.at(OPEN.ifHost);
    call.at(OPEN.ifOrigin);
    call.at(OPEN.key3, { key3: new Uint8Array() });
    call.at(OPEN.if76);
    story.step('admit', { text: 'admit', values: { host: ofText(HOST) } }, ['RFC 6455 §4.2.2', 'RFC 6455 §10.2']);

    call.at(OPEN.write);
    const vars = { dialect: 'rfc6455', key3: new Uint8Array() };
    recorder.call('build_response', vars, (inner) => {
      inner.at(BUILD_RESPONSE.headers, { headers: dict(headers) });
      inner.at(BUILD_RESPONSE.ifRfc);
      inner.at(BUILD_RESPONSE.lines);
      recorder.call('accept_key', { key }, (innermost) => {
        innermost.at(ACCEPT_KEY.ifKey);
        innermost.at(ACCEPT_KEY.digest, { digest: sha1(encodeUtf8(key + GUID)) });
        innermost.at(ACCEPT_KEY.accept);
      });
      story.show({ answered: 'accept' });
      const values = { key: ofText(key, 'key'), accept: ofText(accept, 'key') };
      story.step('accept', { text: 'accept', values }, ['RFC 6455 §4.2.2']);
      inner.at(BUILD_RESPONSE.done);
    });
    call.at(OPEN.ifClock);
    story.show({ answered: 'yes' });
    story.step(
      'response',
      { text: 'response', values: { accept: ofText(accept, 'key') } },
      ['RFC 6455 §4.2.2'],
      'build_response',
    );
  });
}

function parseRequest(call: Call, request: string): void {
  const headers = headersOf(request);
  call.at(PARSE_REQUEST.lines);
  call.at(PARSE_REQUEST.ifControl);
  call.at(PARSE_REQUEST.match);
  call.at(PARSE_REQUEST.ifMatch);
  call.at(PARSE_REQUEST.headers, { headers: dict([]) });
  call.at(PARSE_REQUEST.name, { name: '' });
  partsOf(request).forEach(([rawName, rawValue], i) => {
    const [name, value] = headers[i] as Headers[number];
    call.at(PARSE_REQUEST.each);
    call.at(PARSE_REQUEST.ifFolded);
    call.at(PARSE_REQUEST.part, { name: rawName, value: rawValue });
    call.at(PARSE_REQUEST.lower, { name });
    call.at(PARSE_REQUEST.ifName);
    call.at(PARSE_REQUEST.strip, { value });
    call.at(PARSE_REQUEST.put, { headers: dict(headers.slice(0, i + 1)) });
  });
  call.at(PARSE_REQUEST.each);
  call.at(PARSE_REQUEST.done);
}
