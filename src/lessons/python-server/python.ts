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
  | PyDict
  | PyFrame;

export interface PyDict {
  readonly entries: readonly (readonly [string, PyValue])[];
}

export interface PyFrame {
  readonly fin: boolean;
  readonly opcode: number;
  readonly payload: Uint8Array;
}

export type Vars = Readonly<Record<string, PyValue>>;

/** Most bytes of a value that are shown, a masking key being four. */
const MOST_BYTES = 4;
const MOST_TEXT = 24;
const MOST_SHORT = 28;

/** The value as the panel of variables shows it. Bytes stand in hex: the names Python has for them hide more than they show. */
export function shownValue(value: PyValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return shortText(value);
  if (value instanceof Uint8Array) return bytesShown(value);
  if ('name' in value) return value.name;
  if ('items' in value) return `(${value.items.map(inTuple).join(', ')})`;
  if (isDict(value)) return value.entries.length === 0 ? '{}' : '{…}';
  return `Frame(${shownValue(value.fin)}, ${value.opcode}, …)`;
}

/** A tuple has room for the names of its things. */
const inTuple = (value: PyValue) => (isFrame(value) ? 'Frame(…)' : shownValue(value));

export function isDict(value: PyValue): value is PyDict {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && 'entries' in value;
}

function isFrame(value: PyValue): value is PyFrame {
  return typeof value === 'object' && value !== null && 'payload' in value;
}

/** As Python writes a string; what cannot be seen is made visible where it is drawn. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
}

/** As Python writes bytes. */
export function bytesLiteral(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  const inside = Array.from(bytes, (byte) => {
    const short = SHORT[byte];
    if (short !== undefined) return short;
    if (byte === quote.charCodeAt(0)) return `\\${quote}`;
    return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${hexByte(byte)}`;
  });
  return `b${quote}${inside.join('')}${quote}`;
}

const SHORT: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };

/** As `bytes.hex(" ")` gives them. */
export const spacedHex = (bytes: Uint8Array): string => Array.from(bytes, hexByte).join(' ');

export const short = (text: string): string => (text.length > MOST_SHORT ? `${text.slice(0, MOST_SHORT)}…` : text);

function shortText(text: string): string {
  return quoted(text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text);
}

function bytesShown(bytes: Uint8Array): string {
  if (bytes.length === 0) return "b''";
  const cut = bytes.length > MOST_BYTES;
  const shown = Array.from(bytes.subarray(0, cut ? MOST_BYTES - 1 : MOST_BYTES), hexByte).join(' ');
  return cut ? `${shown} …` : shown;
}

/** The text that the bytes are, where that helps: UTF-8, with something to be seen in it. */
export function textOf(value: PyValue): string | null {
  if (!(value instanceof Uint8Array) || value.length === 0 || validateUtf8(value) !== null) return null;
  const text = decodeUtf8(value);
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) && !/\p{Cc}/u.test(text) ? text : null;
}
