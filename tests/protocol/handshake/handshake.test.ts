import { describe, expect, test } from 'vitest';
import { HANDSHAKE_REASONS } from '../../../src/protocol/handshake/generation.ts';
import type { HandshakeInput } from '../../../src/protocol/handshake/handshake.ts';
import { readHandshake } from '../../../src/protocol/handshake/handshake.ts';
import { bytesOf, load } from '../vectors.ts';
import { ascii, errorsOf, head } from './support.ts';

interface ConnectionVector {
  readonly id: string;
  readonly clientToServerHex: string;
  readonly serverToClientHex: string;
  readonly expect: {
    readonly protocol: string;
    readonly handshake: Record<string, unknown> & {
      readonly requestHeaders: readonly [string, string][];
      readonly responseHeaders: readonly [string, string][];
    };
    readonly permessageDeflate?: Record<string, unknown>;
    readonly clientToServer: { readonly headLength: number };
    readonly serverToClient: { readonly headLength: number };
  };
}

const GET = ['GET / HTTP/1.1', 'Host: a', 'Connection: Upgrade', 'Origin: http://a'];
const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
const SWITCH = 'HTTP/1.1 101 x';
const read = (request: string[] | null, response: string[] | null, more: Partial<HandshakeInput> = {}) =>
  readHandshake({ request: request && head(...request), response: response && head(...response), ...more });

describe('captures', () => {
  const vectors = load<ConnectionVector>('connections.json').map((vector) => [vector.id, vector] as const);

  test.each(vectors)('The handshake of %s is read in full.', (_, vector) => {
    const { expect: due } = vector;
    const request = bytesOf(vector.clientToServerHex);
    const response = bytesOf(vector.serverToClientHex);
    const handshake = readHandshake({ request, response });
    expect(handshake).toMatchObject({
      dialect: due.protocol,
      verdict: 'accept',
      switched: true,
      requestLength: due.clientToServer.headLength,
      responseLength: due.serverToClient.headLength,
      deflate: due.permessageDeflate ?? null,
      subprotocol: due.handshake.subprotocol ?? null,
      issues: { 'client-to-server': [], 'server-to-client': [] },
    });
    expect(handshake.reasons).toContain('response-agrees');
    const pairs = (part: typeof handshake.request | typeof handshake.response) =>
      part?.head.headers.map(({ name, value }) => [name, value]);
    expect(pairs(handshake.request)).toEqual(due.handshake.requestHeaders);
    expect(pairs(handshake.response)).toEqual(due.handshake.responseHeaders);
  });
});

