import { advanceUtf8, decodeUtf8, UTF8_START, utf8EndFault, utf8FaultOf } from '../bytes/utf8.ts';
import { ruleBit } from '../frame/rule-bits.ts';
import type { DirectionDeflate } from '../handshake/extensions.ts';
import type { Dialect } from '../model/drafts.ts';
import type { Finding } from './finding.ts';
import type { Gone, Inflation } from './history.ts';

/** What a compressed message is judged by. */
export interface Judging {
  readonly dialect: Dialect;
  readonly deflate: DirectionDeflate;
  readonly maxMessageBytes: number;
  /** Bytes of a message after which inflating stops. */
  readonly maxOutput: number;
}

/** The message that is judged. */
export interface Judged {
  readonly text: boolean;
  /** Its last frame is there, and whole. */
  readonly complete: boolean;
  /** Some of its payload was not captured: it was inflated up to there. */
  readonly lost: boolean;
  /** More payload than is looked at. */
  readonly long: boolean;
  readonly lastFrame: number;
  /** The frame that holds a byte of the joined payload, and its position there. */
  frameOf(byte: number): { readonly frame: number; readonly position: number };
  /** The frame whose payload says what byte `index` of the inflated message is. */
  frameThatSays(index: number): number;
}

const NOTHING: readonly Finding[] = [];

/** The rules that a compressed message breaks; usually none, and then nothing is allocated. */
export function judge(out: Inflation, message: Judged, by: Judging): readonly Finding[] {
  const { bytes, twin, fault, capped, farthest } = out;
  const incomplete = fault !== null || capped || message.lost || message.long;
  if (!incomplete && twin === null && farthest <= 2 ** by.deflate.windowBits) {
    return message.text ? badText(bytes, message, by) : NOTHING;
  }
  const findings: Finding[] = [];
  const at = (rule: Finding['rule'], byte: number, values: Finding['values']): void => {
    findings.push({ rule, ...message.frameOf(byte), shows: null, values });
  };
  if (fault !== null) {
    const byte = fault.bit >> 3;
    at('inflate-error', byte, { ...fault.values, problem: fault.kind, bit: fault.bit & 7, byte });
  }
  if (farthest > 2 ** by.deflate.windowBits) {
    const { windowBits } = by.deflate;
    const values = { distance: farthest, window: 2 ** windowBits, windowBits };
    at('distance-beyond-window', out.farthestBit >> 3, values);
  }
  // Whoever is asked where a byte comes from inflates again, into the same memory: what the bytes say is read before.
  const part = inPart(out, message, by);
  if (capped && by.maxMessageBytes <= by.maxOutput) {
    const frame = message.frameThatSays(by.maxMessageBytes);
    const values = { reason: 'inflated', limit: by.maxMessageBytes };
    findings.push({ rule: 'message-too-big', frame, position: -1, shows: null, values });
  }
  if (part !== null) findings.push(part);
  else if (fault === null && !capped && message.text) findings.push(...badText(bytes, message, by));
  return findings;
}

/** What keeps us, not the peer, from knowing the whole message. */
function inPart({ bytes, twin, gone, capped }: Inflation, message: Judged, by: Judging): Finding | null {
  const { frame } = message.frameOf(0);
  const finding = (reason: Gone, shows: Finding['shows'], values: Finding['values']): Finding => {
    return { rule: 'inflated-in-part', frame, position: -1, shows, values: { reason, ...values } };
  };
  if (message.lost) return finding('bytes-lost', null, { length: bytes.length });
  if (twin !== null) {
    const { count, start, length } = unknownIn(bytes, twin);
    const why = gone ?? 'before-capture';
    if (count > 0) return finding(why, { start, length }, { unknown: count, length: bytes.length });
  }
  const ours = capped && by.maxMessageBytes > by.maxOutput;
  return ours || message.long ? finding('limit', null, { limit: bytes.length, length: bytes.length }) : null;
}

/** How many bytes are not known, and the first run of them. */
function unknownIn(bytes: Uint8Array, twin: Uint8Array): { count: number; start: number; length: number } {
  let count = 0;
  let start = -1;
  let length = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] === twin[i]) continue;
    count += 1;
    if (start < 0) start = i;
    if (start + length === i) length += 1;
  }
  return { count, start, length };
}

/** UTF-8 is checked after inflating, over the whole message (RFC 6455 section 8.1). */
function badText(bytes: Uint8Array, message: Judged, { dialect }: Judging): readonly Finding[] {
  const state = advanceUtf8(UTF8_START, bytes, 0, bytes.length);
  if (state === UTF8_START || (state > 0 && !message.complete)) return NOTHING;
  const fault = state < 0 ? utf8FaultOf(state) : utf8EndFault(state, bytes.length);
  if (fault === null) return NOTHING;
  const truncated = fault.kind === 'truncated-sequence';
  const last = Math.min(fault.index, bytes.length - 1);
  const byte = bytes[last] ?? 0;
  const frame = message.frameThatSays(last);
  return [
    {
      rule: ruleBit('invalid-utf8', dialect) === 0 ? 'utf8-replaced' : 'invalid-utf8',
      frame,
      position: -1,
      shows: { start: fault.sequenceStart, length: last + 1 - fault.sequenceStart },
      values: {
        utf8: fault.kind,
        byte,
        offendingInMessage: fault.index,
        sequenceStartInMessage: fault.sequenceStart,
        detectedIn: truncated ? message.lastFrame : frame,
      },
    },
  ];
}

/** Text of `bytes[0, end)`; one U+FFFD for each run of bytes that `unknown` marks. */
export function inflatedText(bytes: Uint8Array, unknown: Uint8Array | null, end = bytes.length): string {
  if (unknown === null) return decodeUtf8(bytes, 0, end);
  let text = '';
  for (let i = 0; i < end; ) {
    const from = i;
    const marked = unknown[i] !== 0;
    while (i < end && (unknown[i] !== 0) === marked) i += 1;
    text += marked ? '\ufffd' : decodeUtf8(bytes, from, i);
  }
  return text;
}

/** 1 for every byte in which the two differ; null where there is none. */
export function unknownBytes(bytes: Uint8Array, twin: Uint8Array | null): Uint8Array | null {
  if (twin === null) return null;
  let any = 0;
  const marks = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) {
    const mark = bytes[i] === twin[i] ? 0 : 1;
    marks[i] = mark;
    any |= mark;
  }
  return any === 0 ? null : marks;
}
