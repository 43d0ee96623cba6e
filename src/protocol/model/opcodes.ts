/** Opcodes of the version 7, 8 and 13 frame header (RFC 6455 section 5.2 and 11.8). */

export type OpcodeName =
  | 'continuation'
  | 'text'
  | 'binary'
  | 'reserved-data'
  | 'close'
  | 'ping'
  | 'pong'
  | 'reserved-control';

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

const NAMES: readonly OpcodeName[] = ['continuation', 'text', 'binary'];
const CONTROL_NAMES: readonly OpcodeName[] = ['close', 'ping', 'pong'];

/** The name of a four-bit opcode. */
export function opcodeName(opcode: number): OpcodeName {
  return opcode < 8 ? (NAMES[opcode] ?? 'reserved-data') : (CONTROL_NAMES[opcode - 8] ?? 'reserved-control');
}

/** Control opcodes have the top bit of the four set (section 5.5). */
export function isControl(opcode: number): boolean {
  return (opcode & 8) !== 0;
}
