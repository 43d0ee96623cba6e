import { toHex } from '../bytes/hex.ts';
import { DIRECTIONS, type Direction, opposite } from '../bytes/span.ts';
import { controlPayload } from '../message/control.ts';
import type { Scan } from '../message/scan.ts';
import { OPCODE } from '../model/opcodes.ts';
import { frameRuleBit } from '../model/rules.ts';
import type { PingPong } from './model.ts';

/** Pings looked at per direction: pairing is for reading, and nobody reads more. */
const MOST = 10_000;

interface Control {
  readonly frame: number;
  readonly payload: string;
}

/**
 * Which pong answers which ping (RFC 6455 section 5.5.3): the pong carries the ping's bytes; of several unanswered pings
 * only the latest needs an answer, so a pong may skip older ones. A pong that fits no ping is marked as unsolicited, which is
 * allowed.
 */
export function pairPings(scans: Readonly<Record<Direction, Scan | null>>): readonly PingPong[] {
  return DIRECTIONS.flatMap((from) => {
    const asking = scans[from];
    const answering = scans[opposite(from)];
    const pings = asking ? framesWith(asking, OPCODE.ping) : [];
    const pongs = answering ? framesWith(answering, OPCODE.pong) : [];
    const { answers, unasked } = match(pings, pongs);
    if (answering && asking && pings.length < MOST) {
      for (const frame of unasked) answering.table.addIssue(frame, frameRuleBit('pong-unsolicited'));
    }
    return pings.map(({ frame }) => ({ from, ping: frame, pong: answers.get(frame) ?? null }));
  });
}

function match(pings: readonly Control[], pongs: readonly Control[]) {
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
    if (ping && found !== undefined) {
      answers.set(ping.frame, pong.frame);
      next = found + 1;
    } else {
      unasked.push(pong.frame);
    }
  }
  return { answers, unasked };
}

function framesWith(scan: Scan, opcode: number): Control[] {
  const { table } = scan;
  const found: Control[] = [];
  if (table.framing !== 'rfc6455') return found;
  for (let i = 0; i < table.count && found.length < MOST; i += 1) {
    if (table.opcode(i) === opcode && table.status(i) === 'complete') {
      found.push({ frame: i, payload: toHex(controlPayload(scan, i)) });
    }
  }
  return found;
}
