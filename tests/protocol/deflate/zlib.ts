/** What node:zlib makes of messages: the judge of these tests. */

import { constants, deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';

const TAIL = Buffer.from([0x00, 0x00, 0xff, 0xff]);
/** A last block, stored, that holds nothing but this word: what zlib says when it stands where a block may begin. */
const WORD = Buffer.from('here');
const MARK = Buffer.concat([Buffer.from([0x01, WORD.length, 0, 0xff - WORD.length, 0xff]), WORD]);

/** The messages of one direction as permessage-deflate sends them, each with the window of those before. */
export function zlibMessages(messages: readonly Uint8Array[], options: ZlibOptions, takeover = true): Uint8Array[] {
  const window = 2 ** Math.max(9, options.windowBits ?? 15);
  let before: Buffer = Buffer.alloc(0);
  return messages.map((message) => {
    const dictionary = takeover && before.length > 0 ? { dictionary: before } : {};
    const bytes = deflateRawSync(message, { ...options, ...dictionary, finishFlush: constants.Z_SYNC_FLUSH });
    before = Buffer.concat([before, message]).subarray(-window);
    if (!bytes.subarray(-4).equals(TAIL)) throw new Error('zlib wrote no tail');
    return bytes.subarray(0, -4);
  });
}

/** See `zlibInflate`: with the tail put back, or, where that cannot be, without it. */
export function zlibInflateAnyhow(payload: Uint8Array, window: Uint8Array): Buffer | null {
  return zlibInflate(payload, window) ?? zlibInflate(payload, window, false);
}

/**
 * What zlib inflates a payload to behind `window`, or null where it refuses, or where the message does not end between two
 * blocks. Blocks behind a last one are inflated as a stream of their own, which begins on the next byte (RFC 7692 §7.2.3.4).
 */
function zlibInflate(payload: Uint8Array, window: Uint8Array, tail = true): Buffer | null {
  let input = Buffer.concat(tail ? [payload, TAIL, MARK] : [payload, MARK]);
  let known = Buffer.from(window);
  const parts: Buffer[] = [];
  for (;;) {
    let found: { buffer: Buffer; engine: { bytesWritten: number } };
    try {
      const dictionary = known.length > 0 ? { dictionary: known.subarray(-32_768) } : {};
      found = inflateRawSync(input, { ...dictionary, info: true }) as unknown as typeof found;
    } catch {
      return null;
    }
    parts.push(found.buffer);
    known = Buffer.concat([known, found.buffer]);
    const used = found.engine.bytesWritten;
    if (used >= input.length) break;
    input = input.subarray(used);
    // The mark is all that is left: the message ended with a last block.
    if (input.length === MARK.length) {
      parts.push(WORD);
      break;
    }
  }
  const out = Buffer.concat(parts);
  return out.subarray(-WORD.length).equals(WORD) ? out.subarray(0, -WORD.length) : null;
}
