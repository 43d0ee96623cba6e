import type { Inflation } from './history.ts';
import { unknownBytes } from './inflated.ts';
import type { Gathered } from './joined-payloads.ts';

/** Bytes of a message that a list shows. */
const EXCERPT = 128;

/** A compressed message as a list shows it. */
export interface Glance {
  /** Inflated bytes, as far as it could be inflated. */
  readonly length: number;
  /** Nothing is missing from it: no fault, no limit, no end of the bytes. */
  readonly whole: boolean;
  /** The limit was hit: there is more. */
  readonly capped: boolean;
  /** At most 128 of the bytes; 1 in `unknown` marks those that nobody can know, which are 0. */
  readonly bytes: Uint8Array;
  readonly unknown: Uint8Array | null;
}

export function glanceAt({ bytes, twin, capped, fault }: Inflation, { complete, long }: Gathered): Glance {
  const excerpt = bytes.slice(0, EXCERPT);
  return {
    length: bytes.length,
    whole: complete && !capped && !long && fault === null,
    capped: capped || long,
    bytes: excerpt,
    unknown: unknownBytes(excerpt, twin),
  };
}
