/** The proof in a response, written anew: all other bytes stay as they are. */

import { concat } from '../bytes/join.ts';
import { readResponseHead } from './head.ts';
import { fromLatin1 } from './latin1.ts';

/** With this value in its first `Sec-WebSocket-Accept`; where it has none, with a new last line. */
export function withAccept(response: Uint8Array, accept: string): Uint8Array {
  return withHeader(response, 'Sec-WebSocket-Accept', accept);
}

/** With this value in the first header of that name; where there is none, with a new last line. */
export function withHeader(response: Uint8Array, name: string, value: string): Uint8Array {
  const head = readResponseHead(response);
  const header = head.headers.find(({ id }) => id === name.toLowerCase());
  if (header) return spliced(response, header.valueRange.start, header.valueRange.end, fromLatin1(value));
  const at = head.blankLine?.start ?? head.length;
  return spliced(response, at, at, fromLatin1(`${name}: ${value}\r\n`));
}

/** With these bytes behind the blank line, in place of all that stood there; unchanged while there is no blank line. */
export function withTrailer(message: Uint8Array, trailer: Uint8Array): Uint8Array {
  const head = readResponseHead(message);
  return head.complete ? concat([message.subarray(0, head.length), trailer]) : message;
}

function spliced(bytes: Uint8Array, start: number, end: number, by: Uint8Array): Uint8Array {
  return concat([bytes.subarray(0, start), by, bytes.subarray(end)]);
}
