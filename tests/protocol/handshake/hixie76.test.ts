import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ANSWER_MISTAKE_IDS, diagnoseAnswer, mistakenAnswer } from '../../../src/protocol/handshake/answer-mistakes.ts';
import type { RequestProof } from '../../../src/protocol/handshake/dialect.ts';
import { readHandshake } from '../../../src/protocol/handshake/handshake.ts';
import { readKey } from '../../../src/protocol/handshake/hixie-key.ts';
import { HIXIE_76 } from '../../../src/protocol/handshake/hixie76.ts';
import { bytesOf, load } from '../vectors.ts';
import type { HixieVector } from './support.ts';
import { ascii, errorsOf, head, randomFrom, rulesOf } from './support.ts';

const VECTORS = load<HixieVector>('hixie.json');
const of = (kind: HixieVector['kind']) => VECTORS.filter((vector) => vector.kind === kind);
const hex = (bytes: Uint8Array | null | undefined) => (bytes ? Buffer.from(bytes).toString('hex') : null);
const PROBLEMS: Record<string, string> = { 'part-exceeds-32-bit': 'number-too-big' };
type Challenge = Extract<RequestProof, { kind: 'md5' }>;

const KEYS_A = ['4 @1  46546xW%0l 1 5', '12998 5 Y3 1  .P00'] as const;
const KEYS_B = ['18x 6]8vM;54 *(5:  {   U1]8  z [  8', '1_ tx7X d  <  nw  334J702) 7]o}` 0'] as const;

function request(key1: string, key2: string, key3: Uint8Array, ...more: string[]): Uint8Array {
  const lines = [
    'Host: example.com',
    'Connection: Upgrade',
    'Upgrade: WebSocket',
    'Origin: http://example.com',
    ...more,
  ];
  const text = head('GET /demo HTTP/1.1', ...lines, `Sec-WebSocket-Key1: ${key1}`, `Sec-WebSocket-Key2: ${key2}`);
  return Uint8Array.from([...text, ...key3]);
}

function response(answer: Uint8Array, ...more: string[]): Uint8Array {
  const lines = [
    'Upgrade: WebSocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Origin: http://example.com',
    'Sec-WebSocket-Location: ws://example.com/demo',
  ];
  return Uint8Array.from([...head('HTTP/1.1 101 WebSocket Protocol Handshake', ...lines, ...more), ...answer]);
}

