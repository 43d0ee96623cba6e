/** What can be wrong with a compressed message. Faults are values; nothing here throws. */

/** The three codes of a block: for the lengths of the other two, for literals and lengths, for distances. */
export type CodeName = 'code-lengths' | 'literals' | 'distances';

interface FaultOf<Kind extends string, Values> {
  readonly kind: Kind;
  /**
   * Where it begins in the payload. Bits are counted as the stream reads them: bit `n` is bit `n mod 8`, from 0x01 up, of
   * byte `n >> 3` (RFC 1951 §3.1.1).
   */
  readonly bit: number;
  readonly values: Values;
}

export type InflateFault =
  /** BTYPE 3, which is reserved (RFC 1951 §3.2.3). */
  | FaultOf<'block-type', { readonly type: number }>
  /** NLEN is not the complement of LEN (RFC 1951 §3.2.4). */
  | FaultOf<'stored-length', { readonly length: number; readonly check: number }>
  /** More symbols than there are (RFC 1951 §3.2.7). */
  | FaultOf<'symbol-count', { readonly code: CodeName; readonly count: number; readonly most: number }>
  /** Nothing to repeat (`repeats` of a length before the first), or lengths beyond the last (RFC 1951 §3.2.7). */
  | FaultOf<'repeat', { readonly repeats: number; readonly at: number; readonly count: number }>
  /** These lengths make no code: too many short ones, or bit patterns nobody uses, or a block that cannot end. */
  | FaultOf<
      'code-lengths',
      { readonly code: CodeName; readonly problem: 'over-subscribed' | 'incomplete' | 'no-end-of-block' }
    >
  /** Bits that are no code, or the code of a symbol without meaning (RFC 1951 §3.2.6). */
  | FaultOf<'bad-code', { readonly code: CodeName }>
  /** A copy from before all that is known (`known` bytes), within the window that was agreed. */
  | FaultOf<'distance-too-far', { readonly distance: number; readonly known: number }>
  /** The same from beyond the window of `window` bytes, which no sender that keeps to it can mean (RFC 7692 §7.1.2). */
  | FaultOf<'distance-beyond-window', { readonly distance: number; readonly known: number; readonly window: number }>
  /** The message ends inside a block, and putting back the tail does not end it. */
  | FaultOf<'truncated', { readonly length: number }>;
