/** Values of Python, as the tracer has them and as they are shown. */

import { hexByte } from '../../protocol/bytes/hex.ts';
import { decodeUtf8, validateUtf8 } from '../../protocol/bytes/utf8.ts';

/** A value of a variable. A number is an int, whatever its size; a function stands as its name. */
export type PyValue =
  | number
  | bigint
  | boolean
  | null
  | string
  | Uint8Array
  | { readonly name: string }
  | { readonly items: readonly PyValue[] }
  | { readonly entries: readonly (readonly [string, PyValue])[] }
  | PyFrame;

export interface PyFrame {
  readonly fin: boolean;
  readonly opcode: number;
  readonly payload: Uint8Array;
}

export type Vars = Readonly<Record<string, PyValue>>;

/** Most bytes of a value that are shown. */
const MOST_BYTES = 12;
const MOST_TEXT = 40;

/** The value as the panel of variables shows it. Bytes stand in hex: the names Python has for them hide more than they show. */
export function shownValue(value: PyValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Uint8Array) return bytesShown(value);
  if ('name' in value) return value.name;
  if ('items' in value) return `(${value.items.map(shownValue).join(', ')})`;
  if ('entries' in value) return `{${value.entries.length}}`;
  return `Frame(${shownValue(value.fin)}, ${value.opcode}, …)`;
}

function quoted(text: string): string {
  const short = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
  return `'${short}'`;
}

function bytesShown(bytes: Uint8Array): string {
  if (bytes.length === 0) return "b''";
  const shown = Array.from(bytes.subarray(0, MOST_BYTES), hexByte).join(' ');
  return bytes.length > MOST_BYTES ? `${shown} …` : shown;
}

/** The text that the bytes are, where that helps: UTF-8, with something to be seen in it. */
export function textOf(value: PyValue): string | null {
  if (!(value instanceof Uint8Array) || value.length === 0 || validateUtf8(value) !== null) return null;
  const text = decodeUtf8(value);
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) && !/\p{Cc}/u.test(text) ? text : null;
}
