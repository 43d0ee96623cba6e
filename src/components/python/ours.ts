import { toHex } from '../../protocol/bytes/hex.ts';
import { readParts } from '../../protocol/frame/parts.ts';
import { FrameScanner } from '../../protocol/frame/scanner.ts';
import type { FrameSink } from '../../protocol/frame/sink.ts';
import { FrameTable } from '../../protocol/frame/table.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';
import { closeCodeOf, FRAME_RULES, type RuleId } from '../../protocol/model/rules.ts';
import type { PyFrame } from './runtime/answer.ts';

/** What our decoder says to bytes of a client, seen as parse_frame sees them: frame by frame, headers only. */
export interface Ours {
  readonly frames: readonly PyFrame[];
  readonly end: { readonly kind: 'none' } | { readonly kind: 'refused'; readonly rules: readonly RuleId[] };
  /** Offset of the first byte that is left. */
  readonly at: number;
}

/** Messages, text and closing are not the business of parse_frame. */
const HEADERS_ONLY: FrameSink = { foresee: () => 0, begin: () => false, payload: () => {}, end: () => {} };

/** @param limit most bytes of a payload; null for no limit */
export function oursOf(data: Uint8Array, limit: number | null): Ours {
  const table = new FrameTable('client-to-server', DIALECTS.rfc6455);
  const dialect = DIALECTS.rfc6455;
  new FrameScanner({ table, sink: HEADERS_ONLY, dialect, start: 0, permessageDeflate: false }).push(data);
  const frames: PyFrame[] = [];
  for (let i = 0; i < table.count; i += 1) {
    const start = table.offset(i);
    const bits = table.issueBits(i);
    const rules = FRAME_RULES.filter((rule, bit) => (bits & (1 << bit)) !== 0 && closeCodeOf(rule) !== null);
    if (limit !== null && table.payloadLength(i) > limit) rules.push('message-too-big');
    if (rules.length > 0) return { frames, end: { kind: 'refused', rules }, at: start };
    if (table.status(i) !== 'complete') return { frames, end: { kind: 'none' }, at: start };
    const used = table.declaredEnd(i) - start;
    const { payload } = readParts(data.subarray(start, start + used)) ?? { payload: new Uint8Array(0) };
    frames.push({ fin: table.fin(i), opcode: table.opcode(i), payload: toHex(payload), used, start });
  }
  return { frames, end: { kind: 'none' }, at: data.length };
}

/** The close codes that an endpoint may give for broken rules. */
export function codesOf(rules: readonly RuleId[]): readonly number[] {
  return [...new Set(rules.map(closeCodeOf).filter((code) => code !== null))];
}
