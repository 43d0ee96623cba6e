import { type Dialect, holds } from '../model/drafts.ts';
import { frameRuleBit, RULES, type RuleId } from '../model/rules.ts';

/** The issue bit of a rule about frames, or 0 where the rule does not bind the dialect. */
export function ruleBit(rule: RuleId, dialect: Dialect): number {
  return holds(RULES[rule].since, dialect) ? frameRuleBit(rule) : 0;
}
