import fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedLesson } from '../../src/components/lesson/lesson.ts';
import { inputValues, planOf } from '../../src/components/player/player.ts';
import { loadWords, startWords } from '../../src/components/words/i18n.ts';
import { COURSE } from '../../src/lessons/course.ts';
import { cutPing, intruder, orphan } from '../../src/lessons/fragments/fault-steps.ts';
import { labels } from '../../src/lessons/fragments/labels.ts';
import lesson from '../../src/lessons/fragments/lesson.ts';
import { appendToLast, oneReadEach } from '../../src/lessons/fragments/readers.ts';
import type { Scene } from '../../src/lessons/fragments/scene.ts';
import { brokenFragments } from '../../src/lessons/fragments/text-steps.ts';
import { type Sent, segmentEnds, type Work, workOf } from '../../src/lessons/fragments/wire.ts';
import { concat } from '../../src/protocol/bytes/join.ts';
import { askDriver, askWs } from '../protocol/message/peers.ts';
import { scan } from '../protocol/message/scans.ts';
import { stageHtml, words } from './walk.tsx';

type Given = Readonly<Record<string, string>>;
type Inputs = Parameters<typeof lesson.plan>[0];

const inputs = (given: Given = {}) => inputValues(lesson as never, given) as unknown as Inputs;
const work = (given: Given = {}): Work => workOf(inputs(given));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const wire = (frames: readonly Sent[]) => concat(frames.map(({ bytes }) => bytes));

type Steps = readonly ReturnType<ReturnType<typeof lesson.plan>['step']>[];
const known = new WeakMap<Given, Steps>();

function stepsOf(given: Given = {}): Steps {
  const before = known.get(given);
  if (before) return before;
  const plan = lesson.plan(inputs(given));
  const steps = Array.from({ length: plan.stepCount }, (_, i) => plan.step(i));
  known.set(given, steps);
  return steps;
}

function stepOf(id: string, given: Given = {}) {
  const step = stepsOf(given).find((one) => one?.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
}

function boardOf<K extends Scene['board']['kind']>(kind: K, id: string, given: Given = {}) {
  const { board } = stepOf(id, given).scene;
  if (board.kind !== kind) throw new Error(`${id} is ${board.kind}`);
  return board as Extract<Scene['board'], { kind: K }>;
}

/** Inputs of every kind that the fields let through. */
const anything: fc.Arbitrary<Record<string, string>> = fc.record({
  message: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((text) => text.length <= 12),
    fc.constantFrom('\0', '\u202e', '<b>&', '你好，世界', '👩‍🚀', '\ufeff', '你好你好你好你好你好你好', 'Hello, world'),
  ),
  cuts: fc.array(fc.nat(36), { minLength: 1, maxLength: 3 }).map((cuts) => cuts.join(', ')),
  ping: fc.constantFrom('yes', 'no'),
  sender: fc.constantFrom('client', 'server'),
  keys: fc.uint8Array({ minLength: 20, maxLength: 20 }).map(hex),
  broken: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 32 }).map(hex),
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 10 })
      .map((text) => hex(new TextEncoder().encode(text).subarray(0, 32)))
      .filter((text) => text !== ''),
  ),
  size: fc.integer({ min: 1, max: 68 }).map(String),
  at: fc.integer({ min: 0, max: 68 }).map(String),
});

test('the frames of RFC 6455 §5.7', () => {
  const { frames, stream } = work({ message: 'Hello', cuts: '3', ping: 'no', sender: 'server' });
  expect(frames.map(({ bytes }) => hex(bytes))).toEqual(['010348656c', '80026c6f']);
  expect(hex(stream)).toBe('010348656c80026c6f');
  expect(hex(work({ message: 'Hello' }).whole.bytes)).toBe('818537fa213d7f9f4d5158');
});

