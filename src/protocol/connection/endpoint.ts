/**
 * One end of a WebSocket connection as a state machine: what it sends in answer to what arrives, and what it reports when
 * all is over (RFC 6455 sections 5.5, 7.1, 7.4). Pure: every event makes a new state.
 */

import type { Direction } from '../bytes/span.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { FrameParts } from '../frame/encode.ts';
import { OPCODE } from '../model/opcodes.ts';

export type Side = 'client' | 'server';

export function otherSide(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}

/** The direction that a side sends in. */
export function directionFrom(side: Side): Direction {
  return side === 'client' ? 'client-to-server' : 'server-to-client';
}

/** The body of a Close frame; code null where it is empty. */
export interface CloseSaid {
  readonly code: number | null;
  readonly reason: string;
}

/**
 * OPEN until a Close frame is sent or received, then CLOSING, and CLOSED when TCP is (section 7.1). An end that vanished
 * is `gone`: nothing is left of it that could know.
 */
export type EndState = 'open' | 'closing' | 'closed' | 'gone';

/** What the application is told at the end: the `close` event of a browser. */
export interface CloseReport {
  readonly code: number;
  readonly reason: string;
  /** Both Close frames were exchanged before TCP closed (section 7.1.4). */
  readonly clean: boolean;
}

export interface End {
  readonly side: Side;
  readonly state: EndState;
  readonly sent: CloseSaid | null;
  readonly received: CloseSaid | null;
  /** The code this end failed the connection with (section 7.1.7), or null. */
  readonly failed: number | null;
  /** This end has closed its side of TCP. */
  readonly finSent: boolean;
  readonly report: CloseReport | null;
}

/** What arrives at an end, as its decoder reads it. */
export type Arrival =
  | { readonly kind: 'data' }
  | { readonly kind: 'ping'; readonly payload: Uint8Array }
  | { readonly kind: 'pong' }
  | { readonly kind: 'close'; readonly said: CloseSaid; readonly body: Uint8Array }
  /** A frame that breaks a rule: the code a strict receiver sends. */
  | { readonly kind: 'fault'; readonly code: number }
  /** The other side has closed TCP, or TCP broke. */
  | { readonly kind: 'fin' };

/** What an end does by itself in answer; the masking is left to whoever encodes it. */
export interface Reaction {
  readonly end: End;
  readonly sends: readonly Pick<FrameParts, 'opcode' | 'payload'>[];
  /** It then closes its side of TCP. */
  readonly fin: boolean;
  readonly did: Did;
}

/** What became of an arrival. */
export type Did =
  | 'delivered'
  /** Read, and kept from the application, which is closing. */
  | 'dropped'
  /** Not even read: after a Close frame, or after a failure, nothing is. */
  | 'ignored'
  | 'answered'
  | 'noted'
  | 'failed'
  | 'closed';

export function openEnd(side: Side): End {
  return { side, state: 'open', sent: null, received: null, failed: null, finSent: false, report: null };
}

/** Body of a Close frame: nothing, or two bytes of code and the reason in UTF-8 (section 5.5.1). */
export function closePayload({ code, reason }: CloseSaid): Uint8Array {
  if (code === null) return new Uint8Array(0);
  return Uint8Array.of((code >> 8) & 0xff, code & 0xff, ...encodeUtf8(reason));
}

/** Whether the application may still send: no more data after a Close frame (section 5.5.1). */
export function maySend(end: End): boolean {
  return end.state === 'open';
}

/** The application closes. A second call changes nothing. */
export function close(end: End, said: CloseSaid): Reaction {
  if (!maySend(end)) return { end, sends: [], fin: false, did: 'ignored' };
  const sends = [{ opcode: OPCODE.close, payload: closePayload(said) }];
  return { end: { ...end, state: 'closing', sent: said }, sends, fin: false, did: 'answered' };
}

/** The end is no more, without a word: a crash, a pulled cable, a killed process. */
export function vanish(end: End): Reaction {
  return { end: { ...end, state: 'gone', finSent: true }, sends: [], fin: true, did: 'closed' };
}

export function receive(end: End, arrival: Arrival): Reaction {
  const nothing = (did: Did): Reaction => ({ end, sends: [], fin: false, did });
  if (end.state === 'gone' || end.state === 'closed') return nothing('ignored');
  if (arrival.kind === 'fin') return receiveFin(end);
  // After a Close frame, and after a failure, what still arrives is discarded (sections 1.4 and 7.1.7).
  if (end.received !== null || end.failed !== null) return nothing('ignored');
  switch (arrival.kind) {
    case 'fault':
      return fail(end, arrival.code);
    case 'close':
      return receiveClose(end, arrival);
    case 'ping':
      // Section 5.5.2: answered unless a Close frame has come, even by an end that has sent its own.
      return { end, sends: [{ opcode: OPCODE.pong, payload: arrival.payload }], fin: false, did: 'answered' };
    case 'pong':
      return nothing('noted');
    default:
      // The WebSocket API gives no message to a page that has called close().
      return nothing(end.sent === null ? 'delivered' : 'dropped');
  }
}

/** Section 7.1.7: a Close frame with the code, then TCP is closed without waiting. */
function fail(end: End, code: number): Reaction {
  const said = { code, reason: '' };
  const sends = end.sent === null ? [{ opcode: OPCODE.close, payload: closePayload(said) }] : [];
  const failed: End = { ...end, state: 'closing', sent: end.sent ?? said, failed: code, finSent: true };
  return { end: failed, sends, fin: true, did: 'failed' };
}

/** Section 5.5.1: answered with the same body, as peers do, unless this end began. The server then closes TCP first (7.1.1). */
function receiveClose(end: End, { said, body }: Extract<Arrival, { kind: 'close' }>): Reaction {
  const answer = end.sent === null;
  const fin = end.side === 'server';
  return {
    end: {
      ...end,
      state: 'closing',
      received: said,
      sent: end.sent ?? said,
      finSent: end.finSent || fin,
    },
    sends: answer ? [{ opcode: OPCODE.close, payload: body }] : [],
    fin,
    did: answer ? 'answered' : 'noted',
  };
}

/** TCP has ended at the other side: this side ends, too, and the application is told (section 7.1.4 to 7.1.6). */
function receiveFin(end: End): Reaction {
  const { received, sent, failed } = end;
  const clean = received !== null && sent !== null && failed === null;
  // 1005: a Close frame without a code; 1006: no Close frame at all. Neither was ever on the wire (section 7.4.1).
  const code = received === null ? 1006 : (received.code ?? 1005);
  const report = { code, reason: received?.reason ?? '', clean };
  return { end: { ...end, state: 'closed', finSent: true, report }, sends: [], fin: !end.finSent, did: 'closed' };
}
