/**
 * What a server with a well-known mistake puts into which hash, and how it writes the result: the inside of the engine's
 * `mistakenAccept`, so that the wrong way can stand beside the right one. Tests hold each of them to the engine.
 */

import { fromBase64 } from '../../protocol/bytes/base64.ts';
import type { MistakeId } from '../../protocol/handshake/accept-mistakes.ts';
import { mistakenAccept } from '../../protocol/handshake/accept-mistakes.ts';
import { fromLatin1 } from '../../protocol/handshake/latin1.ts';
import { acceptFor, GUID } from '../../protocol/hash/accept.ts';

/** A run of the bytes that are hashed. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Shown as characters, or as bytes in hex. */
  readonly as: 'text' | 'hex';
  readonly of: 'key' | 'guid' | 'extra';
  /** Not as it should be. */
  readonly odd: boolean;
}

export type HashName = 'sha1' | 'sha1-twice' | 'sha256' | 'md5';

/** How the digest becomes the value; without a digest, what is sent instead of one. */
export type Writing =
  | 'base64'
  | 'hex-base64'
  | 'upper-hex-base64'
  | 'hex'
  | 'url'
  | 'url-unpadded'
  | 'unpadded'
  | 'lower'
  | 'quoted'
  | 'echo'
  | 'copied';

export interface Recipe {
  /** Null where nothing is hashed. */
  readonly hash: HashName | null;
  readonly pieces: readonly Piece[];
  readonly writing: Writing;
  readonly accept: string;
}

interface Draft {
  readonly pieces?: readonly Piece[];
  readonly hash?: HashName | null;
  readonly writing?: Writing;
}

const piece = (text: string, of: Piece['of'], odd = false): Piece => ({ bytes: fromLatin1(text), as: 'text', of, odd });
const extra = (text: string) => piece(text, 'extra', true);
const guid = piece(GUID, 'guid');
const TYPO = GUID.replace('C5AB0DC85B11', '5AB5DC11B735');

/** Two bytes a character, the low one first. */
function wide(text: string, of: Piece['of']): readonly Piece[] {
  return text.split('').flatMap((c) => [piece(c, of), { ...extra(String.fromCharCode(c.charCodeAt(0) >>> 8)), of }]);
}

/** In small letters; only those that were capitals are odd. */
function small(text: string, of: Piece['of']): readonly Piece[] {
  return (text.match(/[A-Z]+|[^A-Z]+/g) ?? []).map((run) => piece(run.toLowerCase(), of, /[A-Z]/.test(run)));
}

const usual = (key: string) => [piece(key, 'key'), guid];

/** Only what differs from the right way. */
const DRAFTS: Readonly<Record<MistakeId, (key: string) => Draft>> = {
  'key-decoded': (key) => ({ pieces: [{ bytes: fromBase64(key).bytes, as: 'hex', of: 'key', odd: true }, guid] }),
  'hex-digest': () => ({ writing: 'hex-base64' }),
  'upper-case-hex-digest': () => ({ writing: 'upper-hex-base64' }),
  'hex-not-base64': () => ({ writing: 'hex' }),
  'lower-case-guid': (key) => ({ pieces: [piece(key, 'key'), ...small(GUID, 'guid')] }),
  'no-guid': (key) => ({ pieces: [piece(key, 'key')] }),
  'guid-first': (key) => ({ pieces: [piece(GUID, 'guid', true), piece(key, 'key', true)] }),
  'guid-only': () => ({ pieces: [guid] }),
  'guid-without-dashes': (key) => ({ pieces: [piece(key, 'key'), piece(GUID.replaceAll('-', ''), 'guid', true)] }),
  'guid-typo': (key) => ({
    pieces: [piece(key, 'key'), piece(TYPO.slice(0, 24), 'guid'), piece(TYPO.slice(24), 'guid', true)],
  }),
  'crlf-kept': (key) => ({ pieces: [piece(key, 'key'), extra('\r\n'), guid] }),
  'cr-kept': (key) => ({ pieces: [piece(key, 'key'), extra('\r'), guid] }),
  'lf-kept': (key) => ({ pieces: [piece(key, 'key'), extra('\n'), guid] }),
  'leading-space-kept': (key) => ({ pieces: [extra(' '), piece(key, 'key'), guid] }),
  'space-between': (key) => ({ pieces: [piece(key, 'key'), extra(' '), guid] }),
  'trailing-nul': (key) => ({ pieces: [...usual(key), extra('\0')] }),
  'trailing-newline': (key) => ({ pieces: [...usual(key), extra('\n')] }),
  'quoted-key': (key) => ({ pieces: [extra('"'), piece(key, 'key'), extra('"'), guid] }),
  'key-padding-stripped': (key) => ({ pieces: [piece(key.replace(/=+$/, ''), 'key', true), guid] }),
  'key-lower-case': (key) => ({ pieces: [...small(key, 'key'), guid] }),
  'utf-16': (key) => ({ pieces: [...wide(key, 'key'), ...wide(GUID, 'guid')] }),
  'sha1-twice': () => ({ hash: 'sha1-twice' }),
  sha256: () => ({ hash: 'sha256' }),
  md5: () => ({ hash: 'md5' }),
  'md5-hex-digest': () => ({ hash: 'md5', writing: 'hex-base64' }),
  'key-echoed': () => ({ hash: null, writing: 'echo' }),
  'url-safe-alphabet': () => ({ writing: 'url' }),
  'url-safe-alphabet-unpadded': () => ({ writing: 'url-unpadded' }),
  'missing-padding': () => ({ writing: 'unpadded' }),
  'lower-case': () => ({ writing: 'lower' }),
  'quoted-accept': () => ({ writing: 'quoted' }),
  'wrong-key-sample-draft04': () => ({ hash: null, writing: 'copied' }),
  'sample-accept': () => ({ hash: null, writing: 'copied' }),
};

export function rightRecipe(key: string): Recipe {
  return { hash: 'sha1', pieces: usual(key), writing: 'base64', accept: acceptFor(fromLatin1(key)) };
}

/** A mistake may make no difference for a key: then its accept is the right one. */
export function wrongRecipe(mistake: MistakeId, key: string): Recipe {
  const { hash = 'sha1', pieces = usual(key), writing = 'base64' } = DRAFTS[mistake](key);
  const accept = mistakenAccept(mistake, key) ?? rightRecipe(key).accept;
  return { hash, pieces: hash === null ? [] : pieces, writing, accept };
}
