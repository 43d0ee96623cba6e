/** All issues of a connection, and the strict reading derived from the same list. */

import { byteSpan, DIRECTIONS, type Direction } from '../bytes/span.ts';
import type { FrameTable } from '../frame/table.ts';
import type { Handshake } from '../handshake/handshake.ts';
import { issuesOf } from '../message/issues.ts';
import type { Scan } from '../message/scan.ts';
import { hasCloseCodes } from '../model/close-codes.ts';
import type { Issue } from '../model/issue.ts';
import { FRAME_RULES, frameRuleBit, isFatal, RULES } from '../model/rules.ts';
import type { Gap } from '../text/reading.ts';
import type { Both } from './both.ts';
import type { Choice, StrictStop } from './model.ts';
import type { PartOrder, Run } from './order.ts';

/** Bits of frame rules over which a strict receiver fails the connection. */
const FATAL = FRAME_RULES.filter(isFatal).reduce((bits, rule) => (bits | frameRuleBit(rule)) >>> 0, 0);

/** Every issue, by direction and offset, at most `limit` of them; `total` counts them all. */
export function collectIssues(
  handshake: Handshake,
  capture: Both<readonly Issue[]>,
  scans: Both<Scan | null>,
  limit: number,
): { list: Issue[]; total: number } {
  const list: Issue[] = [];
  let total = 0;
  for (const direction of DIRECTIONS) {
    const start = list.length;
    for (const ahead of [handshake.issues[direction], capture[direction]]) {
      total += ahead.length;
      for (let i = 0; i < ahead.length && list.length < limit; i += 1) list.push(ahead[i] as Issue);
    }
    const scan = scans[direction];
    for (let i = scan?.table.nextWithIssues(0) ?? -1; scan && i >= 0; i = scan.table.nextWithIssues(i + 1)) {
      total += countBits(scan.table.issueBits(i));
      if (list.length < limit) list.push(...issuesOf(scan, i).slice(0, limit - list.length));
    }
    if (capture[direction].length > 0) {
      const own = list.splice(start).sort((x, y) => x.offset - y.offset);
      for (const issue of own) list.push(issue);
    }
  }
  return { list, total };
}

function countBits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Where a receiver of this direction that follows the text to the letter stops; null where it reads to the end. */
export function strictStop(direction: Direction, handshake: Handshake, scan: Scan | null): StrictStop | null {
  const fatal = ({ rule }: Issue): boolean => isFatal(rule);
  const inHead = handshake.issues[direction].find(fatal);
  if (inHead) return stopAt(inHead, -1, true);
  if (!scan) return null;
  let stop: StrictStop | null = null;
  for (let i = scan.table.nextWithIssues(0, FATAL); i >= 0; i = scan.table.nextWithIssues(i + 1, FATAL)) {
    // What stands behind Close is not read any more (section 5.5.1).
    if ((scan.closeFrame >= 0 && i > scan.closeFrame) || (stop && i >= stop.frame)) break;
    for (const issue of issuesOf(scan, i).filter(fatal)) {
      // A character cut off at the end of a message is certain only in the frame that ends the message.
      const frame = Number(issue.values.detectedIn ?? i);
      if (!stop || frame < stop.frame) stop = stopAt(issue, frame, hasCloseCodes(scan.dialect));
    }
  }
  return stop;
}

/** The status a server refuses with; a client that dislikes a response has nobody left to answer, it just stops. */
export function refusalStatus({ rule, direction }: Issue): number | null {
  const { reaction } = RULES[rule];
  return reaction.kind === 'refuse' && direction === 'client-to-server' ? reaction.status : null;
}

/** Before there were close codes a receiver could only drop the connection. */
function stopAt(issue: Issue, frame: number, codes: boolean): StrictStop {
  const { reaction } = RULES[issue.rule];
  return {
    direction: issue.direction,
    part: issue.part,
    frame,
    issue,
    closeCode: reaction.kind === 'close' && codes ? reaction.code : null,
    status: refusalStatus(issue),
  };
}

/** What the issues of a capture are judged by. */
interface Captured {
  readonly handshake: Handshake;
  readonly firstFrame: Both<Choice<number>>;
  readonly gaps: Both<readonly Gap[]>;
  readonly tables: Both<FrameTable>;
  readonly order: PartOrder;
  readonly runs: readonly Run[];
}

/** Issues of the capture itself: unreadable bytes in front, lost bytes, frames sent before the answer came. */
export function captureIssues(captured: Captured): Record<Direction, readonly Issue[]> {
  const { handshake, firstFrame, gaps, tables, order, runs } = captured;
  const issues: Record<Direction, Issue[]> = { 'client-to-server': [], 'server-to-client': [] };
  for (const direction of DIRECTIONS) {
    for (const { offset, length, missing } of gaps[direction]) {
      const part = order.partAt(direction, offset);
      const span = byteSpan(direction, offset, length);
      if (part) issues[direction].push({ rule: 'bytes-missing', direction, part, span, offset, values: { missing } });
    }
    const part = `${direction}/unparsed`;
    const row = order.rowOfFront(part);
    if (row < 0 || firstFrame[direction].reasons.includes('no-frames-after-refusal')) continue;
    const { offset, length } = order.part(row);
    const span = byteSpan(direction, offset, length);
    const values = { length, start: firstFrame[direction].value };
    const rule = firstFrame[direction].reasons.includes('no-frames-without-key')
      ? 'frame-key-unknown'
      : 'bytes-before-first-frame';
    issues[direction].push({ rule, direction, part, span, offset, values });
  }
  const early = earlyFrame(handshake, tables['client-to-server'], runs);
  if (early >= 0) {
    const direction = 'client-to-server';
    const offset = tables[direction].offset(early);
    const length = tables[direction].presentEnd(early) - offset;
    const span = byteSpan(direction, offset, length);
    const part = `${direction}/frame/${early}`;
    issues[direction].push({ rule: 'frame-before-response', direction, part, span, offset, values: {} });
  }
  return issues;
}

/** The client's first frame, where the capture shows that it left before the answer had arrived; else -1. */
function earlyFrame(handshake: Handshake, client: FrameTable, runs: readonly Run[]): number {
  if (client.count === 0 || !handshake.request || !handshake.response || runs.length === 0) return -1;
  const answered = runs.findIndex(
    (run) => run.direction === 'server-to-client' && run.offset + run.length >= handshake.responseLength,
  );
  const sent = runs.findIndex(
    (run) => run.direction === 'client-to-server' && run.offset + run.length > client.offset(0),
  );
  return sent >= 0 && sent < answered ? 0 : -1;
}
