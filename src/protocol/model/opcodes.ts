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

/**
 * Today's opcode for each of the 16 of hybi-01 to -06, which number them 0 continuation, 1 close, 2 ping, 3 pong, 4 text,
 * 5 binary. What they reserve goes to what is reserved today, one to one.
 */
const TODAYS: readonly number[] = [0, 8, 9, 10, 1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15];

/** The opcode of today that means the same as one of hybi-01 to -06. */
export function todaysOpcode(opcode: number): number {
  return TODAYS[opcode & 0x0f] as number;
}

/** The opcode of hybi-01 to -06 that means the same as one of today. */
export function draftOpcode(opcode: number): number {
  return TODAYS.indexOf(opcode & 0x0f);
}
