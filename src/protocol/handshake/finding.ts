import type { Draft } from '../model/drafts.ts';
import { DRAFTS } from '../model/drafts.ts';
import type { RuleId } from '../model/rules.ts';
import { isFatal, RULES } from '../model/rules.ts';

/** Half-open range of bytes, counted from the first byte of the direction. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A range with the text its bytes spell (one character a byte). */
export interface Token extends ByteRange {
  readonly text: string;
}

export type FindingValues = Readonly<Record<string, string | number>>;

/** A broken rule before it is an issue: without the direction and the part, which only the handshake as a whole knows. */
export interface Finding {
  readonly rule: RuleId;
  readonly offset: number;
  /** Bytes; 0 where something is missing at `offset`. */
  readonly length: number;
  readonly values: FindingValues;
}

export function finding(rule: RuleId, at: ByteRange, values: FindingValues = {}): Finding {
  return { rule, offset: at.start, length: at.end - at.start, values };
}

/** Collects findings, leaving out rules that are younger than the dialect. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #age: number;

  constructor(draft: Draft) {
    this.#age = DRAFTS.indexOf(draft);
  }

  add(rule: RuleId, at: ByteRange, values: FindingValues = {}): void {
    this.include([finding(rule, at, values)]);
  }

  include(findings: readonly Finding[]): void {
    for (const item of findings) if (DRAFTS.indexOf(RULES[item.rule].since) <= this.#age) this.list.push(item);
  }

  /** In order of place; findings at one place stay in the order they were made. */
  sorted(): readonly Finding[] {
    return this.list.toSorted((a, b) => a.offset - b.offset);
  }
}

/** `accept`: a peer that follows the text goes on. `reject`: it does not. `incomplete`: nothing wrong yet, more to come. */
export type Verdict = 'accept' | 'reject' | 'incomplete';

/** One fatal rule is enough to reject, also before all bytes are there. */
export function verdictOf(findings: readonly Finding[], complete: boolean): Verdict {
  if (findings.some(({ rule }) => isFatal(rule))) return 'reject';
  return complete ? 'accept' : 'incomplete';
}
