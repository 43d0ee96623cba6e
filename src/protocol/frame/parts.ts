import type { FrameParts } from './encode.ts';
import { extendedLengthBytes, headerSize, type LengthForm, lengthFormOf, readBigEndian } from './length.ts';
import { keyWord, unmask } from './mask.ts';

/** A frame taken apart. Nothing is left out: `encodeFrame` makes the same bytes of it again, whatever they were. */
export interface ReadParts extends Required<FrameParts> {
  readonly lengthForm: LengthForm;
  /** Exact. */
  readonly declaredLength: bigint;
  /** In clear; as much of it as there is. */
  readonly payload: Uint8Array;
  /** What follows the frame. Empty where the payload is cut. */
  readonly rest: Uint8Array;
}

/** Bytes that the header takes, as the first two bytes announce: 2 to 14; 2 while they are not both there. */
export function announcedHeaderSize(bytes: Uint8Array): number {
  const byte1 = bytes[1];
  return byte1 === undefined ? 2 : headerSize(lengthFormOf(byte1), byte1 > 127);
}

/** Reads the frame at the start of any bytes (RFC 6455 section 5.2); null where they end inside its header. */
export function readParts(bytes: Uint8Array): ReadParts | null {
  const size = announcedHeaderSize(bytes);
  if (bytes.length < size) return null;
  const [byte0, byte1] = bytes as unknown as readonly [number, number];
  const lengthForm = lengthFormOf(byte1);
  const extended = 2 + extendedLengthBytes(lengthForm);
  const declaredLength = lengthForm === 7 ? BigInt(byte1 & 0x7f) : readBigEndian(bytes.subarray(2, extended));
  const maskingKey = byte1 > 127 ? bytes.slice(extended, size) : null;
  const there = bytes.length - size;
  const end = size + (declaredLength < there ? Number(declaredLength) : there);
  const wire = bytes.slice(size, end);
  return {
    fin: (byte0 & 0x80) !== 0,
    rsv1: (byte0 & 0x40) !== 0,
    rsv2: (byte0 & 0x20) !== 0,
    rsv3: (byte0 & 0x10) !== 0,
    opcode: byte0 & 0x0f,
    mask: maskingKey !== null,
    maskingKey,
    lengthForm,
    declaredLength,
    payload: maskingKey === null ? wire : unmask(wire, keyWord(maskingKey)),
    rest: bytes.slice(end),
  };
}
