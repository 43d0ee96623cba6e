/** What must hold for any bytes at all. Throws where it does not; used by the tests and by the long fuzz run. */

import { equalBytes } from '../../../src/protocol/bytes/join.ts';
import type { Source } from '../../../src/protocol/bytes/source.ts';
import { encodeDraftFrame } from '../../../src/protocol/frame/draft-frames.ts';
import { encodeFrame, encodeHixieFrame } from '../../../src/protocol/frame/encode.ts';
import { maskingKey, payloadOf } from '../../../src/protocol/frame/payload.ts';
import { closeBodyOf } from '../../../src/protocol/message/control.ts';
import { explainMessage, joinedSource } from '../../../src/protocol/message/explain.ts';
import { explainFrameOf } from '../../../src/protocol/message/explain-frame.ts';
import { issuesOf } from '../../../src/protocol/message/issues.ts';
import { messagesOf } from '../../../src/protocol/message/messages.ts';
import type { Scan } from '../../../src/protocol/message/scan.ts';
import type { Issue } from '../../../src/protocol/model/issue.ts';
import { type FieldNode, walk } from '../../../src/protocol/model/node.ts';

/** What version 4 masks with in the tests. */
export const CONNECTION_KEY = Uint8Array.from({ length: 20 }, (_, i) => (i * 73 + 5) & 0xff);

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Frames follow each other without gap and end where the bytes end. */
export function checkTable({ table }: Scan, start: number, end: number): void {
  let at = start;
  for (let i = 0; i < table.count; i += 1) {
    must(table.offset(i) === at, `frame ${i} does not begin where the one before it ends`);
    must(table.status(i) === 'complete' || i === table.count - 1, `frame ${i} is cut but not the last`);
    must(
      table.presentHeaderLength(i) + table.presentPayloadLength(i) <= table.presentEnd(i) - at,
      `frame ${i} overflows`,
    );
    at = table.presentEnd(i);
  }
  must(at === end && table.streamEnd === end, 'bytes are left over');
}

/** The columns of two scans of the same bytes. */
export function checkSame(a: Scan, b: Scan): void {
  must(a.table.count === b.table.count, 'another cut gives another number of frames');
  for (let i = 0; i < a.table.count; i += 1) {
    const same =
      a.table.offset(i) === b.table.offset(i) &&
      a.table.headerLength(i) === b.table.headerLength(i) &&
      a.table.payloadLength(i) === b.table.payloadLength(i) &&
      a.table.byte0(i) === b.table.byte0(i) &&
      a.table.byte1(i) === b.table.byte1(i) &&
      a.table.status(i) === b.table.status(i) &&
      a.table.message(i) === b.table.message(i) &&
      a.table.issueBits(i) === b.table.issueBits(i);
    must(same, `another cut gives another frame ${i}`);
  }
  must(a.openMessage === b.openMessage && a.closeFrame === b.closeFrame, 'another cut gives another state');
}

/** Leaves tile the source; children lie inside their parents; every path is there once. */
function checkTree(root: FieldNode): void {
  const paths = new Set<string>();
  const at = new Map<string, number>();
  for (const node of walk(root)) {
    must(!paths.has(node.path), `${node.path} is there twice`);
    paths.add(node.path);
    const { span } = node;
    if (span === null) continue;
    const inside = node.children.filter((child) => child.span?.source === span.source);
    for (const child of inside) {
      const within = child.span !== null && child.span.start >= span.start && child.span.end <= span.end;
      must(within, `${child.path} leaves its parent`);
    }
    if (inside.length > 0) continue;
    must(span.start === (at.get(span.source) ?? span.start), `${node.path} leaves a gap or overlaps`);
    at.set(span.source, span.end);
  }
  must(root.span !== null && at.get(root.span.source) === root.span.end, 'the leaves do not reach the end');
}

function checkIssues(scan: Scan, i: number, issues: readonly Issue[]): void {
  const bits = scan.table.issueBits(i);
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  must(issues.length === count, `frame ${i} does not tell every issue`);
  for (const { offset, span, rule } of issues) {
    must(
      offset >= scan.table.offset(i) && offset <= scan.table.presentEnd(i),
      `${rule} of frame ${i} points elsewhere`,
    );
    must(span.start <= span.end, `${rule} of frame ${i} has no place`);
  }
}

/** A whole frame, written again from its fields, is the same bytes. */
function checkAgain(scan: Scan, i: number): void {
  const { table, source } = scan;
  if (table.status(i) !== 'complete') return;
  const wire = source.read(table.offset(i), table.declaredEnd(i));
  const payload = payloadOf(table, i, source);
  must(equalBytes(writtenAgain(scan, i, payload), wire), `frame ${i} is not written again as it was read`);
}

function writtenAgain({ table, source }: Scan, i: number, payload: Uint8Array): Uint8Array {
  if (table.framing === 'hixie') {
    const lengthBytes = source.read(table.offset(i) + 1, table.payloadOffset(i));
    return encodeHixieFrame({ type: table.byte0(i), payload, lengthBytes });
  }
  const parts = {
    fin: table.fin(i),
    rsv1: table.rsv1(i),
    rsv2: table.rsv2(i),
    rsv3: table.rsv3(i),
    opcode: table.opcode(i),
    maskingKey: maskingKey(table, i, source),
    lengthForm: table.lengthForm(i),
    payload,
  };
  if (table.framing === 'rfc6455') return encodeFrame(parts);
  const [second = 0] = table.layout?.clear(source, table.offset(i), 1, 2) ?? [];
  return encodeDraftFrame(table.framing, { ...parts, rsv4: second > 127, connectionKey: CONNECTION_KEY });
}

function checkSource(source: Source): void {
  must(source.read(0, source.length).length === source.length, `${source.id} cannot be read to its end`);
  must(source.read(1, 3).length === Math.max(0, Math.min(2, source.length - 1)), `${source.id} cannot be read in part`);
}

/** Everything that can be asked about every frame and message. */
export function checkAll(scan: Scan): void {
  const { table } = scan;
  for (let i = 0; i < table.count; i += 1) {
    const issues = issuesOf(scan, i);
    checkIssues(scan, i, issues);
    const tree = explainFrameOf(scan, i);
    checkTree(tree);
    let hung = 0;
    for (const node of walk(tree)) hung += node.issues.length;
    must(hung === issues.length, `frame ${i} shows ${hung} of ${issues.length} issues`);
    checkAgain(scan, i);
    closeBodyOf(scan, i);
  }
  for (const message of messagesOf(scan)) {
    checkSource(joinedSource(scan, message));
    const tree = explainMessage(scan, message.first);
    must(tree !== null, `message ${message.first} has no tree`);
    if (tree) checkTree(tree);
  }
}
