import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/components/lesson/lesson.ts';
import type { Value } from '../../src/components/lesson/value.ts';
import { planOf } from '../../src/components/player/player.ts';
import lesson from '../../src/lessons/md5-handshake/lesson.ts';
import type { Scene } from '../../src/lessons/md5-handshake/scene.ts';

/** Any lesson, as the player knows it. */
const LESSON = lesson as unknown as Parameters<typeof planOf>[0];
const START = LESSON.examples[0].inputs;

function stepsOf(inputs: Readonly<Record<string, string>>): readonly Step[] {
  const plan = planOf(LESSON, inputs);
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i) as Step);
}

function exampleOf(id: string): Readonly<Record<string, string>> {
  return LESSON.examples.find((example) => example.id === id)?.inputs ?? {};
}

function find(steps: readonly Step[], id: string): Step {
  const step = steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`no step ${id}`);
  return step;
}

/** What a value says. */
function said({ values }: Step, name: string): string {
  const value = (values as Readonly<Record<string, Value>>)[name];
  return String(typeof value === 'object' ? value.text : value);
}

const boardOf = (step: Step) => step.scene as Extract<Scene, { kind: 'board' }>;
const known = (cells: readonly { text: string; state?: string | undefined }[]) =>
  cells.map(({ text, state }) => (state === 'empty' || state === 'hidden' ? '--' : text)).join(' ');

/** §5.2 in another way: BigInt, a Buffer, and the MD5 of Node. */
function judge(key1: string, key2: string, key3: string) {
  const part = (key: string) => {
    const digits = key.replace(/[^0-9]/g, '');
    const spaces = BigInt(key.split(' ').length - 1);
    if (digits === '' || spaces === 0n || BigInt(digits) > 0xffffffffn) return null;
    return BigInt(digits) % spaces === 0n ? Number(BigInt(digits) / spaces) : null;
  };
  const parts = [part(key1), part(key2)] as const;
  if (parts[0] === null || parts[1] === null) return { parts, challenge: null, answer: null };
  const challenge = Buffer.alloc(16);
  challenge.writeUInt32BE(parts[0], 0);
  challenge.writeUInt32BE(parts[1], 4);
  Buffer.from(key3.replaceAll(' ', ''), 'hex').copy(challenge, 8);
  return { parts, challenge, answer: createHash('md5').update(challenge).digest() };
}

const spaced = (bytes: Buffer) => bytes.toString('hex').replace(/(..)(?=.)/g, '$1 ');

describe('the worked examples', () => {
  test.each([
    ['draft', 829309203, 259970620, "8jKS'y:G*Co,Wxa-"],
    ['draft-long', 155712099, 173347027, 'fQJ,fN/4F4!~K~MH'],
    ['suite', 906585445, 179922739, 'n`9eBk9z$R8pOtVb'],
    ['browser', 381927167, 350991650, Buffer.from('b6bc2a9ea00c1cb90faddc97906017a8', 'hex').toString('latin1')],
  ])('%s gives its published numbers and answer.', (id, part1, part2, answer) => {
    const inputs = exampleOf(id);
    const steps = stepsOf(inputs);
    expect(said(find(steps, 'key1-divide'), 'part')).toBe(String(part1));
    expect(said(find(steps, 'key2-divide'), 'part')).toBe(String(part2));
    const board = boardOf(find(steps, 'answer'));
    const bytes = Buffer.from(answer, 'latin1');
    expect(known(board.answer)).toBe(spaced(bytes));
    expect(said(find(steps, 'response-answer'), 'answer')).toBe(spaced(bytes));
    const { key1 = '', key2 = '', key3 = '' } = inputs;
    expect(known(board.challenge)).toBe(spaced(judge(key1, key2, key3).challenge ?? Buffer.alloc(0)));
  });

  test('The way into MD5 carries the 16 bytes.', () => {
    const { onward } = find(stepsOf(START), 'md5');
    expect(onward).toEqual({
      lesson: 'inside-md5',
      step: null,
      inputs: { message: '316e41130f7ed63c5e6e3a64735b3455' },
    });
  });
});

