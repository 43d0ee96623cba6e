import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { HashScene } from '../../src/components/hash/scene.ts';
import type { Plan, Step } from '../../src/components/lesson/lesson.ts';
import { inputValues, planOf } from '../../src/components/player/player.ts';
import lesson from '../../src/lessons/inside-md5/lesson.ts';

const SIZES = [0, 1, 3, 16, 54, 55, 56, 63, 64, 65, 118, 119];

function planFor(message: Uint8Array): Plan {
  return planOf(lesson as never, { message: Buffer.from(message).toString('hex') });
}

function steps(plan: Plan): Step[] {
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i) as Step);
}

function sceneAt(plan: Plan, id: string): HashScene {
  return steps(plan).find((step) => step.id === id)?.scene as HashScene;
}

describe('the steps', () => {
  test.each(SIZES)('end in the digest that node computes, for %i random bytes', (size) => {
    const message = randomBytes(size);
    const expected = Array.from(createHash('md5').update(message).digest());
    const plan = planFor(message);
    expect(sceneAt(plan, 'digest')).toMatchObject({ kind: 'digest', digest: expected });
    expect(sceneAt(plan, 'end')).toMatchObject({ kind: 'overview', digest: expected });
  });

  test.each(SIZES)('have 64 rounds for every block of %i bytes', (size) => {
    const ids = steps(planFor(randomBytes(size))).map(({ id }) => id);
    const blocks = Math.ceil((size + 9) / 64);
    const wanted = Array.from({ length: blocks * 64 }, (_, i) => `step-${Math.floor(i / 64) + 1}-${(i % 64) + 1}`);
    expect(ids.filter((id) => id.startsWith('step-'))).toEqual(wanted);
  });

  test('have each an id of its own', () => {
    for (const size of SIZES) {
      const ids = steps(planFor(new Uint8Array(size))).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('are where they were whatever the bytes are, so that links keep their place', () => {
    const ids = steps(planFor(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))).map(({ id }) => id);
    expect(ids.slice(0, 8)).toEqual([
      'start',
      'pad-message',
      'pad-one',
      'ask-blocks',
      'pad-zeros',
      'pad-length',
      'border',
      'word-1-0',
    ]);
    expect(ids.slice(-4)).toEqual(['ask-fold', 'fold-1', 'digest', 'end']);
  });

  test('fill the outline without gaps', () => {
    for (const size of SIZES) {
      const plan = planFor(randomBytes(size));
      let next = 0;
      for (const { first, count } of plan.outline()) {
        expect(first).toBe(next);
        next += count;
      }
      expect(next).toBe(plan.stepCount);
    }
  });

  test('are nothing outside', () => {
    const plan = planFor(new Uint8Array(16));
    for (const index of [-1, plan.stepCount, 0.5, Number.NaN]) expect(plan.step(index)).toBeNull();
  });
});

describe('a round', () => {
  test('moves the registers from what the last one left', () => {
    const plan = planFor(randomBytes(60));
    const rounds = steps(plan).flatMap(({ id, scene }) => (id.startsWith('step-') ? [scene as HashScene] : []));
    for (const [i, scene] of rounds.entries()) {
      const next = rounds[i + 1];
      if (scene.kind !== 'round' || next?.kind !== 'round' || scene.block !== next.block) continue;
      expect(next.registers.before).toEqual(scene.registers.after);
    }
  });

  test('takes the words in the order of RFC 1321 §3.4', () => {
    const scene = sceneAt(planFor(new Uint8Array(16)), 'step-1-17');
    expect(scene).toMatchObject({
      order: { words: [1, 6, 11, 0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12], rotations: [5, 9, 14, 20], at: 0 },
    });
  });
});

describe('a question', () => {
  test.each(SIZES)('has one right answer and does not show it, for %i bytes', (size) => {
    const asked = steps(planFor(randomBytes(size))).filter(({ ask }) => ask !== undefined);
    expect(asked.length).toBeGreaterThan(3);
    for (const { ask, scene } of asked) {
      if (ask?.kind === 'choice') expect(ask.options.filter(({ right }) => right)).toHaveLength(1);
      expect(JSON.stringify(scene)).toMatch(/:"hidden"|\["hidden"|"hidden":true|"asked":true/);
    }
  });

  test('asks no word that is the same from both ends', () => {
    const ids = steps(planFor(new Uint8Array(64))).map(({ id }) => id);
    expect(ids).not.toContain('ask-endian');
    expect(ids).toContain('ask-blocks');
  });
});

test('what cannot be read leaves the challenge of the draft', () => {
  expect(inputValues(lesson as never, { message: 'no hex' })).toEqual(inputValues(lesson as never, {}));
});
