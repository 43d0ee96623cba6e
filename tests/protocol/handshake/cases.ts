/** Handshakes with one thing changed each, for the comparison with other implementations. */

import { ascii } from './support.ts';

export interface Case {
  readonly name: string;
  /** What the client is to offer before it gets this answer. */
  readonly protocols?: readonly string[];
  /** Parameters of permessage-deflate it is to offer, where it can. */
  readonly deflate?: { readonly serverNoContextTakeover?: boolean; readonly serverMaxWindowBits?: number };
  readonly bytes: Uint8Array;
}

const REQUEST: readonly (readonly [string, string])[] = [
  ['Host', 'server.example.com'],
  ['Upgrade', 'websocket'],
  ['Connection', 'Upgrade'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ['Sec-WebSocket-Version', '13'],
];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  Host: [''],
  Upgrade: ['', 'WebSocket', 'WEBSOCKET', 'h2c', 'h2c, websocket', 'websocket, h2c', 'websockets', 'websocket/13'],
  Connection: [
    '',
    'upgrade',
    'keep-alive, Upgrade',
    'Upgrade,',
    ' , Upgrade',
    'close',
    'NoUpgrade',
    'Upgrade-Insecure',
    'Upgrade close',
  ],
  'Sec-WebSocket-Key': [
    '',
    'dGhlIHNhbXBsZSBub25jZQ',
    'dGhlIHNhbXBsZSBub25jZQ=',
    'dGhlIHNhbXBsZSBub25jZR==',
    'dGhlIHNhbXBsZSBub25jZ!==',
    'dGhlIHNhbXBsZQ==',
    'dGhlIHNhbXBsZSBub25jZSEh',
    '____________________-w==',
  ],
  'Sec-WebSocket-Version': ['', '8', '7', '0', '9', '12', '14', '013', '13.0', '0xd', '13, 8', '+13', '1e1'],
};

const MORE: Readonly<Record<string, readonly string[]>> = {
  'Sec-WebSocket-Protocol': ['', 'chat', 'chat, soap', 'chat,', 'chat chat', 'chat, chat', 'ch@t', ','],
  'Sec-WebSocket-Extensions': [
    '',
    'foo',
    'permessage-deflate',
    'permessage-deflate; client_max_window_bits',
    'permessage-deflate;',
    'permessage-deflate; =',
    'permessage-deflate; server_max_window_bits',
    'permessage-deflate; server_max_window_bits=7',
    'permessage-deflate; server_max_window_bits="10"',
    'permessage-deflate; foo',
    'permessage-deflate; client_no_context_takeover; client_no_context_takeover',
    'permessage-deflate,',
  ],
  Origin: ['null', 'http://example.com'],
  Cookie: ['a=\u00e9'],
  'WebSocket-Protocol': ['x'],
  'Sec-WebSocket-Key1': ['1 2'],
};

const LINES = [
  'GET /chat HTTP/1.0',
  'GET /chat HTTP/1.2',
  'GET chat HTTP/1.1',
  'GET /a#b HTTP/1.1',
  'GET http://server.example.com/chat HTTP/1.1',
  'GET * HTTP/1.1',
  'GET /\u00e9 HTTP/1.1',
  'GET  /chat HTTP/1.1',
  'GET /chat HTTP/1.1 ',
  'GET /chat',
  'get /chat HTTP/1.1',
  'POST /chat HTTP/1.1',
  'HEAD /chat HTTP/1.1',
];

function head(first: string, headers: readonly (readonly [string, string])[], end = '\r\n'): Uint8Array {
  const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return ascii(lines.map((line) => line + end).join('') + end);
}

const FIRST = 'GET /chat HTTP/1.1';

export function requestCases(): readonly Case[] {
  const cases: Case[] = LINES.map((line) => ({ name: line, bytes: head(line, REQUEST) }));
  const add = (name: string, headers: readonly (readonly [string, string])[]) =>
    cases.push({ name, bytes: head(FIRST, headers) });
  REQUEST.forEach(([name, value], i) => {
    add(`no ${name}`, REQUEST.toSpliced(i, 1));
    add(`${name} twice`, [...REQUEST, [name, value]]);
    add(`${name} in lower case`, REQUEST.with(i, [name.toLowerCase(), value]));
    add(`${name} with spaces around`, REQUEST.with(i, [name, ` \t${value} \t`]));
    for (const other of VALUES[name] ?? []) add(`${name}: ${other}`, REQUEST.with(i, [name, other]));
  });
  for (const [name, values] of Object.entries(MORE)) {
    for (const value of values) add(`${name}: ${value}`, [...REQUEST, [name, value]]);
  }
  const whole = Buffer.from(head(FIRST, REQUEST)).toString('latin1');
  const text = (name: string, bytes: string) => cases.push({ name, bytes: ascii(bytes) });
  text('bare line feeds', whole.replaceAll('\r\n', '\n'));
  text('blank line first', `\r\n${whole}`);
  text('folded header', whole.replace('Connection: ', 'Connection:\r\n '));
  text('header without colon', whole.replace('Connection', 'nothing\r\nConnection'));
  text('space before colon', whole.replace('Connection:', 'Connection :'));
  text('control character', whole.replace('Connection', 'X: a\u0001b\r\nConnection'));
  return cases;
}

