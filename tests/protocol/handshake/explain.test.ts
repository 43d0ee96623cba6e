import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainRequest, explainResponse } from '../../../src/protocol/handshake/explain.ts';
import { readHandshake } from '../../../src/protocol/handshake/handshake.ts';
import { DIALECT_IDS } from '../../../src/protocol/model/drafts.ts';
import type { FieldNode } from '../../../src/protocol/model/node.ts';
import { walk } from '../../../src/protocol/model/node.ts';
import { bytesOf, load } from '../vectors.ts';
import { ascii, head } from './support.ts';

interface Bytes {
  readonly id: string;
  readonly hex?: string;
  readonly clientToServerHex?: string;
  readonly serverToClientHex?: string;
}

/** Where heads begin: `GET ` and `HTTP`. */
const HEX = ['accept.json', 'hixie.json', 'connections.json']
  .flatMap((name) => load<Bytes>(name))
  .flatMap(({ hex, clientToServerHex, serverToClientHex }) => [hex, clientToServerHex, serverToClientHex])
  .filter((hex) => hex !== undefined && /^(?:47455420|48545450)/.test(hex));

/** The bytes that no child of its own source divides any further, as [start, end) in bits. */
function leaves(tree: FieldNode): [number, number][] {
  const out: [number, number][] = [];
  for (const { span, children } of walk(tree)) {
    if (span && !children.some((child) => child.span?.source === span.source)) out.push([span.start, span.end]);
  }
  return out;
}

/** What is wrong with a tree over `length` bytes, or null. */
function faultOf(tree: FieldNode, length: number, issues: number): string | null {
  let at = 0;
  for (const [start, end] of leaves(tree)) {
    if (start !== at || (end <= start && length > 0)) return `bits ${at} to ${start} belong to no leaf`;
    at = end;
  }
  if (at !== length * 8 || tree.span?.start !== 0 || tree.span.end !== at) return `the tree ends at bit ${at}`;
  const nodes = [...walk(tree)];
  if (new Set(nodes.map(({ path }) => path)).size !== nodes.length) return 'two nodes have one path';
  const found = nodes.reduce((sum, node) => sum + node.issues.length, 0);
  if (found !== issues) return `${found} of ${issues} issues`;
  for (const { path, span, children } of nodes) {
    for (const child of children) {
      if (!child.path.startsWith(`${tree.path}/`)) return `${child.path} is not in ${tree.path}`;
      const outside = child.span && span && (child.span.start < span.start || child.span.end > span.end);
      if (outside) return `${child.path} lies outside ${path}`;
    }
  }
  return null;
}

function expectTiled(bytes: Uint8Array, side: 'request' | 'response', more: object = {}): void {
  const handshake = readHandshake({ request: null, response: null, [side]: bytes, ...more });
  const tree = side === 'request' ? explainRequest(handshake) : explainResponse(handshake);
  const length = side === 'request' ? handshake.requestLength : handshake.responseLength;
  const { issues } = handshake;
  const count = issues['client-to-server'].length + issues['server-to-client'].length;
  expect(tree ? faultOf(tree, length, count) : length || null).toBeNull();
}

const find = (tree: FieldNode | null, path: string) =>
  tree ? [...walk(tree)].find((node) => node.path === path) : undefined;

test('Interim responses stand in front of the final one, each with its own parts.', () => {
  const bytes = ascii('HTTP/1.1 103 Hints\r\nLink: </a>\r\nbad\r\n\r\nHTTP/1.1 101 x\r\nA: b\r\n\r\n');
  expectTiled(bytes, 'response');
  const tree = explainResponse(readHandshake({ request: null, response: bytes }));
  const path = 'server-to-client/response';
  expect(tree?.children.map((node) => node.path.slice(path.length + 1))).toEqual([
    'interim/0',
    'status-line',
    'header/0',
    'blank-line',
  ]);
  expect(find(tree, `${path}/interim/0`)).toMatchObject({ field: 'interim-response', value: 'HTTP/1.1 103 Hints' });
  expect(find(tree, `${path}/interim/0/header/0/value`)?.value).toBe('</a>');
  expect(find(tree, `${path}/interim/0/header/1/value`)?.issues).toMatchObject([{ rule: 'header-malformed' }]);
  expect(find(tree, `${path}/status-code`)?.value).toBe('101');
});