describe('the generation', () => {
  test.each([
    [['Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 13'], 'rfc6455', 'certain', 'version-header-13'],
    [['Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 8'], 'version-8', 'certain', 'version-header-8'],
    [['Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 7'], 'version-7', 'certain', 'version-header-7'],
    [['Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 6'], 'version-6', 'certain', 'version-header-6'],
    [['Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 5'], 'version-5', 'certain', 'version-header-5'],
    [['Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 4'], 'version-4', 'certain', 'version-header-4'],
    [['Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 14'], 'rfc6455', 'likely', 'version-header-unknown'],
    [['Upgrade: WebSocket', 'Sec-WebSocket-Draft: 2', 'Sec-WebSocket-Key1: 1 2'], 'hybi-03', 'certain', 'draft-header'],
    [['Upgrade: WebSocket', 'Sec-WebSocket-Draft: 3', 'Sec-WebSocket-Key1: 1 2'], 'hybi-03', 'likely', 'draft-header'],
    [
      ['Upgrade: WebSocket', 'Sec-WebSocket-Draft: 0', 'Sec-WebSocket-Key1: 1 2'],
      'hixie-76',
      'likely',
      'draft-header-0',
    ],
    [['Upgrade: WebSocket', 'Sec-WebSocket-Key2: 1 2'], 'hixie-76', 'likely', 'key1-header'],
    [['Upgrade: WebSocket', KEY], 'rfc6455', 'likely', 'key-header'],
    [['Upgrade: WebSocket'], 'hixie-75', 'likely', 'upgrade-websocket-no-key'],
    [['Upgrade: websocket'], 'rfc6455', 'guess', 'upgrade-lower-case-no-key'],
    [['WebSocket-Protocol: x'], 'hixie-75', 'guess', 'old-protocol-header'],
    [[], 'rfc6455', 'assumed', 'no-evidence'],
  ])('A request with %j is %s, %s, by %s.', (lines, dialect, certainty, reason) => {
    const handshake = read([...GET, ...lines], null);
    expect(handshake).toMatchObject({ dialect, certainty });
    expect(handshake.reasons[0]).toBe(reason);
  });

  test.each([
    [['Sec-WebSocket-Accept: x'], 'rfc6455', 'accept-header'],
    [['Sec-WebSocket-Accept: x', 'Sec-WebSocket-Nonce: x'], 'version-4', 'accept-header'],
    [['Sec-WebSocket-Location: x'], 'hixie-76', 'sec-location-header'],
    [['WebSocket-Origin: x'], 'hixie-75', 'location-header'],
    [[], 'rfc6455', 'status-101'],
  ])('A response alone with %j is %s, by %s.', (lines, dialect, reason) => {
    const handshake = read(null, [SWITCH, ...lines]);
    expect(handshake.dialect).toBe(dialect);
    expect([handshake.reasons[0], handshake.reasons.at(-1)]).toEqual([reason, 'request-not-captured']);
    expect(handshake.request).toBeNull();
  });

  test('A response of another generation makes a certain request only likely.', () => {
    const request = [...GET, 'Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 13'];
    expect(read(request, [SWITCH, 'WebSocket-Location: x'])).toMatchObject({
      dialect: 'rfc6455',
      certainty: 'likely',
      reasons: ['version-header-13', 'response-disagrees'],
    });
  });

  test('A guess about the request gives way to what the response says.', () => {
    expect(read([...GET, 'Upgrade: websocket'], [SWITCH, 'WebSocket-Location: x']).dialect).toBe('hixie-75');
    expect(read(GET, [SWITCH, 'Sec-WebSocket-Location: x']).dialect).toBe('hixie-76');
  });

  test('A choice by hand beats the heads, and a fallback does not.', () => {
    const request = [...GET, 'Upgrade: WebSocket', 'Sec-WebSocket-Key1: 1 2'];
    expect(read(request, null, { dialect: 'version-8' })).toMatchObject({
      dialect: 'version-8',
      certainty: 'assumed',
      reasons: ['chosen-by-hand'],
    });
    const fallback = { dialect: 'hixie-75', certainty: 'likely', reasons: ['frames'] } as const;
    expect(read(request, null, { fallback }).dialect).toBe('hixie-76');
    expect(read(null, null, { fallback })).toMatchObject(fallback);
  });

  test('A draft nobody has heard of is refused, and read as the youngest that named itself so.', () => {
    const draft = read([...GET, 'Upgrade: WebSocket', 'Sec-WebSocket-Draft: 9'], null);
    const issue = draft.issues['client-to-server'].find(({ rule }) => rule === 'version-unsupported');
    expect(issue).toMatchObject({ values: { version: 'draft-9' } });
    expect(draft).toMatchObject({ dialect: 'hybi-03', certainty: 'guess', request: { verdict: 'reject' } });
  });

  test('Every reason that is given is in the list of reasons.', () => {
    const seen = read(GET, [SWITCH, 'Sec-WebSocket-Accept: x']).reasons;
    expect(HANDSHAKE_REASONS).toEqual(expect.arrayContaining([...seen]));
  });
});

describe('what is there', () => {
  test('Bytes that are not a head count as not captured.', () => {
    const handshake = readHandshake({
      request: bytesOf('818537fa213d7f9f4d5158'),
      response: bytesOf('810548656c6c6f'),
    });
    expect(handshake).toMatchObject({ request: null, response: null, requestLength: 0, responseLength: 0 });
    expect(handshake).toMatchObject({ switched: null, verdict: 'incomplete' });
  });

  test('A refused half refuses the whole, an unfinished one leaves it open.', () => {
    const request = [...GET, 'Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 13'];
    const good = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo='];
    expect(read(request, [SWITCH, ...good]).verdict).toBe('accept');
    expect(read(request, null).verdict).toBe('accept');
    expect(read(request, ['HTTP/1.1 403 x']).verdict).toBe('reject');
    const cut = readHandshake({ request: head(...request), response: ascii('HTTP/1.1 10') });
    expect(cut).toMatchObject({ verdict: 'incomplete', switched: null });
  });

  test('Issues carry direction, part, span and offset of their finding.', () => {
    const { issues } = read([...GET, 'Upgrade: nope', KEY, 'Sec-WebSocket-Version: 13'], ['HTTP/1.1 403 x']);
    expect(issues['client-to-server']).toMatchObject([
      {
        rule: 'upgrade-invalid',
        direction: 'client-to-server',
        part: 'client-to-server/request',
        span: { source: 'client-to-server', start: 73 * 8, end: 77 * 8 },
        offset: 73,
      },
    ]);
    expect(issues['server-to-client']).toMatchObject([
      { rule: 'status', part: 'server-to-client/response', offset: 9 },
    ]);
  });

  test('Deflate is in force as it was answered, also where the answer breaks a rule.', () => {
    const request = [...GET, 'Upgrade: websocket', KEY, 'Sec-WebSocket-Version: 13'];
    const extensions = 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=9';
    const handshake = read(request, [SWITCH, 'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=', extensions]);
    expect(handshake.deflate).toMatchObject({ clientMaxWindowBits: 9 });
    expect(errorsOf(handshake.response?.findings ?? [])).toContain('extension-not-offered');
  });
});
