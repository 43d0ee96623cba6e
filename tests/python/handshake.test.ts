import { describe, expect, test } from 'vitest';
import { load } from '../protocol/vectors.ts';
import { ask } from './peer.ts';

interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly hex: string;
  readonly expect: {
    readonly verdict: string;
    readonly accept?: string;
    readonly draft?: string;
    readonly origin?: string;
    readonly location?: string;
    readonly responseHex?: string | null;
  };
}
interface Answer {
  readonly dialect?: string;
  readonly response?: string;
  readonly error?: number;
  readonly reason?: string;
}

const head = (...lines: string[]) => Buffer.from([...lines, '', ''].join('\r\n'), 'latin1').toString('hex');
const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
const VERSION = 'Sec-WebSocket-Version: 13';
const UP = ['Upgrade: websocket', 'Connection: Upgrade'];
const GET = 'GET / HTTP/1.1';
const OLD = ['Upgrade: WebSocket', 'Connection: Upgrade', 'Host: a', 'Origin: http://a'];
const KEY1 = 'Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5';
const KEY2 = 'Sec-WebSocket-Key2: 12998 5 Y3 1  .P00';
const body = (hex: string, text: string) => hex + Buffer.from(text, 'latin1').toString('hex');

const taken: readonly [name: string, hex: string, dialect: string][] = [
  ['the example of RFC 6455', head(GET, 'Host: a', ...UP, KEY, VERSION), 'rfc6455'],
  [
    'a list in Connection',
    head(GET, 'Host: a', UP[0] ?? '', 'Connection: keep-alive, Upgrade', KEY, VERSION),
    'rfc6455',
  ],
  ['Connection twice', head(GET, 'Host: a', 'Connection: keep-alive', ...UP, KEY, VERSION), 'rfc6455'],
  ['any case', head(GET, 'HOST: a', 'upgrade: WebSocket', 'CONNECTION: UPGRADE', KEY, VERSION), 'rfc6455'],
  ['blanks around values', head(GET, 'Host:a', ...UP, `${KEY}  `, 'Sec-WebSocket-Version:\t13'), 'rfc6455'],
  [
    'offers that it does not know',
    head(GET, 'Host: a', ...UP, KEY, VERSION, 'Sec-WebSocket-Protocol: chat'),
    'rfc6455',
  ],
  ['HTTP/1.2', head('GET /x?y HTTP/1.2', 'Host: a', ...UP, KEY, VERSION), 'rfc6455'],
  ['hixie-75', head(GET, ...OLD), 'hixie-75'],
  ['hixie-76', body(head(GET, ...OLD, KEY1, KEY2), '^n:ds[4U'), 'hixie-76'],
];

const refused: readonly [name: string, hex: string, status: number][] = [
  ['a browser that just looks', head(GET, 'Host: a', 'Connection: keep-alive'), 426],
  ['no Upgrade', head(GET, 'Host: a', 'Connection: Upgrade', KEY, VERSION), 426],
  ['no Connection', head(GET, 'Host: a', 'Upgrade: websocket', KEY, VERSION), 400],
  ['Connection: NotUpgrade', head(GET, 'Host: a', 'Upgrade: websocket', 'Connection: NotUpgrade', KEY, VERSION), 400],
  ['no Host', head(GET, ...UP, KEY, VERSION), 400],
  ['two Hosts', head(GET, 'Host: a', 'Host: b', ...UP, KEY, VERSION), 400],
  ['an empty Host', head(GET, 'Host:', ...UP, KEY, VERSION), 400],
  ['no key', head(GET, 'Host: a', ...UP, VERSION), 400],
  ['two keys', head(GET, 'Host: a', ...UP, KEY, KEY, VERSION), 400],
  ['a short key', head(GET, 'Host: a', ...UP, 'Sec-WebSocket-Key: dGhlIHNhbXBsZQ==', VERSION), 400],
  ['no version', head(GET, 'Host: a', ...UP, KEY), 426],
  ['version 14', head(GET, 'Host: a', ...UP, KEY, 'Sec-WebSocket-Version: 14'), 426],
  ['version 8', head(GET, 'Host: a', ...UP, KEY, 'Sec-WebSocket-Version: 8'), 426],
  ['two versions', head(GET, 'Host: a', ...UP, KEY, VERSION, VERSION), 426],
  ['POST', head('POST / HTTP/1.1', 'Host: a', ...UP, KEY, VERSION), 400],
  ['HTTP/1.0', head('GET / HTTP/1.0', 'Host: a', ...UP, KEY, VERSION), 400],
  ['a path with a blank', head('GET /a b HTTP/1.1', 'Host: a', ...UP, KEY, VERSION), 400],
  ['a blank before the colon', head(GET, 'Host : a', ...UP, KEY, VERSION), 400],
  ['a line without colon', head(GET, 'Host: a', 'hello', ...UP, KEY, VERSION), 400],
  ['a first line that goes on', head(GET, ' Host: a', ...UP, KEY, VERSION), 400],
  ['a bare line feed', head(GET, 'Host: a\nX: b', ...UP, KEY, VERSION), 400],
  ['a NUL', head(GET, 'Host: a\0', ...UP, KEY, VERSION), 400],
  ['a header over two lines', head(GET, 'Host: a', ...UP, KEY, VERSION, 'X: y', ' z'), 400],
  ['a hixie-75 without Origin', head(GET, ...OLD.slice(0, 3)), 426],
  ['a hixie-75 in small letters', head(GET, ...UP, 'Host: a', 'Origin: b'), 426],
  ['one of two hixie keys', head(GET, ...OLD, KEY1), 426],
  // One blank less, as when a page shows it: 4146546015 is no multiple of 4 (draft 76, section 5.2).
  ['a hixie key with fewer blanks', head(GET, ...OLD, KEY1.replace('1  4', '1 4'), KEY2), 400],
  ['a hixie key without blanks', head(GET, ...OLD, 'Sec-WebSocket-Key1: 12345', KEY2), 400],
  ['a hixie key without digits', head(GET, ...OLD, 'Sec-WebSocket-Key1: a b', KEY2), 400],
  ['a hixie key above 32 bits', head(GET, ...OLD, 'Sec-WebSocket-Key1: 42949672 96', KEY2), 400],
  ['a hixie key of digits without end', head(GET, ...OLD, `Sec-WebSocket-Key1: 1 ${'0'.repeat(9000)}`, KEY2), 400],
];

