import fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Field } from '../../src/components/lesson/fields.ts';
import type { Lesson, Plan, Step } from '../../src/components/lesson/lesson.ts';
import { planOf } from '../../src/components/player/player.ts';
import { loadWords, startWords } from '../../src/components/words/i18n.ts';
import { courseFaults } from '../../src/lessons/check.ts';
import { COURSE } from '../../src/lessons/course.ts';
import { proseText, stageHtml, words } from './walk.tsx';

const LANGUAGES = ['en', 'zh'] as const;
/** Drawing hundreds of steps takes a while on a busy machine. */
const SLOW = 120_000;
/** What a person must never read. */
const UNFIT = /NaN|undefined|\[object|Infinity|\{[a-z][A-Za-z0-9]*(?:\|[^}]*)?\}|\bnull\b/;
/** “1 bytes”, but not “segment 1 bytes” or “0.1 bytes”. */
const ONE_OF_MANY =
  /(?<![\d.,:/×⊕=–-]\s*|\b(?:block|byte|frame|key|number|read|segment|step)\s+)\b1\s+(?:more )?(?:bytes|bits|characters|digits|frames|messages|segments|spaces|symbols|times)\b/i;
/** The shortest that many fields let through. */
const TINY = ['a', '1', '81', '81 01 41'];

/** A file on show has braces of its own. */
const CODE = /<pre[ >].*?<\/pre>/gs;

beforeAll(async () => {
  await startWords('en');
  for (const language of LANGUAGES) {
    await i18next.changeLanguage(language);
    await loadWords('learn', 'views', 'fields', 'codes', 'rules', 'drafts');
  }
});

test(
  'the course is sound: no text is missing, none dangles, every value is there',
  async () => {
    expect(await courseFaults(COURSE)).toEqual([]);
  },
  SLOW,
);

test('the lessons are there, in their order', () => {
  const ids = COURSE.map(({ id, about }) => `${about.number} ${id}`);
  expect(ids).toEqual([
    '1 why-websocket',
    '2 two-protocols',
    '3 hixie-75',
    '4 md5-handshake',
    '5 inside-md5',
    '6 sha1-handshake',
    '7 inside-sha1',
    '8 frame-anatomy',
    '9 lengths',
    '10 masking',
    '11 fragments',
    '12 closing',
    '13 compression',
    '14 python-server',
    '15 drafts',
  ]);
});

/** Texts somebody may type into a field: often near something that works, sometimes hostile. */
function typed(field: Field, examples: readonly string[]): fc.Arbitrary<string> {
  const example = fc.constantFrom('', ...examples);
  const mutated = fc
    .tuple(example, fc.nat(200), fc.nat(3), fc.string({ unit: 'grapheme', maxLength: 3 }))
    .map(([text, at, cut, add]) => {
      const place = text.length === 0 ? 0 : at % (text.length + 1);
      return text.slice(0, place) + add + text.slice(place + cut);
    });
  const hex = fc.uint8Array({ maxLength: 130 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  const digits = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 70n }), fc.nat(300)).map(String);
  const hostile = fc.constantFrom(
    '<script>alert(1)</script>',
    '\u202Eevil\u202C',
    '\0\u0001\u007f',
    '9'.repeat(120),
    ' '.repeat(40),
    '0 '.repeat(50),
    '4294967295 4294967296 ',
    '\ud800',
    '{} %s $& #/x',
    ...TINY,
    'é ÿ ¡',
  );
  const choices = fc.constantFrom(...(field.choices ?? ['']));
  return fc.oneof(example, mutated, hex, digits, hostile, choices, fc.string({ unit: 'binary', maxLength: 140 }));
}

function inputsFor(lesson: Lesson): fc.Arbitrary<Record<string, string>> {
  const fields = Object.entries(lesson.fields).map(([name, field]) => {
    const examples = lesson.examples.flatMap(({ inputs }) => (inputs[name] === undefined ? [] : [inputs[name]]));
    return [name, fc.option(typed(field, examples), { nil: undefined, freq: 3 })] as const;
  });
  return fc.record(Object.fromEntries(fields)).map((texts) => {
    const readable = Object.entries(texts).filter(
      (pair): pair is [string, string] =>
        pair[1] !== undefined && 'value' in (lesson.fields[pair[0]] as Field).read(pair[1]),
    );
    return Object.fromEntries(readable);
  });
}