describe('tiling', () => {
  test('Every head of the vectors, cut at every byte, is tiled by its leaves.', () => {
    for (const hex of HEX) {
      const bytes = bytesOf(hex ?? '');
      const side = hex?.startsWith('47') ? 'request' : 'response';
      const { requestLength, responseLength } = readHandshake({ request: bytes, response: bytes });
      const last = requestLength + responseLength + 1;
      for (let cut = 0; cut <= last; cut += 1) expectTiled(bytes.subarray(0, cut), side);
    }
  }, 30_000);

  test('Heads with faults, in any dialect, are tiled too.', () => {
    const piece = fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      ' ',
      '\t',
      ':',
      ': ',
      'A',
      'Upgrade: ',
      'Sec-WebSocket-Key: ',
      'Sec-WebSocket-Key1: ',
      '1 2',
      'websocket',
      '\0',
      '\xff',
      'HTTP/1.1',
      ',',
      ';',
      '="',
    );
    const start = fc.constantFrom(
      'GET / HTTP/1.1',
      'GET ',
      '\r\nGET /a b',
      'HTTP/1.1 101 x',
      'HTTP/1.1 100 x\r\n\r\nHTTP/1.1 101 x',
      'HTTP/1.1 404',
      'HTTP/',
    );
    const text = fc.tuple(start, fc.array(piece, { maxLength: 30 })).map(([first, rest]) => first + rest.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...DIALECT_IDS), (all, dialect) => {
        const bytes = ascii(all);
        expectTiled(bytes, all.startsWith('HTTP') ? 'response' : 'request', { dialect });
      }),
      { numRuns: 2000 },
    );
  });

  test('Any bytes at all, as either side, are read without a throw.', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom(...DIALECT_IDS),
        fc.constantFrom('GET ', 'HTTP/1.1 101 '),
        (tail, dialect, start) => {
          const bytes = Uint8Array.from([...ascii(start), ...tail]);
          const handshake = readHandshake({ request: bytes, response: bytes, dialect });
          explainRequest(handshake);
          explainResponse(handshake);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('A long head of broken lines is read and explained.', () => {
    const bytes = ascii(`GET / HTTP/1.1\r\n${'a\n'.repeat(40_000)}`);
    const handshake = readHandshake({ request: bytes, response: null });
    expect(handshake.requestLength).toBe(bytes.length);
    expect(explainRequest(handshake)?.children.length).toBeGreaterThan(30_000);
  });
});

