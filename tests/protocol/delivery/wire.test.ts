import { expect, test } from 'vitest';
import {
  badLine,
  headText,
  openingHeads,
  pollAnswer,
  pollRequest,
  readHead,
  streamAnswer,
} from '../../../src/protocol/delivery/heads.ts';
import { packetBytes } from '../../../src/protocol/delivery/packets.ts';
import { BARE, BROWSER } from '../../../src/protocol/delivery/samples.ts';
import { wireOf } from '../../../src/protocol/delivery/wire.ts';
import { RFC6455 } from '../../../src/protocol/handshake/rfc6455.ts';

const REQUEST = 'GET /events?since=1000 HTTP/1.1\r\nHost: example.com\r\n\r\n';

test('bytes of a head are those of its text, line ends and the empty line included', () => {
  const request = readHead(BARE.request);
  expect(headText(pollRequest(request, 0))).toBe(REQUEST);
  expect(wireOf('1.1', 'none').request(request, 0).head).toBe(Buffer.byteLength(REQUEST));
  expect(Buffer.byteLength(REQUEST)).toBe(54);
  const answer = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 20\r\n\r\n';
  expect(headText(pollAnswer(readHead(BARE.response), 20, 0))).toBe(answer);
  expect(wireOf('1.1', 'none').answer(pollAnswer(readHead(BARE.response), 20, 0), 1, 20)).toMatchObject({
    head: 65,
    framing: 0,
    payload: 20,
  });
});

test('what is pasted counts the same whatever its line ends, and a blank line ends it', () => {
  const crlf = BROWSER.request.replaceAll('\n', '\r\n');
  for (const text of [BROWSER.request, crlf, `\n${crlf}\r\n\r\nbody: no`, `${BROWSER.request}\n`])
    expect(headText(readHead(text))).toBe(`${crlf}\r\n\r\n`);
  expect(badLine(BROWSER.request, 'request')).toBeNull();
  expect(badLine(BROWSER.response, 'response')).toBeNull();
  expect(badLine(BROWSER.response, 'request')).toBe(0);
  expect(badLine('GET / HTTP/1.1\nHost: a\nno colon here', 'request')).toBe(2);
  expect(badLine('', 'response')).toBe(0);
  expect(badLine('HTTP/1.1 200 OK', 'response')).toBeNull();
});

test('what changes from poll to poll changes in the text: number, length, date', () => {
  expect(pollRequest(readHead(BARE.request), 7).start).toBe('GET /events?since=1007 HTTP/1.1');
  const fields = new Map(pollAnswer(readHead(BROWSER.response), 61, 75_000).fields);
  expect(fields.get('Content-Length')).toBe('61');
  expect(fields.get('Date')).toBe('Thu, 01 Jan 2026 12:01:15 GMT');
});

test('an event in a stream is a chunk with a data line', () => {
  const event = `data: ${'x'.repeat(20)}\n\n`;
  const chunk = `${event.length.toString(16)}\r\n${event}\r\n`;
  const { framing, payload } = wireOf('1.1', 'none').streamPart(20);
  expect(framing + payload).toBe(chunk.length);
  const head = streamAnswer(readHead(BARE.response), 0);
  expect(headText(head)).toBe(
    'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
});

test('an answer that has no Content-Length but says chunked is cut into chunks', () => {
  const head = readHead('HTTP/1.1 200 OK\nTransfer-Encoding: chunked');
  expect(wireOf('1.1', 'none').answer(head, 1, 20).framing).toBe('14\r\n\r\n'.length + '0\r\n\r\n'.length);
  expect(wireOf('1.1', 'none').answer(head, 0, 20).framing).toBe('0\r\n\r\n'.length);
});

test.each([
  [0, 2],
  [125, 2],
  [126, 4],
  [65535, 4],
  [65536, 10],
])('a frame of %d bytes has a header of %d, and four more when it is masked', (size, header) => {
  expect(wireOf('1.1', 'none').frame(size, false)).toMatchObject({ head: 0, framing: header, payload: size });
  expect(wireOf('1.1', 'none').frame(size, true).framing).toBe(header + 4);
});

test('the opening handshake is one that our own server accepts', () => {
  for (const texts of [BARE, BROWSER]) {
    const { request, answer } = openingHeads(readHead(texts.request), (count) => new Uint8Array(count));
    const reading = RFC6455.readRequest(Buffer.from(headText(request), 'latin1'));
    expect(reading.findings).toEqual([]);
    expect(answer.start).toBe('HTTP/1.1 101 Switching Protocols');
    expect(new Map(answer.fields).get('Sec-WebSocket-Accept')).toBe('ICX+Yqv66kxgM0FcWaLWlFLwTAI=');
  }
});

test('over HTTP/2 the second of two equal requests is an index a field', () => {
  const wire = wireOf('2', 'none');
  const head = readHead(BROWSER.request);
  const [first, second] = [wire.request(head, 0).head, wire.request(head, 0).head];
  // Four pseudo fields; of the 14 others, Host has become one of them and Connection is gone.
  expect(second).toBe(9 + 4 + 12);
  expect(first).toBeGreaterThan(500);
  expect(first).toBeLessThan(Buffer.byteLength(headText(head)));
  expect(wire.frame(20, false).framing).toBe(9 + 2);
});

test('packets by hand: one small message, and one of three segments', () => {
  expect(packetBytes(100, 'none')).toEqual({ packets: 0, acks: 0 });
  expect(packetBytes(0, 'tls')).toEqual({ packets: 0, acks: 0 });
  expect(packetBytes(22, 'tcp')).toEqual({ packets: 40, acks: 40 });
  expect(packetBytes(22, 'tls')).toEqual({ packets: 62, acks: 40 });
  expect(packetBytes(1460, 'tcp')).toEqual({ packets: 40, acks: 40 });
  expect(packetBytes(1460, 'tls')).toEqual({ packets: 102, acks: 40 });
  expect(packetBytes(4000, 'tcp')).toEqual({ packets: 120, acks: 80 });
});
