import type { HttpLine } from '../../../components/stage/HttpText.tsx';

/** Letters that a row has on a projector at least, and how many of them a byte takes. */
const ROW = 54;
const BYTE = 3.5;

/** About how many rows a head takes: long lines wrap. */
export function rowsOf(lines: readonly HttpLine[]): number {
  return lines.reduce((sum, { pieces, bytes }) => {
    const letters = pieces.reduce((all, { text }) => all + text.length, (bytes?.length ?? 0) * BYTE);
    return sum + Math.max(1, Math.ceil(letters / ROW));
  }, 0);
}

/** Letters in a row of larger type, the rows there are, and what the space between two remarks takes of one. */
const LARGE_ROW = 52;
const LARGE_ROWS = 5.6;
const BETWEEN = 0.6;

/** Whether remarks have room on a projector in larger type. A Chinese character is as wide as two letters. */
export function isShort(remarks: readonly string[]): boolean {
  const rows = remarks.map((remark) => {
    const width = Array.from(remark).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
    return Math.ceil(width / LARGE_ROW);
  });
  return rows.reduce((sum, count) => sum + count + BETWEEN, -BETWEEN) <= LARGE_ROWS;
}