/** Some steps, the first and the last among them; the phases' first ones too where there is time for them. */
function someSteps(plan: Plan, most: number, phases: boolean): number[] {
  const firsts = phases ? plan.outline().map(({ first }) => first) : [];
  const between = Array.from({ length: most }, (_, i) => Math.round((i * (plan.stepCount - 1)) / (most - 1)));
  return [...new Set([...firsts, ...between])].sort((x, y) => x - y);
}

describe.each(COURSE.map((entry) => [entry.id, entry] as const))('lesson %s', async (_, entry) => {
  const loaded = await entry.lesson.load();
  const { lesson } = loaded;
  const proses = await Promise.all(
    LANGUAGES.map(async (language) => [language, await entry.prose[language].load()] as const),
  );

  /** @param counts whether what is typed cannot be mistaken for a count */
  async function look(
    inputs: Readonly<Record<string, string>>,
    most: number,
    phases: boolean,
    counts = false,
  ): Promise<void> {
    const plan = planOf(lesson, inputs);
    expect(plan.stepCount).toBeGreaterThan(0);
    expect(plan.step(-1)).toBeNull();
    expect(plan.step(plan.stepCount)).toBeNull();
    for (const [language, prose] of proses) {
      await i18next.changeLanguage(language);
      for (const index of someSteps(plan, most, phases)) {
        const step = plan.step(index) as Step;
        const seen = words(stageHtml(entry, loaded, prose, plan, index).replace(CODE, ' '));
        const texts = {
          title: proseText(prose, step, 'title'),
          body: proseText(prose, step, 'body'),
          picture: proseText(prose, step, 'picture'),
          notes: proseText(prose, step, 'notes'),
          ...(step.ask && { ask: proseText(prose, step, 'ask') }),
        };
        for (const [part, text] of Object.entries({ ...texts, stage: seen })) {
          if (part !== 'notes')
            expect(text.length, `${language} ${step.id} ${part}`).toBeGreaterThan(part === 'stage' ? 20 : 0);
          expect(text, `${language} ${step.id} ${part}`).not.toMatch(UNFIT);
          if (counts && language === 'en')
            expect(`${step.id} ${part}: ${ONE_OF_MANY.exec(text)?.[0] ?? ''}`).toMatch(/: $/);
        }
      }
    }
  }

  test.each(lesson.examples.map(({ id, inputs }) => [id, inputs] as const))(
    'example %s can be drawn and read at every kind of step, in both languages',
    (_id, inputs) => look(inputs, 8, true, true),
    SLOW,
  );

  test(
    'any input that its fields let through can be drawn and read',
    async () => {
      await fc.assert(
        fc.asyncProperty(inputsFor(lesson), (inputs) => look(inputs, 4, false)),
        { numRuns: 12 },
      );
    },
    SLOW,
  );

  test('one of a thing is said as one', () => {
    const tiny = Object.entries(lesson.fields).flatMap(([name, field]) => {
      const text = TINY.find((one) => 'value' in field.read(one));
      return text === undefined ? [] : [[name, text] as const];
    });
    return look(Object.fromEntries(tiny), 12, false, true);
  });

  test('fields answer any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const field of Object.values(lesson.fields)) {
          const read = field.read(text);
          expect('value' in read || typeof read.problem === 'string').toBe(true);
        }
      }),
    );
  });

  test('the same inputs give the same steps, whatever was looked at before', () => {
    const inputs = lesson.examples.at(-1)?.inputs ?? {};
    const [one, two] = [planOf(lesson, inputs), planOf(lesson, inputs)];
    const order = someSteps(one, 30, true);
    for (const index of [...order].reverse()) one.step(index);
    for (const index of order) expect(one.step(index)).toEqual(two.step(index));
  });

  test('fresh inputs are readable', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const random = (count: number) => Uint8Array.from({ length: count }, (_x, i) => (seed * 37 + i * 101) & 0xff);
      const inputs = lesson.fresh?.(random) ?? {};
      for (const [name, text] of Object.entries(inputs))
        expect((lesson.fields[name] as Field).read(text)).toHaveProperty('value');
    }
  });
});
