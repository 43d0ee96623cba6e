import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputValues } from '../../src/components/player/player.ts';
import lesson from '../../src/lessons/hixie-75/lesson.ts';
import * as wires from '../../src/lessons/hixie-75/wire.ts';
import { latin1 } from '../../src/protocol/handshake/latin1.ts';

/** websocket-driver has no types. */
const driver = createRequire(import.meta.url)('websocket-driver') as {
  server(options: { allowDrafts: boolean }): {
    readonly io: NodeJS.ReadWriteStream;
    on(event: 'connect', listener: () => void): void;
    start(): void;
    text(message: string): void;
  };
};

type Inputs = Parameters<typeof lesson.plan>[0];

function inputs(given: Readonly<Record<string, string>> = {}): Inputs {
  return inputValues(lesson as never, given) as unknown as Inputs;
}

function wireOf(given: Readonly<Record<string, string>> = {}): wires.Wire {
  return wires.wireOf(inputs(given));
}

function stepsOf(given: Readonly<Record<string, string>> = {}) {
  const plan = lesson.plan(inputs(given));
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i));
}

function stepOf(id: string, given: Readonly<Record<string, string>> = {}) {
  return stepsOf(given).find((step) => step?.id === id) ?? null;
}

const REQUEST = [
  'GET /demo HTTP/1.1',
  'Upgrade: WebSocket',
  'Connection: Upgrade',
  'Host: example.com',
  'Origin: http://example.com',
  '',
  '',
].join('\r\n');

const REPLY = [
  'HTTP/1.1 101 Web Socket Protocol Handshake',
  'Upgrade: WebSocket',
  'Connection: Upgrade',
  'WebSocket-Origin: http://example.com',
  'WebSocket-Location: ws://example.com/demo',
  '',
  '',
].join('\r\n');

test('request and reply are those of the draft', () => {
  const wire = wireOf();
  expect(latin1(wire.request)).toBe(REQUEST);
  expect(latin1(wire.right.bytes)).toBe(REPLY);
  expect(wire.right.passes).toBe(true);
  expect(wire.compared).toBe(REPLY.indexOf('WebSocket-Origin'));
});

describe('against a server that is not ours', () => {
  /** What websocket-driver, as a server, sends for this request and one message. */
  function answers(request: Uint8Array, message: string): Buffer {
    const server = driver.server({ allowDrafts: true });
    const sent: Buffer[] = [];
    server.io.on('data', (piece) => sent.push(Buffer.from(piece as string, 'utf8')));
    server.on('connect', () => server.start());
    server.io.write(Buffer.from(request));
    server.text(message);
    return Buffer.concat(sent);
  }

  test('websocket-driver answers the same bytes, and sends the same frame', () => {
    const wire = wireOf({ message: '你好' });
    const sent = answers(wire.request, '你好');
    const end = sent.indexOf('\r\n\r\n') + 4;
    expect(sent.subarray(0, end).toString('latin1')).toBe(REPLY);
    expect([...sent.subarray(end)]).toEqual([...wire.frame]);
  });
});

describe('the comparison', () => {
  const [line1, line2, line3] = REPLY.split('\r\n') as [string, string, string];

  test.each([
    ['one space more', [line1, 'Upgrade:  WebSocket', line3], 53],
    ['lower case', [line1, 'Upgrade: websocket', line3], 53],
    ['another order', [line1, line3, line2], 44],
    ['the phrase of hixie-76', ['HTTP/1.1 101 WebSocket Protocol Handshake', line2, line3], 16],
    ['a space at the end', [line1, line2, `${line3} `], 83],
    ['a letter too few', [line1, line2, line3.slice(0, -1)], 82],
    ['no colon', [line1, 'Upgrade WebSocket', line3], 51],
    ['another status', ['HTTP/1.1 200 OK', line2, line3], 9],
    ['an interim answer', ['HTTP/1.1 100 Continue', line2, line3], 11],
  ] as const)('%s: the client gives up at the first byte that differs', (_, lines, offset) => {
    const wire = wireOf();
    const reply = wires.replyWith(wire, lines as wires.FirstLines);
    expect(reply.passes).toBe(false);
    expect(wires.firstDifference(wire.right.bytes, reply.bytes)).toBe(offset);
  });

  test('the engine finds the same byte as a plain comparison, and passes only what is equal', () => {
    const near = fc
      .tuple(fc.constantFrom(0, 1, 2), fc.nat(50), fc.constantFrom('', ' ', 'x', 'W'), fc.nat(2))
      .map(([which, at, add, cut]) => {
        const lines = [line1, line2, line3];
        const text = lines[which] ?? '';
        const place = at % (text.length + 1);
        lines[which] = text.slice(0, place) + add + text.slice(place + cut) || 'x';
        return { line1: lines[0] ?? '', line2: lines[1] ?? '', line3: lines[2] ?? '' };
      });
    fc.assert(
      fc.property(near, (lines) => {
        const wire = wireOf(lines);
        const equal = lines.line1 === line1 && lines.line2 === line2 && lines.line3 === line3;
        expect(wire.own.passes).toBe(equal);
        const found = wire.own.reading.findings.find(({ rule }) => rule === 'hixie-response-order');
        if (found) expect(found.offset).toBe(wires.firstDifference(wire.right.bytes, wire.own.bytes));
      }),
      { numRuns: 300 },
    );
  });

  test('the stage marks exactly that byte, in the line and in the comparison', () => {
    const scene = stepOf('own', { line2: 'Upgrade:  WebSocket' })?.scene;
    const wrong = scene?.response.lines.flatMap(({ pieces }) => pieces.filter(({ state }) => state === 'wrong'));
    expect(wrong).toEqual([{ text: ' ', state: 'wrong' }]);
    const cells = scene?.detail.rows?.[1]?.cells.filter(({ state }) => state === 'wrong');
    expect(cells).toMatchObject([{ id: 'ib53', text: ' ' }]);
  });
});

