/** A head with one line changed, as bytes: what if. Lines are named as `headLines` names them. */

import { concat } from '../../protocol/bytes/join.ts';
import { fromLatin1 } from '../../protocol/handshake/latin1.ts';
import type { HeadLine } from './head.ts';

/** Without the line; all other bytes stay. */
export function without(bytes: Uint8Array, lines: readonly HeadLine[], id: string): Uint8Array {
  return spliced(bytes, lines, id, '');
}

/** With other text in place of the line; its line end is written for it. */
export function replaced(bytes: Uint8Array, lines: readonly HeadLine[], id: string, text: string): Uint8Array {
  return spliced(bytes, lines, id, `${text}\r\n`);
}

function spliced(bytes: Uint8Array, lines: readonly HeadLine[], id: string, text: string): Uint8Array {
  const line = lines.find((one) => one.id === id);
  if (!line) return bytes;
  return concat([bytes.subarray(0, line.start), fromLatin1(text), bytes.subarray(line.end)]);
}
