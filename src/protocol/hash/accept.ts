import { toBase64 } from '../bytes/base64.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { SHA1_BYTES, sha1Into } from './sha1.ts';

/** What RFC 6455 §1.3 has a server append to the key. Upper case: it is hashed as text. */
export const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const GUID_BYTES = encodeUtf8(GUID);

/** A key of 16 bytes in base64 has 24 characters; anything up to here is hashed without allocating. */
const USUAL_KEY = 64;

const scratch = new Uint8Array(USUAL_KEY + GUID_BYTES.length);
const digest = new Uint8Array(SHA1_BYTES);

/**
 * The `Sec-WebSocket-Accept` value for a `Sec-WebSocket-Key`: base64(SHA-1(key + GUID)), 28 characters (RFC 6455
 * §4.2.2 item 5.4). The key is taken as it stands, not trimmed, decoded or judged; a string counts as its UTF-8.
 */
export function acceptFor(key: string | Uint8Array): string {
  let length = typeof key === 'string' ? copyUsual(key) : -1;
  let input = scratch;
  if (length < 0) {
    const bytes = typeof key === 'string' ? encodeUtf8(key) : key;
    length = bytes.length;
    input = new Uint8Array(length + GUID_BYTES.length);
    input.set(bytes);
  }
  for (let i = 0; i < GUID_BYTES.length; i += 1) input[length + i] = GUID_BYTES[i] as number;
  sha1Into(input, length + GUID_BYTES.length, digest);
  return toBase64(digest);
}

/** Copies a short ASCII key, whose character codes are its bytes, into `scratch`. Returns its length, or -1. */
function copyUsual(key: string): number {
  const { length } = key;
  if (length > USUAL_KEY) return -1;
  let all = 0;
  for (let i = 0; i < length; i += 1) {
    const code = key.charCodeAt(i);
    scratch[i] = code;
    all |= code;
  }
  return all < 0x80 ? length : -1;
}
