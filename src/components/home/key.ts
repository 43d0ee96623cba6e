import { fromHex, toHex } from '../../protocol/bytes/hex.ts';

/** The key of the examples of RFC 6455 section 5.7: recognised by whoever has read them. */
export const EXAMPLE_KEY = '37 fa 21 3d';

/** Four bytes written as hex, with any spaces, colons or commas between; null where they are not four. */
export function readKey(text: string): Uint8Array | null {
  const bytes = fromHex(text.replace(/0x|[\s:,]/gi, ''));
  return bytes?.length === 4 ? bytes : null;
}

export function writeKey(key: Uint8Array): string {
  return toHex(key).replace(/..\B/g, '$& ');
}

/** A key nobody can predict, as RFC 6455 section 10.3 asks of every client. */
export function newKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(4));
}
