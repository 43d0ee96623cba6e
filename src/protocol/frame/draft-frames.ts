/** Frames of hybi-01 to hybi-06: other opcodes, other bits, and at first no mask, then one over the whole frame. */

import { concat } from '../bytes/join.ts';
import { FRAME_NONCE_BYTES, frameKey } from '../hash/frame-key.ts';
import type { Framing } from '../model/drafts.ts';
import { draftOpcode } from '../model/opcodes.ts';
import { encodeLength, type LengthForm, minimalForm } from './length.ts';

export { connectionKey, frameKey } from '../hash/frame-key.ts';

export type DraftFraming = Exclude<Framing, 'hixie' | 'rfc6455'>;

/** Everything such a frame says. Nothing is checked: broken frames are for showing, too. */
export interface DraftFrameParts {
  /** Default true. hybi-01 to hybi-03 write the opposite, MORE. */
  readonly fin?: boolean;
  readonly rsv1?: boolean;
  readonly rsv2?: boolean;
  readonly rsv3?: boolean;
  readonly rsv4?: boolean;
  /** Today's number (`OPCODE`); it is written as the draft numbers it. */
  readonly opcode: number;
  /** In clear. */
  readonly payload: Uint8Array;
  /**
   * Four bytes in front of the frame: in hybi-04 the nonce that its key is derived from, in hybi-05 and -06 the key
   * itself. Null or left out: in clear, as servers sent. hybi-01 to -03 have no mask.
   */
  readonly maskingKey?: Uint8Array | null;
  /** hybi-04: the 20 bytes of `connectionKey`. Without them nothing can be masked. */
  readonly connectionKey?: Uint8Array | null;
  /** Default the shortest that holds the length. */
  readonly lengthForm?: LengthForm;
  /** The length to claim, where it shall differ from the payload's. */
  readonly declaredLength?: number | bigint;
}

/** Wire bytes of a frame of hybi-01 to hybi-06. */
export function encodeDraftFrame(framing: DraftFraming, parts: DraftFrameParts): Uint8Array {
  const clear = clearDraftFrame(framing, parts);
  const { maskingKey = null, connectionKey: connection = null } = parts;
  if (framing === 'hybi-01' || maskingKey === null) return clear;
  const nonce = Uint8Array.from({ length: FRAME_NONCE_BYTES }, (_, i) => maskingKey[i] ?? 0);
  const pad = draftPad(framing, nonce, connection);
  return pad === null ? clear : concat([nonce, unmaskDraft(clear, pad)]);
}

/** The frame before it is masked: header and payload. */
export function clearDraftFrame(framing: DraftFraming, parts: DraftFrameParts): Uint8Array {
  const { fin = true, rsv1 = false, rsv2 = false, rsv3 = false, rsv4 = false, opcode, payload } = parts;
  const declared = parts.declaredLength ?? payload.length;
  const { seven, extended } = encodeLength(declared, parts.lengthForm ?? minimalForm(declared));
  const last = framing === 'hybi-01' ? !fin : fin;
  const byte0 = (last ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | (rsv2 ? 0x20 : 0) | (rsv3 ? 0x10 : 0) | draftOpcode(opcode);
  return concat([Uint8Array.of(byte0, (rsv4 ? 0x80 : 0) | seven), extended, payload]);
}

/**
 * What is XORed over a whole frame behind its first four bytes: 20 bytes in hybi-04, null without a connection key; those
 * four bytes in hybi-05 and -06.
 */
export function draftPad(
  framing: DraftFraming,
  firstFour: Uint8Array,
  connection: Uint8Array | null,
): Uint8Array | null {
  if (framing === 'hybi-05') return firstFour;
  return framing === 'hybi-04' && connection !== null ? frameKey(firstFour, connection) : null;
}

/**
 * `input` with the pad XORed over it. `position` counts from the first header byte, which meets the first byte of the pad.
 * The same operation masks and unmasks.
 */
export function unmaskDraft(input: Uint8Array, pad: Uint8Array, position = 0): Uint8Array {
  const { length } = pad;
  const out = new Uint8Array(input.length);
  let p = position % length;
  for (let i = 0; i < input.length; i += 1) {
    out[i] = (input[i] as number) ^ (pad[p] as number);
    p += 1;
    if (p === length) p = 0;
  }
  return out;
}
