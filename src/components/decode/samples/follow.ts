import type { Direction } from '../../../protocol/bytes/span.ts';

/** What one side sent in one go. */
export interface Turn {
  readonly direction: Direction;
  readonly bytes: Uint8Array;
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');
const shown = (byte: number) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.');
const pair = (cells: readonly string[], between: string) =>
  `${cells.slice(0, 8).join(between)}${cells.length > 8 ? ` ${between}${cells.slice(8).join(between)}` : ''}`;

/** A conversation as Wireshark's "Follow TCP stream" shows it in hex: the server's lines begin with a tab. */
export function followHex(turns: readonly Turn[]): string {
  const next: Record<Direction, number> = { 'client-to-server': 0, 'server-to-client': 0 };
  const lines: string[] = [];
  for (const { direction, bytes } of turns) {
    for (let at = 0; at < bytes.length; at += 16) {
      const row = [...bytes.subarray(at, at + 16)];
      const offset = (next[direction] + at).toString(16).toUpperCase().padStart(8, '0');
      const cells = pair(row.map(hex), ' ').padEnd(48);
      lines.push(`${direction === 'client-to-server' ? '' : '\t'}${offset}  ${cells}  ${pair(row.map(shown), '')}`);
    }
    next[direction] += bytes.length;
  }
  return `${lines.join('\n')}\n`;
}

/** One byte per character below U+0100. */
export const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

/** Bytes of hex digits with any spaces between. */
export const fromHexText = (text: string) =>
  Uint8Array.from(text.replace(/\s+/g, '').match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export const client = (bytes: Uint8Array): Turn => ({ direction: 'client-to-server', bytes });
export const server = (bytes: Uint8Array): Turn => ({ direction: 'server-to-client', bytes });

/** Lines of an HTTP head, each ended by CR LF, and the empty line after them. */
export const head = (...lines: readonly string[]) => latin1(`${lines.join('\r\n')}\r\n\r\n`);
