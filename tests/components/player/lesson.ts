/** A small lesson for tests of the player: a step for each byte of the message. */
import { bytesField, choiceField } from '../../../src/components/lesson/fields.ts';
import { defineLesson, type Lesson, type Said, type Step } from '../../../src/components/lesson/lesson.ts';
import { listed, traceOf } from '../../../src/components/lesson/plan.ts';

const TEXTS = { intro: [], byte: ['place'] } as const;
type TestStep = Step<typeof TEXTS, null>;

const step = (id: string, said: Said<typeof TEXTS>): TestStep => ({ id, ...said, scene: null, sections: [] });

export const LESSON = defineLesson({
  fields: { message: bytesField({ most: 20 }), ends: choiceField(['all', 'none']) },
  texts: TEXTS,
  examples: [{ id: 'hello', inputs: { message: '48 65 6c 6c 6f', ends: 'all' } }],
  plan: ({ message, ends }) =>
    traceOf<TestStep>([
      listed('intro', [() => step('intro', { text: 'intro', values: {} })]),
      listed(
        'bytes',
        Array.from(message, (_, i) => () => step(`byte-${i + 1}`, { text: 'byte', values: { place: i + 1 } })),
      ),
      listed('end', ends === 'none' ? [] : [() => step('end', { text: 'intro', values: {} })]),
    ]),
}) as unknown as Lesson;
