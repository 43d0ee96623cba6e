import { describe, expect, it } from 'vitest';
import { BREAKABLE, broken } from '../../../src/protocol/connection/broken.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import { FRAME_RULES, type RuleId } from '../../../src/protocol/model/rules.ts';

/** A payload of 2^63 bytes is never all there. */
const ALONG: Partial<Record<RuleId, readonly RuleId[]>> = { 'length-msb-set': ['bytes-end-inside-frame'] };

it('there is a conversation for every rule about frames', () => {
  expect(BREAKABLE).toEqual(FRAME_RULES);
});

describe.each(BREAKABLE)('%s', (rule) => {
  it('is what the decoder finds, and nothing else, in the last thing sent', () => {
    const { items, assumptions } = broken(rule);
    const connection = new Connection(assumptions, true);
    for (const { direction, bytes } of items) connection.push(direction, bytes);
    connection.end();
    const { list } = connection.issues();
    expect(list.map((issue) => issue.rule)).toEqual([rule, ...(ALONG[rule] ?? [])]);
    const last = items.at(-1);
    const own = items.filter(({ direction }) => direction === last?.direction);
    expect(list[0]?.part).toBe(`${last?.direction}/frame/${own.length - 1}`);
  });
});
