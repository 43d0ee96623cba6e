/** The keys with which a client of hybi-04 masked its frames. Both ends derive them; none travels. */

import { concat } from '../bytes/join.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { sha1 } from './sha1.ts';

/** What hybi-04 appends to key and nonce. Not the GUID of the accept. */
export const MASKING_GUID = '61AC5F19-FBBA-4540-B96F-6561F1AB40A8';

/** Bytes of the nonce in front of each frame. */
export const FRAME_NONCE_BYTES = 4;

/**
 * SHA-1(key + nonce + GUID), 20 bytes: once per connection. `key` is the value of the client's `Sec-WebSocket-Key`,
 * `nonce` that of the server's `Sec-WebSocket-Nonce`, both as text.
 */
export function connectionKey(key: string, nonce: string): Uint8Array {
  return sha1(encodeUtf8(key + nonce + MASKING_GUID));
}

/** SHA-1(frame nonce + connection key), 20 bytes: what is XORed over a frame, again and again from its first byte. */
export function frameKey(frameNonce: Uint8Array, connection: Uint8Array): Uint8Array {
  return sha1(concat([frameNonce, connection]));
}
