import type { SampleData } from '../samples.ts';
import { client, followHex, fromHexText, head, join, latin1, server } from './follow.ts';

/** An RFC 6455 handshake with this key and this answer, right or wrong (section 1.3 has the first pair). */
function rfc(key: string, accept: string): string {
  return followHex([
    client(
      head(
        'GET /chat HTTP/1.1',
        'Host: server.example.com',
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Key: ${key}`,
        'Origin: http://example.com',
        'Sec-WebSocket-Protocol: chat, superchat',
        'Sec-WebSocket-Version: 13',
      ),
    ),
    server(
      head(
        'HTTP/1.1 101 Switching Protocols',
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Accept: ${accept}`,
        'Sec-WebSocket-Protocol: chat',
      ),
    ),
  ]);
}

/** A hixie-76 handshake in the order of draft-hixie-76 section 1.2, whose fields come in no order on purpose. */
function hixie76(key1: string, key2: string, key3: Uint8Array, answer: Uint8Array): string {
  return followHex([
    client(
      join(
        head(
          'GET /demo HTTP/1.1',
          'Host: example.com',
          'Connection: Upgrade',
          `Sec-WebSocket-Key2: ${key2}`,
          'Sec-WebSocket-Protocol: sample',
          'Upgrade: WebSocket',
          `Sec-WebSocket-Key1: ${key1}`,
          'Origin: http://example.com',
        ),
        key3,
      ),
    ),
    server(
      join(
        head(
          'HTTP/1.1 101 WebSocket Protocol Handshake',
          'Upgrade: WebSocket',
          'Connection: Upgrade',
          'Sec-WebSocket-Origin: http://example.com',
          'Sec-WebSocket-Location: ws://example.com/demo',
          'Sec-WebSocket-Protocol: sample',
        ),
        answer,
      ),
    ),
  ]);
}

/** Key1, key2, key3 and answer. A and B stand in the draft (1.2, 1.3), C in many test suites, D came from a browser. */
const A = ['4 @1  46546xW%0l 1 5', '12998 5 Y3 1  .P00', latin1('^n:ds[4U'), latin1("8jKS'y:G*Co,Wxa-")] as const;
const B = [
  '18x 6]8vM;54 *(5:  {   U1]8  z [  8',
  '1_ tx7X d  <  nw  334J702) 7]o}` 0',
  latin1('Tm[K T2u'),
  latin1('fQJ,fN/4F4!~K~MH'),
] as const;
const C = ['3e6b263  4 17 80', '17  9 G`ZD9   2 2b 7X 3 /r90', latin1('WjN}|M(6'), latin1('n`9eBk9z$R8pOtVb')] as const;
const D = [
  '30  ;- 5=5 u 4 1  7336',
  ":2 8 G(  07A 93Ql 3 *20 Ox0G'w",
  fromHexText('5d 9f b0 67 0f e4 fa 75'),
  fromHexText('b6 bc 2a 9e a0 0c 1c b9 0f ad dc 97 90 60 17 a8'),
] as const;

/** What a page or a chat program makes of a key: one space where there were several. */
const collapsed = ([key1, key2, key3, answer]: typeof A | typeof B) =>
  hixie76(key1.replace(/ +/g, ' '), key2.replace(/ +/g, ' '), key3, answer);

const NONCE = 'dGhlIHNhbXBsZSBub25jZQ==';

/** What servers answer to `NONCE` when they get the calculation wrong, and how. */
export const WRONG_ACCEPTS = {
  'wrong-decoded': 'BXhwxM0SZasKmCD9S4BfpPmCnEw=',
  'wrong-hex-digest': 'YjM3YTRmMmNjMDYyNGYxNjkwZjY0NjA2Y2YzODU5NDViMmJlYzRlYQ==',
  'wrong-lower-guid': 'WJfwerbIozKsJXHxxI0JTO1SQgU=',
  'wrong-no-guid': 'hHLtf2V1k8aDQZfNjw3Ia1hCwt0=',
  'wrong-guid-first': '2OZf2Seed9yzIpkj+zvC9KS9Mjw=',
  'wrong-line-end': 'kex8Ji4w0ek1Mc3Dwcf4mOpf5b4=',
  'wrong-space': 's3mCG3XUBfFRrUGpYOBQiHm5i8g=',
  'wrong-md5': 'fI/F95pFHyUax3HLt0ktmQ==',
} as const;

const wrong = Object.fromEntries(
  Object.entries(WRONG_ACCEPTS).map(([id, accept]) => [id, (): SampleData => ({ input: rfc(NONCE, accept) })]),
);

export const HANDSHAKES: Readonly<Record<string, () => SampleData>> = {
  'accept-rfc': () => ({ input: rfc(NONCE, 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=') }),
  'accept-2': () => ({ input: rfc('x3JJHMbDL1EzLkh9GBhXDw==', 'HSmrc0sMlYUkAGmm5OPpG2HaGWk=') }),
  'accept-3': () => ({ input: rfc('Iv8io/9s+lYFgZWcXczP8Q==', 'hsBlbuDTkk24srzEOTBUlZAlC2g=') }),
  'accept-4': () => ({ input: rfc('AQIDBAUGBwgJCgsMDQ4PEA==', 'C/0nmHhBztSRGR1CwL6Tf4ZjwpY=') }),
  'accept-pad-bits': () => ({ input: rfc('AQIDBAUGBwgJCgsMDQ4PEC==', 'OfS0wDaT5NoxF2gqm7Zj2YtetzM=') }),
  ...wrong,

  'hixie-a': () => ({ input: hixie76(...A) }),
  'hixie-b': () => ({ input: hixie76(...B) }),
  'hixie-c': () => ({ input: hixie76(...C) }),
  'hixie-d': () => ({ input: hixie76(...D) }),
  'hixie-a-collapsed': () => ({ input: collapsed(A) }),
  'hixie-b-collapsed': () => ({ input: collapsed(B) }),
  'hixie-75': () => ({
    input: followHex([
      client(
        head(
          'GET /demo HTTP/1.1',
          'Upgrade: WebSocket',
          'Connection: Upgrade',
          'Host: example.com',
          'Origin: http://example.com',
          'WebSocket-Protocol: sample',
        ),
      ),
      server(
        head(
          'HTTP/1.1 101 Web Socket Protocol Handshake',
          'Upgrade: WebSocket',
          'Connection: Upgrade',
          'WebSocket-Origin: http://example.com',
          'WebSocket-Location: ws://example.com/demo',
          'WebSocket-Protocol: sample',
        ),
      ),
      client(fromHexText('00 48 65 6c 6c 6f ff')),
      server(fromHexText('00 48 69 ff')),
    ]),
  }),

  // The sample of draft 04 that libwebsockets still quotes: the accept has never been right.
  'hybi-04': () => ({
    input: followHex([
      client(
        head(
          'GET /chat HTTP/1.1',
          'Host: server.example.com',
          'Upgrade: websocket',
          'Connection: Upgrade',
          `Sec-WebSocket-Key: ${NONCE}`,
          'Sec-WebSocket-Origin: http://example.com',
          'Sec-WebSocket-Protocol: chat, superchat',
          'Sec-WebSocket-Version: 4',
        ),
      ),
      server(
        head(
          'HTTP/1.1 101 Switching Protocols',
          'Upgrade: websocket',
          'Connection: Upgrade',
          'Sec-WebSocket-Accept: me89jWimTRKTWwrS3aRrL53YZSo=',
          'Sec-WebSocket-Nonce: AQIDBAUGBwgJCgsMDQ4PEC==',
          'Sec-WebSocket-Protocol: chat',
        ),
      ),
    ]),
  }),
};
