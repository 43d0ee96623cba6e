import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputValues } from '../../src/components/player/player.ts';
import { causeOf, markBytes, markFields, markLines, sameOnWire } from '../../src/lessons/drafts/diff.ts';
import { derivationOf, frameOf } from '../../src/lessons/drafts/frame.ts';
import type { Inputs } from '../../src/lessons/drafts/inputs.ts';
import lesson from '../../src/lessons/drafts/lesson.ts';
import { beforeOf, factsOf, isAfter, placeOf, STOPS } from '../../src/lessons/drafts/stops.ts';
import { asking, exchangeOf, type Line } from '../../src/lessons/drafts/wire.ts';
import { fromHex, toHex } from '../../src/protocol/bytes/hex.ts';

type Texts = Readonly<Record<string, string>>;

const valuesOf = (given: Texts) => inputValues(lesson as never, given) as unknown as Inputs;

function stepsOf(given: Texts = {}) {
  const plan = lesson.plan(valuesOf(given));
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i)).filter((step) => step !== null);
}

const hex = (bytes: Uint8Array) => toHex(bytes).replace(/../g, '$& ').trim();
const base64 = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64'));
const four = fc.uint8Array({ minLength: 4, maxLength: 4 }).map(hex);
const inputs = fc.record({
  message: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 16 })
    .filter((text) => 'value' in lesson.fields.message.read(text)),
  key: base64,
  mask: four,
  nonce: base64,
  frameNonce: four,
  asked: fc.integer({ min: 0, max: 20 }).map(String),
});

const wireOf = (stop: (typeof STOPS)[number], given: Texts = {}) => toHex(frameOf(stop, valuesOf(given)).wire);

describe('the message “Hello” in every text', () => {
  test.each([
    ['hixie-75', '0048656c6c6fff'],
    ['hixie-76', '0048656c6c6fff'],
    ['hybi-00', '0048656c6c6fff'],
    ['hybi-01', '040548656c6c6f'],
    ['hybi-03', '040548656c6c6f'],
    // 84 05 Hello, XORed with 37 fa 21 3d from the header on.
    ['hybi-05', '37fa213db3ff69585b964e'],
    ['hybi-06', '37fa213db3ff69585b964e'],
    ['hybi-07', '818537fa213d7f9f4d5158'],
    ['rfc6455', '818537fa213d7f9f4d5158'],
    ['rfc7692', 'c18737fa213dc5b2ecf4fefd21'],
    ['rfc8441', '00000b000000000001818537fa213d7f9f4d5158'],
    ['rfc9220', '000b818537fa213d7f9f4d5158'],
  ] as const)('%s sends %s', (stop, expected) => {
    expect(wireOf(stop)).toBe(expected);
  });
});

test('the mask of hybi-04 is the one that node computes from the same texts', () => {
  fc.assert(
    fc.property(inputs, (given) => {
      const sha1 = (...parts: (string | Uint8Array)[]) => {
        const hash = createHash('sha1');
        for (const part of parts) hash.update(part);
        return hash.digest();
      };
      const values = valuesOf(given);
      const connection = sha1(given.key, given.nonce, '61AC5F19-FBBA-4540-B96F-6561F1AB40A8');
      const key = sha1(values.frameNonce, connection);
      const made = derivationOf(values);
      expect(toHex(made.connection)).toBe(connection.toString('hex'));
      expect(toHex(made.frameKey)).toBe(key.toString('hex'));
      const message = Buffer.from(given.message);
      const clear = Buffer.concat([Buffer.from([0x84, message.length]), message]);
      const masked = clear.map((byte, i) => byte ^ (key[i % 20] ?? 0));
      expect(wireOf('hybi-04', given)).toBe(toHex(values.frameNonce) + Buffer.from(masked).toString('hex'));
    }),
    { numRuns: 40 },
  );
});

test('the sample key and nonce give the keys that were computed elsewhere', () => {
  const given = { key: 'dGhlIHNhbXBsZSBub25jZQ==', frameNonce: '00000001' };
  const { connection, frameKey } = derivationOf({ ...valuesOf(given), nonce: 'AQIDBAUGBwgJCgsMDQ4PEC==' });
  expect(toHex(connection)).toBe('41e14f78311e4c34283e6d8b363b8848d58591a7');
  expect(toHex(frameKey)).toBe('f3508918d8ffb1a0f12dd3a8cdceac24a498bd7f');
});

