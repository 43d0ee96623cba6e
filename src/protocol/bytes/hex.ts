import { asciiText } from './ascii.ts';

/** Value of each ASCII character as a hex digit; 0xff elsewhere. */
const DIGIT = new Uint8Array(128).fill(0xff);
/** Both digits of each byte, as character codes, high digit in the low half. */
const PAIR = new Uint16Array(256);

for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  DIGIT[digit.charCodeAt(0)] = value;
  DIGIT[digit.toUpperCase().charCodeAt(0)] = value;
}
for (let byte = 0; byte < 256; byte += 1) {
  const text = hexByte(byte);
  PAIR[byte] = text.charCodeAt(0) | (text.charCodeAt(1) << 8);
}

/** One byte, 0 to 255, as two lower-case digits. */
export function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** Lower-case hex, two digits a byte, nothing between. */
export function toHex(bytes: Uint8Array): string {
  const codes = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i += 1) {
    const pair = PAIR[bytes[i] as number] as number;
    codes[2 * i] = pair & 0xff;
    codes[2 * i + 1] = pair >>> 8;
  }
  return asciiText(codes);
}

/**
 * Bytes of clean hex: an even number of digits in either case and nothing else. Anything else gives null; notations
 * with separators, and where exactly a text is wrong, are the text floor's business.
 */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i += 1) {
    const high = hexDigit(text.charCodeAt(2 * i));
    const low = hexDigit(text.charCodeAt(2 * i + 1));
    if ((high | low) === 0xff) return null;
    bytes[i] = (high << 4) | low;
  }
  return bytes;
}

/** Value 0 to 15 of a UTF-16 code unit that is a hex digit, else 0xff. */
export function hexDigit(code: number): number {
  return code < 128 ? (DIGIT[code] as number) : 0xff;
}
