/** What ends a conversation on the way: the exceptions of `server.py`. */

import type { RuleId } from '../../protocol/model/rules.ts';

export class ProtocolError extends Error {
  readonly code: number;
  /** Where it is a rule about headers. */
  readonly rule: RuleId | null;

  constructor(code: number, reason: string, rule: RuleId | null = null) {
    super(reason);
    this.code = code;
    this.rule = rule;
  }
}

/** Python's `UnicodeDecodeError`: the message is its `reason`. */
export class NotText extends Error {}

/** Nothing more comes: the server waits from here on. */
export class Waits extends Error {}
