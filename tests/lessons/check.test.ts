import { expect, test } from 'vitest';
import type { Course, ProseModule, TextReferences } from '../../src/components/lesson/course.ts';
import { textField } from '../../src/components/lesson/fields.ts';
import { defineLesson, type Labels, type Lesson, type Onward } from '../../src/components/lesson/lesson.ts';
import { courseFaults } from '../../src/lessons/check.ts';

const LESSON = defineLesson({
  fields: { name: textField({ most: 3 }) },
  texts: { hello: ['who'], bye: [] },
  examples: [{ id: 'a', inputs: { name: 'Bo' } }],
  plan: ({ name }) => ({
    stepCount: 2,
    step: (i) => {
      const common = { scene: null, sections: [] };
      if (i === 0) {
        const options = [
          { id: 'yes', value: name.length, right: true },
          { id: 'no', value: null, right: false },
        ];
        return { ...common, id: 'hello', text: 'hello', values: { who: 1 }, ask: { kind: 'choice', options } as const };
      }
      const onward = { lesson: 'self', step: null, inputs: {} };
      return i === 1 ? { ...common, id: 'bye', text: 'bye', values: {}, onward } : null;
    },
    outline: () => [{ phase: 'all', first: 0, count: 2 }],
  }),
}) as unknown as Lesson;

const Nothing = () => null;

const LABELS: Labels = Object.fromEntries(
  ['field-name', 'example-a', 'example-b', 'phase-all'].map((id) => [id, { en: id, zh: id }]),
);

const NONE: TextReferences = { values: [], parts: ['title', 'picture'], answers: [], options: [], links: [] };
const HELLO: TextReferences = {
  ...NONE,
  values: ['who'],
  parts: ['title', 'picture', 'ask'],
  answers: ['yes', 'no'],
  options: ['no'],
};
const BYE: TextReferences = { ...NONE, parts: ['title', 'picture', 'onward'] };
const TEXTS: ProseModule['texts'] = { hello: HELLO, bye: BYE };

interface Change {
  readonly lesson?: Lesson;
  readonly labels?: Labels;
  readonly en?: ProseModule['texts'];
  readonly zh?: ProseModule['texts'];
}

function course({ lesson = LESSON, labels = LABELS, en = TEXTS, zh = TEXTS }: Change): Course {
  const prose = (texts: ProseModule['texts']) => ({ load: async () => ({ default: Nothing, texts }) });
  return [
    {
      id: 'self',
      about: { number: 1, title: { en: '', zh: '' }, says: { en: '', zh: '' } },
      lesson: { load: async () => ({ lesson, labels, Stage: Nothing }) },
      prose: { en: prose(en), zh: prose(zh) },
    },
  ];
}

const steps = (change: (step: object, i: number) => object): Lesson => ({
  ...LESSON,
  plan: (inputs) => {
    const plan = LESSON.plan(inputs);
    return {
      ...plan,
      outline: plan.outline,
      step: (i) => {
        const step = plan.step(i);
        return step && (change(step, i) as typeof step);
      },
    };
  },
});

const onward = (way: Onward): Lesson => steps((step, i) => (i === 1 ? { ...step, onward: way } : step));

test('a sound course has no fault', async () => {
  expect(await courseFaults(course({}))).toEqual([]);
});

test.each<[string, Change, RegExp]>([
  ['a text missing in one language', { zh: { hello: HELLO } }, /zh\.mdx: no text for “bye”/],
  ['a text that no step has', { en: { ...TEXTS, old: NONE } }, /“old” belongs to no step/],
  ['a value that the step does not have', { en: { ...TEXTS, bye: { ...BYE, values: ['who'] } } }, /no value \{who\}/],
  [
    'a text without a picture',
    { zh: { ...TEXTS, bye: { ...BYE, parts: ['title', 'onward'] } } },
    /0 parts of kind picture/,
  ],
  [
    'a text without a title',
    { en: { ...TEXTS, bye: { ...BYE, parts: ['picture', 'onward'] } } },
    /0 parts of kind title/,
  ],
  [
    'a link to a lesson that is not there',
    { en: { ...TEXTS, bye: { ...BYE, links: ['#/learn/none'] } } },
    /links to #\/learn\/none/,
  ],
  ['a link to a room that is not there', { en: { ...TEXTS, bye: { ...BYE, links: ['#/lab'] } } }, /links to #\/lab/],
  ['a question without words', { en: { ...TEXTS, hello: { ...HELLO, parts: ['title', 'picture'] } } }, /no <Ask>/],
  ['an answer without words', { zh: { ...TEXTS, hello: { ...HELLO, answers: ['yes'] } } }, /no <Answer id="no">/],
  ['an option without words', { en: { ...TEXTS, hello: { ...HELLO, options: [] } } }, /no <Option id="no">/],
  [
    'a question that no step asks',
    { en: { ...TEXTS, bye: { ...BYE, parts: [...BYE.parts, 'ask'] } } },
    /asks, but no step does/,
  ],
  ['a way on without words', { en: { ...TEXTS, bye: NONE } }, /no <Onward>/],
  [
    'a way into a lesson that cannot read what it brings',
    { lesson: onward({ lesson: 'self', step: null, inputs: { name: 'long' } }) },
    /self cannot read name/,
  ],
  [
    'a way to a step that is not there',
    { lesson: onward({ lesson: 'self', step: 'gone', inputs: {} }) },
    /not there: self\/gone/,
  ],
  [
    'an input whose name does not do for links',
    {
      lesson: { ...LESSON, fields: { ...LESSON.fields, step: textField({ most: 3 }) } },
    },
    /a link cannot carry an input “step”/,
  ],
  ['a missing label', { labels: { 'field-name': { en: '', zh: '' } } }, /no label “phase-all”/],
  ['two steps with one id', { lesson: steps((step) => ({ ...step, id: 'same' })) }, /two steps have one id/],
  [
    'an id that does not do for links',
    { lesson: steps((step, i) => ({ ...step, id: `A ${i}` })) },
    /does not do for links/,
  ],
  [
    'a value too many',
    { lesson: steps((step) => ({ ...step, values: { who: 1, extra: 2 } })) },
    /gives its text the values/,
  ],
  [
    'an example that cannot be read',
    { lesson: { ...LESSON, examples: [...LESSON.examples, { id: 'b', inputs: { name: 'long' } }] } },
    /cannot be read/,
  ],
])('%s is a fault', async (_, change, says) => {
  expect((await courseFaults(course(change))).join('\n')).toMatch(says);
});
