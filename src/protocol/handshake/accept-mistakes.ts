/**
 * The well-known ways to compute a wrong `Sec-WebSocket-Accept`. Each is carried out for the key at hand, so that a wrong
 * value names the mistake that produced it.
 */

import { fromBase64, toBase64, toBase64Url } from '../bytes/base64.ts';
import { toHex } from '../bytes/hex.ts';
import { concat } from '../bytes/join.ts';
import { acceptFor, GUID } from '../hash/accept.ts';
import { md5 } from '../hash/md5.ts';
import { sha1 } from '../hash/sha1.ts';
import { sha256 } from '../hash/sha256.ts';
import { fromLatin1 } from './latin1.ts';

const ascii = fromLatin1;
const digest = (text: string) => sha1(ascii(text));
const right = (key: string) => acceptFor(ascii(key));
const utf16 = (text: string) =>
  Uint8Array.from(text.split('').flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >>> 8]));

/** In the order they are tried. Null: the mistake changes nothing for this key, or cannot be made with it. */
const RECIPES = {
  /** The key decoded to its 16 bytes before hashing. */
  'key-decoded': (key: string) => {
    const { bytes, problem } = fromBase64(key);
    return problem ? null : toBase64(sha1(concat([bytes, ascii(GUID)])));
  },
  /** The 40 hex digits of the digest, base64ed as text. */
  'hex-digest': (key: string) => toBase64(ascii(toHex(digest(key + GUID)))),
  'upper-case-hex-digest': (key: string) => toBase64(ascii(toHex(digest(key + GUID)).toUpperCase())),
  /** The hex digits themselves, not base64ed. */
  'hex-not-base64': (key: string) => toHex(digest(key + GUID)),
  'lower-case-guid': (key: string) => toBase64(digest(key + GUID.toLowerCase())),
  'no-guid': (key: string) => toBase64(digest(key)),
  'guid-first': (key: string) => toBase64(digest(GUID + key)),
  'guid-only': () => toBase64(digest(GUID)),
  'guid-without-dashes': (key: string) => toBase64(digest(key + GUID.replaceAll('-', ''))),
  /** The last group mistyped, as copied from page to page. */
  'guid-typo': (key: string) => toBase64(digest(key + GUID.replace('C5AB0DC85B11', '5AB5DC11B735'))),
  /** The line end of the header line left on the key. */
  'crlf-kept': (key: string) => toBase64(digest(`${key}\r\n${GUID}`)),
  'cr-kept': (key: string) => toBase64(digest(`${key}\r${GUID}`)),
  'lf-kept': (key: string) => toBase64(digest(`${key}\n${GUID}`)),
  /** The space behind the colon left on the key. */
  'leading-space-kept': (key: string) => toBase64(digest(` ${key}${GUID}`)),
  'space-between': (key: string) => toBase64(digest(`${key} ${GUID}`)),
  /** The size of a C string taken for its length. */
  'trailing-nul': (key: string) => toBase64(digest(`${key}${GUID}\0`)),
  'trailing-newline': (key: string) => toBase64(digest(`${key}${GUID}\n`)),
  'quoted-key': (key: string) => toBase64(digest(`"${key}"${GUID}`)),
  /** The key without its `=`. */
  'key-padding-stripped': (key: string) => (key.endsWith('=') ? toBase64(digest(key.replace(/=+$/, '') + GUID)) : null),
  'key-lower-case': (key: string) => toBase64(digest(key.toLowerCase() + GUID)),
  /** Strings of two bytes a character, hashed as they lie in memory. */
  'utf-16': (key: string) => toBase64(sha1(utf16(key + GUID))),
  'sha1-twice': (key: string) => toBase64(sha1(digest(key + GUID))),
  sha256: (key: string) => toBase64(sha256(ascii(key + GUID))),
  md5: (key: string) => toBase64(md5(ascii(key + GUID))),
  'md5-hex-digest': (key: string) => toBase64(ascii(toHex(md5(ascii(key + GUID))))),
  'key-echoed': (key: string) => key,
  /** The right digest in the other base64 alphabet. */
  'url-safe-alphabet': (key: string) => toBase64Url(digest(key + GUID), true),
  'url-safe-alphabet-unpadded': (key: string) => toBase64Url(digest(key + GUID)),
  /** The right value without its `=`. */
  'missing-padding': (key: string) => right(key).replace(/=+$/, ''),
  'lower-case': (key: string) => right(key).toLowerCase(),
  'quoted-accept': (key: string) => `"${right(key)}"`,
  /** The pair of draft 04 that never verified, still quoted by libraries. */
  'wrong-key-sample-draft04': () => 'me89jWimTRKTWwrS3aRrL53YZSo=',
  /** The RFC's example answer, whatever the key. */
  'sample-accept': () => 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
} as const satisfies Record<string, (key: string) => string | null>;

export type MistakeId = keyof typeof RECIPES;

export const MISTAKE_IDS = Object.keys(RECIPES) as readonly MistakeId[];

/** The accept that a server with this mistake sends for this key, null where it does not differ from the right one. */
export function mistakenAccept(mistake: MistakeId, key: string): string | null {
  const value = RECIPES[mistake](key);
  return value === right(key) ? null : value;
}

/** The mistake that turns this key into this accept; null where the accept is right or no known mistake gives it. */
export function diagnose(key: string, accept: string): MistakeId | null {
  if (accept === right(key)) return null;
  return MISTAKE_IDS.find((mistake) => mistakenAccept(mistake, key) === accept) ?? null;
}
