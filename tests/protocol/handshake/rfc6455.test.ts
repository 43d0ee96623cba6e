import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RequestReading } from '../../../src/protocol/handshake/dialect.ts';
import { readHandshake } from '../../../src/protocol/handshake/handshake.ts';
import { RFC6455, VERSION_7, VERSION_8 } from '../../../src/protocol/handshake/rfc6455.ts';
import { judgeKey } from '../../../src/protocol/handshake/rfc6455-request.ts';
import { DIALECT_IDS } from '../../../src/protocol/model/drafts.ts';
import { bytesOf, load } from '../vectors.ts';
import type { AcceptVector } from './support.ts';
import { ascii, errorsOf, head, randomFrom, rulesOf } from './support.ts';

const VECTORS = load<AcceptVector>('accept.json');
const of = (kind: AcceptVector['kind']) => VECTORS.filter((vector) => vector.kind === kind);
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

const request = (...lines: string[]) =>
  RFC6455.readRequest(
    head('GET /chat HTTP/1.1', 'Host: server.example.com', 'Upgrade: websocket', 'Connection: Upgrade', ...lines),
  );
const usual = [`Sec-WebSocket-Key: ${KEY}`, 'Sec-WebSocket-Version: 13'];
const asked = request(...usual);
const response = (lines: readonly string[], from: RequestReading | null = asked) =>
  RFC6455.readResponse(head('HTTP/1.1 101 Switching Protocols', ...lines), from);
const answer = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo='];

test('A second Host is refused, whatever it says, in every generation.', () => {
  const bytes = head('GET / HTTP/1.1', 'Host: a', 'Host: a', 'Upgrade: WebSocket', 'Connection: Upgrade', 'Host: b');
  for (const dialect of DIALECT_IDS) {
    const { request: read } = readHandshake({ request: bytes, response: null, dialect });
    const found = read?.findings.filter(({ rule }) => rule.startsWith('host'));
    expect(found).toEqual([{ rule: 'host-duplicate', offset: 25, length: 9, values: { host: 'a' } }]);
    expect(read?.verdict).toBe('reject');
  }
  const { verdict, findings } = request(...usual, 'HOST: server.example.com');
  expect([verdict, rulesOf(findings)]).toEqual(['reject', ['host-duplicate']]);
});

describe('vectors', () => {
  test.each(of('key').map((vector) => [vector.id, vector] as const))('The key of %s is judged right.', (_, vector) => {
    const { nonce, problem } = judgeKey(vector.key ?? '');
    expect(problem).toBe(vector.expect.problem ?? null);
    if (!vector.expect.valid) return;
    expect(Buffer.from(nonce ?? []).toString('hex')).toBe(vector.expect.nonceHex);
    const { proof } = request(`Sec-WebSocket-Key: ${vector.key}`, 'Sec-WebSocket-Version: 13');
    expect(proof).toMatchObject({ kind: 'sha1', accept: vector.expect.accept });
  });

  test.each(of('request').map((vector) => [vector.id, vector] as const))(
    '%s is read as a server does.',
    (_, vector) => {
      const bytes = bytesOf(vector.hex ?? '');
      const { request: read, verdict } = readHandshake({ request: bytes, response: null });
      const { expect: due } = vector;
      expect(verdict).toBe(due.verdict);
      expect(new Set(errorsOf(read?.findings ?? []))).toEqual(new Set(due.errors?.map(({ kind }) => kind)));
      for (const { kind, problem, version } of due.errors ?? []) {
        const values = { ...(problem ? { problem } : {}), ...(version ? { version } : {}) };
        expect(read?.findings.find(({ rule }) => rule === kind)).toMatchObject({ values });
      }
      for (const warning of due.warnings ?? []) expect(rulesOf(read?.findings ?? [])).toContain(warning);
      if (due.accept) expect(read?.proof).toMatchObject({ accept: due.accept });
      if (due.bytesAfterHead !== undefined) expect(bytes.length - (read?.length ?? 0)).toBe(due.bytesAfterHead);
      if (due.offers) {
        const offers = read?.extensions.map(({ name, params }) => ({
          name,
          params: Object.fromEntries(params.map((param) => [param.name, param.value ?? true])),
        }));
        expect(offers).toEqual(due.offers);
      }
    },
  );

  test.each(of('response').map((vector) => [vector.id, vector] as const))(
    '%s is read as the client does.',
    (_, vector) => {
      const { expect: due } = vector;
      const read = readHandshake({ request: bytesOf(vector.requestHex ?? ''), response: bytesOf(vector.hex ?? '') });
      expect(read.request?.verdict).toBe('accept');
      expect(read.response?.verdict).toBe(due.verdict);
      expect(errorsOf(read.response?.findings ?? [])).toEqual(due.errors?.map(({ kind }) => kind));
      for (const warning of due.warnings ?? []) expect(rulesOf(read.response?.findings ?? [])).toContain(warning);
      expect(read.request?.proof).toMatchObject({ accept: due.expectedAccept });
      if (due.permessageDeflate) expect(read.deflate).toEqual(due.permessageDeflate);
    },
  );
});

