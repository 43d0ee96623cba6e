import { expect, test } from 'vitest';
import { readHandshake } from '../../../src/protocol/handshake/handshake.ts';
import { HIXIE_75 } from '../../../src/protocol/handshake/hixie75.ts';
import { bytesOf, load } from '../vectors.ts';
import type { HixieVector } from './support.ts';
import { ascii, errorsOf, head, randomFrom } from './support.ts';

const REQUEST = head(
  'GET /demo HTTP/1.1',
  'Upgrade: WebSocket',
  'Connection: Upgrade',
  'Host: example.com',
  'Origin: http://example.com',
  'WebSocket-Protocol: sample',
);
/** The example of draft 75 section 1.2. */
const LINES = [
  'HTTP/1.1 101 Web Socket Protocol Handshake',
  'Upgrade: WebSocket',
  'Connection: Upgrade',
  'WebSocket-Origin: http://example.com',
  'WebSocket-Location: ws://example.com/demo',
  'WebSocket-Protocol: sample',
];
const asked = HIXIE_75.readRequest(REQUEST);
const read = (...lines: readonly string[]) => HIXIE_75.readResponse(head(...lines), asked);
const changed = (from: string, to: string) => read(...LINES.map((line) => line.replace(from, to)));

test.each(
  load<HixieVector>('hixie.json')
    .filter(({ kind, expect: { draft } }) => kind === 'handshake' && draft === 'hixie-75')
    .map((vector) => [vector.id, vector] as const),
)('%s is read as a server does.', (_, { hex, expect: due }) => {
  const bytes = bytesOf(hex ?? '');
  const { dialect, request, requestLength } = readHandshake({ request: bytes, response: null });
  expect(dialect).toBe('hixie-75');
  expect(request).toMatchObject({ verdict: due.verdict, findings: [], proof: { kind: 'none' } });
  expect(bytes.length - requestLength).toBe(due.frameBytesFollow);
  expect(request?.head.target?.text).toBe(due.path);
  const reply = request && HIXIE_75.buildResponse(request);
  expect(Buffer.from(reply ?? []).toString('latin1')).toContain(`\r\nWebSocket-Location: ${due.location}\r\n`);
});

test('The example of the draft is accepted on both sides.', () => {
  expect(asked).toMatchObject({ verdict: 'accept', findings: [] });
  expect(read(...LINES)).toMatchObject({ verdict: 'accept', findings: [], subprotocol: 'sample', switched: true });
});

test.each([
  ['Web Socket', 'WebSocket', 16, 1],
  ['Upgrade: WebSocket', 'Upgrade: websocket', 44 + 9, 2],
  ['Upgrade: WebSocket', 'Upgrade:WebSocket', 44 + 8, 2],
  ['Connection: Upgrade', 'Connection: upgrade', 64 + 12, 3],
])('The first three lines count byte for byte: %s is not %s.', (from, to, offset, line) => {
  const { findings } = changed(from, to);
  expect(findings).toMatchObject([{ rule: 'hixie-response-order', offset, values: { line } }]);
});

test('The order of Upgrade and Connection counts.', () => {
  const [first = '', upgrade = '', connection = '', ...rest] = LINES;
  const { findings } = read(first, connection, upgrade, ...rest);
  expect(findings).toMatchObject([
    {
      rule: 'hixie-response-order',
      offset: 44,
      values: { expected: 'Upgrade: WebSocket', found: 'Connection: Upgrade' },
    },
  ]);
});

test('A head that ends before its third line is out of order too.', () => {
  const { findings } = read(LINES[0] ?? '', LINES[1] ?? '');
  expect(errorsOf(findings)).toContain('hixie-response-order');
});

test.each([
  ['WebSocket-Origin', 'Sec-WebSocket-Origin', 'hixie-origin-missing'],
  ['WebSocket-Location', 'Sec-WebSocket-Location', 'hixie-location-missing'],
  ['Origin: http://example.com', 'Origin: http://example.org', 'hixie-origin-mismatch'],
  ['ws://example.com/demo', 'ws://example.com/demo/', 'hixie-location-mismatch'],
  ['Protocol: sample', 'Protocol: other', 'hixie-subprotocol-mismatch'],
  ['101', '403', 'status'],
])('With %s changed to %s the answer breaks %s.', (from, to, rule) => {
  expect(errorsOf(changed(from, to).findings)).toEqual([rule]);
});

test('A field that comes twice is refused.', () => {
  expect(errorsOf(read(...LINES, LINES[3] ?? '').findings)).toEqual(['hixie-field-duplicate']);
});

test('The right answer cut anywhere is unfinished and nothing else.', () => {
  const bytes = head(...LINES);
  for (let cut = 0; cut < bytes.length; cut += 1) {
    expect(HIXIE_75.readResponse(bytes.subarray(0, cut), asked).verdict).toBe('incomplete');
  }
});

test('What is built is accepted.', () => {
  const request = HIXIE_75.buildRequest({ target: '/x', host: 'h', subprotocols: ['p'] }, randomFrom(1));
  const server = HIXIE_75.readRequest(request);
  expect(server).toMatchObject({ verdict: 'accept', findings: [] });
  const reply = HIXIE_75.buildResponse(server, { subprotocol: 'p', secure: true });
  expect(HIXIE_75.readResponse(reply, server)).toMatchObject({ verdict: 'accept', findings: [] });
  expect(Buffer.from(reply).toString('latin1')).toContain('WebSocket-Location: wss://h/x');
});

test('A request without Origin is refused.', () => {
  const text = Buffer.from(REQUEST).toString('latin1').replace('Origin: http://example.com\r\n', '');
  expect(errorsOf(HIXIE_75.readRequest(ascii(text)).findings)).toEqual(['origin-missing']);
});
