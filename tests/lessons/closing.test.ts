import { describe, expect, test } from 'vitest';
import { inputValues } from '../../src/components/player/player.ts';
import lesson from '../../src/lessons/closing/lesson.ts';
import { codeMap } from '../../src/lessons/closing/map.ts';

const START = lesson.examples[0].inputs;

function stepsOf(given: Readonly<Record<string, string>>) {
  const plan = lesson.plan(inputValues(lesson as never, { ...START, ...given }) as never);
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i));
}
const textsOf = (given: Readonly<Record<string, string>>) => stepsOf(given).map((step) => step?.text);
const lastOf = (given: Readonly<Record<string, string>>) => {
  const report = stepsOf(given).find((step) => step?.id === 'report');
  return report?.values;
};

describe('the closing', () => {
  test('goes from one Close to the other and then to TCP, the server first', () => {
    const closing = ['client-closes', 'who-ask', 'server-answers', 'client-notes', 'client-tcp', 'server-tcp'];
    expect(textsOf({ by: 'client' }).filter((text) => text && closing.includes(text))).toEqual(closing);
    const other = ['server-closes', 'who-ask', 'client-answers', 'server-notes', 'client-tcp', 'server-tcp'];
    expect(textsOf({ by: 'server' }).filter((text) => text && other.includes(text))).toEqual(other);
  });

  test('of two that cross, each end reports the code of the other', () => {
    expect(lastOf({ by: 'both', code: '4001' })).toMatchObject({ client: { text: '1001' }, server: { text: '4001' } });
  });

  test('a code that may not travel is failed, and then nobody is asked who hangs up', () => {
    const texts = textsOf({ by: 'client', code: '1005' });
    expect(texts).toContain('server-fails');
    expect(texts).not.toContain('who-ask');
    expect(lastOf({ by: 'client', code: '1005' })).toMatchObject({
      client: { text: '1002' },
      server: { text: '1006' },
    });
  });

  test('a typed code is read up to what two bytes hold, and may be left out', () => {
    const { code } = lesson.fields;
    expect(code.read('')).toEqual({ value: null });
    expect(code.read('65535')).toEqual({ value: 65535 });
    expect(code.read('65536')).toMatchObject({ problem: 'out-of-range' });
    expect(lesson.fields.reason.read('€'.repeat(42))).toMatchObject({
      problem: 'too-many-bytes',
      values: { found: 126 },
    });
  });
});

test('the map of the codes has every number once, and the regions of RFC 6455 section 7.4.2', () => {
  const { regions } = codeMap((code) => code === 1000);
  expect(regions.map(({ first, last, kind }) => [first, last, kind])).toEqual([
    [0, 999, 'unused'],
    [1000, 1015, 'defined'],
    [1016, 2999, 'reserved'],
    [3000, 3999, 'registered'],
    [4000, 4999, 'private'],
    [5000, 65535, 'undefined'],
  ]);
  expect(regions.filter(({ state }) => state === 'current').map(({ first }) => first)).toEqual([1000]);
});