test('two receivers we did not write get exactly the message, whatever is typed', () => {
  fc.assert(
    fc.property(anything, (given) => {
      const { stream } = work(given);
      for (const ask of [askWs, askDriver]) {
        const { messages, refuses } = ask(stream, given.sender === 'client');
        expect(messages).toEqual([[1, Buffer.from(given.message ?? '').toString('hex')]]);
        expect(refuses).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});

test('when the last frame has come, the stage holds the message, with its characters', () => {
  fc.assert(
    fc.property(anything, (given) => {
      const rows = boardOf('frames', 'last', given).results[0]?.rows;
      const text = given.message ?? '';
      expect(rows?.[0]?.cells.map((cell) => cell.text).join('')).toBe(Buffer.from(text).toString('hex'));
      expect(rows?.[0]?.cells.map(({ caption }) => caption).join('')).toBe(text);
      expect(rows?.[0]?.cells.every(({ state }) => state !== 'empty')).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('the reader that appends to the last frame puts the ping into the message and loses its beginning', () => {
  fc.assert(
    fc.property(anything, (given) => {
      const { frames, fragments, message, ping } = work(given);
      const wrong = appendToLast(frames).map(hex);
      const lost = fragments[0]?.payload.length ?? 0;
      const due = ping ? [hex(ping.payload), hex(ping.payload) + hex(message.subarray(lost))] : [hex(message)];
      expect(wrong).toEqual(due);
    }),
  );
});

describe('frames out of turn', () => {
  const cases = [
    ['nothing-open', orphan],
    ['new-inside', intruder],
    ['cut-ping', cutPing],
  ] as const;

  test.each(cases)('%s: ws refuses them too, with the same code', (id, frames) => {
    fc.assert(
      fc.property(anything, (given) => {
        const bytes = wire(frames(work(given)));
        const { verdict } = stepOf(id, given).scene;
        expect(verdict?.kind === 'rule' && verdict.closeCode).toBe(askWs(bytes, given.sender === 'client').closeCode);
        expect(askDriver(bytes, given.sender === 'client').refuses).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('the stage marks the bits that the issue names, and nothing after them has come', () => {
    for (const [id, field] of [
      ['nothing-open', 'opcodeState'],
      ['new-inside', 'opcodeState'],
      ['cut-ping', 'finState'],
    ] as const) {
      const { frames } = boardOf('frames', id);
      const bad = frames.findIndex(({ state }) => state === 'wrong');
      expect(frames[bad]?.[field]).toBe('wrong');
      expect(frames[bad]?.wire.map(({ state }) => state).indexOf('wrong')).toBe(0);
      expect(frames.slice(bad + 1).every(({ state }) => state === 'empty')).toBe(true);
    }
  });
});

describe('text across frames', () => {
  test('a character is known at the step of its last byte, whichever frame that is in', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const bytes = Buffer.from(given.message ?? '');
        const steps = stepsOf(given).filter((step) => /^byte-\d/.test(step?.id ?? ''));
        expect(steps).toHaveLength(bytes.length);
        const shown = steps.map((_, i) => boardOf('utf8', `byte-${i + 1}`, given).checked);
        expect(shown.map((checked) => checked?.character ?? '').join('')).toBe(given.message);
        shown.forEach((checked, i) => {
          expect(checked?.byte).toBe(bytes[i]);
          expect(`${checked?.marker}${checked?.bits}`).toBe((bytes[i] ?? 0).toString(2).padStart(8, '0'));
          expect((checked?.gathered.length ?? 0) + (checked?.lacking ?? 0)).toBeGreaterThan(6);
        });
      }),
      { numRuns: 20 },
    );
  });

  /** After how many bytes a strict decoder fails; 0 if it does not. */
  function decidedAt(bytes: Uint8Array): number {
    const strict = new TextDecoder('utf-8', { fatal: true });
    for (let i = 0; i < bytes.length; i += 1) {
      try {
        strict.decode(bytes.subarray(i, i + 1), { stream: true });
      } catch {
        return i + 1;
      }
    }
    try {
      strict.decode();
      return 0;
    } catch {
      return bytes.length;
    }
  }

  test('the question knows at which byte a strict decoder fails, and the next step marks it', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { broken } = inputs(given);
        const due = decidedAt(broken);
        expect(stepOf('fast-question', given).ask).toEqual({ kind: 'number', right: due });
        const cells = boardOf('utf8', 'fast', given).fragments.flatMap((fragment) => fragment.wire);
        expect(cells.map((cell) => cell.text).join('')).toBe(hex(broken));
        expect(cells.findIndex(({ state }) => state === 'wrong')).toBe(due - 1);
      }),
      { numRuns: 50 },
    );
  });

  test('ws closes over the same bytes with the code on the stage', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { closeCode } = askWs(wire(brokenFragments(work(given))), given.sender === 'client');
        const { verdict } = stepOf('fast', given).scene;
        expect(verdict?.kind === 'rule' ? verdict.closeCode : null).toBe(closeCode);
      }),
      { numRuns: 30 },
    );
  });

  test('Autobahn 6.4.1 is decided at byte 13, 90, with the last frame unread', () => {
    expect(brokenFragments(work()).map(({ payload }) => hex(payload))).toEqual([
      'cebae1bdb9cf83cebcceb5',
      'f4908080',
      '656469746564',
    ]);
    expect(stepOf('fast')).toMatchObject({
      text: 'fast-beyond-unicode',
      values: { byte: { text: '90' }, position: 13, unread: 8, code: { text: '1007' } },
    });
  });

  test('cuts between characters ask nothing', () => {
    const ids = stepsOf({ message: 'Hello', cuts: '2' }).map((step) => step?.id);
    expect(ids).toContain('cuts-between');
    expect(ids).not.toContain('cut-question');
  });
});

describe('TCP', () => {
  test('the steps show the stream whole, segment by segment, and where a scanner would be', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { stream, frames } = work(given);
        const ends = segmentEnds(stream.length, inputs(given).size);
        expect(ends.at(-1)).toBe(stream.length);
        ends.forEach((end, i) => {
          const board = boardOf('tcp', `segment-${i + 1}`, given);
          const cells = board.frames.flatMap((frame) => frame.wire);
          expect(cells.map((cell) => cell.text).join('')).toBe(hex(stream));
          expect(cells.filter(({ state }) => state !== 'faint')).toHaveLength(end);
          expect(cells.flatMap(({ cut }, at) => (cut ? [at + 1] : []))).toEqual(ends);
          const { table } = scan(stream.subarray(0, end));
          const whole = Array.from({ length: table.count }, (_, row) => table.status(row)).filter(
            (status) => status === 'complete',
          );
          expect(board.reader?.whole).toBe(whole.length);
          const text = stepOf(`segment-${i + 1}`, given).text;
          const last = table.status(table.count - 1);
          if (end === stream.length) expect(text).toBe('segment-last');
          else if (last === 'complete') expect(text).toBe('segment-between');
          else if (last === 'payload') expect(text).toBe('segment-payload');
          else expect(['segment-start', 'segment-key']).toContain(text);
        });
        expect(boardOf('tcp', `segment-${ends.length}`, given).reader?.whole).toBe(frames.length);
      }),
      { numRuns: 25 },
    );
  });

  test('the bytes that are missing are those of the parts that are not full', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const reader = boardOf('tcp', 'anywhere', given).reader;
        const now = reader?.parts.find(({ part }) => part === reader.part);
        const count = Number(reader?.needs.values?.count);
        expect(count).toBe((now?.size ?? 0) - (now?.has ?? 0));
        expect(reader?.arrived).toBe(Math.min(Number(given.at), work(given).stream.length));
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['0', 'needs-first', 2],
    ['1', 'needs-start-one', 1],
    ['2', 'needs-key', 4],
    ['5', 'needs-key-one', 1],
    ['6', 'needs-payload', 4],
    ['9', 'needs-payload-one', 1],
    ['10', 'needs-nothing', 2],
    ['11', 'needs-start-one', 1],
    ['35', 'needs-nothing', 2],
  ])('after %s bytes the reader says %s', (at, label, count) => {
    expect(boardOf('tcp', 'anywhere', { at }).reader?.needs).toMatchObject({ label, values: { count } });
  });

  test('one read for all: the first frame, and the rest is lost', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const all = work(given);
        const [read, ...more] = oneReadEach(all, all.stream.length);
        const first = all.frames[0];
        expect(more).toEqual([]);
        expect(hex(read?.payload ?? new Uint8Array())).toBe(hex(first?.payload ?? new Uint8Array()));
        expect(read).toMatchObject({ aligned: true, missing: 0, lost: all.stream.length - (first?.bytes.length ?? 0) });
      }),
    );
  });
});

