import { expect, test } from 'vitest';
import { planOf } from '../../../src/components/player/player.ts';
import { relatedTo } from '../../../src/components/reference/about.ts';
import { keyOf, PAGES, pageAt } from '../../../src/components/reference/kinds.ts';
import { NAMED_STEPS, stepOf } from '../../../src/components/reference/lessons.ts';
import { COURSE } from '../../../src/lessons/course.ts';

test('every step that a page leads to exists, in the first example of its lesson', async () => {
  const lessons = new Set(NAMED_STEPS.map(([, step]) => step.split('/')[0]));
  for (const id of lessons) {
    const links = NAMED_STEPS.filter(([, step]) => step.startsWith(`${id}/`));
    const loaded = await COURSE.find((entry) => entry.id === id)?.lesson.load();
    expect(loaded, id).toBeDefined();
    if (!loaded) continue;
    const plan = planOf(loaded.lesson, loaded.lesson.examples[0].inputs);
    const steps = new Set(Array.from({ length: plan.stepCount }, (_, i) => `${id}/${plan.step(i)?.id}`));
    expect(links.filter(([, step]) => !steps.has(step))).toEqual([]);
  }
});

test('every name in the table is a page', () => {
  expect(NAMED_STEPS.map(([page]) => page).filter((page) => !pageAt(page))).toEqual([]);
});

test('only ordinary HTTP, captures and what no lesson tells have no place in the course', () => {
  const without = PAGES.filter((page) => stepOf(page, relatedTo(page)) === null).map(keyOf);
  expect(without.filter((key) => !/^(?:header|draft)\//.test(key))).toEqual([
    'field/unparsed',
    'rule/bytes-before-first-frame',
    'rule/bytes-missing',
  ]);
});
