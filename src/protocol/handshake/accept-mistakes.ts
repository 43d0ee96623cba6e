/**
 * The well-known ways to compute a wrong `Sec-WebSocket-Accept`, beside the right one (RFC 6455 §4.2.2 item 5.4). Each is
 * carried out for the key at hand, so that a wrong value names the mistake that produced it, and says what was hashed.
 */

import { fromBase64, toBase64, toBase64Url } from '../bytes/base64.ts';
import { toHex } from '../bytes/hex.ts';
import { concat } from '../bytes/join.ts';
import { acceptFor, GUID } from '../hash/accept.ts';
import { md5 } from '../hash/md5.ts';
import { sha1 } from '../hash/sha1.ts';
import { sha256 } from '../hash/sha256.ts';
import { fromLatin1 } from './latin1.ts';

/** A run of the bytes that are hashed. */
export interface AcceptPiece {
  readonly bytes: Uint8Array;
  /** `nonce`: the bytes behind the key. `extra`: what belongs to neither key nor GUID. */
  readonly of: 'key' | 'nonce' | 'guid' | 'extra';
  /** Not as it should be. */
  readonly odd: boolean;
}

/** The wrong hashes, and the right one twice. */
const HASHES = {
  sha1,
  'sha1-twice': (bytes: Uint8Array) => sha1(sha1(bytes)),
  sha256,
  md5,
} as const;

/** How the digest becomes the value. */
const WRITINGS = {
  base64: toBase64,
  'hex-base64': (digest: Uint8Array) => toBase64(fromLatin1(toHex(digest))),
  'upper-hex-base64': (digest: Uint8Array) => toBase64(fromLatin1(toHex(digest).toUpperCase())),
  hex: toHex,
  url: (digest: Uint8Array) => toBase64Url(digest, true),
  'url-unpadded': (digest: Uint8Array) => toBase64Url(digest),
  unpadded: (digest: Uint8Array) => toBase64(digest).replace(/=+$/, ''),
  lower: (digest: Uint8Array) => toBase64(digest).toLowerCase(),
  quoted: (digest: Uint8Array) => `"${toBase64(digest)}"`,
} as const;

export type AcceptHash = keyof typeof HASHES;
type DigestWriting = keyof typeof WRITINGS;
/** Without a digest: the key sent back, or a value copied from somewhere. */
type BareWriting = 'echo' | 'copied';
export type AcceptWriting = DigestWriting | BareWriting;

export interface AcceptRecipe {
  /** Null where nothing is hashed; then there are no pieces. */
  readonly hash: AcceptHash | null;
  readonly pieces: readonly AcceptPiece[];
  readonly writing: AcceptWriting;
  readonly accept: string;
}

/** Only what differs from the right way, or a value that needs no way at all. */
type Way =
  | { readonly pieces?: readonly AcceptPiece[]; readonly hash?: AcceptHash; readonly writing?: DigestWriting }
  | { readonly accept: string; readonly writing: BareWriting };

function piece(text: string, of: AcceptPiece['of'], odd = false): AcceptPiece {
  return { bytes: fromLatin1(text), of, odd };
}

const extra = (text: string) => piece(text, 'extra', true);
const guid = piece(GUID, 'guid');
const usual = (key: string) => [piece(key, 'key'), guid];
const TYPO = GUID.replace('C5AB0DC85B11', '5AB5DC11B735');
const LAST_GROUP = GUID.lastIndexOf('-') + 1;

/** Two bytes a character, the low one first. */
function wide(text: string, of: AcceptPiece['of']): readonly AcceptPiece[] {
  return text.split('').flatMap((c) => {
    const code = c.charCodeAt(0);
    return [
      { bytes: Uint8Array.of(code & 0xff), of, odd: false },
      { bytes: Uint8Array.of(code >>> 8), of, odd: true },
    ];
  });
}

/** In small letters; only those that were capitals are odd. */
function small(text: string, of: AcceptPiece['of']): readonly AcceptPiece[] {
  return (text.match(/[A-Z]+|[^A-Z]+/g) ?? []).map((run) => piece(run.toLowerCase(), of, /[A-Z]/.test(run)));
}

