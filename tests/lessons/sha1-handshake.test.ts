import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputTexts, inputValues, planOf } from '../../src/components/player/player.ts';
import { examples, fresh } from '../../src/lessons/sha1-handshake/examples.ts';
import { fields } from '../../src/lessons/sha1-handshake/fields.ts';
import lesson from '../../src/lessons/sha1-handshake/lesson.ts';
import type { Scene } from '../../src/lessons/sha1-handshake/scene.ts';
import { texts } from '../../src/lessons/sha1-handshake/texts.ts';
import { MISTAKE_IDS } from '../../src/protocol/handshake/accept-mistakes.ts';
import { judgeAccept } from '../../src/protocol/handshake/accept-verdict.ts';

const SAMPLE = 'dGhlIHNhbXBsZSBub25jZQ==';
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const accept = (key: string) => createHash('sha1').update(`${key}${GUID}`, 'latin1').digest('base64');

function stepsFor(inputs: Readonly<Record<string, string>>) {
  const plan = planOf(lesson as never, inputs);
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i) as NonNullable<ReturnType<typeof plan.step>>);
}

function stepFor(id: string, inputs: Readonly<Record<string, string>>) {
  const step = stepsFor(inputs).find((one) => one.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return { ...step, scene: step.scene as Scene };
}

function rowOf(scene: Scene, id: string) {
  const row = scene.rows.find((one) => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

const anyNonce = fc.uint8Array({ minLength: 16, maxLength: 16 });
const anyKey = anyNonce.map((nonce) => Buffer.from(nonce).toString('base64'));

describe('the way from key to accept', () => {
  it.each([
    [SAMPLE, 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
    ['x3JJHMbDL1EzLkh9GBhXDw==', 'HSmrc0sMlYUkAGmm5OPpG2HaGWk='],
    ['Iv8io/9s+lYFgZWcXczP8Q==', 'hsBlbuDTkk24srzEOTBUlZAlC2g='],
    ['AQIDBAUGBwgJCgsMDQ4PEA==', 'C/0nmHhBztSRGR1CwL6Tf4ZjwpY='],
    ['AQIDBAUGBwgJCgsMDQ4PEC==', 'OfS0wDaT5NoxF2gqm7Zj2YtetzM='],
  ])('ends for %s at the published accept', (key, published) => {
    expect(rowOf(stepFor('end', { key }).scene, 'accept').cells.join('')).toBe(published);
  });

  it('agrees with node:crypto in every row, for any key', () => {
    fc.assert(
      fc.property(anyNonce, (nonce) => {
        const key = Buffer.from(nonce).toString('base64');
        const { scene } = stepFor('end', { key });
        const digest = createHash('sha1')
          .update(key + GUID)
          .digest('hex');
        const rows = scene.rows.map(({ cells }) => cells.join(''));
        expect(rows).toEqual([Buffer.from(nonce).toString('hex'), key, key + GUID, digest, accept(key)]);
      }),
      { numRuns: 50 },
    );
  });

  it('fills the rows in order, and forgets nothing', () => {
    let known = [0, 0, 0, 0, 0];
    for (const { id, scene } of stepsFor({})) {
      const now = (scene as Scene).rows.map((row) => row.known);
      expect(
        now.every((count, i) => count >= (known[i] ?? 0)),
        id,
      ).toBe(true);
      known = now;
    }
    expect(known).toEqual([16, 24, 60, 20, 28]);
  });

  it('shows each group of bytes with the characters that base64 makes of it', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        for (const { id, scene } of stepsFor({ key })) {
          const { focus } = scene as Scene;
          if (focus.kind !== 'group') continue;
          const letters = focus.group.slots.map(({ character }) => character).join('');
          expect(letters, id).toBe(Buffer.from(focus.group.bytes).toString('base64'));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('shows stray bits behind the last byte of a key as they are', () => {
    const step = stepFor('key-group-6', { key: 'AQIDBAUGBwgJCgsMDQ4PEC==' });
    expect(step.text).toBe('stray-bits');
    expect(step.values).toMatchObject({ found: { text: 'C' }, proper: { text: 'A' }, spare: { text: '0010' } });
    expect(rowOf(step.scene, 'key').cells.join('')).toBe('AQIDBAUGBwgJCgsMDQ4PEC==');
  });

  it('hands the 60 bytes on to the lesson inside SHA-1', () => {
    expect(stepFor('hash', { key: SAMPLE }).onward?.inputs).toEqual({ message: SAMPLE + GUID });
  });
});

describe('questions', () => {
  it('have one right answer, and different ones to choose from', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        for (const { id, ask } of stepsFor({ key })) {
          if (ask?.kind !== 'choice') continue;
          expect(
            ask.options.filter(({ right }) => right),
            id,
          ).toHaveLength(1);
          const shown = ask.options.flatMap(({ value }) => (value === null ? [] : [JSON.stringify(value)]));
          expect(new Set(shown).size, id).toBe(shown.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('ask for the character of the first six bits without showing it', () => {
    const { ask, scene } = stepFor('cut', { key: SAMPLE });
    const right = ask?.kind === 'choice' ? ask.options.find((option) => option.right)?.value : null;
    expect(right).toMatchObject({ text: 'd' });
    expect(rowOf(scene, 'key').known).toBe(0);
  });

  it('count 60 bytes', () => {
    expect(stepFor('size', {}).ask).toEqual({ kind: 'number', right: 60 });
  });
});

describe('the doctor', () => {
  const wrong = {
    'key-decoded': 'BXhwxM0SZasKmCD9S4BfpPmCnEw=',
    'hex-digest': 'YjM3YTRmMmNjMDYyNGYxNjkwZjY0NjA2Y2YzODU5NDViMmJlYzRlYQ==',
    'lower-case-guid': 'WJfwerbIozKsJXHxxI0JTO1SQgU=',
    'no-guid': 'hHLtf2V1k8aDQZfNjw3Ia1hCwt0=',
    'guid-first': '2OZf2Seed9yzIpkj+zvC9KS9Mjw=',
    'crlf-kept': 'kex8Ji4w0ek1Mc3Dwcf4mOpf5b4=',
    'leading-space-kept': 's3mCG3XUBfFRrUGpYOBQiHm5i8g=',
    md5: 'fI/F95pFHyUax3HLt0ktmQ==',
  };

  it.each(Object.entries(wrong))('knows %s by its answer', (mistake, answer) => {
    const { scene, text } = stepFor('doctor-paste', { key: SAMPLE, accept: answer });
    expect(text).toBe('paste-known');
    expect(scene.focus).toMatchObject({ verdict: { kind: 'mistake', mistake } });
  });

  it.each([
    ['', 'waiting'],
    [accept(SAMPLE), 'right'],
    ['HSmrc0sMlYUkAGmm5OPpG2HaGWk=', 'unknown'],
  ])('judges %s', (answer, kind) => {
    const { scene } = stepFor('doctor-paste', { key: SAMPLE, accept: answer });
    expect(scene.focus).toMatchObject({ kind: 'doctor', verdict: { kind } });
  });
});

describe('inputs', () => {
  it.each([
    SAMPLE,
    ` ${SAMPLE} `,
    `Sec-WebSocket-Key: ${SAMPLE}\r\n`,
    '74686520 73616d70 6c65206e 6f6e6365',
    '74 68 65 20 73 61 6D 70 6C 65 20 6E 6F 6E 63 65',
  ])('reads the key %j', (text) => {
    expect(fields.key.read(text)).toEqual({ value: SAMPLE });
  });

  it.each([
    ['', 'too-short'],
    ['dGhlIHNhbXBsZSBub25jZQ', 'too-short'],
    ['dGhlIHNhbXBsZSBub25jZSEh', 'wrong-size'],
    ['dGhl=HNhbXBsZSBub25jZQ==', 'not-base64'],
    ['dGhl HNhbXBsZSBub25jZQ==', 'not-base64'],
    ['dGhl_HNhbXBsZSBub25jZQ==', 'not-base64'],
    [`${SAMPLE}AAAA`, 'too-long'],
    ['A'.repeat(44), 'too-long'],
    ['dGhlIHNhbXBsZSBub25j😀==', 'not-base64'],
  ])('says what is wrong with the key %j', (text, problem) => {
    expect(fields.key.read(text)).toMatchObject({ problem });
  });

  it('reads an accept as it is copied', () => {
    expect(fields.accept.read('sec-websocket-accept: abc= ')).toEqual({ value: 'abc=' });
    expect(fields.accept.read('a\nb')).toMatchObject({ problem: 'line-break' });
    expect(fields.accept.read('x'.repeat(121))).toMatchObject({ problem: 'too-long' });
  });

  it('can all be read in every example', () => {
    for (const { inputs } of examples)
      for (const [name, field] of Object.entries(fields))
        expect(field.read(inputs[name] ?? '')).toHaveProperty('value');
  });

  it('can be drawn at random: an answer for the doctor with a key of its own', () => {
    fc.assert(
      fc.property(anyNonce, fc.nat(255), (nonce, byte) => {
        const made = fresh((count) => (count === 16 ? nonce : Uint8Array.of(byte)));
        expect(made.key).toBe(Buffer.from(nonce).toString('base64'));
        expect(judgeAccept(made.key ?? '', made.accept ?? '').kind).toBe('mistake');
      }),
      { numRuns: 50 },
    );
  });
});

describe('any inputs at all', () => {
  const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), anyKey, fc.constantFrom(...MISTAKE_IDS));

  it('give steps whose texts have all their values, none of them empty of sense', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (key, mistake, pasted) => {
        for (const { id, text, values, scene } of stepsFor({ key, mistake, accept: pasted })) {
          const known = texts[text as keyof typeof texts] as readonly string[];
          expect(Object.keys(values).toSorted(), id).toEqual(known.toSorted());
          for (const value of Object.values(values as Record<string, unknown>)) {
            expect(
              typeof value === 'number' ? Number.isFinite(value) : (value as { text: string }).text,
              id,
            ).toBeTruthy();
          }
          expect((scene as Scene).rows).toHaveLength(5);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leave the ids of the steps as they are', () => {
    const ids = (inputs: Readonly<Record<string, string>>) => stepsFor(inputs).map(({ id }) => id);
    const usual = ids({});
    expect(new Set(usual).size).toBe(usual.length);
    fc.assert(
      fc.property(hostile, hostile, hostile, (key, mistake, pasted) => {
        expect(ids({ key, mistake, accept: pasted })).toEqual(usual);
      }),
      { numRuns: 20 },
    );
  });

  it('give the same step whichever way one comes to it', () => {
    const plan = planOf(lesson as never, {});
    const forwards = stepsFor({});
    for (let i = plan.stepCount - 1; i >= 0; i -= 1) expect(plan.step(i)).toEqual(forwards[i]);
    expect([plan.step(-1), plan.step(plan.stepCount), plan.step(0.5)]).toEqual([null, null, null]);
  });

  it('never reach the plan unread', () => {
    expect(inputValues(lesson as never, { key: 'nonsense', mistake: 'none' })).toEqual(
      inputValues(lesson as never, {}),
    );
    expect(inputTexts(lesson as never, {})).toEqual(examples[0].inputs);
  });
});
