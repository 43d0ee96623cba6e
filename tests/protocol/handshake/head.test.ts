import { describe, expect, test } from 'vitest';
import { HEAD_LIMIT, looksLikeHead, readRequestHead, readResponseHead } from '../../../src/protocol/handshake/head.ts';
import { RFC6455 } from '../../../src/protocol/handshake/rfc6455.ts';
import { ascii, head, rulesOf } from './support.ts';

const REQUEST = head('GET /chat?x=1 HTTP/1.1', 'Host: example.com', 'upgrade:\twebsocket \t', 'X-Empty:');

test('A request head is read with the place of every part.', () => {
  const read = readRequestHead(REQUEST);
  expect(read.method).toEqual({ text: 'GET', start: 0, end: 3 });
  expect(read.target).toEqual({ text: '/chat?x=1', start: 4, end: 13 });
  expect(read.version).toEqual({ text: 'HTTP/1.1', start: 14, end: 22 });
  expect(read.headers.map(({ id, value }) => [id, value])).toEqual([
    ['host', 'example.com'],
    ['upgrade', 'websocket'],
    ['x-empty', ''],
  ]);
  expect(read.headers[1]).toMatchObject({
    name: 'upgrade',
    nameRange: { start: 43, end: 50 },
    valueRange: { start: 52, end: 61 },
    rawRange: { start: 51, end: 63 },
    lineRange: { start: 43, end: 65 },
  });
  expect(read).toMatchObject({ complete: true, length: REQUEST.length, findings: [] });
  expect(read.blankLine).toEqual({ start: REQUEST.length - 2, end: REQUEST.length });
});

test('A response head is read with status and reason apart.', () => {
  const read = readResponseHead(head('HTTP/1.1 101 Switching Protocols', 'A: b'));
  expect(read.version?.text).toBe('HTTP/1.1');
  expect(read.status).toEqual({ text: '101', start: 9, end: 12 });
  expect(read.code).toBe(101);
  expect(read.reason).toEqual({ text: 'Switching Protocols', start: 13, end: 32 });
  expect(read.findings).toEqual([]);
});

test('A reason phrase may be empty, and its space may be missing.', () => {
  for (const line of ['HTTP/1.1 404 ', 'HTTP/1.1 404']) {
    const read = readResponseHead(head(line));
    expect(read).toMatchObject({ code: 404, reason: null, findings: [] });
  }
});

test('The bytes behind the blank line belong to the next reader.', () => {
  const bytes = Uint8Array.from([...REQUEST, 0x81, 0x05, 0x0d, 0x0a, 0x0d, 0x0a]);
  expect(readRequestHead(bytes).length).toBe(REQUEST.length);
});

test('Bare line feeds end lines and are reported once, at the first.', () => {
  const read = readRequestHead(ascii('GET / HTTP/1.1\nHost: a\r\nB: c\n\n'));
  expect(read.complete).toBe(true);
  expect(read.headers.map(({ value }) => value)).toEqual(['a', 'c']);
  expect(read.findings).toEqual([{ rule: 'bare-lf', offset: 14, length: 1, values: { count: 3 } }]);
});

test('Blank lines before the first line are skipped and reported.', () => {
  const read = readRequestHead(ascii('\r\n\nGET / HTTP/1.1\r\n\r\n'));
  expect(read.lead).toEqual({ start: 0, end: 3 });
  expect(read.method).toEqual({ text: 'GET', start: 3, end: 6 });
  expect(rulesOf(read.findings)).toContain('blank-line-before-head');
});

test('A folded value keeps one character a byte.', () => {
  const read = readRequestHead(head('GET / HTTP/1.1', 'A: one', '\t two', 'B: three'));
  expect(read.headers.map(({ id, value }) => [id, value])).toEqual([
    ['a', 'one    two'],
    ['b', 'three'],
  ]);
  const fold = read.headers[0];
  expect(fold && fold.valueRange.end - fold.valueRange.start).toBe(fold?.value.length);
  expect(read.findings).toEqual([{ rule: 'header-folded', offset: 24, length: 5, values: {} }]);
});

