import { fromBase64, toBase64Url } from '../../protocol/bytes/base64.ts';
import { fromPercent, toPercent } from '../state/percent.ts';
import type { Conversation } from './conversation.ts';
import { type Entry, type Read, readEntries, writeEntries } from './entries.ts';

/**
 * A conversation as the fragment of a link: `#/build/v1/client=…&server=…`, bytes as base64 in the alphabet of
 * addresses. It never reaches a server, and gives back exactly these bytes. A promise: version 1 links stay readable.
 */
const PREFIX = '#/build/v';
const VERSION = 1;

export function linkHash(conversation: Conversation, at: number): string {
  const pairs = writeEntries(conversation, at).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? toPercent(value) : toBase64Url(value)}`,
  );
  return `${PREFIX}${VERSION}/${pairs.join('&')}`;
}

/** What a fragment holds, or null where it is no link of this room. Never throws; what is wrong is in `unusable`. */
export function readLink(hash: string): Read | null {
  const match = /^#?\/?build\/v(\d{1,6})(?:\/(.*))?$/s.exec(hash);
  if (!match) return null;
  const entries = (match[2] ?? '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): Entry => {
      const equals = pair.indexOf('=');
      const key = equals < 0 ? pair : pair.slice(0, equals);
      const value = equals < 0 ? '' : pair.slice(equals + 1);
      return key === 'client' || key === 'server' ? [key, bytesOf(value)] : [key, fromPercent(value) ?? { bad: value }];
    });
  const read = readEntries(entries);
  if (Number(match[1]) === VERSION) return read;
  const version = { key: 'version', value: match[1] as string, why: 'unknown-version' } as const;
  return { ...read, unusable: [version, ...read.unusable] };
}

function bytesOf(value: string): Uint8Array | { readonly bad: string } {
  const { bytes, problem, padBits } = fromBase64(value, { alphabet: 'url', padding: 'optional' });
  return problem !== null || padBits !== 0 ? { bad: value } : bytes;
}
