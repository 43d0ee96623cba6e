import type { Source } from '../bytes/source.ts';
import type { Span } from '../bytes/span.ts';
import type { Scan } from './scan.ts';

/** Identity of a message's bytes after inflating. */
export function inflatedId({ direction }: Pick<Scan, 'direction'>, first: number): string {
  return `${direction}/message/${first}/inflated`;
}

/**
 * A compressed message inflated (RFC 7692 §7.2.2), as far as that goes; null where it was not compressed. Bytes that
 * nobody can know are 0. Inflated again when it is read.
 * @param from where its payload lies, in clear
 */
export function inflatedSource(scan: Scan, first: number, length: number, from: readonly Span[]): Source {
  return {
    id: inflatedId(scan, first),
    how: 'inflate',
    from,
    length,
    read: (start, end) => {
      const bytes = scan.inflate?.read(first).bytes ?? NOTHING;
      return bytes.subarray(Math.max(0, start), Math.max(0, Math.min(length, end)));
    },
  };
}

const NOTHING = new Uint8Array(0);
