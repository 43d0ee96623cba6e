/** What a peer that follows the text to the letter answers to one part of a connection, as bytes. */

import { DIRECTIONS, type Direction, opposite } from '../bytes/span.ts';
import { encodeDraftFrame } from '../frame/draft-frames.ts';
import { encodeFrame, encodeHixieClose } from '../frame/encode.ts';
import { refusalWith } from '../handshake/build.ts';
import { HANDSHAKE_DIALECTS } from '../handshake/handshake.ts';
import { controlPayload } from '../message/control.ts';
import { hasCloseCodes } from '../model/close-codes.ts';
import { DIALECTS } from '../model/drafts.ts';
import { OPCODE } from '../model/opcodes.ts';
import type { Connection } from './connection.ts';
import type { Part, StrictStop } from './model.ts';

export type Answer =
  /** A Close over a broken rule (RFC 6455 §7.1.7). */
  | { readonly kind: 'fail'; readonly from: Direction; readonly stop: StrictStop; readonly bytes: Uint8Array }
  /** An HTTP refusal (RFC 6455 §4.2.2). */
  | { readonly kind: 'refuse'; readonly from: Direction; readonly stop: StrictStop; readonly bytes: Uint8Array }
  /** A client drops the connection without a word (RFC 6455 §4.1). */
  | { readonly kind: 'abort'; readonly from: Direction; readonly stop: StrictStop }
  /** The peer has stopped reading before this part. */
  | { readonly kind: 'unread'; readonly stop: StrictStop }
  /** 101 and what proves that the request was read. */
  | { readonly kind: 'accept'; readonly from: Direction; readonly bytes: Uint8Array }
  /** RFC 6455 §5.5.3. */
  | { readonly kind: 'pong'; readonly from: Direction; readonly bytes: Uint8Array }
  /** A Close that answers a Close (RFC 6455 §5.5.1). */
  | { readonly kind: 'close'; readonly from: Direction; readonly bytes: Uint8Array }
  /** Behind a Close: read by nobody. */
  | { readonly kind: 'ignored' }
  /** It is not all there yet. */
  | { readonly kind: 'waits' }
  /** Nothing has to be answered. */
  | { readonly kind: 'nothing' };

/** @param key the masking key of an answer that a client sends: four bytes */
export function answerTo(connection: Connection, part: Part, key: Uint8Array): Answer {
  if (part.kind === 'unparsed') return { kind: 'waits' };
  if (part.kind === 'frame') return answerToFrame(connection, part, key);
  const { handshake } = connection;
  const stop = connection.directions[part.direction].strict;
  const from = opposite(part.direction);
  if (stop?.frame === -1) {
    return part.kind === 'request'
      ? { kind: 'refuse', from, stop, bytes: refusalWith(stop.status ?? 400) }
      : { kind: 'abort', from, stop };
  }
  if (part.kind === 'response') return { kind: handshake.response?.verdict === 'incomplete' ? 'waits' : 'nothing' };
  if (handshake.request?.verdict !== 'accept') return { kind: 'waits' };
  const bytes = HANDSHAKE_DIALECTS[handshake.dialect].buildResponse(handshake.request);
  return { kind: 'accept', from, bytes };
}

function answerToFrame(connection: Connection, part: Part, key: Uint8Array): Answer {
  const { direction, frame } = part;
  const refused = DIRECTIONS.map((one) => connection.directions[one].strict).find((stop) => stop?.frame === -1);
  if (refused) return { kind: 'unread', stop: refused };
  const stop = connection.directions[direction].strict;
  const from = opposite(direction);
  const write = (opcode: number, payload: Uint8Array): Uint8Array =>
    controlFrame(connection, opcode, payload, from === 'client-to-server' ? key : null);
  if (stop && stop.frame < frame) return { kind: 'unread', stop };
  if (stop && stop.frame === frame) {
    // A rule about frames names a close code; without one the connection is only dropped.
    if (stop.closeCode === null) return { kind: 'abort', from, stop };
    return { kind: 'fail', from, stop, bytes: write(OPCODE.close, codeBytes(stop.closeCode)) };
  }
  const scan = connection.scanOf(direction);
  if (!scan) return { kind: 'nothing' };
  if (scan.closeFrame >= 0 && frame > scan.closeFrame) return { kind: 'ignored' };
  const { table } = scan;
  if (table.status(frame) !== 'complete') return { kind: 'waits' };
  if (table.framing === 'hixie') {
    if (frame !== scan.closeFrame || closedBefore(connection, part)) return { kind: 'nothing' };
    return { kind: 'close', from, bytes: encodeHixieClose() };
  }
  const opcode = table.opcode(frame);
  // Whoever has sent Close sends nothing any more (section 5.5.1).
  if ((opcode !== OPCODE.ping && opcode !== OPCODE.close) || closedBefore(connection, part)) return { kind: 'nothing' };
  const payload = controlPayload(scan, frame);
  // Without close codes the answer repeats the body, by which Closes were matched.
  const body = hasCloseCodes(scan.dialect) ? payload.subarray(0, 2) : payload;
  if (opcode === OPCODE.close) return { kind: 'close', from, bytes: write(OPCODE.close, body) };
  return { kind: 'pong', from, bytes: write(OPCODE.pong, payload) };
}

/** The other side sent its Close before this part; where the order is not known, it is taken to come later. */
function closedBefore(connection: Connection, part: Part): boolean {
  const side = opposite(part.direction);
  const close = connection.scanOf(side)?.closeFrame ?? -1;
  if (close < 0 || !connection.orderKnown) return false;
  return connection.rowOf(`${side}/frame/${close}`) < connection.rowOf(part.path);
}

function codeBytes(code: number): Uint8Array {
  return Uint8Array.of(code >>> 8, code & 0xff);
}

function controlFrame(
  connection: Connection,
  opcode: number,
  payload: Uint8Array,
  maskingKey: Uint8Array | null,
): Uint8Array {
  const { framing } = DIALECTS[connection.dialect.value];
  if (framing === 'rfc6455' || framing === 'hixie') return encodeFrame({ opcode, maskingKey, payload });
  return encodeDraftFrame(framing, { opcode, maskingKey, payload, connectionKey: connection.connectionKey });
}