describe('vectors', () => {
  test.each(of('challenge').map((vector) => [vector.id, vector] as const))(
    '%s: keys, parts and answer.',
    (_, vector) => {
      const { key1 = '', key2 = '', key3Hex = '' } = vector.input ?? {};
      const read = HIXIE_76.readRequest(request(key1, key2, bytesOf(key3Hex)));
      const { expect: due } = vector;
      expect(read.verdict).toBe(due.verdict);
      const proof = read.proof as Challenge;
      for (const name of ['key1', 'key2'] as const) {
        const { digits, spaces, number, part, error, remainder } = due[name];
        expect(proof[name]).toMatchObject({ digits, spaces, number: number ?? null });
        if (error) expect(proof[name]?.problems).toEqual([PROBLEMS[error] ?? error]);
        else expect(proof[name]).toMatchObject({ part, problems: [] });
        if (remainder !== undefined) expect(proof[name]?.remainder).toBe(remainder);
      }
      const wrong = (due.errors ?? []).map(({ kind }) => `hixie-key-${PROBLEMS[kind] ?? kind}`);
      expect(errorsOf(read.findings)).toEqual(wrong);
      expect(hex(proof.challenge)).toBe(due.challengeHex ?? null);
      expect(hex(proof.answer)).toBe(due.responseHex ?? null);
    },
  );

  const handshakes = of('handshake').filter((vector) => vector.expect.draft === 'hixie-76');
  test.each(handshakes.map((vector) => [vector.id, vector] as const))('%s is read as a server does.', (_, vector) => {
    const bytes = bytesOf(vector.hex ?? '');
    const { dialect, request: read } = readHandshake({ request: bytes, response: null });
    const { expect: due } = vector;
    expect(dialect).toBe('hixie-76');
    expect(read?.verdict).toBe(due.verdict);
    expect(errorsOf(read?.findings ?? [])).toEqual((due.errors ?? []).map(({ kind }) => `hixie-key-${kind}`));
    const proof = (read ?? HIXIE_76.readRequest(bytes)).proof as Challenge;
    if (due.missing === 'key3') expect(proof.key3?.length).toBe(due.bytesPresent);
    if (due.verdict !== 'accept') return;
    expect([proof.key1?.text, proof.key2?.text, hex(proof.key3)]).toEqual([due.key1, due.key2, due.key3Hex]);
    expect([hex(proof.challenge), hex(proof.answer)]).toEqual([due.challengeHex, due.responseHex]);
    expect(read?.trailer).toMatchObject({ field: 'key3', start: due.key3Offset });
    expect(bytes.length - (read?.length ?? 0)).toBe(due.frameBytesFollow);
    expect(read?.head.target?.text).toBe(due.path);
    expect(read?.subprotocols.map(({ text }) => text)).toEqual(due.protocol ? [due.protocol] : []);
    const reply = read && HIXIE_76.buildResponse(read, { subprotocol: 'chat' });
    const text = Buffer.from(reply ?? []).toString('latin1');
    expect(text).toContain(`Sec-WebSocket-Location: ${due.location}\r\n`);
    expect(text).toContain(`Sec-WebSocket-Origin: ${due.origin}\r\n`);
    expect(reply && read && HIXIE_76.readResponse(reply, read)).toMatchObject({ verdict: 'accept', findings: [] });
  });

  test.each(of('response').map((vector) => [vector.id, vector] as const))(
    '%s is read as the client does.',
    (_, vector) => {
      const asked = request('3e6b263  4 17 80', '17  9 G`ZD9   2 2b 7X 3 /r90', bytesOf('576a4e7d7c4d2836'));
      const bytes = bytesOf(vector.hex ?? '');
      const read = readHandshake({ request: asked, response: bytes });
      expect(hex((read.request?.proof as Challenge | undefined)?.challenge)).toBe(vector.expect.matchesChallenge);
      expect(read.response?.verdict).toBe(vector.expect.verdict);
      expect(errorsOf(read.response?.findings ?? [])).toEqual((vector.expect.errors ?? []).map(({ kind }) => kind));
      expect(read.responseLength).toBe(bytes.length);
    },
  );
});

describe('published handshakes', () => {
  test.each([
    [KEYS_A, hex(ascii('^n:ds[4U')), '386a4b5327793a472a436f2c5778612d'],
    [KEYS_B, hex(ascii('Tm[K T2u')), '66514a2c664e2f344634217e4b7e4d48'],
    [
      ['30  ;- 5=5 u 4 1  7336', ":2 8 G(  07A 93Ql 3 *20 Ox0G'w"],
      '5d9fb0670fe4fa75',
      'b6bc2a9ea00c1cb90faddc97906017a8',
    ],
  ] as const)('The keys %j have the published answer.', ([key1, key2], key3, answer) => {
    const { proof } = HIXIE_76.readRequest(request(key1, key2, bytesOf(key3 ?? '')));
    expect(hex((proof as Challenge).answer)).toBe(answer);
  });

  test('The answer is the MD5 that node:crypto computes, for made keys too.', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const bytes = HIXIE_76.buildRequest({ target: '/', host: 'h', origin: 'http://o' }, randomFrom(seed));
      const read = HIXIE_76.readRequest(bytes);
      expect(read).toMatchObject({ verdict: 'accept', length: bytes.length, findings: [] });
      const { key1, key2, key3, answer } = read.proof as Challenge;
      const parts = Buffer.alloc(8);
      parts.writeUInt32BE(readKey(key1?.text ?? '').part ?? 0, 0);
      parts.writeUInt32BE(readKey(key2?.text ?? '').part ?? 0, 4);
      const due = createHash('md5')
        .update(parts)
        .update(key3 ?? '')
        .digest('hex');
      expect(hex(answer)).toBe(due);
    }
  });
});

