import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { HashScene } from '../../src/components/hash/scene.ts';
import type { Plan, Step } from '../../src/components/lesson/lesson.ts';
import { planOf } from '../../src/components/player/player.ts';
import lesson from '../../src/lessons/inside-sha1/lesson.ts';

const SIZES = [0, 1, 3, 55, 56, 60, 63, 64, 65, 118, 119];

function planFor(message: string): Plan {
  return planOf(lesson as never, { message });
}

function randomText(size: number): string {
  return randomBytes(size).toString('base64').slice(0, size);
}

function steps(plan: Plan): Step[] {
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i) as Step);
}

function sceneAt(plan: Plan, id: string): HashScene {
  return steps(plan).find((step) => step.id === id)?.scene as HashScene;
}

describe('the steps', () => {
  test.each(SIZES)('end in the digest that node computes, for %i random characters', (size) => {
    const message = randomText(size);
    const expected = Array.from(createHash('sha1').update(message).digest());
    const plan = planFor(message);
    expect(sceneAt(plan, 'digest')).toMatchObject({ kind: 'digest', digest: expected });
    expect(sceneAt(plan, 'end')).toMatchObject({ kind: 'overview', digest: expected });
  });

  test('take a text as its UTF-8', () => {
    const message = '你好, WebSocket';
    const expected = Array.from(createHash('sha1').update(message, 'utf8').digest());
    expect(sceneAt(planFor(message), 'digest')).toMatchObject({ digest: expected });
  });

  test('reach all 160 rounds and 160 words of the two blocks of a key and the GUID', () => {
    const ids = steps(planOf(lesson as never, {})).map(({ id }) => id);
    const wanted = (name: string) =>
      Array.from({ length: 160 }, (_, i) => `${name}-${Math.floor(i / 80) + 1}-${i % 80}`);
    expect(ids.filter((id) => id.startsWith('round-'))).toEqual(wanted('round'));
    expect(ids.filter((id) => id.startsWith('word-'))).toEqual(wanted('word'));
  });

  test('have each an id of its own', () => {
    for (const size of SIZES) {
      const ids = steps(planFor('a'.repeat(size))).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('fill the outline without gaps', () => {
    for (const size of SIZES) {
      const plan = planFor(randomText(size));
      let next = 0;
      for (const { first, count } of plan.outline()) {
        expect(first).toBe(next);
        next += count;
      }
      expect(next).toBe(plan.stepCount);
    }
  });
});

describe('a round', () => {
  test('moves the registers from what the last one left', () => {
    const rounds = steps(planFor(randomText(60))).flatMap(({ id, scene }) =>
      id.startsWith('round-') ? [scene as HashScene] : [],
    );
    for (const [i, scene] of rounds.entries()) {
      const next = rounds[i + 1];
      if (scene.kind !== 'round' || next?.kind !== 'round' || scene.block !== next.block) continue;
      expect(next.registers.before).toEqual(scene.registers.after);
    }
  });

  test('shows the values that RFC 3174 and FIPS print for “abc”', () => {
    // A after t = 0, 1 and 79, from the worked example of FIPS 180 for this message.
    const plan = planFor('abc');
    const made = [0, 1, 79].map((t) => {
      const scene = sceneAt(plan, `round-1-${t}`);
      return scene.kind === 'round' ? scene.registers.after[0] : null;
    });
    expect(made).toEqual([0x0116fc33, 0x8990536d, 0x42541b35]);
  });
});

describe('a question', () => {
  test.each(SIZES)('has one right answer and does not show it, for %i bytes', (size) => {
    const asked = steps(planFor(randomText(size))).filter(({ ask }) => ask !== undefined);
    expect(asked.length).toBeGreaterThan(5);
    for (const { ask, scene } of asked) {
      if (ask?.kind === 'choice') expect(ask.options.filter(({ right }) => right)).toHaveLength(1);
      expect(JSON.stringify(scene)).toMatch(/:"hidden"|\["hidden"|"hidden":true|"asked":true/);
    }
  });
});

test('a message of more than two blocks is refused in bytes, not in characters', () => {
  expect(lesson.fields.message.read('€'.repeat(40))).toMatchObject({
    problem: 'too-many-bytes',
    values: { found: 120 },
  });
  expect('value' in lesson.fields.message.read('x'.repeat(119))).toBe(true);
});