test('the question on one’s own reply knows the answer', () => {
  const right = (given: Record<string, string>) => {
    const ask = stepOf('own-choice', given)?.ask;
    return ask?.kind === 'choice' ? ask.options.find((option) => option.right)?.id : undefined;
  };
  expect(right({})).toBe('yes');
  expect(right({ line3: 'connection: Upgrade' })).toBe('no');
});

test('an echo of the request does not pass, a stored reply does', () => {
  const wire = wireOf();
  const parrot = wires.replyOf(wire.request, wire.reading);
  expect(parrot.passes).toBe(false);
  const stored = new TextEncoder().encode(REPLY);
  expect(wires.replyOf(stored, wire.reading).passes).toBe(true);
});

test('the policy is asked for in 23 bytes, and its answer ends with 00 as well', () => {
  const wire = wireOf({ host: 'h:8080', origin: 'https://"<a>' });
  expect(latin1(wire.policyRequest)).toBe('<policy-file-request/>\0');
  expect(wire.policyRequest).toHaveLength(23);
  expect(latin1(wire.policyAnswer)).toBe(
    '<cross-domain-policy><allow-access-from domain="*" to-ports="8080"/></cross-domain-policy>\0',
  );
  expect(wireOf().policyDomain).toBe('example.com');
});

test('frames: 00 … ff for text, 80 82 2c for 300 bytes', () => {
  expect([...wireOf().frame]).toEqual([0x00, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0xff]);
  expect(stepOf('length-form')?.values).toMatchObject({ bytes: { text: '80 82 2c' }, count: 300, high: 2, low: 44 });
});

test('no text, however strange, holds the byte that ends it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (message) => {
      const { frame } = wires.wireOf({ ...inputs(), message });
      expect(frame.indexOf(0xff)).toBe(frame.length - 1);
      expect(wires.framesIn(frame)).toMatchObject([{ type: 0, payload: frame.length - 2, complete: true }]);
    }),
  );
});

test('a JPEG in this form ends at its first byte, and the next is taken for a frame of 2093056 bytes', () => {
  const bytes = Uint8Array.of(0, ...wires.JPEG, 0xff);
  expect(wires.framesIn(bytes)).toMatchObject([
    { type: 0x00, payload: 0, complete: true },
    { type: 0xd8, offset: 2, length: (0x7f * 128 + 0x60) * 128, complete: false },
  ]);
});

test('today’s client takes an answer with two leftovers in it', () => {
  const fossil = wires.withFossils(inputs(), wireOf());
  expect(fossil.passes).toBe(true);
  expect(fossil.reading.findings.map(({ rule }) => rule)).toEqual(['fossil-header', 'fossil-header']);
});

test('what is asked is not on the stage: the last byte of the frame', () => {
  const cells = stepOf('text-frame')?.scene.detail.rows?.[0]?.cells;
  expect(cells?.at(-1)).toMatchObject({ state: 'hidden', text: '?', caption: '?' });
  expect(stepOf('text-frame')?.ask).toEqual({ kind: 'byte', right: 0xff });
});

test('step ids stay, whatever the inputs', () => {
  const ids = stepsOf().map((step) => step?.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(35);
  const strange = { line1: 'x', line2: ' ', line3: '\u00ff', origin: 'null', host: '[::1]:8', message: '\ud800' };
  expect(stepsOf(strange).map((step) => step?.id)).toEqual(ids);
});

test.each([
  ['line2', 'a\r\nb', 'line-break'],
  ['line1', '你', 'not-latin1'],
  ['line3', '', 'too-short'],
  ['host', 'x\r\nEvil: 1', 'line-break'],
  ['path', '/\nEvil: 1', 'line-break'],
  ['origin', 'a b', 'not-allowed'],
] as const)('the field %s answers %j in place: %s', (name, text, problem) => {
  expect(lesson.fields[name].read(text)).toMatchObject({ problem });
});
