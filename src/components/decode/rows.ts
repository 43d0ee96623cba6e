import type { ConnectionView, Part } from '../../protocol/connection/model.ts';
import { payloadOf } from '../../protocol/frame/payload.ts';
import type { Glance } from '../../protocol/message/glance.ts';
import { inflatedText } from '../../protocol/message/inflated.ts';
import { hasCloseCodes } from '../../protocol/model/close-codes.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import { type FieldNode, walk } from '../../protocol/model/node.ts';
import { isControl, OPCODE, type OpcodeName, opcodeName } from '../../protocol/model/opcodes.ts';
import { FRAME_RULES, RULES, type Severity } from '../../protocol/model/rules.ts';

/** What a row of the list says, worked out only for the rows on screen. */
export interface Row {
  readonly part: Part;
  /** What the badge says: an opcode, a hixie frame, a head. */
  readonly kind: OpcodeName | 'request' | 'response' | 'unparsed' | 'hixie-text' | 'hixie-close' | 'hixie-discarded';
  readonly masked: boolean;
  /** False for a fragment that others follow. */
  readonly fin: boolean;
  readonly compressed: boolean;
  /** Bytes of the message this frame begins, before they were compressed; `more`: inflating was stopped there. */
  readonly inflated: { readonly length: number; readonly more: boolean } | null;
  /** Bytes of the payload, or of the part where it has none. */
  readonly size: bigint;
  readonly excerpt: Excerpt;
  readonly severity: Severity | null;
}

/** The beginning of what the part says: text, or bytes where it is not text. */
export type Excerpt =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'close'; readonly code: number; readonly reason: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** Bytes looked at; a row shows fewer. */
const LOOK = 96;
const SHOWN_BYTES = 8;

const BITS: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
FRAME_RULES.forEach((rule, bit) => {
  BITS[RULES[rule].severity] |= 1 << bit;
});

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** Issues of the parts that are not frames: a handful. */
export function headIssues(connection: ConnectionView): ReadonlyMap<string, Severity> {
  const out = new Map<string, Severity>();
  for (let row = 0; row < connection.partCount; row += 1) {
    const part = connection.part(row);
    if (part.kind === 'frame') break;
    const tree = connection.explain(part.path);
    const worst = tree && worstOf(issuesOf(tree));
    if (worst) out.set(part.path, worst);
  }
  return out;
}

function* issuesOf(tree: FieldNode): Generator<Issue> {
  for (const node of walk(tree)) yield* node.issues;
}

function worstOf(issues: Iterable<Issue>): Severity | null {
  let worst: Severity | null = null;
  for (const { rule } of issues) {
    const { severity } = RULES[rule];
    if (worst === null || ORDER.indexOf(severity) < ORDER.indexOf(worst)) worst = severity;
  }
  return worst;
}

export function rowOf(connection: ConnectionView, index: number, headSeverity: Severity | null): Row {
  const part = connection.part(index);
  const { source, frames } = connection.directions[part.direction];
  if (part.kind !== 'frame') {
    const first = source.read(part.offset, part.offset + Math.min(part.length, LOOK));
    return {
      part,
      kind: part.kind,
      masked: false,
      fin: true,
      compressed: false,
      inflated: null,
      size: BigInt(part.length),
      excerpt:
        part.kind === 'unparsed'
          ? { kind: 'bytes', bytes: first.subarray(0, SHOWN_BYTES) }
          : { kind: 'text', text: firstLine(first), quoted: false },
      severity: headSeverity,
    };
  }
  const i = part.frame;
  const bits = frames.issueBits(i);
  const severity = ORDER.find((one) => (bits & BITS[one]) !== 0) ?? null;
  const payload = payloadOf(frames, i, source, LOOK);
  if (frames.framing === 'hixie') {
    const sentinel = frames.form(i) === 'sentinel';
    const closes = !sentinel && frames.byte0(i) === 0xff && frames.payloadLength(i) === 0;
    const text = sentinel && frames.byte0(i) === 0;
    return {
      part,
      kind: closes ? 'hixie-close' : text ? 'hixie-text' : 'hixie-discarded',
      masked: false,
      fin: true,
      compressed: false,
      inflated: null,
      size: BigInt(frames.payloadLength(i)),
      excerpt: closes || payload.length === 0 ? { kind: 'none' } : text ? textOf(payload) : bytesOf(payload),
      severity,
    };
  }
  if (!frames.opened(i)) {
    // Only what stands in front of the header is there.
    const bytes = source.read(part.offset, part.offset + part.length);
    return {
      part,
      kind: 'unparsed',
      masked: true,
      fin: true,
      compressed: false,
      inflated: null,
      size: BigInt(part.length),
      excerpt: bytesOf(bytes),
      severity,
    };
  }
  const opcode = frames.opcode(i);
  const first = frames.message(i);
  const glance = first >= 0 ? connection.glance(part.direction, first) : null;
  const inflated = glance !== null && first === i && (glance.whole || glance.length > 0) ? glance : null;
  const messageOpcode = first >= 0 ? frames.opcode(first) : opcode;
  return {
    part,
    kind: opcodeName(opcode),
    masked: frames.masked(i),
    fin: frames.fin(i),
    compressed: glance !== null,
    inflated: inflated && { length: inflated.length, more: inflated.capped },
    size: frames.exactLength(i, source),
    excerpt: inflated
      ? excerptOfInflated(messageOpcode, inflated)
      : excerptOf(opcode, messageOpcode, payload, {
          compressed: glance !== null,
          codes: hasCloseCodes(frames.dialect),
        }),
    severity,
  };
}

function excerptOf(
  opcode: number,
  messageOpcode: number,
  payload: Uint8Array,
  { compressed, codes }: { readonly compressed: boolean; readonly codes: boolean },
): Excerpt {
  if (payload.length === 0) return { kind: 'none' };
  if (opcode === OPCODE.close && codes && payload.length >= 2) {
    const [high = 0, low = 0] = payload;
    return { kind: 'close', code: high * 256 + low, reason: decode(payload.subarray(2)) };
  }
  if (compressed) return bytesOf(payload);
  if (isControl(opcode))
    return payload.every((byte) => byte >= 0x20 && byte < 0x7f) ? textOf(payload) : bytesOf(payload);
  return messageOpcode === 1 ? textOf(payload) : bytesOf(payload);
}

/** What a compressed message says, in the row of its first frame; the others show what travelled. */
function excerptOfInflated(opcode: number, { bytes, unknown }: Glance): Excerpt {
  if (bytes.length === 0) return { kind: 'none' };
  if (opcode !== OPCODE.text) return bytesOf(bytes);
  return { kind: 'text', text: inflatedText(bytes, unknown), quoted: true };
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const textOf = (payload: Uint8Array): Excerpt => ({ kind: 'text', text: decode(payload), quoted: true });
const bytesOf = (payload: Uint8Array): Excerpt => ({ kind: 'bytes', bytes: payload.slice(0, SHOWN_BYTES) });

function firstLine(bytes: Uint8Array): string {
  return decode(bytes).split('\n', 1)[0]?.trimEnd() ?? '';
}
