import { FIELDS } from '../../protocol/model/fields.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import { opcodeName, todaysOpcode } from '../../protocol/model/opcodes.ts';
import { excerpt, visible } from './text.ts';

/** The words a value needs. Given by the caller: this file knows no language. */
export interface FormatWords {
  /** Name of an opcode: `text`. */
  opcode(name: string): string;
  /** Name of a close code, or null where it has none. */
  closeCode(code: number): string | null;
  /** “5 bytes” */
  bytes(count: number): string;
  /** For a field that has no value yet: its bytes are missing. */
  readonly missing: string;
  quote(text: string): string;
}

/** Decimal digits in groups of three by thin spaces, exact for any size. */
export function grouped(value: number | bigint): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** `7f 9f 4d`, at most `limit` bytes and then `…`. */
export function hex(bytes: Uint8Array, limit = Infinity): string {
  const shown = Math.min(bytes.length, limit);
  const out: string[] = [];
  for (let i = 0; i < shown; i++) out.push((bytes[i] ?? 0).toString(16).padStart(2, '0'));
  return out.join(' ') + (shown < bytes.length ? ' …' : '');
}

/** `0x1`: a four-bit number as the RFC writes it. */
function nibble(value: number): string {
  return `0x${value.toString(16).toUpperCase()}`;
}

function number(value: FieldNode['value']): number | bigint | null {
  return typeof value === 'number' || typeof value === 'bigint'
    ? value
    : typeof value === 'boolean'
      ? Number(value)
      : null;
}

/**
 * The value of a field as one line, by the format of its field; '' where it has none.
 * @param limit most bytes or characters shown
 */
export function formatValue(node: FieldNode, words: FormatWords, limit = 16): string {
  const { value } = node;
  if (value === null) return node.status === 'incomplete' && node.children.length === 0 ? words.missing : '';
  if (value instanceof Uint8Array) {
    if (FIELDS[node.field].format !== 'text') return value.length === 0 ? words.bytes(0) : hex(value, limit);
    return words.quote(visible(excerpt(new TextDecoder().decode(value.subarray(0, limit * 4)), limit)));
  }
  if (typeof value === 'string') return words.quote(visible(excerpt(value, limit * 2)));
  const digits = number(value);
  if (digits === null) return '';
  switch (FIELDS[node.field].format) {
    case 'opcode':
      return `${nibble(Number(digits))} · ${words.opcode(opcodeName(Number(digits)))}`;
    case 'draft-opcode':
      return `${nibble(Number(digits))} · ${words.opcode(opcodeName(todaysOpcode(Number(digits))))}`;
    case 'close-code': {
      const name = words.closeCode(Number(digits));
      return name ? `${digits} · ${name}` : String(digits);
    }
    case 'hex':
      return `0x${digits.toString(16)}`;
    case 'bit':
      return String(digits);
    default:
      return grouped(digits);
  }
}
