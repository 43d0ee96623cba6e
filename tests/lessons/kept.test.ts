import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planOf } from '../../src/components/player/player.ts';
import { COURSE } from '../../src/lessons/course.ts';

interface Kept {
  /** The first example. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Ids of the steps of all examples. */
  readonly steps: string;
}

/** What links of people may hold, and so what stays: see CHANGELOG.md. Lessons, steps and inputs are added, never taken. */
const KEPT: Readonly<Record<string, Kept>> = JSON.parse(readFileSync('tests/lessons/kept.json', 'utf8'));

test.each(Object.entries(KEPT))('links into lesson %s stay good', async (id, { inputs, steps }) => {
  const lesson = await COURSE.find((entry) => entry.id === id)
    ?.lesson.load()
    .then((loaded) => loaded.lesson);
  expect(lesson, id).toBeDefined();
  if (!lesson) return;
  expect(lesson.examples[0].inputs).toMatchObject(inputs);
  const ids = lesson.examples.flatMap((example) => {
    const plan = planOf(lesson, example.inputs);
    return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i)?.id);
  });
  expect(steps.split(' ').filter((step) => !ids.includes(step))).toEqual([]);
});

test('no lesson of the course is forgotten here', () => {
  expect(COURSE.map(({ id }) => id)).toEqual(Object.keys(KEPT));
});
