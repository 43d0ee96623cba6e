/**
 * Two ends and the wire between them. Acts of the applications go in; out comes everything that happens, one moment
 * after the other, with the real bytes of every frame. What arrives is read by the decoder of this engine.
 */

import { outlineOf } from '../bytes/outline.ts';
import type { Trace } from '../bytes/trace.ts';
import { encodeFrame, type FrameParts } from '../frame/encode.ts';
import { closeBodyOf, controlPayload } from '../message/control.ts';
import { OPCODE } from '../model/opcodes.ts';
import { Connection } from './connection.ts';
import {
  type Arrival,
  type CloseSaid,
  close,
  type Did,
  directionFrom,
  type End,
  maySend,
  openEnd,
  otherSide,
  type Reaction,
  receive,
  type Side,
  vanish,
} from './endpoint.ts';

/** What an application, or chance, does. */
export type Act = {
  readonly by: Side;
  /** Before what is under way has arrived: both act at the same time. */
  readonly crossing?: boolean;
} & (
  | { readonly does: 'send'; readonly frame: Pick<FrameParts, 'opcode' | 'payload'> & Partial<FrameParts> }
  | { readonly does: 'close'; readonly said: CloseSaid }
  | { readonly does: 'vanish' }
);

/** A frame, or the end of TCP, on its way. */
export interface Sent {
  /** From 0, over both directions. */
  readonly number: number;
  readonly by: Side;
  /** Index of the frame in its direction; -1 for the end of TCP. */
  readonly frame: number;
  /** Four bits; -1 for the end of TCP. */
  readonly opcode: number;
  /** As on the wire; empty for the end of TCP. */
  readonly bytes: Uint8Array;
  /** In clear. */
  readonly payload: Uint8Array;
}

const NOTHING = new Uint8Array(0);

export interface Moment {
  readonly kind: 'act' | 'arrival';
  /** Where it happens. */
  readonly side: Side;
  /** Index of the act; -1 for an arrival. */
  readonly act: number;
  /** What arrives; null for an act. */
  readonly arrived: Sent | null;
  readonly did: Did;
  /** What is sent in this moment, in order. */
  readonly sent: readonly Sent[];
  /** Everything on its way after it. */
  readonly underWay: readonly Sent[];
  /** Both ends after it. */
  readonly ends: Readonly<Record<Side, End>>;
}

/** Everything that happens, until nothing is on its way any more. `key` gives the masking key of the client's frames. */
export function dialogue(acts: readonly Act[], key: (frame: number) => Uint8Array): Trace<Moment> {
  const moments = new Wire(acts, key).run();
  const outline = outlineOf([['dialogue', moments.length] as const]);
  return { stepCount: moments.length, step: (index) => moments[index] ?? null, outline: () => outline };
}

function reactionTo(act: Act, end: End): Reaction {
  if (act.does === 'close') return close(end, act.said);
  if (act.does === 'vanish') return vanish(end);
  return maySend(end)
    ? { end, sends: [act.frame], fin: false, did: 'answered' }
    : { end, sends: [], fin: false, did: 'ignored' };
}

class Wire {
  readonly #acts: readonly Act[];
  readonly #key: (frame: number) => Uint8Array;
  readonly #moments: Moment[] = [];
  readonly #frames: Record<Side, number> = { client: 0, server: 0 };
  readonly #connection = new Connection({
    dialect: 'rfc6455',
    firstFrame: { 'client-to-server': 0, 'server-to-client': 0 },
  });
  #ends: Readonly<Record<Side, End>> = { client: openEnd('client'), server: openEnd('server') };
  #underWay: readonly Sent[] = [];
  #count = 0;

  constructor(acts: readonly Act[], key: (frame: number) => Uint8Array) {
    this.#acts = acts;
    this.#key = key;
  }

  run(): readonly Moment[] {
    for (const [i, act] of this.#acts.entries()) {
      if (!act.crossing) this.#deliver();
      this.#act(act, i);
    }
    this.#deliver();
    return this.#moments;
  }

  #act(act: Act, index: number): void {
    this.#happened('act', act.by, index, null, reactionTo(act, this.#ends[act.by]));
  }

  /** In the order of sending, until nothing is on its way. */
  #deliver(): void {
    for (let next = this.#underWay[0]; next !== undefined; next = this.#underWay[0]) {
      this.#underWay = this.#underWay.slice(1);
      const side = otherSide(next.by);
      this.#happened('arrival', side, -1, next, receive(this.#ends[side], this.#read(next)));
    }
  }

  #happened(kind: Moment['kind'], side: Side, act: number, arrived: Sent | null, reaction: Reaction): void {
    const { end, sends, fin, did } = reaction;
    const sent: Sent[] = sends.map((frame) => this.#send(side, frame));
    if (fin) sent.push({ number: this.#next(), by: side, frame: -1, opcode: -1, bytes: NOTHING, payload: NOTHING });
    this.#ends = { ...this.#ends, [side]: end };
    this.#underWay = [...this.#underWay, ...sent];
    this.#moments.push({ kind, side, act, arrived, did, sent, underWay: this.#underWay, ends: this.#ends });
  }

  #send(by: Side, parts: Pick<FrameParts, 'opcode' | 'payload'> & Partial<FrameParts>): Sent {
    const frame = this.#frames[by];
    this.#frames[by] += 1;
    const maskingKey = by === 'client' ? this.#key(frame) : null;
    const bytes = encodeFrame({ maskingKey, ...parts });
    this.#connection.push(directionFrom(by), bytes);
    return { number: this.#next(), by, frame, opcode: parts.opcode, bytes, payload: parts.payload };
  }

  #next(): number {
    this.#count += 1;
    return this.#count - 1;
  }

  /** What the receiving end makes of it. */
  #read({ by, frame }: Sent): Arrival {
    if (frame < 0) return { kind: 'fin' };
    const direction = directionFrom(by);
    const { strict } = this.#connection.directions[direction];
    if (strict !== null && strict.frame <= frame) return { kind: 'fault', code: strict.closeCode ?? 1002 };
    const scan = this.#connection.scanOf(direction);
    if (scan === null) return { kind: 'data' };
    const opcode = scan.table.opcode(frame);
    if (opcode === OPCODE.ping) return { kind: 'ping', payload: controlPayload(scan, frame) };
    if (opcode === OPCODE.pong) return { kind: 'pong' };
    if (opcode !== OPCODE.close) return { kind: 'data' };
    const { code, reason } = closeBodyOf(scan, frame);
    return { kind: 'close', said: { code, reason: reason ?? '' }, body: controlPayload(scan, frame) };
  }
}
