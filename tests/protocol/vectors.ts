/** The vectors of tests/vectors, with as much type as the tests need. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Direction } from '../../src/protocol/bytes/span.ts';

export interface Violation {
  readonly kind: string;
  readonly closeCode: number;
  readonly frame: number;
  readonly offset: number;
  readonly utf8?: Record<string, unknown>;
}

export interface FrameVector {
  readonly id: string;
  readonly direction: Direction;
  readonly hex?: string;
  readonly wireGzipBase64?: string;
  readonly base64?: string;
  readonly writes?: readonly number[];
  readonly extensionsHeader?: string;
  readonly maxMessage?: number;
  readonly midStream?: boolean;
  readonly expect: {
    readonly verdict: string;
    readonly verdictsAccepted?: readonly string[];
    readonly violation?: Violation;
    readonly alsoInSameFrame?: readonly Violation[];
    readonly frames?: readonly Record<string, unknown>[];
    readonly messages?: readonly Record<string, unknown>[];
    readonly controls?: readonly Record<string, unknown>[];
    readonly framesAfterClose?: readonly number[];
    readonly openMessage?: { readonly frames: readonly number[]; readonly soFar: number };
    readonly trueFrameBoundaries?: readonly number[];
    readonly firstWholeFrame?: number;
  };
}

export function load<T = FrameVector>(name: string): readonly T[] {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8')) as readonly T[];
}

export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

export function wireOf(vector: FrameVector): Uint8Array {
  if (vector.hex !== undefined) return bytesOf(vector.hex);
  if (vector.base64 !== undefined) return Uint8Array.from(Buffer.from(vector.base64, 'base64'));
  return Uint8Array.from(gunzipSync(Buffer.from(vector.wireGzipBase64 ?? '', 'base64')));
}
