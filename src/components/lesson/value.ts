/** Values in the prose of a step: what they say, and how they are set. */

import { hexByte } from '../../protocol/bytes/hex.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';

/** A value as it stands in a sentence. */
export interface Shown {
  readonly text: string;
  /** `bytes`: in the face for bytes, coloured. `words`: like the words around it. */
  readonly face: 'bytes' | 'words';
  readonly role: ColourRole;
}

/** A number stands as digits, like the words around it, and can choose between singular and plural. */
export type Value = number | Shown;

/** Bytes in hex, `limit` of them at most. */
export function ofBytes(bytes: Uint8Array, role: ColourRole = 'plain', limit = 16): Shown {
  const shown = Array.from(bytes.subarray(0, limit), hexByte).join(' ');
  return { text: bytes.length > limit ? `${shown} …` : shown, face: 'bytes', role };
}

/** One byte in hex. */
export function ofByte(byte: number, role: ColourRole = 'plain'): Shown {
  return ofBytes(Uint8Array.of(byte), role);
}

/** A 32-bit word as eight hex digits. */
export function ofWord(word: number, role: ColourRole = 'plain'): Shown {
  return { text: (word >>> 0).toString(16).padStart(8, '0'), face: 'bytes', role };
}

/** Characters of the wire or of an input, as they are; what cannot be seen is made visible where it is drawn. */
export function ofText(text: string, role: ColourRole = 'plain'): Shown {
  return { text, face: 'bytes', role };
}

/** Words, like those around them. */
export function ofWords(text: string): Shown {
  return { text, face: 'words', role: 'plain' };
}

/** A number that belongs to a colour family. Any size. */
export function ofNumber(value: number | bigint, role: ColourRole = 'plain'): Shown {
  return { text: String(value), face: 'bytes', role };
}
