import { expect, test } from 'vitest';
import { isFatal, RULE_IDS, RULES } from '../../../src/protocol/model/rules.ts';

test('A rule is fatal exactly where it is an error.', () => {
  expect(RULE_IDS.filter(isFatal)).toEqual(RULE_IDS.filter((id) => RULES[id].severity === 'error'));
  expect([isFatal('host-duplicate'), isFatal('rsv-nonzero'), isFatal('status')]).toEqual([true, true, true]);
  expect([isFatal('bare-lf'), isFatal('fossil-header'), isFatal('frame-after-close')]).toEqual([false, false, false]);
});

test('Nobody both enforces a rule and lets it pass.', () => {
  for (const id of RULE_IDS) {
    const { enforcedBy, ignoredBy } = RULES[id];
    expect([id, ignoredBy.filter((peer) => enforcedBy.includes(peer))]).toEqual([id, []]);
  }
});