describe('a key', () => {
  test('The scan gathers digits and counts spaces, character by character.', () => {
    const steps = stepsOf(START);
    const key = START.key1 ?? '';
    for (let i = 0; i < key.length; i += 1) {
      const step = find(steps, `key1-${i + 1}`);
      const read = key.slice(0, i + 1);
      expect(said(step, 'digits')).toBe(read.replace(/[^0-9]/g, ''));
      expect(said(step, 'spaces')).toBe(String(read.split(' ').length - 1));
      expect(boardOf(step).key1.cells[i]?.state).toBe('current');
    }
    expect(find(steps, 'key1-6').text).toBe('scan-run');
  });

  test('The four bytes come one by one from the last, each a remainder by 256.', () => {
    const steps = stepsOf(START);
    const shown = [4, 3, 2, 1].map((place) => known(boardOf(find(steps, `key1-byte-${place}`)).key1.bytes));
    expect(shown).toEqual(['-- -- -- 13', '-- -- 41 13', '-- 6e 41 13', '31 6e 41 13']);
    const step = find(steps, 'key1-byte-3');
    expect(['before', 'quotient', 'rest', 'high', 'low'].map((name) => said(step, name))).toEqual([
      '3239489',
      '12654',
      '65',
      '4',
      '1',
    ]);
  });

  test('A question’s picture does not hold its answer.', () => {
    const steps = stepsOf(START);
    expect(boardOf(find(steps, 'key1-ask-divide')).key1.part).toEqual({ text: '', state: 'hidden' });
    expect(known(boardOf(find(steps, 'key1-ask-byte')).key1.bytes)).toBe('-- -- -- --');
    expect(known(boardOf(find(steps, 'key2-ask')).key2.bytes)).toBe('-- -- -- --');
    expect(boardOf(find(steps, 'key2-ask')).key2.spaces).toEqual({ text: '', state: 'hidden' });
    expect(find(steps, 'key1-ask-byte').ask).toEqual({ kind: 'byte', right: 0x31 });
    expect(find(steps, 'key2-ask').ask).toEqual({ kind: 'number', right: 5 });
  });

  test('The last question shows the keys and nothing that follows from them; without an answer nothing is asked.', () => {
    const { key3: typed } = START;
    const last = find(stepsOf(START), 'yours');
    expect(last.ask).toEqual({ kind: 'byte', right: 0x38 });
    const { key1, key2, key3, challenge, answer } = boardOf(last);
    expect([key1.number.text, key2.number.text]).toEqual(['', '']);
    expect(known([...challenge, ...answer])).toBe(Array.from({ length: 32 }, () => '--').join(' '));
    expect(known(key3)).toBe(typed);
    expect(find(stepsOf(exampleOf('remainder')), 'yours').ask).toBeUndefined();
  });

  test('A key pasted with its header name is the key alone.', () => {
    const { key1 } = START;
    expect(stepsOf({ ...START, key1: `Sec-WebSocket-Key1: ${key1}` }).length).toBe(stepsOf(START).length);
  });
});

describe('a bad key', () => {
  const GOOD = '12998 5 Y3 1  .P00';

  test.each([
    ['x y z', 'stop-no-digits'],
    ['4@146546xW%0l15', 'stop-no-spaces'],
    ['42949 67296', 'stop-too-big'],
    [`${'9'.repeat(118)} 9`, 'stop-too-big'],
    ['7  x8y9', 'stop-remainder'],
    ['4 @1 46546xW%0l 1 5', 'stop-collapsed'],
  ])('%j ends in %s, whichever key it is, and the lesson goes on to its end.', (bad, text) => {
    for (const [name, other] of [
      ['key1', 'key2'],
      ['key2', 'key1'],
    ] as const) {
      const steps = stepsOf({ ...START, [name]: bad, [other]: GOOD });
      expect(find(steps, `${name}-stop`).text).toBe(text);
      const ids = steps.map(({ id }) => id);
      expect(ids.indexOf('refused')).toBe(ids.indexOf(`${name}-stop`) + 1);
      expect(ids).toEqual(expect.arrayContaining(['client-sees', 'make-key', 'proves', 'replaced']));
      expect(ids).not.toContain('answer');
      expect(ids).not.toContain('trap-page');
    }
  });

  test('What is left over is said, and how many spaces it once had.', () => {
    const step = find(stepsOf({ ...START, key1: '4 @1 46546xW%0l 1 5' }), 'key1-stop');
    expect(said(step, 'remainder')).toBe('3');
    expect(said(step, 'counts').split(', ')).toContain('5');
  });

  test('Two bad keys: the first is the one that is refused.', () => {
    const ids = stepsOf({ ...START, key1: 'a', key2: 'b' }).map(({ id }) => id);
    expect(ids).toContain('key1-stop');
    expect(ids).not.toContain('key2-1');
  });
});