describe('accept values', () => {
  test.each([
    [KEY, 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
    ['x3JJHMbDL1EzLkh9GBhXDw==', 'HSmrc0sMlYUkAGmm5OPpG2HaGWk='],
    ['Iv8io/9s+lYFgZWcXczP8Q==', 'hsBlbuDTkk24srzEOTBUlZAlC2g='],
    ['AQIDBAUGBwgJCgsMDQ4PEA==', 'C/0nmHhBztSRGR1CwL6Tf4ZjwpY='],
    ['AQIDBAUGBwgJCgsMDQ4PEC==', 'OfS0wDaT5NoxF2gqm7Zj2YtetzM='],
  ])('The key %s has the published accept.', (key, accept) => {
    expect(request(`Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13').proof).toMatchObject({ accept });
  });

  test('The sample key of section 4.1 has pad bits, which is a warning at its last letter.', () => {
    const read = request('Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEC==', 'Sec-WebSocket-Version: 13');
    const at = Buffer.from(read.bytes).indexOf('C==');
    expect(read.verdict).toBe('accept');
    expect(read.findings).toMatchObject([
      { rule: 'key-pad-bits', offset: at, length: 1, values: { character: 'C', padBits: 2 } },
    ]);
  });

  test('A key with bytes above 0x7f is hashed as those bytes.', () => {
    const read = request('Sec-WebSocket-Key: \u00e9\u00ff', 'Sec-WebSocket-Version: 13');
    const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
    const accept = createHash('sha1')
      .update(Buffer.from([0xe9, 0xff]))
      .update(guid)
      .digest('base64');
    expect(read.proof).toMatchObject({ nonce: null, accept });
  });

  test('A wrong accept is reported with what was due and the mistake behind it.', () => {
    const wrong = response([
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Accept: hHLtf2V1k8aDQZfNjw3Ia1hCwt0=',
    ]);
    const values = {
      found: 'hHLtf2V1k8aDQZfNjw3Ia1hCwt0=',
      expected: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
      mistake: 'no-guid',
    };
    const offset = Buffer.from(wrong.bytes).indexOf('hHLtf');
    expect(wrong.findings).toEqual([{ rule: 'accept-mismatch', offset, length: 28, values }]);
    expect(wrong.verdict).toBe('reject');
  });

  test('Without the request only an accept that no key can have is refused.', () => {
    expect(response(answer, null)).toMatchObject({ verdict: 'accept', findings: [] });
    const wrong = response([...answer.slice(0, 2), 'Sec-WebSocket-Accept: abc='], null);
    expect(errorsOf(wrong.findings)).toEqual(['accept-mismatch']);
  });
});

describe('requests', () => {
  test.each([
    ['http-version', 'GET / HTTP/1.0', 6],
    ['target-invalid', 'GET chat HTTP/1.1', 4],
    ['target-invalid', 'GET /a#b HTTP/1.1', 6],
    ['target-invalid', 'GET /\u00e9 HTTP/1.1', 5],
    ['method', 'get / HTTP/1.1', 0],
  ])('%s is broken by "%s".', (rule, line, offset) => {
    const read = RFC6455.readRequest(head(line, 'Host: a', 'Upgrade: websocket', 'Connection: Upgrade', ...usual));
    expect(read.findings).toMatchObject([{ rule, offset }]);
  });

  test.each([
    ['13, 8', 'version-unsupported'],
    ['013', 'version-unsupported'],
    ['14', 'version-unsupported'],
    ['8', 'version-unsupported'],
    ['', 'version-unsupported'],
  ])('The version "%s" is not 13.', (version, rule) => {
    expect(errorsOf(request(`Sec-WebSocket-Key: ${KEY}`, `Sec-WebSocket-Version: ${version}`).findings)).toEqual([
      rule,
    ]);
  });

  test.each([
    ['', 'empty', 0],
    ['dGhlIHNhbXBsZSBub25jZQ', 'bad-padding', 22],
    ['dGhlIHNhbXBsZSBub25jZQ=', 'bad-padding', 23],
    ['dGhlIHNhbXBsZSBub25jZ!==', 'not-base64', 21],
    ['dGhlIHNhbXBsZQ==', 'wrong-length', 0],
  ])('The key "%s" is refused: %s.', (key, problem, position) => {
    const read = request(`Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13');
    expect(read.findings).toMatchObject([{ rule: 'key-invalid', values: { problem, position } }]);
  });

  test('A second key or version is reported at its line.', () => {
    const read = request(...usual, ...usual);
    expect(rulesOf(read.findings)).toEqual(['key-duplicate', 'version-duplicate']);
    const second = Buffer.from(read.bytes).lastIndexOf('Sec-WebSocket-Key');
    expect(read.findings[0]).toMatchObject({ offset: second });
  });

  test('Upgrade may be a list, over several headers too.', () => {
    const lines = [
      'Host: a',
      'Upgrade: h2c',
      'Upgrade: WEBSOCKET',
      'Connection: keep-alive',
      'Connection: , upgrade',
      ...usual,
    ];
    expect(RFC6455.readRequest(head('GET / HTTP/1.1', ...lines)).verdict).toBe('accept');
  });

  test('Offered subprotocols come in order from all headers, with their places.', () => {
    const read = request(...usual, 'Sec-WebSocket-Protocol: a, b', 'Sec-WebSocket-Protocol: c');
    const text = Buffer.from(read.bytes).toString('latin1');
    expect(read.subprotocols.map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'b', 'c']);
    expect(read.verdict).toBe('accept');
  });

  test.each([
    ['a, a', 'duplicate'],
    ['a b', 'not-a-token'],
    [',', 'empty'],
  ])('The subprotocol list "%s" is malformed: %s.', (value, problem) => {
    const read = request(...usual, `Sec-WebSocket-Protocol: ${value}`);
    expect(read.findings).toMatchObject([{ rule: 'subprotocol-malformed', values: { problem } }]);
  });

  test('An extension list that breaks the grammar is reported at its character.', () => {
    const read = request(...usual, 'Sec-WebSocket-Extensions: permessage-deflate; =');
    const offset = Buffer.from(read.bytes).indexOf('; =') + 2;
    expect(read.findings).toMatchObject([{ rule: 'extensions-malformed', offset, values: { expected: 'token' } }]);
  });

  test('An offer nobody can accept is declined, and the handshake goes on.', () => {
    const read = request(...usual, 'Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=7');
    expect(read.verdict).toBe('accept');
    expect(read.findings).toMatchObject([{ rule: 'pmd-offer-declined', values: { problem: 'pmd-invalid-value' } }]);
  });

  test('What is missing is reported only once the head has ended.', () => {
    const whole = head('GET /chat HTTP/1.1', 'Host: a');
    expect(errorsOf(RFC6455.readRequest(whole).findings)).toEqual([
      'upgrade-missing',
      'connection-missing',
      'version-missing',
      'key-missing',
    ]);
    for (let cut = 0; cut < whole.length; cut += 1) {
      expect(RFC6455.readRequest(whole.subarray(0, cut))).toMatchObject({ verdict: 'incomplete' });
    }
  });

  test('A fault that no later byte can mend refuses an unfinished head.', () => {
    expect(RFC6455.readRequest(ascii('POST /chat HTTP/1.1\r\nHost:')).verdict).toBe('reject');
  });

  test('Headers of older generations are noted.', () => {
    const read = request(...usual, 'Sec-WebSocket-Key1: 1 2', 'WebSocket-Protocol: x', 'Sec-WebSocket-Origin: y');
    expect(read.findings.map(({ rule, values }) => [rule, values.draft])).toEqual([
      ['fossil-header', 'hixie-76'],
      ['fossil-header', 'hixie-75'],
      ['fossil-header', 'hybi-10'],
    ]);
    expect(read.verdict).toBe('accept');
  });
});

describe('responses', () => {
  test.each([
    [['Connection: Upgrade', answer[2]], 'upgrade-missing'],
    [['Upgrade: h2c, websocket', 'Connection: Upgrade', answer[2]], 'upgrade-invalid'],
    [['Upgrade: websocket', answer[2]], 'connection-missing'],
    [['Upgrade: websocket', 'Connection: close', answer[2]], 'connection-invalid'],
    [['Upgrade: websocket', 'Connection: Upgrade'], 'accept-missing'],
    [[...answer, answer[2]], 'accept-duplicate'],
    [[...answer, 'Sec-WebSocket-Protocol: x'], 'subprotocol-not-offered'],
    [[...answer, 'Sec-WebSocket-Extensions: x'], 'extension-not-offered'],
    [[...answer, 'Sec-WebSocket-Extensions: permessage-deflate;'], 'extensions-malformed'],
  ] as [string[], string][])('The answer %j breaks %s.', (lines, rule) => {
    expect(errorsOf(response(lines).findings)).toEqual([rule]);
  });

  test('One of the offered subprotocols is right, a list of them is not.', () => {
    const offered = request(...usual, 'Sec-WebSocket-Protocol: chat, Soap');
    expect(response([...answer, 'Sec-WebSocket-Protocol: Soap'], offered)).toMatchObject({
      verdict: 'accept',
      subprotocol: 'Soap',
    });
    for (const value of ['chat, Soap', 'soap', '']) {
      const read = response([...answer, `Sec-WebSocket-Protocol: ${value}`], offered);
      expect(errorsOf(read.findings)).toEqual(['subprotocol-not-offered']);
    }
    const twice = response([...answer, 'Sec-WebSocket-Protocol: chat', 'Sec-WebSocket-Protocol: chat'], offered);
    expect(errorsOf(twice.findings)).toEqual(['subprotocol-duplicate']);
  });

  test('A refusal is ordinary HTTP: one finding, and its body is not frames.', () => {
    const bytes = ascii(
      'HTTP/1.1 426 Upgrade Required\r\nSec-WebSocket-Version: 13, 8\r\nContent-Length: 5\r\n\r\nsorryXX',
    );
    const read = RFC6455.readResponse(bytes, asked);
    expect(read.findings).toEqual([
      { rule: 'status', offset: 9, length: 3, values: { status: 426, versions: '13, 8' } },
    ]);
    expect(read).toMatchObject({ verdict: 'reject', switched: false, length: bytes.length - 2 });
    expect(read.trailer).toMatchObject({ field: 'http-body', expected: 5, complete: true });
  });

  test.each([
    ['HTTP/1.1 403 Forbidden\r\n\r\nrest', 4, null],
    ['HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n', 5, null],
    ['HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\nrest', 0, null],
    ['HTTP/1.1 400 Bad Request\r\nContent-Length: 9\r\n\r\nrest', 4, 9],
  ])('The body of %j has the length that RFC 7230 gives it.', (text, length, expected) => {
    const { trailer } = RFC6455.readResponse(ascii(text), asked);
    expect(trailer ? trailer.end - trailer.start : 0).toBe(length);
    expect(trailer?.expected ?? null).toBe(expected);
  });

  test('Fossils of a hixie server are noted and change nothing.', () => {
    const lines = [...answer, 'WebSocket-Origin: x', 'Sec-WebSocket-Location: ws://x/'];
    const read = RFC6455.readResponse(head('HTTP/1.1 101 Web Socket Protocol Handshake', ...lines), asked);
    expect(read.verdict).toBe('accept');
    expect(read.findings.map(({ rule, values }) => [rule, values.draft])).toEqual([
      ['fossil-header', 'hixie-75'],
      ['fossil-header', 'hixie-75'],
      ['fossil-header', 'hixie-76'],
    ]);
  });

  test('The offers of a request that is cut off are not held against the answer.', () => {
    const bytes = asked.bytes.subarray(0, asked.length - 2);
    const read = response([...answer, 'Sec-WebSocket-Protocol: x'], RFC6455.readRequest(bytes));
    expect(read.verdict).toBe('accept');
  });
});

describe('building', () => {
  const options = {
    target: '/a?b',
    host: 'h:1',
    origin: 'http://o',
    subprotocols: ['x', 'y'],
    extensions: 'permessage-deflate',
  };

  test.each([RFC6455, VERSION_8, VERSION_7])('A request that $id builds is one that it accepts.', (dialect) => {
    const read = dialect.readRequest(dialect.buildRequest(options, randomFrom(1)));
    expect(read).toMatchObject({ verdict: 'accept', findings: [] });
    expect(read.proof).toMatchObject({ nonce: randomFrom(1)(16) });
    const reply = dialect.buildResponse(read, { subprotocol: 'y', extensions: 'permessage-deflate' });
    expect(dialect.readResponse(reply, read)).toMatchObject({
      verdict: 'accept',
      findings: [],
      subprotocol: 'y',
      deflate: { serverMaxWindowBits: 15 },
    });
  });

  test('Another version is answered with 426 and the versions that are spoken.', () => {
    const reply = RFC6455.buildResponse(request(`Sec-WebSocket-Key: ${KEY}`, 'Sec-WebSocket-Version: 9'));
    const text = Buffer.from(reply).toString('latin1');
    expect(text).toMatch(/^HTTP\/1\.1 426 Upgrade Required\r\n/);
    expect(text).toContain('\r\nSec-WebSocket-Version: 13, 8, 7\r\n');
    expect(RFC6455.readResponse(reply, asked)).toMatchObject({ switched: false, length: reply.length });
  });

  test('Another method is answered with 405, anything else with 400.', () => {
    const post = RFC6455.readRequest(head('POST / HTTP/1.1'));
    expect(Buffer.from(RFC6455.buildResponse(post)).toString('latin1')).toMatch(
      /^HTTP\/1\.1 405 .*\r\n(?:.*\r\n)*Allow: GET\r\n/,
    );
    const keyless = request('Sec-WebSocket-Version: 13');
    expect(Buffer.from(RFC6455.buildResponse(keyless)).toString('latin1')).toMatch(/^HTTP\/1\.1 400 /);
  });
});