describe('questions', () => {
  const loaded = { lesson, labels } as unknown as LoadedLesson;
  beforeAll(async () => {
    await startWords('en');
    await i18next.changeLanguage('en');
    await loadWords('learn', 'views', 'codes', 'rules');
  });

  async function seen(id: string, given: Given = {}): Promise<string> {
    const entry = COURSE.find((one) => one.id === 'fragments');
    if (!entry) throw new Error('no lesson');
    const { Stage } = await entry.lesson.load();
    const plan = planOf(loaded.lesson, given);
    const index = Array.from({ length: plan.stepCount }, (_, i) => plan.step(i)?.id).indexOf(id);
    return words(stageHtml(entry, { ...loaded, Stage }, await entry.prose.en.load(), plan, index));
  }

  test('the opcode that is asked is neither in the frame nor on the wire', async () => {
    const board = boardOf('frames', 'opcode-question');
    expect(board.frames[1]).toMatchObject({ opcodeState: 'hidden' });
    expect(board.frames[1]?.wire[0]?.state).toBe('hidden');
    const text = await seen('opcode-question');
    expect(text).not.toContain('continuation');
  });

  test('what the reader waits for is not said while it is asked', async () => {
    expect(await seen('segment-1')).toContain('needs 3 more payload bytes');
    const text = await seen('first-question');
    expect(text).not.toMatch(/needs|inside frame|\d of \d/);
  });

  test.each([
    ['1', 'start'],
    ['4', 'key'],
    ['8', 'payload'],
    ['10', 'nothing'],
  ])('with segments of %s bytes the reader waits for: %s', (size, right) => {
    const ask = stepOf('first-question', { size }).ask;
    expect(ask?.kind === 'choice' && ask.options.find((option) => option.right)?.id).toBe(right);
  });
});

