/** What runtime/harness.py tells: JSON that our own code made, so nothing here is checked again. */

/** A value of Python, cut to what can be shown. */
export interface PyValue {
  readonly type: string;
  /** Its repr. */
  readonly text: string;
  /** Of bytes: the first of them. */
  readonly hex?: string;
  /** Of bytes, and of long lists and texts. */
  readonly length?: number;
}

/** What came of one call of parse_frame. `line` is a line of the learner's code, where one is to blame. */
export type Answer =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'frame';
      readonly fin: boolean;
      readonly opcode: number;
      readonly payload: string;
      readonly used: number;
    }
  /** A ProtocolError; `code` is null where it has none that is a number. */
  | { readonly kind: 'refused'; readonly code: number | null; readonly text: string; readonly line: number | null }
  | Fault;

export type Fault =
  /** Any other exception; `loading` where it came before parse_frame was there. */
  | {
      readonly kind: 'error';
      readonly type: string;
      readonly text: string;
      readonly line: number | null;
      readonly loading?: true;
    }
  /** More lines run than may be: probably a loop without end. */
  | { readonly kind: 'endless'; readonly line: number | null; readonly loading?: true }
  /** As many steps written down as may be. */
  | { readonly kind: 'stepped'; readonly line: number | null }
  /** No function of that name. */
  | { readonly kind: 'missing'; readonly line: null }
  /** Returned something that parse_frame does not return. */
  | { readonly kind: 'wrong'; readonly problem: Problem; readonly got: PyValue; readonly line: null };

export type Problem =
  | 'not-pair'
  | 'not-frame'
  | 'used-type'
  | 'used-none'
  | 'used-more'
  | 'fin'
  | 'opcode'
  | 'payload-text'
  | 'payload-type'
  | 'changed';

export interface PyFrame {
  readonly fin: boolean;
  readonly opcode: number;
  readonly payload: string;
  readonly used: number;
  /** Offset of its first byte. */
  readonly start: number;
}

/** One line that was run, and what there was just before; or how a function was left. */
export interface Step {
  readonly event: 'line' | 'return' | 'raise';
  readonly line: number;
  /** Which call of parse_frame, from 1. */
  readonly call: number;
  readonly function: string;
  /** 1 for parse_frame itself. */
  readonly depth: number;
  readonly names: readonly (readonly [name: string, value: PyValue])[];
  /** Offsets of the bytes that this line looked at, where that can be told. */
  readonly touched: readonly (readonly [start: number, end: number])[];
  /** What was returned or raised. */
  readonly value?: PyValue;
}

interface Printed {
  readonly output: string;
  readonly outputCut: boolean;
}

/** parse_frame called on the bytes until it wanted more. */
export interface RunTold extends Printed {
  readonly frames: readonly PyFrame[];
  /** How it ended. */
  readonly end: Answer;
  /** Offset of the first byte that is left. */
  readonly at: number;
  /** The limit that parse_frame has by default; null where it has none. */
  readonly limit: number | null;
  readonly steps?: readonly Step[];
}

export interface CheckTold extends Printed {
  /** Why nothing could be tried. */
  readonly fault: Fault | null;
}
