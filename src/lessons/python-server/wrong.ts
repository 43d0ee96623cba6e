/** See `components/python/starts/wrong.py`: what the parser that is copied from page to page makes of a read. */

import { decodeUtf8, validateUtf8 } from '../../protocol/bytes/utf8.ts';
import { keyWord, unmask } from '../../protocol/frame/mask.ts';
import { REASONS } from './text.ts';

/** What a call gave: a text, or how it died. */
export type Given =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'raised'; readonly error: 'IndexError' | 'UnicodeDecodeError'; readonly says: string };

export interface WrongCall {
  readonly read: Uint8Array;
  /** Variables, as far as the call came; null where it came to none. */
  readonly length: number | null;
  readonly key: Uint8Array;
  readonly body: Uint8Array;
  readonly clear: Uint8Array;
  readonly given: Given;
}

const NONE = new Uint8Array();

/** `parse(read)`. It looks at seven bits of the second byte, and takes the rest for granted. */
export function wrongParse(read: Uint8Array): WrongCall {
  const second = read[1];
  if (second === undefined) {
    const given: Given = { kind: 'raised', error: 'IndexError', says: 'index out of range' };
    return { read, length: null, key: NONE, body: NONE, clear: NONE, given };
  }
  const length = second & 127;
  const at = length === 126 ? 4 : length === 127 ? 10 : 2;
  const key = read.subarray(at, at + 4);
  const body = read.subarray(at + 4);
  const clear = unmask(body, keyWord(key));
  return { read, length, key, body, clear, given: decoded(clear) };
}

/** `str(clear, "utf-8")`, with what Python says where that is no text. */
function decoded(bytes: Uint8Array): Given {
  const fault = validateUtf8(bytes);
  if (fault === null) return { kind: 'text', text: decodeUtf8(bytes) };
  const { kind, index, sequenceStart: start } = fault;
  // The bytes of a sequence that could still have become a character; at least one.
  const last = Math.max(start, index - 1);
  const where =
    last === start
      ? `byte 0x${(bytes[start] as number).toString(16).padStart(2, '0')} in position ${start}`
      : `bytes in position ${start}-${last}`;
  return { kind: 'raised', error: 'UnicodeDecodeError', says: `'utf-8' codec can't decode ${where}: ${REASONS[kind]}` };
}