test('without a ping there is no part about it, and all other steps stay', () => {
  const ids = (given: Given) => stepsOf(given).map((step) => step?.id);
  const pings = ['ping-question', 'ping', 'after-ping', 'append'];
  const fixed = (list: readonly (string | undefined)[]) => list.filter((id) => !/^segment-/.test(id ?? ''));
  expect(ids({})).toEqual(expect.arrayContaining(pings));
  expect(fixed(ids({ ping: 'no' }))).toEqual(fixed(ids({})).filter((id) => !pings.includes(id ?? '')));
});

test.each([
  ['4, 7', [4, 7]],
  [' 7 4 ', [4, 7]],
  ['7，4、4', [4, 4, 7]],
  ['0', [0]],
])('cuts %j are read as %j', (text, value) => {
  expect(lesson.fields.cuts.read(text)).toEqual({ value });
});

test.each([
  ['', 'not-a-number'],
  ['-1', 'not-a-number'],
  ['4.5', 'not-a-number'],
  ['37', 'out-of-range'],
  ['9'.repeat(20), 'out-of-range'],
  ['1 2 3 4', 'too-many-numbers'],
])('cuts %j are answered in place: %s', (text, problem) => {
  expect(lesson.fields.cuts.read(text)).toMatchObject({ problem });
});

test('a cut behind the end makes an empty frame, so there are always two at least', () => {
  expect(work({ message: 'ab', cuts: '36' }).fragments.map(({ payload }) => payload.length)).toEqual([2, 0]);
});
