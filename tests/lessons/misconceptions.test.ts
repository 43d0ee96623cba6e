import { expect, test } from 'vitest';
import { planOf } from '../../src/components/player/player.ts';
import { COURSE } from '../../src/lessons/course.ts';
import { MISCONCEPTIONS } from '../../src/protocol/model/misconceptions.ts';

async function stepsOf(lesson: string): Promise<(string | undefined)[]> {
  const entry = COURSE.find(({ id }) => id === lesson);
  if (!entry) return [];
  const plan = planOf((await entry.lesson.load()).lesson, {});
  return Array.from({ length: plan.stepCount }, (_, index) => plan.step(index)?.id);
}

test.each(MISCONCEPTIONS)('the lesson that puts $id right has its step, $lesson/$step', async ({ lesson, step }) => {
  expect(await stepsOf(lesson)).toContain(step);
});
