import { fromHex, toHex } from '../../protocol/bytes/hex.ts';

/** What one can begin with. The ids are in links and in storage. */
export const START_IDS = ['own', 'server', 'wrong'] as const;
export type StartId = (typeof START_IDS)[number];

/**
 * Bytes to try parse_frame on, as the fragment of a link: `#/python/v1/data=8185…`, and perhaps what code to begin with,
 * by its name. Code itself never travels in a link: nobody shall run what a stranger wrote without knowing. A promise:
 * version 1 links stay readable.
 */
const PREFIX = '#/python/v';
const VERSION = 1;

/** Most bytes there may be: more than one looks at, few enough for a link. */
export const MAX_DATA = 4096;

export interface PythonLink {
  /** Null where the link has none that can be used. */
  readonly data: Uint8Array | null;
  readonly start: StartId | null;
  readonly unusable: readonly Unusable[];
}

/** Something in a link that was left out. */
export interface Unusable {
  readonly key: string;
  /** At most 60 characters of it. */
  readonly value: string;
  readonly why: 'unknown-version' | 'unknown-key' | 'bad-hex' | 'too-long' | 'bad-value' | 'repeated';
}

/** @param data at most `MAX_DATA` bytes; more are cut */
export function pythonLink(data: Uint8Array, start?: StartId): string {
  const pairs = [...(start === undefined ? [] : [`start=${start}`]), `data=${toHex(data.subarray(0, MAX_DATA))}`];
  return `${PREFIX}${VERSION}/${pairs.join('&')}`;
}

/** What a fragment holds, or null where it is no link of this room. Never throws; what is wrong is in `unusable`. */
export function readPythonLink(hash: string): PythonLink | null {
  const match = /^#?\/?python\/v(\d{1,6})(?:\/(.*))?$/s.exec(hash);
  if (!match) return null;
  let data: Uint8Array | null = null;
  let start: StartId | null = null;
  const unusable: Unusable[] = [];
  const seen = new Set<string>();
  const take = (key: string, value: string): Unusable['why'] | null => {
    if (seen.has(key)) return 'repeated';
    seen.add(key);
    if (key === 'data') {
      if (value.length > MAX_DATA * 2) return 'too-long';
      data = fromHex(value);
      return data === null ? 'bad-hex' : null;
    }
    if (key !== 'start') return 'unknown-key';
    start = START_IDS.find((id) => id === value) ?? null;
    return start === null ? 'bad-value' : null;
  };
  if (Number(match[1]) !== VERSION) {
    unusable.push({ key: 'version', value: match[1] as string, why: 'unknown-version' });
  }
  for (const pair of (match[2] ?? '').split('&').filter((one) => one !== '')) {
    const equals = pair.indexOf('=');
    const key = equals < 0 ? pair : pair.slice(0, equals);
    const value = equals < 0 ? '' : pair.slice(equals + 1);
    const why = take(key, value);
    if (why !== null) unusable.push({ key: key.slice(0, 60), value: value.slice(0, 60), why });
  }
  return { data, start, unusable };
}