test.each([
  ['colon-missing', 'no colon here', 0],
  ['name-empty', ': value', 2],
  ['name-invalid', 'na(me: value', 0],
  ['name-invalid', ' leading: value', 1],
  ['space-before-colon', 'name : value', 4],
  ['control-character', 'name: va\u0001lue', 8],
  ['control-character', 'name: va\rlue', 8],
])('A header that is not one is reported at its byte: %s.', (problem, line, offset) => {
  const bytes = head('GET / HTTP/1.1', line);
  const read = readRequestHead(bytes);
  expect(read.complete).toBe(true);
  expect(read.findings).toMatchObject([{ rule: 'header-malformed', offset: 16 + offset, values: { problem } }]);
});

test('Bytes above 0x7f in a value are legal and come back as they are.', () => {
  const read = readRequestHead(
    Uint8Array.from([...ascii('GET / HTTP/1.1\r\nA: '), 0xe4, 0xbd, 0xa0, 0xa0, 13, 10, 13, 10]),
  );
  expect(read.headers[0]?.value).toBe('\u00e4\u00bd\u00a0\u00a0');
  expect(read.findings).toEqual([]);
});

test.each([
  ['GET /', ['version-missing']],
  ['GET  / HTTP/1.1', ['spaces']],
  ['GET / HTTP/1.1 ', ['spaces']],
  ['GET /a b HTTP/1.1', ['spaces']],
  ['GET / HTTP/1', ['version-malformed']],
  ['GET / http/1.1', ['version-malformed']],
  ['GET HTTP/1.1', ['target-missing']],
  ['G(T / HTTP/1.1', ['method-malformed']],
])('A request line that departs from the grammar says how: %s.', (line, problems) => {
  const { findings } = readRequestHead(head(line));
  expect(findings.map(({ values }) => values.problem)).toEqual(problems);
  expect(new Set(rulesOf(findings))).toEqual(new Set(['request-line-malformed']));
});

test.each([
  ['HTTP/1.1 10', ['status-malformed']],
  ['HTTP/1.1 1010 x', ['status-malformed']],
  ['HTTP/1.1', ['status-malformed']],
  ['HTTP/1.1  101 x', ['spaces']],
  ['HTTP/x 101 x', ['version-malformed']],
  ['http/1.1 101 x', ['version-malformed']],
])('A status line that departs from the grammar says how: %s.', (line, problems) => {
  const { findings } = readResponseHead(head(line));
  expect(findings.map(({ values }) => values.problem)).toEqual(problems);
});

test('A head cut anywhere is incomplete, and the whole one is not.', () => {
  for (let cut = 0; cut < REQUEST.length; cut += 1) {
    const read = readRequestHead(REQUEST.subarray(0, cut));
    expect(read.complete).toBe(false);
    expect(read.length).toBe(cut);
    expect(read.findings).toEqual([
      { rule: 'head-incomplete', offset: cut, length: 0, values: { reason: 'bytes-end', present: cut } },
    ]);
  }
});

test('A head of many lines is read to its end.', () => {
  const cookies = Array.from({ length: 40 }, (_, i) => `Cookie: c${i}=${'x'.repeat(4000)}`);
  const bytes = head('GET / HTTP/1.1', ...cookies);
  expect(bytes.length).toBeGreaterThan(2 * 65_536);
  expect(readRequestHead(Uint8Array.from([...bytes, 0x81]))).toMatchObject({ complete: true, length: bytes.length });
});

test('A head without an end is given up after a MiB.', () => {
  const bytes = ascii(`GET / HTTP/1.1\r\nA: ${'x'.repeat(HEAD_LIMIT)}\r\n\r\n`);
  const read = readRequestHead(bytes);
  expect(read).toMatchObject({ complete: false, length: HEAD_LIMIT });
  expect(read.findings.at(-1)).toMatchObject({ rule: 'head-incomplete', values: { reason: 'too-long' } });
});

