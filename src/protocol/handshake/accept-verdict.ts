/** What can be said of a `Sec-WebSocket-Accept` that somebody got. */

import { fromBase64 } from '../bytes/base64.ts';
import { acceptFor } from '../hash/accept.ts';
import { diagnose, type MistakeId } from './accept-mistakes.ts';
import { fromLatin1 } from './latin1.ts';

/** What an answer that no known mistake gives still shows: that it is nearly right, or how many bytes it stands for. */
export type AcceptClue =
  | 'nearly'
  | 'twenty-bytes'
  | 'sixteen-bytes'
  | 'thirty-two-bytes'
  | 'hex-digits'
  | 'not-base64'
  | 'other-size';

export type AcceptVerdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'mistake'; readonly mistake: MistakeId }
  | { readonly kind: 'unknown'; readonly clue: AcceptClue };

/** `key` as it stood in the request. Never throws. */
export function judgeAccept(key: string, accept: string): AcceptVerdict {
  const right = acceptFor(fromLatin1(key));
  if (accept === right) return { kind: 'right' };
  const mistake = diagnose(key, accept);
  return mistake === null ? { kind: 'unknown', clue: clueOf(accept, right) } : { kind: 'mistake', mistake };
}

/** Two hashes agree in one character of 64 by chance: so many differences are no other hash, but a slip of the pen. */
const SLIPS = 7;

function clueOf(accept: string, right: string): AcceptClue {
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