describe('spaces that a page collapsed', () => {
  const collapse = (text: string) => text.replace(/ +/g, ' ');
  const key3 = ascii('^n:ds[4U');
  const answer = bytesOf('386a4b5327793a472a436f2c5778612d');

  test('A key that fails the division may have lost spaces, and that is said.', () => {
    const read = HIXIE_76.readRequest(request(collapse(KEYS_A[0]), KEYS_A[1], key3));
    expect(rulesOf(read.findings)).toEqual(['hixie-key-not-divisible', 'hixie-key-spaces-collapsed']);
    expect(read.findings[1]?.values).toEqual({ key: 'key1', spaces: 4, candidates: '5, 9' });
  });

  test('A key with two spaces in a row has not been collapsed.', () => {
    const read = HIXIE_76.readRequest(request('1  2 1', KEYS_A[1], key3));
    expect(rulesOf(read.findings)).toEqual(['hixie-key-not-divisible']);
  });

  test('A copy that still divides is unmasked by the answer of the server.', () => {
    const asked = HIXIE_76.readRequest(request(KEYS_A[0], collapse(KEYS_A[1]), key3));
    expect(asked.verdict).toBe('accept');
    const read = HIXIE_76.readResponse(response(answer), asked);
    expect(rulesOf(read.findings)).toEqual(['challenge-response-mismatch', 'hixie-key-spaces-collapsed']);
    expect(read.findings[1]?.values).toEqual({ key1Spaces: 5, key2Spaces: 5 });
  });

  test('An answer that no number of spaces explains is only wrong.', () => {
    const asked = HIXIE_76.readRequest(request(KEYS_A[0], collapse(KEYS_A[1]), key3));
    const read = HIXIE_76.readResponse(response(new Uint8Array(16)), asked);
    expect(rulesOf(read.findings)).toEqual(['challenge-response-mismatch']);
  });
});

