import { byteSpan, type Span } from '../bytes/span.ts';
import { extendedLengthBytes, minimalForm } from '../frame/length.ts';
import { clearSpan, headerSpan, keyOffset, payloadOf } from '../frame/payload.ts';
import { framePath } from '../frame/table.ts';
import { closeCodeClass } from '../model/close-codes.ts';
import type { Issue } from '../model/issue.ts';
import { opcodeName } from '../model/opcodes.ts';
import { FRAME_RULES, type RuleId } from '../model/rules.ts';
import { type Finding, FOUND_BY_INFLATING } from './finding.ts';
import { inflatedId } from './inflated-source.ts';
import { isCompressed } from './messages.ts';
import type { Scan } from './scan.ts';
import { closeReasonFault, type TextFault, utf8Fault } from './utf8.ts';

type Values = Readonly<Record<string, string | number>>;

/** Where an issue shows, the wire offset of the faulty byte, and what is needed to say it in words. */
interface Place {
  readonly span: Span;
  readonly offset: number;
  readonly values?: Values;
}

/** The issues of one frame, in order of the byte that shows them, then of the catalogue. */
export function issuesOf(scan: Scan, frame: number): Issue[] {
  const bits = scan.table.issueBits(frame);
  if (bits === 0) return [];
  const part = framePath(scan.table, frame);
  const issues: Issue[] = [];
  FRAME_RULES.forEach((rule, index) => {
    if ((bits & (1 << index)) === 0) return;
    const { span, offset, values = {} } = placeOf(scan, frame, rule);
    issues.push({ rule, direction: scan.direction, part, span, offset, values });
  });
  // A stable sort: rules at the same byte stay in the order of the catalogue.
  return issues.sort((a, b) => a.offset - b.offset);
}

function placeOf(scan: Scan, frame: number, rule: RuleId): Place {
  const { table, source } = scan;
  const found = foundByInflating(scan, frame, rule);
  if (found) return inflatedPlace(scan, found);
  const at = table.offset(frame);
  const opcode = table.opcode(frame);
  const firstByte = (bit: number, count: number, values?: Values): Place => ({
    span: headerSpan(table, frame, source, 0, bit, count),
    offset: at + table.prefix,
    ...(values && { values }),
  });
  const whole = byteSpan(source.id, at, table.presentEnd(frame) - at);

  switch (rule) {
    case 'rsv-nonzero':
      return reservedBits(scan, frame);
    case 'rsv1-on-control':
    case 'rsv1-on-continuation':
      return firstByte(1, 1, { opcode });
    case 'reserved-opcode':
    case 'unexpected-continuation':
    case 'continues-unseen-message':
    case 'pong-unsolicited':
      return firstByte(4, 4, { opcode, name: opcodeName(opcode) });
    case 'expected-continuation':
      return firstByte(4, 4, { opcode, name: opcodeName(opcode), open: openBefore(scan, frame) });
    case 'control-fragmented':
      return firstByte(0, 1, { opcode, name: opcodeName(opcode) });
    case 'unmasked-client-frame':
    case 'masked-server-frame':
      return { span: headerSpan(table, frame, source, 1, 0, 1), offset: at + table.prefix + 1 };
    case 'control-too-long':
    case 'message-too-big':
    case 'length-not-minimal':
    case 'length-msb-set':
      return lengthPlace(scan, frame, rule);
    case 'masking-key-zero':
    case 'masking-key-repeated': {
      const key = keyOffset(table, frame);
      return { span: byteSpan(source.id, key, 4), offset: key };
    }
    case 'close-payload-length-1':
    case 'close-code-invalid':
      return closeCodePlace(scan, frame);
    case 'close-reason-invalid-utf8':
      return textPlace(scan, frame, closeReasonFault(scan, frame));
    case 'invalid-utf8':
      return textPlace(scan, frame, utf8Fault(scan, table.message(frame)));
    case 'utf8-replaced':
      return textPlace(scan, frame, closeReasonFault(scan, frame) ?? utf8Fault(scan, table.message(frame)));
    case 'frame-discarded':
      return firstByte(0, 8, { type: table.byte0(frame) });
    case 'bytes-end-inside-frame':
      return { span: whole, offset: table.presentEnd(frame), values: missing(scan, frame) };
    case 'bytes-end-inside-message':
      return { span: whole, offset: table.presentEnd(frame), values: { message: table.message(frame) } };
    default:
      return { span: whole, offset: at, values: { opcode, close: scan.closeFrame } };
  }
}

/** The bits that are 1 and may not be; from the first to the last of them. */
function reservedBits({ table, source, inflate }: Scan, frame: number): Place {
  const byte0 = table.byte0(frame);
  const name = opcodeName(table.opcode(frame));
  // With permessage-deflate RSV1 has rules of its own, but not on opcodes that nobody knows.
  const ownRules = inflate !== null && name !== 'reserved-data';
  const bad = byte0 & (ownRules ? 0x30 : 0x70);
  const first = (bad & 0x40) !== 0 ? 1 : (bad & 0x20) !== 0 ? 2 : 3;
  const last = (bad & 0x10) !== 0 ? 3 : (bad & 0x20) !== 0 ? 2 : 1;
  const offset = table.offset(frame) + table.prefix;
  const values = { rsv1: (byte0 >> 6) & 1, rsv2: (byte0 >> 5) & 1, rsv3: (byte0 >> 4) & 1 };
  return { span: headerSpan(table, frame, source, 0, first, last - first + 1), offset, values };
}

