/** The three forms of the payload length (RFC 6455 section 5.2). */

/** 7 bits in the second byte; or 126 there and 16 bits after it; or 127 there and 64 bits after it. */
export type LengthForm = 7 | 16 | 64;

/** The form that the low seven bits of the second byte announce. */
export function lengthFormOf(byte1: number): LengthForm {
  const seven = byte1 & 0x7f;
  return seven < 126 ? 7 : seven === 126 ? 16 : 64;
}

/** Bytes after the second one that the form takes: 0, 2 or 8. */
export function extendedLengthBytes(form: LengthForm): number {
  return form === 7 ? 0 : form / 8;
}

/** Header bytes up to the payload: 2, 4 or 10, and four more with a masking key. */
export function headerSize(form: LengthForm, masked: boolean): number {
  return 2 + extendedLengthBytes(form) + (masked ? 4 : 0);
}

/** "the minimal number of bytes MUST be used to encode the length" (section 5.2). */
export function minimalForm(length: number | bigint): LengthForm {
  return length < 126 ? 7 : length < 65536 ? 16 : 64;
}

/**
 * The seven bits and the extended bytes of a length. A form that is too small for the length keeps the low bits that
 * fit, as a broken sender would.
 */
export function encodeLength(
  length: number | bigint,
  form: LengthForm = minimalForm(length),
): { readonly seven: number; readonly extended: Uint8Array } {
  const exact = BigInt(length);
  if (form === 7) return { seven: Number(exact & 0x7fn), extended: new Uint8Array(0) };
  const extended = new Uint8Array(extendedLengthBytes(form));
  let rest = exact;
  for (let i = extended.length - 1; i >= 0; i -= 1) {
    extended[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return { seven: form === 16 ? 126 : 127, extended };
}

/** A big-endian number of any size, exactly. */
export function readBigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}