test('every change on the wire is one that the history names, and what it calls unchanged is', () => {
  fc.assert(
    fc.property(inputs, (given) => {
      const values = valuesOf(given);
      for (const stop of STOPS) {
        const before = beforeOf(stop);
        if (before === null || isAfter(stop)) continue;
        const { changes } = factsOf(stop);
        const [old, now] = [exchangeOf(before, values), exchangeOf(stop, values)];
        const [was, frame] = [frameOf(before, values), frameOf(stop, values)];
        for (const side of ['request', 'response'] as const) {
          for (const { item, mark } of markLines(old[side], now[side])) {
            if (mark === 'same' || item.key === 'blank-line') continue;
            expect(causeOf(changes, side, item.key), `${stop} ${side} ${item.key}`).not.toBeNull();
          }
        }
        const framed = changes.some((id) => causeOf([id], 'parts', 'payload') !== null);
        const moved = markBytes(was, frame).some(({ item, mark }) => mark !== 'same' && item.part === 'payload');
        // A key of zeros masks nothing: then a change of framing may leave the payload as it was.
        if (moved) expect(framed, stop).toBe(true);
        for (const { item, mark } of markFields(was, frame)) {
          if (mark !== 'same') expect(causeOf(changes, 'fields', item.key), `${stop} ${item.key}`).not.toBeNull();
        }
        if (changes.length === 0) expect(sameOnWire(old, now, was, frame), stop).toBe(true);
      }
    }),
    { numRuns: 15 },
  );
});

const line = (lines: readonly Line[], key: string) => lines.find((one) => one.key === key)?.text;

test('version and draft are told apart: hybi-10 sends 8, hybi-03 sends Draft: 2', () => {
  const values = valuesOf({});
  const request = (stop: (typeof STOPS)[number]) => exchangeOf(stop, values).request;
  expect(line(request('hybi-10'), 'version')).toBe('Sec-WebSocket-Version: 8');
  expect(line(request('hybi-03'), 'version')).toBe('Sec-WebSocket-Draft: 2');
  expect(line(request('hybi-10'), 'origin')).toBe('Sec-WebSocket-Origin: http://example.com');
  expect(line(request('hybi-11'), 'origin')).toBe('Origin: http://example.com');
  expect(line(exchangeOf('hybi-04', values).response, 'accept')).toBe(
    'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
  );
});

test('only version 13 opens a connection', () => {
  for (let version = 0; version <= 20; version += 1) {
    const { response } = asking(version, valuesOf({}));
    const status = line(response, 'start-line') ?? '';
    expect(status, String(version)).toMatch(version === 13 ? / 101 / : / 426 /);
    if (version !== 13) expect(line(response, 'version')).toMatch(/: 13\b/);
  }
});

test('the axis is to scale, and every stop has a step of its own', () => {
  const ids = stepsOf().map(({ id }) => id);
  for (const stop of STOPS) expect(ids).toContain(stop);
  expect(new Set(ids).size).toBe(ids.length);
  expect(placeOf('2010-01-01')).toBe(0);
  expect(placeOf('2012-01-01')).toBe(1);
  expect(placeOf('2011-01-01')).toBeCloseTo(0.5, 2);
});

test('questions have one right answer, which is not in the picture', () => {
  fc.assert(
    fc.property(inputs, (given) => {
      const steps = stepsOf(given);
      for (const { ask } of steps)
        if (ask?.kind === 'choice') expect(ask.options.filter(({ right }) => right)).toHaveLength(1);
      const scene = (id: string) => {
        const found = steps.find((step) => step.id === id)?.scene;
        if (found?.kind !== 'era') throw new Error(id);
        return found;
      };
      for (const id of ['ask-first', 'ask-byte']) {
        const ask = steps.find((step) => step.id === id)?.ask;
        const cell = scene(id).frame.cells.find(({ state }) => state === 'hidden');
        expect(ask).toEqual({ kind: 'byte', right: fromHex(cell?.text ?? '')?.[0] });
      }
      for (const id of ['ask-ten', 'ask-draft']) {
        const { request, timeline } = scene(id);
        expect(request.find(({ id }) => id === 'request-version')?.state).toBe('hidden');
        expect(timeline).toMatchObject({ asked: true, known: STOPS.indexOf(timeline.at) - 1 });
      }
      const h2 = scene('ask-h2').frame;
      expect(h2.cells.filter(({ state }) => state !== 'hidden')).toHaveLength(9);
      expect(h2.groups.map(({ label }) => label)).toEqual(['part-data', 'part-unseen']);
      const above = steps.find(({ id }) => id === 'ask-above')?.scene;
      expect(above?.kind === 'versions' && above.response.every(({ state }) => state === 'hidden')).toBe(true);
    }),
    { numRuns: 10 },
  );
});

describe('keys that are typed', () => {
  const { key } = lesson.fields;
  test.each([
    ['', 'too-short'],
    ['AQIDBAUGBwgJCgsMDQ4PEC==', 'not-base64'],
    ['AQIDBAUGBwgJCgsMDQ4P', 'too-short'],
    ['AQIDBAUGBwgJCgsMDQ4PEBES', 'not-base64'],
    ['AQIDBAUGBwgJCgsMDQ4PEA==AQIDBAUG', 'too-long'],
    ['AQIDBAUGBwgJCgsMDQ4PEBESAQID', 'too-long'],
    ['AQID BAUGBwgJCgsMDQ4PEA=', 'not-base64'],
  ])('%j is %s', (text, problem) => {
    expect(key.read(text)).toMatchObject({ problem });
  });
});
