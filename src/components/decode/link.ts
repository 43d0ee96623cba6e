import { fromBase64, toBase64Url } from '../../protocol/bytes/base64.ts';
import { fromPercent, toPercent } from '../state/percent.ts';
import type { Entries, Read, Shared } from './entries.ts';
import { bytesOfUnits, fromUtf8, readEntries, toUtf8, unitsOf, writeEntries } from './entries.ts';

/**
 * The choices as the fragment of a link: `#/decode/v1/key=value&…`. It never reaches a server, and it gives back exactly
 * the text or bytes that went in. A promise: version 1 links stay readable.
 */
const PREFIX = '#/decode/v';
const VERSION = 1;

/** Longer than this, mail programs and chats cut links: offer a file instead. */
export const MAX_LINK = 8192;

/** Fragment for these choices, whatever its length. */
export function linkHash(shared: Shared): string {
  const pairs: string[] = [];
  for (const [key, value] of writeEntries(shared)) {
    if (key === 'bytes') pairs.push(`bytes=${toBase64Url(value as Uint8Array)}`);
    else if (key === 'text') pairs.push(textPair(value as string));
    else pairs.push(`${key}=${toPercent(value as string)}`);
  }
  return `${PREFIX}${VERSION}/${pairs.join('&')}`;
}

/** What a fragment holds, or null where it is not a link with choices. Never throws; what is wrong is in `unusable`. */
export function readLink(hash: string): Read | null {
  const match = /^#?\/?decode\/v(\d{1,6})\/(.*)$/s.exec(hash);
  if (!match) return null;
  const entries: Entries = [];
  for (const pair of (match[2] as string).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const key = equals < 0 ? pair : pair.slice(0, equals);
    const value = equals < 0 ? '' : pair.slice(equals + 1);
    entries.push(readPair(key, value));
  }
  const read = readEntries(entries);
  if (Number(match[1]) === VERSION) return read;
  return {
    ...read,
    unusable: [{ key: 'version', value: match[1] as string, why: 'unknown-version' }, ...read.unusable],
  };
}

/** Percent-encoding is readable and shorter for hex; base64 is shorter for dumps. A lone surrogate has no UTF-8 at all. */
function textPair(text: string): string {
  const utf8 = toUtf8(text);
  if (!utf8) return `text16=${toBase64Url(unitsOf(text))}`;
  const plain = `text=${toPercent(text)}`;
  if (plain.length <= 64) return plain;
  const packed = `text64=${toBase64Url(utf8)}`;
  return plain.length <= packed.length ? plain : packed;
}

function readPair(key: string, value: string): Entries[number] {
  switch (key) {
    case 'text':
      return ['text', fromPercent(value) ?? { bad: value }];
    case 'text64':
      return ['text', packed(value, fromUtf8)];
    case 'text16':
      return ['text', packed(value, bytesOfUnits)];
    case 'bytes':
      return ['bytes', packed(value, (bytes) => bytes)];
    default:
      return [key, fromPercent(value) ?? { bad: value }];
  }
}

function packed<T>(value: string, make: (bytes: Uint8Array) => T | null): T | { bad: string } {
  const { bytes, problem, padBits } = fromBase64(value, { alphabet: 'url', padding: 'optional' });
  const made = problem !== null || padBits !== 0 ? null : make(bytes);
  return made ?? { bad: value };
}
