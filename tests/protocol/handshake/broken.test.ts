import { describe, expect, it } from 'vitest';
import { BREAKABLE_HANDSHAKES, brokenHandshake } from '../../../src/protocol/handshake/broken.ts';
import { readHandshake } from '../../../src/protocol/handshake/handshake.ts';
import { FRAME_RULES, RULE_IDS, type RuleId } from '../../../src/protocol/model/rules.ts';
import { randomFrom } from './support.ts';

/** Faults of the capture, and one that nobody sends: a page shows the keys so. */
const LEFT_OUT: readonly RuleId[] = [
  'bytes-before-first-frame',
  'bytes-missing',
  'frame-before-response',
  'frame-key-unknown',
  'hixie-key-spaces-collapsed',
];

/** What cannot be wrong alone. */
const ALONG: Partial<Record<RuleId, readonly RuleId[]>> = {};

it('there is one for every rule about handshakes', () => {
  const wanted = RULE_IDS.filter((rule) => !FRAME_RULES.includes(rule) && !LEFT_OUT.includes(rule));
  expect(wanted.filter((rule) => !(BREAKABLE_HANDSHAKES as readonly RuleId[]).includes(rule))).toEqual([]);
});

describe.each(BREAKABLE_HANDSHAKES)('%s', (rule) => {
  it('is what the reader finds, and nothing else, whatever the keys', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { issues } = readHandshake(brokenHandshake(rule, randomFrom(seed)));
      const found = [...issues['client-to-server'], ...issues['server-to-client']].map((issue) => issue.rule);
      expect(found).toEqual([rule, ...(ALONG[rule] ?? [])]);
    }
  });
});
