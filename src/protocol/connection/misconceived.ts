/** For each misconception the bytes that show what it is about: what somebody sends who believes it, or what refutes it. */

import { encodeFrame, type FrameParts } from '../frame/encode.ts';
import { recipeWith } from '../handshake/accept-mistakes.ts';
import { mistakenAnswer } from '../handshake/answer-mistakes.ts';
import { type BreakableHandshakeRule, brokenHandshake } from '../handshake/broken.ts';
import type { RandomBytes, RequestOptions } from '../handshake/dialect.ts';
import { HANDSHAKE_DIALECTS } from '../handshake/handshake.ts';
import { fromLatin1, latin1 } from '../handshake/latin1.ts';
import type { DialectId } from '../model/drafts.ts';
import type { MisconceptionId } from '../model/misconceptions.ts';
import { OPCODE } from '../model/opcodes.ts';
import { type BreakableRule, type BrokenConversation, broken } from './broken.ts';

export interface Misconceived extends BrokenConversation {
  /** Index of the item to look at. */
  readonly at: number;
}

type Item = BrokenConversation['items'][number];

/** The key of the examples of RFC 6455 §5.7, and others: every frame needs a key of its own. */
const KEYS = [
  Uint8Array.of(0x37, 0xfa, 0x21, 0x3d),
  Uint8Array.of(0xf0, 0xa1, 0x5b, 0x8e),
  Uint8Array.of(0x0c, 0x92, 0xd7, 0x46),
];
const BROWSER: RequestOptions['headers'] = [
  ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Safari/537.36'],
  ['Accept-Encoding', 'gzip, deflate, br'],
  ['Accept-Language', 'en-GB,en;q=0.9,zh-CN;q=0.8'],
  ['Cache-Control', 'no-cache'],
  ['Cookie', `session=${'4f3a9c01'.repeat(8)}; visitor=${'7d20b6e5'.repeat(8)}; theme=dark; consent=all`],
];

/** @param key which of the keys */
function client(opcode: number, text: string, key = 0): Item {
  const bytes = encodeFrame({ opcode, payload: fromLatin1(text), maskingKey: KEYS[key] ?? null });
  return { direction: 'client-to-server', bytes };
}

function server(opcode: number, text: string, parts: Partial<FrameParts> = {}): Item {
  const bytes = encodeFrame({ opcode, payload: fromLatin1(text), maskingKey: null, ...parts });
  return { direction: 'server-to-client', bytes };
}

/** As they come from one read. */
function together(...items: readonly [Item, ...Item[]]): Item {
  const bytes = items.flatMap((item) => [...item.bytes]);
  return { direction: items[0].direction, bytes: Uint8Array.from(bytes) };
}

/** A handshake of a dialect; the response is that of an honest server, unless it is changed. */
function handshake(
  random: RandomBytes,
  options: Partial<RequestOptions> = {},
  change: (response: string, request: Uint8Array) => string = (response) => response,
  dialect: DialectId = 'rfc6455',
): readonly [Item, Item] {
  const speaks = HANDSHAKE_DIALECTS[dialect];
  const request = speaks.buildRequest(
    { target: '/chat', host: 'server.example.com', origin: 'http://example.com', ...options },
    random,
  );
  const response = latin1(speaks.buildResponse(speaks.readRequest(request)));
  return [
    { direction: 'client-to-server', bytes: request },
    { direction: 'server-to-client', bytes: fromLatin1(change(response, request)) },
  ];
}

function shown(items: readonly Item[], at = items.length - 1): Misconceived {
  return { items, assumptions: {}, at };
}

function byRule(rule: BreakableRule): Misconceived {
  const conversation = broken(rule);
  return { ...conversation, at: conversation.items.length - 1 };
}

function byHandshakeRule(rule: BreakableHandshakeRule, random: RandomBytes): Misconceived {
  const { request, response } = brokenHandshake(rule, random);
  const asked: Item = { direction: 'client-to-server', bytes: request };
  return shown(response === null ? [asked] : [asked, { direction: 'server-to-client', bytes: response }]);
}

const line = (head: string, ...lines: readonly string[]) =>
  head.replace(/\r\n\r\n/, `\r\n${lines.join('\r\n')}\r\n\r\n`);

/** What comes from servers that still say what hixie-75 said. */
const fossils = (response: string) =>
  line(
    response.replace('Switching Protocols', 'Web Socket Protocol Handshake'),
    'WebSocket-Origin: http://example.com',
    'WebSocket-Location: ws://server.example.com/chat',
  );

function keyDecoded(response: string, request: Uint8Array): string {
  const { proof } = HANDSHAKE_DIALECTS.rfc6455.readRequest(request);
  const accept = proof.kind === 'sha1' && proof.key !== null ? recipeWith('key-decoded', proof.key)?.accept : null;
  return response.replace(/(Sec-WebSocket-Accept: ).*/, `$1${accept ?? ''}`);
}