/** Answers to a request whose right accept is `accept`. */
export function answerCases(accept: string): readonly Case[] {
  const answer: readonly (readonly [string, string])[] = [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Accept', accept],
  ];
  const values: Readonly<Record<string, readonly string[]>> = {
    Upgrade: ['', 'WebSocket', 'h2c, websocket', 'h2c'],
    Connection: ['', 'upgrade', 'keep-alive, Upgrade', 'close'],
    'Sec-WebSocket-Accept': [
      '',
      's3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
      accept.toLowerCase(),
      accept.slice(0, -1),
      ` \t${accept} `,
      `"${accept}"`,
    ],
  };
  const more: Readonly<Record<string, readonly string[]>> = {
    'Sec-WebSocket-Protocol': ['', 'chat'],
    'Sec-WebSocket-Extensions': ['', 'foo', 'permessage-deflate;', 'permessage-deflate; bar'],
    'WebSocket-Location': ['ws://x/'],
  };
  const first = 'HTTP/1.1 101 Switching Protocols';
  const cases: Case[] = [
    first,
    'HTTP/1.1 101',
    'HTTP/1.1 101 Web Socket Protocol Handshake',
    'HTTP/1.0 101 Switching Protocols',
    'HTTP/1.1 200 OK',
    'HTTP/1.1 403 Forbidden',
  ].map((line) => ({ name: line, bytes: head(line, answer) }));
  const add = (name: string, headers: readonly (readonly [string, string])[]) =>
    cases.push({ name, bytes: head(first, headers) });
  answer.forEach(([name, value], i) => {
    add(`no ${name}`, answer.toSpliced(i, 1));
    add(`${name} twice`, [...answer, [name, value]]);
    for (const other of values[name] ?? [])
      add(`${name}: ${other.replace(accept, '…')}`, answer.with(i, [name, other]));
  });
  for (const [name, list] of Object.entries(more)) {
    for (const value of list) add(`${name}: ${value}`, [...answer, [name, value]]);
  }
  const protocols = ['chat', 'superchat'];
  const offered = (name: string, ...values: readonly string[]) => {
    const headers = values.map((value) => ['Sec-WebSocket-Protocol', value] as const);
    cases.push({ name, protocols, bytes: head(first, [...answer, ...headers]) });
  };
  offered('subprotocol offered, none chosen');
  offered('subprotocol chosen', 'superchat');
  offered('subprotocol chosen twice', 'chat', 'chat');
  for (const value of ['', 'soap', 'Chat', 'chat, superchat']) offered(`subprotocol: ${value}`, value);
  const deflated = (value: string, deflate: NonNullable<Case['deflate']> = {}) => {
    const headers = [...answer, ['Sec-WebSocket-Extensions', `permessage-deflate${value}`] as const];
    cases.push({ name: `deflate answered:${value}`, deflate, bytes: head(first, headers) });
  };
  for (const value of ['', ', permessage-deflate', '; server_max_window_bits', '; server_max_window_bits="10"'])
    deflated(value);
  for (const bits of ['7', '8', '08', '15', '16']) {
    deflated(`; server_max_window_bits=${bits}`);
    deflated(`; client_max_window_bits=${bits}`);
  }
  deflated('; client_max_window_bits');
  deflated('; server_no_context_takeover; server_no_context_takeover');
  deflated('', { serverNoContextTakeover: true });
  deflated('; server_no_context_takeover', { serverNoContextTakeover: true });
  for (const value of ['', '; server_max_window_bits=9', '; server_max_window_bits=11']) {
    deflated(value, { serverMaxWindowBits: 10 });
  }
  cases.push({ name: 'bare line feeds', bytes: head(first, answer, '\n') });
  for (const line of ['HTTP/1.1 100 Continue', 'HTTP/1.1 103 Early Hints']) {
    cases.push({ name: `${line} first`, bytes: Uint8Array.from([...head(line, []), ...head(first, answer)]) });
  }
  return cases;
}

const HIXIE: readonly (readonly [string, string])[] = [
  ['Host', 'example.com'],
  ['Connection', 'Upgrade'],
  ['Upgrade', 'WebSocket'],
  ['Origin', 'http://example.com'],
];
const KEYS: readonly (readonly [string, string])[] = [
  ['Sec-WebSocket-Key1', '4 @1  46546xW%0l 1 5'],
  ['Sec-WebSocket-Key2', '12998 5 Y3 1  .P00'],
];

/** Requests of hixie-75 and -76. */
export function hixieCases(): readonly Case[] {
  const cases: Case[] = [];
  const add = (name: string, headers: readonly (readonly [string, string])[], key3 = '^n:ds[4U') =>
    cases.push({ name, bytes: Uint8Array.from([...head('GET /demo HTTP/1.1', headers), ...ascii(key3)]) });
  add('hixie-75', HIXIE, '');
  const both = [...HIXIE, ...KEYS];
  add('hixie-76', both);
  both.forEach(([name], i) => {
    // Without these the request belongs to another generation or to none.
    if (name !== 'Upgrade') add(`no ${name}`, both.toSpliced(i, 1));
  });
  const keys = [
    '12 3',
    '12 34',
    '123',
    'a b',
    '',
    '9999999999 9',
    '8589934590  x',
    '42949 67296 ',
    '0 0',
    ' 4 2',
    '1  2  2',
    '\u00e92 2',
  ];
  for (const key of keys) add(`Key1: ${key}`, both.with(4, ['Sec-WebSocket-Key1', key]));
  add('Connection: keep-alive, Upgrade', both.with(1, ['Connection', 'keep-alive, Upgrade']));
  add('Upgrade: websocket', both.with(2, ['Upgrade', 'websocket']));
  add('Key1 twice', [...both, KEYS[0] ?? ['', '']]);
  return cases;
}
