import { looksLikeHead, readRequestHead } from '../handshake/head.ts';
import type { CharMap, Stream } from '../text/reading.ts';

/** Behind the head of a hixie-76 request stand eight bytes that no header counts (draft-hixie-76 section 5.2). */
const KEY3 = 8;

/**
 * Two streams out of one that holds a request and, right behind it, the answer: what is copied out of a packet list or
 * a log often is both sides in a row. What follows the answer is taken for the server's. Null for any other bytes.
 */
export function splitGlued(stream: Stream): readonly Stream[] | null {
  const { bytes, chars } = stream;
  if (looksLikeHead(bytes) !== 'request') return null;
  const head = readRequestHead(bytes);
  const at = [head.length, head.length + KEY3].find((offset) => startsAnswer(bytes, offset));
  if (!head.complete || at === undefined) return null;
  const part = (direction: 'client-to-server' | 'server-to-client', start: number, end: number): Stream => ({
    direction,
    bytes: bytes.subarray(start, end),
    chars: chars && charsFrom(chars, start, end),
  });
  return [part('client-to-server', 0, at), part('server-to-client', at, bytes.length)];
}

function startsAnswer(bytes: Uint8Array, offset: number): boolean {
  const rest = bytes.subarray(offset);
  return rest.length > 8 && looksLikeHead(rest) === 'response';
}

/** The characters of bytes `[start, end)`, counted from `start`. */
function charsFrom(chars: CharMap, start: number, end: number): CharMap {
  return {
    charsOf: (index) => chars.charsOf(index + start),
    byteAt: (position) => {
      const byte = chars.byteAt(position);
      return byte >= start && byte < end ? byte - start : -1;
    },
  };
}
