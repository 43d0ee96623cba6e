import { type Dialect, holds } from '../model/drafts.ts';
import { isControl } from '../model/opcodes.ts';
import { frameRuleBit, RULES, type RuleId } from '../model/rules.ts';

/** The issue bit of a rule about frames, or 0 where the rule does not bind the dialect. */
export function ruleBit(rule: RuleId, dialect: Dialect): number {
  return holds(RULES[rule].since, dialect) ? frameRuleBit(rule) : 0;
}

/** The bits of the rules that an announced length can break; 0 where one does not bind. */
export interface LengthBits {
  readonly tooLong: number;
  readonly notMinimal: number;
  readonly topBit: number;
}

export function lengthBits(dialect: Dialect): LengthBits {
  return {
    tooLong: ruleBit('control-too-long', dialect),
    notMinimal: ruleBit('length-not-minimal', dialect),
    topBit: ruleBit('length-msb-set', dialect),
  };
}

/**
 * What the beginning of a long length form proves. From hybi-14 on a control frame breaks a rule as soon as it announces
 * one: either it holds more than 125 bytes, or a shorter form would have done. Before, the length must be above 125.
 * @param extended those of its 2 or 8 bytes that are there, not all
 */
export function cutLengthIssues(byte0: number, wide: boolean, extended: Uint8Array, bits: LengthBits): number {
  let issues = wide && (extended[0] ?? 0) > 127 ? bits.topBit : 0;
  // The last byte is missing, so that any 1 in front of it stands for 256 or more.
  if (isControl(byte0) && (bits.notMinimal !== 0 || extended.some((byte) => byte !== 0))) issues |= bits.tooLong;
  return issues;
}
