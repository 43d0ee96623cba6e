/** Conversations that break the rules the vectors leave alone. One character a byte. */

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';
const ROOM = { upgrade: 'Upgrade: websocket', connection: 'Connection: Upgrade' };

const head = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`;

const request = (...more: string[]) =>
  head(
    'GET /chat HTTP/1.1',
    'Host: example.com',
    ROOM.upgrade,
    ROOM.connection,
    `Sec-WebSocket-Key: ${KEY}`,
    'Sec-WebSocket-Version: 13',
    ...more,
  );

const response = (...more: string[]) =>
  head('HTTP/1.1 101 Switching Protocols', ROOM.upgrade, ROOM.connection, `Sec-WebSocket-Accept: ${ACCEPT}`, ...more);

const offer = (value: string) => request(`Sec-WebSocket-Extensions: ${value}`);
const grant = (value: string) => response(`Sec-WebSocket-Extensions: ${value}`);

const hixie = (key1: string, key2: string, ...more: string[]) =>
  `${head(
    'GET /demo HTTP/1.1',
    'Host: example.com',
    'Connection: Upgrade',
    'Upgrade: WebSocket',
    'Origin: http://example.com',
    `Sec-WebSocket-Key1: ${key1}`,
    `Sec-WebSocket-Key2: ${key2}`,
    ...more,
  )}^n:ds[4U`;

const hixieAnswer = (origin: string, location: string, ...more: string[]) =>
  `${head(
    'HTTP/1.1 101 WebSocket Protocol Handshake',
    'Upgrade: WebSocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Origin: ${origin}`,
    `Sec-WebSocket-Location: ${location}`,
    ...more,
  )}0123456789abcdef`;

/** Key1 and Key2 of draft-hixie-76 section 1.2. */
const KEY1 = '4 @1  46546xW%0l 1 5';
const KEY2 = '12998 5 Y3 1  .P00';

const version4 = head(
  'GET /chat HTTP/1.1',
  'Host: example.com',
  ROOM.upgrade,
  ROOM.connection,
  `Sec-WebSocket-Key: ${KEY}`,
  'Sec-WebSocket-Version: 4',
);

export const BROKEN: readonly { readonly client: string; readonly server?: string }[] = [
  { client: `${version4}masked`, server: response() },
  { client: version4, server: response('Sec-WebSocket-Nonce: MTIzNA==') },
  {
    client: head(
      '\r\nGET  /#a HTTP/1.0',
      'Host: example.com',
      ' folded',
      'no colon',
      ': no name',
      'b@d: name',
      'space : before the colon',
      'Control: \x01',
      'Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEC==',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Version: 8',
      'Sec-WebSocket-Extensions: "',
    ),
    server: 'HTTP/1.x 1 No\r\n\r\n',
  },
  { client: head('GET chat HTTP/1.1', 'Host: a', 'Host: b') },
  { client: head('GET /\x80 HTTP/1.1') },
  { client: head('G\x01T HTTP/1.1'), server: head('HTTP/1.1  101 Two spaces') },
  { client: head('GET /'), server: head('HTTP/1.1 1o1 No number') },
  { client: offer('permessage-deflate; nonsense'), server: grant('permessage-deflate; nonsense') },
  {
    client: offer('permessage-deflate; server_max_window_bits=10'),
    server: grant('permessage-deflate; server_max_window_bits=12, permessage-deflate'),
  },
  {
    client: offer('permessage-deflate; server_max_window_bits=10'),
    server: grant('permessage-deflate; client_no_context_takeover; client_no_context_takeover'),
  },
  {
    client: `${offer('permessage-deflate')}\xc9\x80\x00\x00\x00\x00\x82\xff\x80${'\x00'.repeat(11)}`,
    server: response(
      'Sec-WebSocket-Extensions: permessage-deflate',
      `Sec-WebSocket-Accept: ${ACCEPT}`,
      'Sec-WebSocket-Protocol: a',
      'Sec-WebSocket-Protocol: b',
    ),
  },
  { client: hixie('no space nor digit'.replaceAll(' ', ''), '99999999999 9', `Sec-WebSocket-Key2: ${KEY2}`) },
  // The spaces of both keys as a page shows them.
  { client: hixie(KEY1.replaceAll('  ', ' '), KEY2.replaceAll('  ', ' ')) },
  {
    client: hixie(KEY1, KEY2),
    server: hixieAnswer('http://else.where', 'ws://else.where/', 'Sec-WebSocket-Origin: http://example.com'),
  },
  {
    client: head('GET / HTTP/1.1', 'Upgrade: WebSocket', 'Connection: Upgrade', 'Host: example.com', 'Origin: null'),
    server: head('HTTP/1.1 101 Web Socket Protocol Handshake', 'Connection: Upgrade', 'Upgrade: WebSocket'),
  },
];