test.each([
  ['draft', 'trap-caught', '3', 'trap-missed', '324963275'],
  ['draft-long', 'trap-caught', '6', 'trap-missed', '247638610'],
])('Collapsed keys of %s: key 1 is caught, key 2 is not.', (id, first, remainder, second, part) => {
  const inputs = exampleOf(id);
  const steps = stepsOf(inputs);
  expect([find(steps, 'trap-key1').text, said(find(steps, 'trap-key1'), 'remainder')]).toEqual([first, remainder]);
  expect([find(steps, 'trap-key2').text, said(find(steps, 'trap-key2'), 'part')]).toEqual([second, part]);
  const right = (id: string) => {
    const { ask } = find(steps, id);
    return ask?.kind === 'choice' ? ask.options.find((option) => option.right)?.id : null;
  };
  expect([right('trap-key1-ask'), right('trap-key2-ask')]).toEqual(['caught', 'missed']);
  const { key1 = '', key2 = '', key3 = '' } = inputs;
  const wrong = judge(key1, key2.replace(/ +/g, ' '), key3).answer ?? Buffer.alloc(0);
  expect(said(find(steps, 'trap-answer'), 'wrong')).toBe(`${spaced(wrong.subarray(0, 4))} …`);
});

test('Keys without two spaces in a row lose nothing, and a zero survives.', () => {
  const steps = stepsOf({ ...START, key1: '1 2', key2: '0  a' });
  expect(find(steps, 'trap-key1').text).toBe('trap-same');
  expect(find(steps, 'trap-key2').text).toBe('trap-zero');
  expect(steps.map(({ id }) => id)).not.toContain('trap-answer');
});

test('A mistake that changes nothing is not shown as one.', () => {
  const { rows } = find(stepsOf({ ...START, key1: '1 2', key2: '3 4' }), 'response-mistakes').scene as Extract<
    Scene,
    { kind: 'mistakes' }
  >;
  expect(rows.map(({ label }) => label)).toEqual(['hex-digest', 'base64-digest', 'little-endian']);
});

test('Every seed makes a key that a server accepts, and shows how it grew.', () => {
  fc.assert(
    fc.property(fc.nat(999_999), (seed) => {
      const steps = stepsOf({ ...START, seed: String(seed) });
      const made = find(steps, 'make-key');
      const key = said(made, 'key');
      expect(judge(key, key, '00').parts[0]).toBe(Number(said(made, 'number')));
      const scenes = steps.filter(({ id }) => id.startsWith('make-'));
      const texts = scenes.map(({ scene }) => (scene as Extract<Scene, { kind: 'make' }>).cells);
      expect(
        texts
          .at(-1)
          ?.map(({ text }) => text)
          .join(''),
      ).toBe(key);
      for (const cells of texts) expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    }),
    { numRuns: 40 },
  );
});

test('Any two keys lead to the answer that Node computes, or to a refusal where BigInt finds one.', () => {
  const key = fc
    .string({ unit: fc.constantFrom(...'0123456789  ab~é'), minLength: 1, maxLength: 24 })
    .filter((text) => text.trim() === text && text !== '');
  fc.assert(
    fc.property(key, key, fc.uint8Array({ minLength: 8, maxLength: 8 }), (key1, key2, bytes) => {
      const key3 = Buffer.from(bytes).toString('hex');
      const { parts, answer } = judge(key1, key2, key3);
      const steps = stepsOf({ ...START, key1, key2, key3 });
      const ids = steps.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.includes('key1-stop')).toBe(parts[0] === null);
      expect(ids.includes('key2-stop')).toBe(parts[0] !== null && parts[1] === null);
      if (answer) expect(known(boardOf(find(steps, 'answer')).answer)).toBe(spaced(answer));
      else expect(ids).not.toContain('answer');
    }),
  );
});

test('Step ids do not depend on what is typed elsewhere.', () => {
  const ids = (inputs: Record<string, string>) => stepsOf({ ...START, ...inputs }).map(({ id }) => id);
  expect(ids({ key3: '0000000000000000' })).toEqual(ids({}));
  const fresh = lesson.fresh?.((count) => new Uint8Array(count).fill(0x42)) ?? {};
  expect(ids(fresh)).toEqual(expect.arrayContaining(['recipe', 'key1-divide', 'key2-packed', 'answer', 'trap-key2']));
});
