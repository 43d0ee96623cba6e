import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../src/protocol/bytes/base64.ts';
import { toHex } from '../../../src/protocol/bytes/hex.ts';
import { connectionKey, encodeDraftFrame, frameKey } from '../../../src/protocol/frame/draft-frames.ts';
import { HANDSHAKE_DIALECTS } from '../../../src/protocol/handshake/handshake.ts';
import { latin1 } from '../../../src/protocol/handshake/latin1.ts';
import { draftOpcode, OPCODE, todaysOpcode } from '../../../src/protocol/model/opcodes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const encoded = (...args: Parameters<typeof encodeDraftFrame>) =>
  toHex(encodeDraftFrame(...args))
    .replace(/../g, '$& ')
    .trim();

describe('keys of hybi-04', () => {
  it('derives the connection key and the frame key of the worked example', () => {
    const connection = connectionKey('dGhlIHNhbXBsZSBub25jZQ==', 'AQIDBAUGBwgJCgsMDQ4PEC==');
    expect(toHex(connection)).toBe('41e14f78311e4c34283e6d8b363b8848d58591a7');
    expect(toHex(frameKey(Uint8Array.of(0, 0, 0, 1), connection))).toBe('f3508918d8ffb1a0f12dd3a8cdceac24a498bd7f');
  });
});

describe('frames of hybi-01 to -06', () => {
  it('writes the examples of hybi-03 §4.6', () => {
    expect(encoded('hybi-01', { opcode: OPCODE.text, payload: bytes('Hello') })).toBe('04 05 48 65 6c 6c 6f');
    expect(encoded('hybi-01', { fin: false, opcode: OPCODE.text, payload: bytes('Hel') })).toBe('84 03 48 65 6c');
    expect(encoded('hybi-01', { opcode: OPCODE.continuation, payload: bytes('lo') })).toBe('00 02 6c 6f');
    expect(encoded('hybi-01', { opcode: OPCODE.ping, payload: bytes('Hello') })).toBe('02 05 48 65 6c 6c 6f');
    expect(encoded('hybi-01', { opcode: OPCODE.pong, payload: bytes('Hello') })).toBe('03 05 48 65 6c 6c 6f');
  });

  it('numbers every opcode both ways', () => {
    for (let opcode = 0; opcode < 16; opcode += 1) expect(todaysOpcode(draftOpcode(opcode))).toBe(opcode);
  });

  it('leaves a frame of a server in clear', () => {
    expect(encoded('hybi-05', { opcode: OPCODE.text, payload: bytes('Hi') })).toBe('84 02 48 69');
  });
});

describe('handshakes of hybi-01 to -06', () => {
  const random = (count: number) => Uint8Array.from({ length: count }, (_, i) => (i * 37 + 11) & 0xff);
  const options = { target: '/chat', host: 'example.com', origin: 'http://example.com' };

  it.each(['hybi-01', 'hybi-03', 'version-4', 'version-5', 'version-6'] as const)('%s reads what it writes', (id) => {
    const speaks = HANDSHAKE_DIALECTS[id];
    const request = speaks.readRequest(speaks.buildRequest(options, random));
    expect(request.findings).toEqual([]);
    const response = speaks.readResponse(speaks.buildResponse(request, { nonce: random(16) }), request);
    expect(response.findings).toEqual([]);
    expect(response.verdict).toBe('accept');
  });

  it('only hybi-02 and -03 name their draft, and only version 4 has a nonce', () => {
    const text = (id: keyof typeof HANDSHAKE_DIALECTS) => latin1(HANDSHAKE_DIALECTS[id].buildRequest(options, random));
    expect(text('hybi-01')).not.toContain('Sec-WebSocket-Draft');
    expect(text('hybi-03')).toContain('Sec-WebSocket-Draft: 2\r\n');
    const speaks = HANDSHAKE_DIALECTS['version-4'];
    const request = speaks.readRequest(speaks.buildRequest(options, random));
    const { nonce } = speaks.readResponse(speaks.buildResponse(request, { nonce: random(16) }), request);
    expect(fromBase64(nonce?.text ?? '').bytes).toEqual(random(16));
    expect(nonce?.connectionKey).toHaveLength(20);
  });
});
