/** What can be said of an answer somebody pasted. */

import { fromBase64 } from '../../protocol/bytes/base64.ts';
import type { MistakeId } from '../../protocol/handshake/accept-mistakes.ts';
import { diagnose } from '../../protocol/handshake/accept-mistakes.ts';
import { fromLatin1 } from '../../protocol/handshake/latin1.ts';
import { acceptFor } from '../../protocol/hash/accept.ts';

/** What an answer that no known mistake gives still shows: that it is nearly right, or how many bytes it stands for. */
export type Clue =
  | 'nearly'
  | 'twenty-bytes'
  | 'sixteen-bytes'
  | 'thirty-two-bytes'
  | 'hex-digits'
  | 'not-base64'
  | 'other-size';

export type Verdict =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'right' }
  | { readonly kind: 'mistake'; readonly mistake: MistakeId }
  | { readonly kind: 'unknown'; readonly clue: Clue };

export function judge(key: string, accept: string): Verdict {
  if (accept === '') return { kind: 'waiting' };
  const right = acceptFor(fromLatin1(key));
  if (accept === right) return { kind: 'right' };
  const mistake = diagnose(key, accept);
  return mistake === null ? { kind: 'unknown', clue: clueOf(accept, right) } : { kind: 'mistake', mistake };
}

/** Two hashes agree in one character of 64 by chance: so many differences are no other hash, but a slip of the pen. */
const SLIPS = 7;

function clueOf(accept: string, right: string): Clue {
  if (accept.length === right.length && differences(accept, right) <= SLIPS) return 'nearly';
  if (/^[0-9a-f]{40}$/i.test(accept)) return 'hex-digits';
  const { bytes, problem } = fromBase64(accept);
  if (problem !== null) return 'not-base64';
  switch (bytes.length) {
    case 20:
      return 'twenty-bytes';
    case 16:
      return 'sixteen-bytes';
    case 32:
      return 'thirty-two-bytes';
    default:
      return 'other-size';
  }
}

function differences(one: string, other: string): number {
  return one.split('').filter((character, index) => character !== other.charAt(index)).length;
}