describe('requests', () => {
  const key3 = ascii('^n:ds[4U');

  test('One space behind the colon is the separator, the next one counts.', () => {
    const { proof } = HIXIE_76.readRequest(request(' 4 @1 46546xW%0l 1 5', KEYS_A[1], key3));
    expect((proof as Challenge).key1).toMatchObject({ text: ' 4 @1 46546xW%0l 1 5', spaces: 5, part: 829309203 });
  });

  test('A head without Origin, Host or keys says so where it ends.', () => {
    const read = HIXIE_76.readRequest(head('GET / HTTP/1.1', 'Upgrade: WebSocket', 'Connection: Upgrade'));
    expect(errorsOf(read.findings)).toEqual([
      'host-missing',
      'origin-missing',
      'hixie-key-missing',
      'hixie-key-missing',
    ]);
  });

  test('A second key is refused.', () => {
    const read = HIXIE_76.readRequest(request(KEYS_A[0], KEYS_A[1], key3, 'Sec-WebSocket-Key1: 1 2'));
    expect(errorsOf(read.findings)).toContain('hixie-key-duplicate');
  });

  test('Connection must be equal to Upgrade, in any case.', () => {
    const lines = [
      'Host: a',
      'Upgrade: WebSocket',
      'Origin: x',
      `Sec-WebSocket-Key1: ${KEYS_A[0]}`,
      `Sec-WebSocket-Key2: ${KEYS_A[1]}`,
    ];
    const read = (value: string) => HIXIE_76.readRequest(head('GET / HTTP/1.1', ...lines, `Connection: ${value}`));
    expect(errorsOf(read('UPGRADE').findings)).toEqual([]);
    expect(errorsOf(read('keep-alive, Upgrade').findings)).toEqual(['connection-invalid']);
  });

  test('A refused request is answered with an ordinary status.', () => {
    const read = HIXIE_76.readRequest(request('x', KEYS_A[1], key3));
    expect(Buffer.from(HIXIE_76.buildResponse(read)).toString('latin1')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('responses', () => {
  const key3 = ascii('^n:ds[4U');
  const answer = bytesOf('386a4b5327793a472a436f2c5778612d');
  const asked = HIXIE_76.readRequest(request(...KEYS_A, key3));
  const read = (bytes: Uint8Array) => HIXIE_76.readResponse(bytes, asked);

  test('The phrase and the order of the fields are free.', () => {
    const text = Buffer.from(response(answer)).toString('latin1');
    const moved = text
      .replace('WebSocket Protocol Handshake', 'Web Socket Protocol Handshake')
      .replace('Upgrade: WebSocket\r\nConnection: Upgrade\r\n', 'Connection: upgrade\r\nUpgrade: WebSocket\r\n');
    expect(read(ascii(moved))).toMatchObject({ verdict: 'accept', findings: [] });
  });

  test.each([
    ['Upgrade: WebSocket', 'Upgrade: websocket', 'upgrade-invalid'],
    ['Connection: Upgrade', 'Connection: keep-alive, Upgrade', 'connection-invalid'],
    ['Sec-WebSocket-Origin', 'WebSocket-Origin', 'hixie-origin-missing'],
    ['Sec-WebSocket-Location', 'X', 'hixie-location-missing'],
    ['Origin: http://example.com', 'Origin: http://example.org', 'hixie-origin-mismatch'],
    ['ws://example.com/demo', 'ws://example.com/', 'hixie-location-mismatch'],
    ['101 WebSocket', '200 WebSocket', 'status'],
  ])('With %s changed to %s the answer breaks %s.', (from, to, rule) => {
    const text = Buffer.from(response(answer)).toString('latin1').replace(from, to);
    expect(errorsOf(read(ascii(text)).findings)).toEqual([rule]);
  });

  test.each(['wss://example.com/demo', 'ws://EXAMPLE.com:80/demo', 'wss://example.com:443/demo'])(
    'The location %s is the same as the one that was asked for.',
    (url) => {
      const text = Buffer.from(response(answer)).toString('latin1').replace('ws://example.com/demo', url);
      expect(read(ascii(text)).verdict).toBe('accept');
    },
  );

  test('The subprotocol that was asked for must come back.', () => {
    const wanting = HIXIE_76.readRequest(request(...KEYS_A, key3, 'Sec-WebSocket-Protocol: chat'));
    const reply = (...lines: string[]) => HIXIE_76.readResponse(response(answer, ...lines), wanting);
    expect(reply('Sec-WebSocket-Protocol: chat')).toMatchObject({ verdict: 'accept', subprotocol: 'chat' });
    expect(errorsOf(reply().findings)).toEqual(['hixie-subprotocol-mismatch']);
    expect(errorsOf(reply('Sec-WebSocket-Protocol: soap').findings)).toEqual(['hixie-subprotocol-mismatch']);
  });

  test('Fewer than 16 bytes are an unfinished answer, as long as they are right.', () => {
    const bytes = response(answer);
    for (let missing = 1; missing <= 16; missing += 1) {
      expect(read(bytes.subarray(0, bytes.length - missing)).verdict).toBe('incomplete');
    }
    expect(read(response(Uint8Array.of(0x39))).verdict).toBe('reject');
  });

  test.each(ANSWER_MISTAKE_IDS)('A server that makes the mistake %s is found out.', (mistake) => {
    const wrong = mistakenAnswer(mistake, asked.proof as Challenge) ?? new Uint8Array();
    expect(diagnoseAnswer(asked.proof as Challenge, wrong)).toBe(mistake);
    const { findings } = read(response(wrong));
    expect(findings[0]).toMatchObject({ rule: 'challenge-response-mismatch', values: { mistake } });
  });

  test('A mismatch points at the first byte that differs.', () => {
    const wrong = answer.slice();
    wrong[5] = 0;
    const bytes = response(wrong);
    expect(read(bytes).findings[0]).toMatchObject({ offset: bytes.length - 11, length: 11 });
  });
});