function hexAnswer(response: string, request: Uint8Array): string {
  const { proof } = HANDSHAKE_DIALECTS['hixie-76'].readRequest(request);
  const answer = proof.kind === 'md5' ? mistakenAnswer('hex-digest', proof) : null;
  return `${response.slice(0, response.indexOf('\r\n\r\n') + 4)}${latin1(answer ?? new Uint8Array(0))}`;
}

const { continuation, text, binary, close, ping, pong } = OPCODE;
const SIXTEEN = 'sixteen of many.';
const BYTES_127 = 'x'.repeat(127);

const RECIPES: Readonly<Record<MisconceptionId, (random: RandomBytes) => Misconceived>> = {
  // One connection: a request, its answer, and then frames on the same bytes.
  'no-http': (random) => shown([...handshake(random), client(text, 'Hello'), server(text, 'Hello')], 1),
  // Each side sends when it has something to say; nobody asks first.
  'comet-full-duplex': (random) =>
    shown([...handshake(random), server(text, 'news'), client(text, 'typing'), server(text, 'more news')]),
  'headers-dozens-of-bytes': (random) => shown(handshake(random, { headers: BROWSER }), 0),
  'flash-handshake': (random) => shown(handshake(random, {}, undefined, 'hixie-75')),
  'key-division-rounds': (random) => byHandshakeRule('hixie-key-not-divisible', random),
  'key3-in-a-header': (random) => shown(handshake(random, {}, hexAnswer, 'hixie-76')),
  'version-13-or-above': (random) => {
    const [{ direction, bytes }] = handshake(random);
    return shown([{ direction, bytes: fromLatin1(latin1(bytes).replace('Version: 13', 'Version: 14')) }]);
  },
  'connection-equals-upgrade': (random) => {
    const [{ direction, bytes }, response] = handshake(random);
    const list = latin1(bytes).replace('Connection: Upgrade', 'Connection: keep-alive, Upgrade');
    return shown([{ direction, bytes: fromLatin1(list) }, response], 0);
  },
  'key-is-decoded': (random) => shown(handshake(random, {}, keyDecoded)),
  'old-headers-needed': (random) => shown(handshake(random, {}, fossils)),
  'all-subprotocols-back': (random) =>
    shown(
      handshake(random, { subprotocols: ['chat', 'superchat'] }, (response) =>
        line(response.replace(/Sec-WebSocket-Protocol: .*\r\n/, ''), 'Sec-WebSocket-Protocol: chat, superchat'),
      ),
    ),
  'rsv-ignored': () => byRule('rsv-nonzero'),
  // The ping between the parts belongs to neither; and after FIN 1 the connection goes on.
  'fin-ends-the-connection': () =>
    shown(
      [server(text, 'Hel', { fin: false }), server(ping, ''), server(continuation, 'lo'), server(text, 'Still here')],
      2,
    ),
  // The beginnings of long payloads: all of one makes no picture and no link.
  'length-edges-65525': () => shown([server(binary, SIXTEEN, { lengthForm: 64, declaredLength: 65526 })]),
  'length-65536-fits': () => shown([server(binary, SIXTEEN, { lengthForm: 16, declaredLength: 0 })]),
  'length-equals-126': () => shown([server(text, BYTES_127, { lengthForm: 64 })]),
  'length-read-twice': () => shown([server(text, BYTES_127)]),
  'masking-encrypts': () => shown([client(text, 'my password')]),
  'server-masks': () => byRule('masked-server-frame'),
  'tls-needs-no-mask': () => byRule('unmasked-client-frame'),
  'unmask-the-string': () => shown([client(text, '\xe4\xbd\xa0\xe5\xa5\xbd')]),
  'one-read-one-frame': () => {
    const bytes = together(client(text, 'one'), client(text, 'two', 1), client(text, 'three', 2)).bytes;
    const cut = bytes.length - 4;
    const piece = (part: Uint8Array): Item => ({ direction: 'client-to-server', bytes: part });
    return shown([piece(bytes.subarray(0, cut)), piece(bytes.subarray(cut))], 0);
  },
  'and-127-is-a-parser': () =>
    shown([together(client(text, 'one'), client(text, 'two', 1), client(close, '\x03\xe9', 2))]),
  // Two pings: only the latest needs an answer. And a pong that nobody asked for.
  'pongs-do-not-matter': () =>
    shown([server(ping, 'are you'), server(ping, 'there?'), client(pong, 'there?'), client(pong, 'by the way', 1)], 2),
  'no-code-is-1000': () => shown([server(close, ''), client(close, '')], 0),
};

/** The same bytes for the same random ones. */
export function misconceived(id: MisconceptionId, random: RandomBytes): Misconceived {
  return RECIPES[id](random);
}