/** In the order they are tried. Null: cannot be made with this key. */
const WAYS = {
  /** The key decoded to its 16 bytes before hashing. */
  'key-decoded': (key) => {
    const { bytes, problem } = fromBase64(key);
    return problem ? null : { pieces: [{ bytes, of: 'nonce', odd: true }, guid] };
  },
  /** The 40 hex digits of the digest, base64ed as text. */
  'hex-digest': () => ({ writing: 'hex-base64' }),
  'upper-case-hex-digest': () => ({ writing: 'upper-hex-base64' }),
  /** The hex digits themselves, not base64ed. */
  'hex-not-base64': () => ({ writing: 'hex' }),
  'lower-case-guid': (key) => ({ pieces: [piece(key, 'key'), ...small(GUID, 'guid')] }),
  'no-guid': (key) => ({ pieces: [piece(key, 'key')] }),
  'guid-first': (key) => ({ pieces: [piece(GUID, 'guid', true), piece(key, 'key', true)] }),
  'guid-only': () => ({ pieces: [guid] }),
  'guid-without-dashes': (key) => ({ pieces: [piece(key, 'key'), piece(GUID.replaceAll('-', ''), 'guid', true)] }),
  /** The last group mistyped, as copied from page to page. */
  'guid-typo': (key) => ({
    pieces: [piece(key, 'key'), piece(TYPO.slice(0, LAST_GROUP), 'guid'), piece(TYPO.slice(LAST_GROUP), 'guid', true)],
  }),
  /** The line end of the header line left on the key. */
  'crlf-kept': (key) => ({ pieces: [piece(key, 'key'), extra('\r\n'), guid] }),
  'cr-kept': (key) => ({ pieces: [piece(key, 'key'), extra('\r'), guid] }),
  'lf-kept': (key) => ({ pieces: [piece(key, 'key'), extra('\n'), guid] }),
  /** The space behind the colon left on the key. */
  'leading-space-kept': (key) => ({ pieces: [extra(' '), ...usual(key)] }),
  'space-between': (key) => ({ pieces: [piece(key, 'key'), extra(' '), guid] }),
  /** The size of a C string taken for its length. */
  'trailing-nul': (key) => ({ pieces: [...usual(key), extra('\0')] }),
  'trailing-newline': (key) => ({ pieces: [...usual(key), extra('\n')] }),
  'quoted-key': (key) => ({ pieces: [extra('"'), piece(key, 'key'), extra('"'), guid] }),
  /** The key without its `=`. */
  'key-padding-stripped': (key) => ({ pieces: [piece(key.replace(/=+$/, ''), 'key', true), guid] }),
  'key-lower-case': (key) => ({ pieces: [...small(key, 'key'), guid] }),
  /** Strings of two bytes a character, hashed as they lie in memory. */
  'utf-16': (key) => ({ pieces: [...wide(key, 'key'), ...wide(GUID, 'guid')] }),
  'sha1-twice': () => ({ hash: 'sha1-twice' }),
  sha256: () => ({ hash: 'sha256' }),
  md5: () => ({ hash: 'md5' }),
  'md5-hex-digest': () => ({ hash: 'md5', writing: 'hex-base64' }),
  'key-echoed': (key) => ({ accept: key, writing: 'echo' }),
  /** The right digest in the other base64 alphabet. */
  'url-safe-alphabet': () => ({ writing: 'url' }),
  'url-safe-alphabet-unpadded': () => ({ writing: 'url-unpadded' }),
  /** The right value without its `=`. */
  'missing-padding': () => ({ writing: 'unpadded' }),
  'lower-case': () => ({ writing: 'lower' }),
  'quoted-accept': () => ({ writing: 'quoted' }),
  /** The pair of draft 04 that never verified, still quoted by libraries. */
  'wrong-key-sample-draft04': () => ({ accept: 'me89jWimTRKTWwrS3aRrL53YZSo=', writing: 'copied' }),
  /** The RFC's example answer, whatever the key. */
  'sample-accept': () => ({ accept: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=', writing: 'copied' }),
} as const satisfies Record<string, (key: string) => Way | null>;

export type MistakeId = keyof typeof WAYS;

export const MISTAKE_IDS = Object.keys(WAYS) as readonly MistakeId[];

export function rightRecipe(key: string): AcceptRecipe {
  return carriedOut({}, key);
}

/** The accept of a server with this mistake, which may make no difference; null where it cannot be made with this key. */
export function recipeWith(mistake: MistakeId, key: string): AcceptRecipe | null {
  const way: Way | null = WAYS[mistake](key);
  return way === null ? null : carriedOut(way, key);
}

function carriedOut(way: Way, key: string): AcceptRecipe {
  if ('accept' in way) return { hash: null, pieces: [], ...way };
  const { hash = 'sha1', pieces = usual(key), writing = 'base64' } = way;
  const digest = HASHES[hash](concat(pieces.map(({ bytes }) => bytes)));
  return { hash, pieces, writing, accept: WRITINGS[writing](digest) };
}

const right = (key: string) => acceptFor(fromLatin1(key));

/** The accept that a server with this mistake sends for this key, null where it does not differ from the right one. */
export function mistakenAccept(mistake: MistakeId, key: string): string | null {
  const value = recipeWith(mistake, key)?.accept ?? null;
  return value === right(key) ? null : value;
}

/** The mistake that turns this key into this accept; null where the accept is right or no known mistake gives it. */
export function diagnose(key: string, accept: string): MistakeId | null {
  if (accept === right(key)) return null;
  return MISTAKE_IDS.find((mistake) => mistakenAccept(mistake, key) === accept) ?? null;
}
