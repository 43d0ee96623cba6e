import type { FrameParts } from '../frame/encode.ts';
import { isControl, OPCODE } from '../model/opcodes.ts';

/** One direction's compressor of permessage-deflate: a message in clear becomes a payload (RFC 7692 section 7.2.1). */
export interface MessageCompressor {
  message(payload: Uint8Array): Uint8Array;
}

export interface MessageParts {
  /** Four bits, for the first frame; those after it say `continuation`. */
  readonly opcode: number;
  /** In clear and not compressed. */
  readonly payload: Uint8Array;
  /**
   * Where one frame ends and the next begins, as offsets in the payload as it is sent: compressed first, then cut (RFC
   * 7692 section 6.1). In any order; one that is there twice, is 0 or the length makes an empty frame, one that lies
   * outside the payload or is no whole number cuts nothing.
   */
  readonly cuts?: readonly number[];
  /** Masking key of the frame with that index, or null to send it in clear. Default: all in clear. */
  readonly mask?: (frame: number) => Uint8Array | null;
  /** Asked once, and only for a data message: it may remember what it has sent. */
  readonly compress?: MessageCompressor;
}

/**
 * The frames of one message (RFC 6455 section 5.4): the first has the opcode, the last FIN, and RSV1 stands on the first
 * alone where the message is compressed (RFC 7692 section 6). A control frame can be neither cut nor compressed (RFC 6455
 * section 5.5, RFC 7692 section 6): it stays whole, whatever is asked. Payloads share the memory of the message.
 */
export function composeMessage({
  opcode,
  payload,
  cuts = [],
  mask = () => null,
  compress,
}: MessageParts): readonly FrameParts[] {
  if (isControl(opcode)) return [{ fin: true, opcode, maskingKey: mask(0), payload }];
  const sent = compress === undefined ? payload : compress.message(payload);
  const inside = cuts.filter((cut) => Number.isInteger(cut) && cut >= 0 && cut <= sent.length);
  const starts = [0, ...inside.sort((a, b) => a - b)];
  return starts.map((start, frame) => ({
    fin: frame === starts.length - 1,
    rsv1: frame === 0 && compress !== undefined,
    opcode: frame === 0 ? opcode : OPCODE.continuation,
    maskingKey: mask(frame),
    payload: sent.subarray(start, starts[frame + 1]),
  }));
}
