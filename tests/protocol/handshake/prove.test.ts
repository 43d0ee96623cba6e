import { describe, expect, it } from 'vitest';
import { HANDSHAKE_DIALECTS, readHandshake } from '../../../src/protocol/handshake/handshake.ts';
import { withAccept, withHeader, withTrailer } from '../../../src/protocol/handshake/prove.ts';
import { DIALECT_IDS } from '../../../src/protocol/model/drafts.ts';
import { ascii, head, randomFrom } from './support.ts';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a proof written anew', () => {
  it('stands where the old one stood, and nothing else changes', () => {
    const response = head('HTTP/1.1 101 x', 'sec-websocket-ACCEPT:  wrong ', 'X: y');
    expect(latin1(withAccept(response, 'right='))).toBe(
      'HTTP/1.1 101 x\r\nsec-websocket-ACCEPT:  right= \r\nX: y\r\n\r\n',
    );
  });

  it('becomes a last line where there was none', () => {
    expect(latin1(withHeader(head('HTTP/1.1 101 x'), 'A', 'b'))).toBe('HTTP/1.1 101 x\r\nA: b\r\n\r\n');
    expect(latin1(withHeader(ascii('HTTP/1.1 101 x\r\n'), 'A', 'b'))).toBe('HTTP/1.1 101 x\r\nA: b\r\n');
  });

  it('takes the place of all that stood behind the blank line', () => {
    const response = new Uint8Array([...head('HTTP/1.1 101 x'), 1, 2, 3]);
    expect(latin1(withTrailer(response, Uint8Array.of(0x41)))).toBe('HTTP/1.1 101 x\r\n\r\nA');
    expect(latin1(withTrailer(ascii('HTTP/1.1 101'), Uint8Array.of(0x41)))).toBe('HTTP/1.1 101');
  });
});

describe('a careless server', () => {
  it.each(DIALECT_IDS)('answers 101 to any request of %s when told to', (id) => {
    const speaks = HANDSHAKE_DIALECTS[id];
    const options = { target: '/', host: 'example.com', origin: 'http://example.com' };
    const request = latin1(speaks.buildRequest(options, randomFrom(1)));
    const broken = ascii(request.replace(/Upgrade: \S+\r\n/, ''));
    const reading = speaks.readRequest(broken);
    expect(reading.verdict).toBe('reject');
    expect(latin1(speaks.buildResponse(reading))).toMatch(/^HTTP\/1\.1 400 /);
    const response = speaks.buildResponse(reading, { anyway: true });
    expect(latin1(response)).toMatch(/^HTTP\/1\.1 101 /);
    // It is the right answer all the same: only the request is at fault.
    expect(readHandshake({ request: broken, response, dialect: id }).issues['server-to-client']).toEqual([]);
  });

  it('leaves empty what it cannot compute', () => {
    const { readRequest, buildResponse } = HANDSHAKE_DIALECTS.rfc6455;
    const response = buildResponse(readRequest(head('GET / HTTP/1.1')), { anyway: true });
    expect(latin1(response)).toContain('Sec-WebSocket-Accept: \r\n');
  });
});
