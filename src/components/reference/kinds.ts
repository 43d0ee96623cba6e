import { CLOSE_CODES, type CloseCodeClass } from '../../protocol/model/close-codes.ts';
import { DRAFTS } from '../../protocol/model/drafts.ts';
import { FIELDS } from '../../protocol/model/fields.ts';
import { HEADERS } from '../../protocol/model/headers.ts';
import { AFTERWARDS } from '../../protocol/model/history.ts';
import { MISCONCEPTIONS } from '../../protocol/model/misconceptions.ts';
import type { OpcodeName } from '../../protocol/model/opcodes.ts';
import { RULE_IDS } from '../../protocol/model/rules.ts';

/** What has a page, by kind. Ids are those of the registries, and a promise: they stand in links. */

export const KINDS = ['field', 'opcode', 'close', 'header', 'rule', 'draft', 'misconception'] as const;

export type Kind = (typeof KINDS)[number];

export interface PageId {
  readonly kind: Kind;
  readonly id: string;
}

/** Opcodes that share a page have a range. */
export const OPCODES: Readonly<Record<OpcodeName, readonly [first: number, last: number]>> = {
  continuation: [0, 0],
  text: [1, 1],
  binary: [2, 2],
  'reserved-data': [3, 7],
  close: [8, 8],
  ping: [9, 9],
  pong: [10, 10],
  'reserved-control': [11, 15],
};

/** Close codes that share a page, and what they are. */
export const CLOSE_RANGES: Readonly<
  Record<string, { readonly first: number; readonly last: number; readonly is: CloseCodeClass }>
> = {
  '0-999': { first: 0, last: 999, is: 'unused' },
  '1016-2999': { first: 1016, last: 2999, is: 'reserved' },
  '3000-3999': { first: 3000, last: 3999, is: 'registered' },
  '4000-4999': { first: 4000, last: 4999, is: 'private' },
  '5000-65535': { first: 5000, last: 65535, is: 'undefined' },
};

const CLOSE_IDS = [...CLOSE_CODES.map(({ code }) => String(code)), ...Object.keys(CLOSE_RANGES)].sort(
  (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
);

/** The ids of each kind, in the order in which one reads them. */
export const IDS: Readonly<Record<Kind, readonly string[]>> = {
  field: Object.keys(FIELDS),
  opcode: Object.keys(OPCODES),
  close: CLOSE_IDS,
  header: HEADERS.map(({ id }) => id),
  rule: RULE_IDS,
  draft: [...DRAFTS, ...AFTERWARDS.map(({ id }) => id)],
  misconception: MISCONCEPTIONS.map(({ id }) => id),
};

/** Where a new group of a kind begins; the words of a group are `groups.<first id>`. */
export const GROUPS = {
  field: ['request', 'key', 'frame', 'frame-type', 'more', 'message'],
  opcode: ['continuation'],
  close: ['0-999'],
  header: ['host', 'sec-websocket-key', 'sec-websocket-origin'],
  rule: ['rsv-nonzero', 'bytes-before-first-frame', 'head-incomplete', 'key-missing', 'hixie-key-missing'],
  draft: ['hixie-75', 'hybi-01', 'hybi-07', 'rfc7692'],
  misconception: ['no-http', 'flash-handshake', 'rsv-ignored', 'masking-encrypts', 'one-read-one-frame'],
} as const satisfies Record<Kind, readonly string[]>;

export type GroupId = (typeof GROUPS)[Kind][number];

export interface Group {
  readonly first: GroupId;
  readonly ids: readonly string[];
}

/** The ids of a kind in groups. */
export function groupsOf(kind: Kind): readonly Group[] {
  const ids = IDS[kind];
  const starts = GROUPS[kind].map((first) => ids.indexOf(first));
  return GROUPS[kind].map((first, i) => ({ first, ids: ids.slice(starts[i], starts[i + 1]) }));
}

export const PAGES: readonly PageId[] = KINDS.flatMap((kind) => IDS[kind].map((id) => ({ kind, id })));

/** `field/fin`: a page's name in tables, tests and links. */
export function keyOf({ kind, id }: PageId): string {
  return `${kind}/${id}`;
}

const BY_KEY = new Map(PAGES.map((page) => [keyOf(page), page]));

export function pageAt(key: string): PageId | undefined {
  return BY_KEY.get(key);
}

/** The pages before and after, of the same kind. */
export function neighbours({ kind, id }: PageId): { readonly before: PageId | null; readonly after: PageId | null } {
  const ids = IDS[kind];
  const at = ids.indexOf(id);
  const page = (i: number) => {
    const found = ids[i];
    return found === undefined ? null : { kind, id: found };
  };
  return { before: page(at - 1), after: page(at + 1) };
}

/** A number as it stands in the bytes or is said aloud, where the thing has one: `0x9`, `1000`, `3000–3999`. */
export function codeOf({ kind, id }: PageId): string | null {
  if (kind === 'close') return id.replace('-', '–');
  if (kind !== 'opcode') return null;
  const [first, last] = OPCODES[id as OpcodeName];
  const digit = (value: number) => `0x${value.toString(16).toUpperCase()}`;
  return first === last ? digit(first) : `${digit(first)}–${digit(last)}`;
}