/** What is wrong with a declared length shows in the second byte, or in the bytes that extend it. */
function lengthPlace(scan: Scan, frame: number, rule: RuleId): Place {
  const { table, source } = scan;
  const at = table.offset(frame) + table.prefix;
  const seven = headerSpan(table, frame, source, 1, 1, 7);
  const form = table.lengthForm(frame);
  if (table.presentHeaderLength(frame) < table.prefix + 2 + extendedLengthBytes(form)) {
    // The bytes end inside the length: what it says is not known, only that it breaks the rule.
    if (rule === 'control-too-long') return { span: seven, offset: at + 1, values: { form } };
    return { span: headerSpan(table, frame, source, 2, 0, 1), offset: at + 2, values: { form } };
  }
  const exact = table.exactLength(frame, source);
  const length = exact > Number.MAX_SAFE_INTEGER ? exact.toString() : Number(exact);
  if (rule === 'control-too-long') return { span: seven, offset: at + 1, values: { length, form } };
  if (rule === 'message-too-big') {
    return { span: seven, offset: at + 1, values: { length, form, limit: scan.maxMessageBytes } };
  }
  const values = { length, form, minimal: minimalForm(exact) };
  if (rule === 'length-msb-set') return { span: headerSpan(table, frame, source, 2, 0, 1), offset: at + 2, values };
  const extended = headerSpan(table, frame, source, 2, 0, 8 * extendedLengthBytes(form));
  return { span: extended, offset: at + 2, values };
}

function closeCodePlace(scan: Scan, frame: number): Place {
  const { table } = scan;
  const body = payloadOf(table, frame, scan.source, 2);
  const offset = table.payloadOffset(frame);
  if (body.length === 0) {
    // The bytes end before the body; its length, declared in the second byte, is enough to know.
    const span = headerSpan(table, frame, scan.source, 1, 1, 7);
    const at = table.offset(frame) + table.prefix + 1;
    return { span, offset: at, values: { length: table.payloadLength(frame) } };
  }
  const span = clearSpan(table, frame, scan.source, 0, body.length);
  if (body.length < 2) return { span, offset, values: { length: 1 } };
  const code = ((body[0] as number) << 8) | (body[1] as number);
  return { span, offset, values: { code, class: closeCodeClass(code, scan.dialect) } };
}

function textPlace(scan: Scan, frame: number, fault: TextFault | null): Place {
  const { table } = scan;
  // Only a table that was filled by hand can say so without a fault being there.
  if (fault === null) return { span: clearSpan(table, frame, scan.source, 0, 0), offset: table.payloadOffset(frame) };
  const seen = fault.offendingInMessage - fault.sequenceStartInMessage;
  const truncated = fault.kind === 'truncated-sequence';
  const start = Math.max(0, truncated ? fault.position - seen + 1 : fault.position - seen);
  const byte = payloadOf(table, fault.frame, scan.source, 1, fault.position)[0] ?? 0;
  return {
    span: clearSpan(table, fault.frame, scan.source, start, fault.position + 1 - start),
    offset: fault.offset,
    values: {
      utf8: fault.kind,
      byte,
      offendingInMessage: fault.offendingInMessage,
      sequenceStartInMessage: fault.sequenceStartInMessage,
      sequenceStartOffset: fault.sequenceStartOffset,
      detectedIn: fault.detectedIn,
    },
  };
}

/** Where inflating the frame's message shows that it breaks the rule; null where something else does. */
function foundByInflating(scan: Scan, frame: number, rule: RuleId): Finding | null {
  const first = scan.table.message(frame);
  if (first < 0 || !isCompressed(scan, first)) return null;
  if (!FOUND_BY_INFLATING.some((one) => one === rule)) return null;
  return scan.inflate?.findings(first).find((one) => one.rule === rule && one.frame === frame) ?? null;
}

/** No byte of the wire is the inflated byte: such a fault is where the payload begins that says it. */
function inflatedPlace(scan: Scan, { frame, position, shows, values }: Finding): Place {
  const { table } = scan;
  const offset = table.payloadOffset(frame);
  const length = table.presentPayloadLength(frame);
  if (shows !== null) {
    return { span: byteSpan(inflatedId(scan, table.message(frame)), shows.start, shows.length), offset, values };
  }
  if (position < 0 || length === 0) return { span: clearSpan(table, frame, scan.source, 0, length), offset, values };
  return { span: clearSpan(table, frame, scan.source, Math.min(position, length - 1), 1), offset, values };
}

function missing({ table }: Scan, frame: number): Values {
  const status = table.status(frame);
  const present = table.presentEnd(frame) - table.offset(frame);
  if (status === 'payload')
    return { missing: status, present, needed: table.declaredEnd(frame) - table.presentEnd(frame) };
  return { missing: status, present };
}

/** The message that a new data frame cuts off. */
function openBefore(scan: Scan, frame: number): number {
  for (let i = frame - 1; i >= 0; i -= 1) if (scan.table.message(i) >= 0) return scan.table.message(i);
  return -1;
}
