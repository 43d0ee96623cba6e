import { toHex } from '../bytes/hex.ts';
import { DIRECTIONS, opposite } from '../bytes/span.ts';
import { controlPayload } from '../message/control.ts';
import type { Scan } from '../message/scan.ts';
import { OPCODE } from '../model/opcodes.ts';
import { frameRuleBit } from '../model/rules.ts';
import type { Both } from './both.ts';
import type { PingPong } from './model.ts';
import type { PartOrder } from './order.ts';

/** Pings and pongs looked at per direction: pairing is for reading, and nobody reads more. */
export const MOST_PINGS = 10_000;

interface Control {
  readonly frame: number;
  readonly payload: string;
  /** Position in the capture, where that is known. */
  readonly when: number;
}

/**
 * Which pong answers which ping (RFC 6455 section 5.5.3): the pong carries the ping's bytes and comes after it; of several
 * unanswered pings only the latest needs an answer, so a pong may skip older ones. A pong that fits no ping is marked as
 * unsolicited, which is allowed.
 */
export function pairPings(scans: Both<Scan | null>, order: PartOrder): readonly PingPong[] {
  const pings = listControls(scans, order, OPCODE.ping);
  const pongs = listControls(scans, order, OPCODE.pong);
  const bit = frameRuleBit('pong-unsolicited');
  return DIRECTIONS.flatMap((from) => {
    const answering = scans[opposite(from)];
    const asked = pings[from];
    const given = pongs[opposite(from)];
    const { answers, unasked } = match(asked, given, order.known);
    // What was said of few bytes may no longer hold now that there are more.
    for (const { frame } of given) answering?.table.removeIssue(frame, bit);
    if (answering && scans[from] && asked.length < MOST_PINGS) {
      for (const frame of unasked) answering.table.addIssue(frame, bit);
    }
    return asked.map(({ frame }) => ({ from, ping: frame, pong: answers.get(frame) ?? null }));
  });
}

function match(pings: readonly Control[], pongs: readonly Control[], ordered: boolean) {
  const answers = new Map<number, number>();
  const unasked: number[] = [];
  // Positions in `pings` by payload, each list with a cursor, so that thousands of equal pings stay linear.
  const waiting = new Map<string, { at: number[]; cursor: number }>();
  for (const [position, { payload }] of pings.entries()) {
    const list = waiting.get(payload);
    if (list) list.at.push(position);
    else waiting.set(payload, { at: [position], cursor: 0 });
  }
  let next = 0;
  for (const pong of pongs) {
    const list = waiting.get(pong.payload);
    while (list && (list.at[list.cursor] ?? next) < next) list.cursor += 1;
    const found = list?.at[list.cursor];
    const ping = found === undefined ? undefined : pings[found];
    if (ping && found !== undefined && (!ordered || ping.when < pong.when)) {
      answers.set(ping.frame, pong.frame);
      next = found + 1;
    } else {
      unasked.push(pong.frame);
    }
  }
  return { answers, unasked };
}

function listControls(scans: Both<Scan | null>, order: PartOrder, opcode: number): Both<Control[]> {
  const found: Both<Control[]> = { 'client-to-server': [], 'server-to-client': [] };
  let when = 0;
  order.eachFrame((direction, frame) => {
    when += 1;
    const scan = scans[direction];
    const list = found[direction];
    if (!scan || scan.table.framing === 'hixie' || scan.table.opcode(frame) !== opcode) return;
    if (list.length >= MOST_PINGS || scan.table.status(frame) !== 'complete') return;
    list.push({ frame, payload: toHex(controlPayload(scan, frame)), when });
  });
  return found;
}