describe('a SHA-1 handshake', () => {
  const handshake = readHandshake({
    request: head(
      'GET /a HTTP/1.1',
      'Host: h',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
    ),
    response: head(
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
    ),
  });
  const request = explainRequest(handshake);
  const response = explainResponse(handshake);

  test('Parts of the first lines have their own paths, fields and values.', () => {
    expect(find(request, 'client-to-server/request/method')).toMatchObject({
      field: 'method',
      value: 'GET',
      span: { start: 0, end: 24 },
    });
    expect(find(request, 'client-to-server/request/target')?.value).toBe('/a');
    expect(find(response, 'server-to-client/response/status-code')?.value).toBe('101');
    expect(find(response, 'server-to-client/response/reason-phrase')?.value).toBe('Switching Protocols');
  });

  test('Headers are numbered from 0, with name, value and what lies between.', () => {
    const header = find(request, 'client-to-server/request/header/1');
    expect(header?.children.map(({ field, value }) => [field, value])).toEqual([
      ['header-name', 'Upgrade'],
      ['delimiter', ascii(': ')],
      ['header-value', 'websocket'],
      ['delimiter', ascii('\r\n')],
    ]);
  });

  test('What is computed from the key says so, and has no place of its own.', () => {
    const key = find(request, 'client-to-server/request/header/3/value');
    expect(key?.field).toBe('key');
    expect(key?.children.map(({ field, value, span, from }) => [field, value, span, from])).toEqual([
      ['key-nonce', ascii('the sample nonce'), null, [key?.span]],
      ['accept-input', 'dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11', null, [key?.span]],
      ['accept-expected', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=', null, [key?.span]],
    ]);
    const accept = find(response, 'server-to-client/response/header/2/value');
    expect(accept).toMatchObject({ field: 'accept', children: [{ field: 'accept-expected', from: [key?.span] }] });
  });
});

describe('a hixie-76 handshake', () => {
  const request = head(
    'GET / HTTP/1.1',
    'Host: h',
    'Upgrade: WebSocket',
    'Connection: Upgrade',
    'Origin: http://h',
    'Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5',
    'Sec-WebSocket-Key2: 12998 5 Y3 1  .P00',
  );
  const response = head(
    'HTTP/1.1 101 WebSocket Protocol Handshake',
    'Upgrade: WebSocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Origin: http://h',
    'Sec-WebSocket-Location: ws://h/',
  );
  const handshake = readHandshake({
    request: Uint8Array.from([...request, ...ascii('^n:ds[4U')]),
    response: Uint8Array.from([...response, ...ascii("8jKS'y:G*Co,Wxa-")]),
  });
  const asked = explainRequest(handshake);

  test('A key shows its digits, spaces and part, each from where they stand.', () => {
    const key = find(asked, 'client-to-server/request/header/4/value');
    expect(key).toMatchObject({ field: 'hixie-key', value: '4 @1  46546xW%0l 1 5' });
    const [digits, spaces, part] = key?.children ?? [];
    expect([digits?.value, spaces?.value, part?.value]).toEqual(['4146546015', 5, 829309203]);
    const covered = (node: FieldNode | undefined) =>
      node?.from.reduce((sum, { start, end }) => sum + (end - start) / 8, 0);
    expect([covered(digits), covered(spaces), covered(part)]).toEqual([10, 5, 20]);
  });

  test('key3 and the answer are fields behind the blank line, with the challenge computed.', () => {
    const key3 = find(asked, 'client-to-server/request/key3');
    expect(key3?.value).toEqual(ascii('^n:ds[4U'));
    expect(key3?.children.map(({ field }) => field)).toEqual(['challenge', 'challenge-expected']);
    const answer = find(explainResponse(handshake), 'server-to-client/response/challenge-response');
    expect(answer?.children[1]?.value).toEqual(answer?.value);
    expect(answer?.children[1]?.from).toHaveLength(3);
  });
});

test('An issue hangs at the deepest field that holds all of it.', () => {
  const handshake = readHandshake({ request: head('POST /a HTTP/1.1', 'no colon'), response: null });
  const tree = explainRequest(handshake);
  expect(find(tree, 'client-to-server/request/method')?.issues.map(({ rule }) => rule)).toEqual(['method']);
  expect(find(tree, 'client-to-server/request/header/0/value')).toMatchObject({
    field: 'unparsed',
    status: 'unparsed',
    issues: [{ rule: 'header-malformed' }],
  });
});

test('A refusal keeps its body as a field.', () => {
  const handshake = readHandshake({
    request: null,
    response: ascii('HTTP/1.1 403 No\r\nContent-Length: 9\r\n\r\nbad'),
  });
  const body = find(explainResponse(handshake), 'server-to-client/response/http-body');
  expect(body).toMatchObject({ field: 'http-body', value: ascii('bad'), status: 'incomplete' });
});