test('A head is recognised by its first bytes, however few.', () => {
  const request = ascii('GET / HTTP/1.1');
  const response = ascii('HTTP/1.1 101');
  for (let cut = 1; cut <= request.length; cut += 1) expect(looksLikeHead(request.subarray(0, cut))).toBe('request');
  for (let cut = 1; cut <= response.length; cut += 1) expect(looksLikeHead(response.subarray(0, cut))).toBe('response');
  expect(looksLikeHead(ascii('\r\nPOST / HTTP/1.1'))).toBe('request');
  expect(looksLikeHead(ascii('get / HTTP/1.1\r\n'))).toBe('request');
  for (const text of ['http/1.1 101', 'Http/']) expect(looksLikeHead(ascii(text))).toBe('response');
});

test('Frames, other text and nothing at all are not heads.', () => {
  const others = [
    '',
    '\r\n',
    'hello',
    'GETTING on',
    '\x81\x05Hello',
    '\x00Hello\xff',
    'GE\x00',
    'SSH-2.0-x\r\n',
    'http',
    'http:',
  ];
  for (const text of others) expect(looksLikeHead(ascii(text))).toBeNull();
});

describe('interim responses', () => {
  const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
  const HINTS = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n';
  const FINAL = 'HTTP/1.1 101 x\r\nA: b\r\n\r\n';

  test('are read over, however many, and the final head is the answer.', () => {
    const bytes = ascii(`${CONTINUE}${HINTS}${FINAL}\x81\x00`);
    const read = readResponseHead(bytes);
    const before = CONTINUE.length + HINTS.length;
    expect(read).toMatchObject({ code: 101, complete: true, length: bytes.length - 2, findings: [] });
    expect(read.lead).toEqual({ start: before, end: before });
    expect(read.status).toEqual({ text: '101', start: before + 9, end: before + 12 });
    expect(read.interim.map(({ code, lead, length }) => [code, lead.start, length])).toEqual([
      [100, 0, CONTINUE.length],
      [103, CONTINUE.length, before],
    ]);
  });

  test('may be followed by blank lines, and their faults are told with the others.', () => {
    const read = readResponseHead(ascii(`HTTP/1.1 100 x\nno colon\r\n\r\n\r\n${FINAL}`));
    expect(rulesOf(read.findings)).toEqual(['header-malformed', 'bare-lf', 'blank-line-before-head']);
    expect(read.findings.at(-1)).toMatchObject({ offset: 27, length: 2 });
  });

  test('leave the answer open until it has come.', () => {
    const bytes = ascii(CONTINUE + FINAL);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const { verdict, switched, findings } = RFC6455.readResponse(bytes.subarray(0, cut), null);
      expect(verdict).toBe('incomplete');
      expect(switched).toBe(cut < CONTINUE.length + 12 + 1 ? null : true);
      expect(rulesOf(findings)).toEqual(['head-incomplete']);
    }
  });

  test('of a whole handshake belong to the response, and the frames come behind it.', () => {
    const key = 'dGhlIHNhbXBsZSBub25jZQ==';
    const request = RFC6455.readRequest(
      RFC6455.buildRequest({ target: '/', host: 'h' }, () => Uint8Array.from(Buffer.from(key, 'base64'))),
    );
    const answer = Buffer.from(RFC6455.buildResponse(request)).toString('latin1');
    const read = RFC6455.readResponse(ascii(`${CONTINUE}${answer}\x81\x00`), request);
    expect(read).toMatchObject({ verdict: 'accept', switched: true, findings: [] });
    expect(read.length).toBe(CONTINUE.length + answer.length);
    const refused = RFC6455.readResponse(ascii(`${CONTINUE}HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nno`), request);
    expect(refused).toMatchObject({
      verdict: 'reject',
      switched: false,
      trailer: { field: 'http-body', complete: true },
    });
  });
});
