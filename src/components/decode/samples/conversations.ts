import { encodeFrame } from '../../../protocol/frame/encode.ts';
import { OPCODE } from '../../../protocol/model/opcodes.ts';
import type { SampleData } from '../samples.ts';
import deflateArrays from './captures/chat-deflate.c-arrays.txt?raw';
import deflateYaml from './captures/chat-deflate.follow-yaml.txt?raw';
import draft76Follow from './captures/draft76.follow-hex.txt?raw';
import draft76Tcpdump from './captures/draft76.tcpdump-X.txt?raw';
import { client, followHex, fromHexText, head, latin1, server } from './follow.ts';

const masked = (opcode: number, key: string, payload: Uint8Array) =>
  client(encodeFrame({ opcode, maskingKey: fromHexText(key), payload }));
const clear = (opcode: number, payload: Uint8Array, fin = true) =>
  server(encodeFrame({ opcode, fin, maskingKey: null, payload }));

const HEADS = [
  client(
    head(
      'GET /chat HTTP/1.1',
      'Host: server.example.com',
      'Upgrade: websocket',
      'Connection: keep-alive, Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Origin: http://example.com',
      'Sec-WebSocket-Version: 13',
    ),
  ),
  server(
    head(
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
    ),
  ),
];

/** Conversations of both sides: two real captures (tests/vectors/captures) and two written to be read. */
export const CONVERSATIONS: Readonly<Record<string, () => SampleData>> = {
  'chat-whole': () => ({
    input: followHex([
      ...HEADS,
      masked(OPCODE.text, '37 fa 21 3d', latin1('Hello')),
      clear(OPCODE.text, latin1('Hel'), false),
      clear(OPCODE.ping, latin1('')),
      masked(OPCODE.pong, '5c 01 9e 77', latin1('')),
      clear(OPCODE.continuation, latin1('lo')),
      masked(OPCODE.text, 'a1 b2 c3 d4', new TextEncoder().encode('你好 👋')),
      clear(
        OPCODE.binary,
        Uint8Array.from({ length: 256 }, (_, i) => i),
      ),
      masked(OPCODE.close, '0e 55 80 19', fromHexText('03 e8 62 79 65')),
      clear(OPCODE.close, fromHexText('03 e8')),
    ]),
  }),
  'chat-broken': () => ({
    input: followHex([
      ...HEADS,
      masked(OPCODE.text, '37 fa 21 3d', latin1('Hello')),
      clear(OPCODE.text, latin1('Hel'), false),
      clear(OPCODE.ping, latin1('alive?')),
      masked(OPCODE.pong, '5c 01 9e 77', latin1('alive!')),
      clear(OPCODE.continuation, latin1('lo')),
      server(fromHexText('c2 02 01 02')),
      client(fromHexText('81 02 68 69')),
      masked(OPCODE.close, '0e 55 80 19', fromHexText('03')),
      clear(OPCODE.text, latin1('still here?')),
    ]),
    strict: true,
  }),
  'capture-deflate': () => ({ input: deflateYaml }),
  'capture-deflate-c': () => ({ input: deflateArrays }),
  'capture-draft76': () => ({ input: draft76Follow }),
  'capture-draft76-packets': () => ({ input: draft76Tcpdump }),
};
