/** What somebody who expects HTTP takes for a request in bytes that are none: why clients mask (RFC 6455 §10.3). */

import { type RequestHead, readRequestHead } from './head.ts';
import { latin1 } from './latin1.ts';

export interface StrayRequest {
  /** Where its first line begins in the bytes. */
  readonly offset: number;
  /** Offsets in it count from there. */
  readonly head: RequestHead;
}

const LF = 0x0a;
const REQUEST_LINE = /^[A-Z]+ \/[!-~]* HTTP\/1\.[01]\r?$/;

/**
 * The first request in `bytes` for a careless reader: one who drops every line that is no request line and goes on
 * with the next. Null where no line is one; an incomplete head where the bytes end before its blank line.
 */
export function strayRequest(bytes: Uint8Array): StrayRequest | null {
  for (let offset = 0; offset < bytes.length; ) {
    const lineEnd = bytes.indexOf(LF, offset);
    if (lineEnd < 0) return null;
    if (REQUEST_LINE.test(latin1(bytes, offset, lineEnd))) {
      return { offset, head: readRequestHead(bytes.subarray(offset)) };
    }
    offset = lineEnd + 1;
  }
  return null;
}
