import type { Direction } from '../../protocol/bytes/span.ts';
import type { Assumptions } from '../../protocol/connection/model.ts';
import { DIALECT_IDS } from '../../protocol/model/drafts.ts';
import { isHeaderValue, wholeNumber } from '../decode/entries.ts';
import { type Conversation, conversationOf, type Sent } from './conversation.ts';

/**
 * A conversation as a flat list of keys and values, and back with every value checked: links and files come from
 * strangers. Links (link.ts) and files (file.ts) differ only in how they write the list down.
 */

export type Value = string | Uint8Array | { readonly bad: string };
export type Entry = readonly [key: string, value: Value];

/** Something in a link or file that was left out. */
export interface Unusable {
  readonly key: string;
  /** At most 60 characters of it. */
  readonly value: string;
  readonly why: 'unknown-version' | 'unknown-key' | 'bad-value' | 'repeated' | 'too-many';
}

export interface Read {
  readonly conversation: Conversation;
  /** Index of the item that was looked at. */
  readonly at: number;
  readonly unusable: readonly Unusable[];
}

/** More than anybody builds by hand; each is drawn. */
export const MOST_ITEMS = 500;

const SIDES: Readonly<Record<string, Direction>> = { client: 'client-to-server', server: 'server-to-client' };

/** The key under which the bytes of an item stand. */
export function sideOf(direction: Direction): 'client' | 'server' {
  return direction === 'client-to-server' ? 'client' : 'server';
}

export function writeEntries(
  { items, assumptions }: Conversation,
  at: number,
): readonly (readonly [string, string | Uint8Array])[] {
  const { dialect, extensions, midStream, maxMessageBytes } = assumptions;
  const out: (readonly [string, string | Uint8Array])[] = [];
  const put = (key: string, value: string | number | undefined) => {
    if (value !== undefined) out.push([key, String(value)]);
  };
  put('at', at > 0 ? at : undefined);
  put('dialect', dialect);
  put('extensions', extensions);
  put('mid-stream', midStream === undefined ? undefined : midStream ? 'yes' : 'no');
  put('max-message', maxMessageBytes);
  return [...out, ...items.map(({ direction, bytes }) => [sideOf(direction), bytes] as const)];
}

/** Never throws, whatever the entries. What cannot be used is listed, the rest is kept. */
export function readEntries(entries: readonly Entry[]): Read {
  const sent: Sent[] = [];
  const unusable: Unusable[] = [];
  const seen = new Set<string>();
  const draft: Draft = { assumptions: {}, at: 0 };
  for (const [key, value] of entries) {
    const why = takeItem(sent, key, value) ?? (seen.has(key) ? 'repeated' : takeChoice(draft, key, value));
    if (!Object.hasOwn(SIDES, key)) seen.add(key);
    if (why !== 'taken') unusable.push({ key: key.slice(0, 60), value: textOf(value).slice(0, 60), why });
  }
  const at = Math.min(draft.at, Math.max(0, sent.length - 1));
  return { conversation: conversationOf(sent, draft.assumptions), at, unusable };
}

interface Draft {
  readonly assumptions: { -readonly [K in keyof Assumptions]: Assumptions[K] };
  at: number;
}

type Taken = 'taken' | Unusable['why'];

/** Null where the key is none of an item. */
function takeItem(sent: Sent[], key: string, value: Value): Taken | null {
  const direction = Object.hasOwn(SIDES, key) ? SIDES[key] : undefined;
  if (!direction) return null;
  if (!(value instanceof Uint8Array)) return 'bad-value';
  if (sent.length >= MOST_ITEMS) return 'too-many';
  sent.push({ direction, bytes: value });
  return 'taken';
}

function takeChoice(draft: Draft, key: string, value: Value): Taken {
  const check = CHOICES.get(key);
  if (!check) return 'unknown-key';
  return typeof value === 'string' && check(draft, value) ? 'taken' : 'bad-value';
}

/** One function per key: true where it could use the value. */
const CHOICES: ReadonlyMap<string, (draft: Draft, value: string) => boolean> = new Map(
  Object.entries<(draft: Draft, value: string) => boolean>({
    at: (draft, value) => {
      const index = wholeNumber(value);
      draft.at = index ?? 0;
      return index !== null;
    },
    dialect: ({ assumptions }, value) => {
      const dialect = DIALECT_IDS.find((id) => id === value);
      if (dialect) assumptions.dialect = dialect;
      return dialect !== undefined;
    },
    extensions: ({ assumptions }, value) => {
      if (!isHeaderValue(value)) return false;
      assumptions.extensions = value;
      return true;
    },
    'mid-stream': ({ assumptions }, value) => {
      if (value === 'yes' || value === 'no') assumptions.midStream = value === 'yes';
      return assumptions.midStream !== undefined;
    },
    'max-message': ({ assumptions }, value) => {
      const bytes = wholeNumber(value);
      if (!bytes) return false;
      assumptions.maxMessageBytes = bytes;
      return true;
    },
  }),
);

const textOf = (value: Value) => (typeof value === 'string' ? value : value instanceof Uint8Array ? '…' : value.bad);