const vectors = [...load<Vector>('accept.json'), ...load<Vector>('hixie.json')].filter(
  ({ kind, expect: { verdict } }) => (kind === 'request' || kind === 'handshake') && verdict !== 'incomplete',
);
// RFC 9112 section 2.2 lets a server refuse lines that end without CR; this one does.
const known = vectors.filter(({ id }) => id !== 'accept-request-lf-only');

const questions = [...known.map(({ hex }) => hex), ...taken.map(([, hex]) => hex), ...refused.map(([, hex]) => hex)];
const answers = ask<Answer>(questions.map((request) => ({ request })));
const answerTo = (hex: string) => answers[questions.indexOf(hex)] ?? {};
const textOf = ({ response = '' }: Answer) => Buffer.from(response, 'hex').toString('latin1');

describe('the opening handshake of server.py', () => {
  test.each(known)('of $id', ({ hex, expect: { verdict, accept, draft, origin, location, responseHex } }) => {
    const answer = answerTo(hex);
    if (verdict === 'reject') {
      expect(answer.error).toBeGreaterThanOrEqual(400);
      return;
    }
    const [answered, proof] = textOf(answer).split('\r\n\r\n');
    if (accept !== undefined) expect(answered).toContain(`\r\nSec-WebSocket-Accept: ${accept}`);
    if (draft === undefined) return;
    expect(answer.dialect).toBe(draft);
    expect(answered).toMatch(/WebSocket Protocol Handshake|Web Socket Protocol Handshake/);
    expect(answered).toContain(`WebSocket-Origin: ${origin}`);
    expect(answered).toContain(`WebSocket-Location: ${location}`);
    expect(Buffer.from(proof ?? '', 'latin1').toString('hex')).toBe(responseHex ?? '');
  });

  test.each(taken)('takes %s', (_, hex, dialect) => {
    expect(answerTo(hex)).toMatchObject({ dialect });
    expect(textOf(answerTo(hex))).not.toContain('Protocol: chat');
  });

  test.each(refused)('refuses %s', (_, hex, status) => {
    expect(answerTo(hex)).toMatchObject({ error: status });
  });

  test('gives the proofs of the specifications’ own examples', () => {
    const proofs = taken.map(([, hex, dialect]) => [dialect, textOf(answerTo(hex))] as const);
    for (const [dialect, text] of proofs) {
      if (dialect === 'rfc6455') expect(text).toMatch(/\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r\n/);
      if (dialect === 'hixie-76') expect(text.split('\r\n\r\n')[1]).toBe("8jKS'y:G*Co,Wxa-");
    }
  });

  test('answers hixie-75 with the three lines that its clients compare', () => {
    const text = textOf(answerTo(head(GET, ...OLD)));
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      'HTTP/1.1 101 Web Socket Protocol Handshake',
      'Upgrade: WebSocket',
      'Connection: Upgrade',
    ]);
  });
});
