import type { Source } from '../../protocol/bytes/source.ts';
import type { Direction } from '../../protocol/bytes/span.ts';
import { type Answer, answerTo } from '../../protocol/connection/answer.ts';
import { Connection } from '../../protocol/connection/connection.ts';
import type { Part } from '../../protocol/connection/model.ts';
import { DIALECTS, type Framing } from '../../protocol/model/drafts.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import { RULES, type Severity } from '../../protocol/model/rules.ts';
import { sourcesOf, treeOf } from '../decode/selectors.ts';
import { issuesIn } from '../views/marks.ts';
import type { Conversation, Item } from './conversation.ts';
import { headKind } from './heads.ts';

/** What the engine makes of a conversation. Computed from its bytes, remembered for the last few. */

export interface Reading {
  readonly connection: Connection;
  /** Where each item begins in its direction, by id. */
  readonly offsets: ReadonlyMap<number, number>;
}

const readings = new WeakMap<Conversation, Reading>();

export function readingOf(conversation: Conversation): Reading {
  const known = readings.get(conversation);
  if (known) return known;
  const connection = new Connection(conversation.assumptions, true);
  const next: Record<Direction, number> = { 'client-to-server': 0, 'server-to-client': 0 };
  const offsets = new Map<number, number>();
  for (const { id, direction, bytes } of conversation.items) {
    offsets.set(id, next[direction]);
    next[direction] += bytes.length;
    connection.push(direction, bytes);
  }
  connection.end();
  const reading = { connection, offsets };
  readings.set(conversation, reading);
  return reading;
}

/** How an item is drawn and edited. */
export type ItemKind = 'request' | 'response' | 'frame' | 'draft' | 'hixie';

const FRAME_KINDS: Readonly<Record<Framing, ItemKind>> = {
  hixie: 'hixie',
  'hybi-01': 'draft',
  'hybi-04': 'draft',
  'hybi-05': 'draft',
  rfc6455: 'frame',
};

/** Why an item is read by itself and not where it stands. */
export type Alone =
  /** An item before it claims these bytes. */
  | 'swallowed'
  /** The handshake was refused or is not complete: no frames come behind it. */
  | 'no-frames';

export interface ItemReading {
  readonly item: Item;
  readonly kind: ItemKind;
  /** The connection that tells about it: the whole, or one of this item only. */
  readonly connection: Connection;
  /** Null for no bytes. */
  readonly part: Part | null;
  readonly tree: FieldNode | null;
  readonly sources: readonly Source[];
  readonly issues: readonly Issue[];
  readonly severity: Severity | null;
  readonly alone: Alone | null;
  /** Frames that follow inside the same item: the first claims fewer bytes than there are. */
  readonly more: number;
}

const items = new WeakMap<Conversation, Map<number, ItemReading>>();

export function itemReading(conversation: Conversation, item: Item): ItemReading {
  const known = items.get(conversation) ?? new Map<number, ItemReading>();
  items.set(conversation, known);
  const reading = known.get(item.id) ?? readItem(conversation, item);
  known.set(item.id, reading);
  return reading;
}

function readItem(conversation: Conversation, item: Item): ItemReading {
  const { connection, offsets } = readingOf(conversation);
  const offset = offsets.get(item.id) ?? 0;
  const part = partAt(connection, item.direction, offset);
  const own = part !== null && part.offset === offset && part.kind !== 'unparsed';
  if (item.bytes.length === 0) return readPart(conversation, item, connection, null, null);
  if (own) return readPart(conversation, item, connection, part, null);
  const { connectionKey } = connection;
  const alone = new Connection({
    ...conversation.assumptions,
    dialect: connection.dialect.value,
    ...(connectionKey && { connectionKey }),
  });
  alone.push(item.direction, item.bytes);
  alone.end();
  const why = part?.kind === 'frame' ? 'swallowed' : 'no-frames';
  return readPart(conversation, item, alone, partAt(alone, item.direction, 0), why);
}

function readPart(
  conversation: Conversation,
  item: Item,
  connection: Connection,
  part: Part | null,
  alone: Alone | null,
): ItemReading {
  const head = headKind(item.bytes);
  const { framing } = DIALECTS[readingOf(conversation).connection.dialect.value];
  const tree = part && treeOf(connection, part);
  const issues = tree ? issuesIn(tree) : [];
  const end = (part?.offset ?? 0) + item.bytes.length;
  let more = 0;
  if (part?.kind === 'frame') {
    const { frames } = connection.directions[item.direction];
    while (part.frame + more + 1 < frames.count && frames.offset(part.frame + more + 1) < end) more += 1;
  }
  return {
    item,
    kind: head ?? FRAME_KINDS[framing],
    connection,
    part,
    tree,
    sources: part ? sourcesOf(connection, part) : [],
    issues,
    severity: worst(issues),
    alone,
    more,
  };
}

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

function worst(issues: readonly Issue[]): Severity | null {
  return ORDER.find((severity) => issues.some(({ rule }) => RULES[rule].severity === severity)) ?? null;
}

/** The part that holds a byte of a direction. */
function partAt(connection: Connection, direction: Direction, offset: number): Part | null {
  const frame = connection.directions[direction].frames.frameAt(offset);
  const row = frame < 0 ? -1 : connection.rowOf(`${direction}/frame/${frame}`);
  const holds = (part: Part) =>
    part.direction === direction && part.offset <= offset && offset < part.offset + part.length;
  if (row >= 0) {
    const part = connection.part(row);
    if (holds(part)) return part;
  }
  // All that is no frame stands in front: a handful of rows.
  for (let i = 0; i < connection.partCount; i += 1) {
    const part = connection.part(i);
    if (part.kind !== 'frame' && holds(part)) return part;
    if (part.kind === 'frame' && i > 8) break;
  }
  return null;
}

/** What a strict peer answers to the item where it stands; null where it is not read there at all. */
export function answerOf(reading: ItemReading, key: Uint8Array): Answer | null {
  if (reading.alone !== null || !reading.part) return null;
  return answerTo(reading.connection, reading.part, key);
}
