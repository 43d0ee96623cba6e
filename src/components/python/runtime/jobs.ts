import { toHex } from '../../../protocol/bytes/hex.ts';
import type { Case, Given } from '../cases.ts';

/** Jobs as the harness takes them. */

/** Lines that may be run over some bytes: far more than any frame of this room needs, and done in a second. */
const LINES = 100_000;
const LINES_A_BYTE = 20;

export function runJson(data: Uint8Array, given: Given, steps: number): string {
  return JSON.stringify({ ...jobCase({ data, ...given }), lines: LINES + LINES_A_BYTE * data.length, steps });
}

export function jobCase({ data, limit, array }: Given & Pick<Case, 'data'>): object {
  return { data: toHex(data), ...(limit === null ? {} : { limit }), ...(array ? { array } : {}) };
}
