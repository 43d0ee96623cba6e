import { concat } from '../bytes/join.ts';
import { encodeHixieLength } from './hixie-length.ts';
import { encodeLength, type LengthForm, minimalForm } from './length.ts';
import { keyWord, unmask } from './mask.ts';

/** Everything a frame of version 7, 8 or 13 says. Nothing is checked: broken frames are for showing, too. */
export interface FrameParts {
  /** Default true. */
  readonly fin?: boolean;
  readonly rsv1?: boolean;
  readonly rsv2?: boolean;
  readonly rsv3?: boolean;
  /** Four bits. */
  readonly opcode: number;
  /** What the MASK bit says, where it shall differ from whether there is a key. */
  readonly mask?: boolean;
  /** Four bytes; null sends the payload in clear. */
  readonly maskingKey: Uint8Array | null;
  /** Default the shortest that holds the length (RFC 6455 section 5.2). */
  readonly lengthForm?: LengthForm;
  /** In clear. */
  readonly payload: Uint8Array;
  /** The length to claim, where it shall differ from the payload's. */
  readonly declaredLength?: number | bigint;
  /** Bytes that follow the frame on the wire. */
  readonly rest?: Uint8Array;
}

const NONE = new Uint8Array(0);

/** Wire bytes of a frame (RFC 6455 section 5.2): the inverse of `readParts` and of the scanner. */
export function encodeFrame(parts: FrameParts): Uint8Array {
  const { fin = true, rsv1 = false, rsv2 = false, rsv3 = false, opcode, maskingKey, payload, rest = NONE } = parts;
  const mask = parts.mask ?? maskingKey !== null;
  const declared = parts.declaredLength ?? payload.length;
  const { seven, extended } = encodeLength(declared, parts.lengthForm ?? minimalForm(declared));
  const byte0 = (fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | (rsv2 ? 0x20 : 0) | (rsv3 ? 0x10 : 0) | (opcode & 0x0f);
  const start = Uint8Array.of(byte0, (mask ? 0x80 : 0) | seven);
  if (maskingKey === null) return concat([start, extended, payload, rest]);
  const key = Uint8Array.from({ length: 4 }, (_, i) => maskingKey[i] ?? 0);
  return concat([start, extended, key, unmask(payload, keyWord(key)), rest]);
}

/** A hixie frame: `sentinel` ends with FF; `length-prefixed` tells its length and is dropped by whoever receives it. */
export interface HixieFrameParts {
  /** 0 to 7F for the sentinel form, 80 to FF for the other. */
  readonly type: number;
  readonly payload: Uint8Array;
  /** Length bytes as they are to be written; default the shortest. */
  readonly lengthBytes?: Uint8Array;
}

/** Wire bytes of a hixie-75 or hixie-76 frame (draft-hixie-76 section 4.2). */
export function encodeHixieFrame({ type, payload, lengthBytes }: HixieFrameParts): Uint8Array {
  if (type < 0x80) return concat([Uint8Array.of(type), payload, Uint8Array.of(0xff)]);
  return concat([Uint8Array.of(type), lengthBytes ?? encodeHixieLength(payload.length), payload]);
}

/** `FF 00`, the closing frame of hixie-76 (section 5.3). */
export function encodeHixieClose(): Uint8Array {
  return encodeHixieFrame({ type: 0xff, payload: new Uint8Array(0) });
}
