import type { Direction } from '../../protocol/bytes/span.ts';
import { opposite } from '../../protocol/bytes/span.ts';
import type { Assumptions } from '../../protocol/connection/model.ts';

/** A handshake head or a frame, as it goes out. Its bytes are all there is: everything shown is read from them. */
export interface Item extends Sent {
  /** Identity as long as the page is open; not shared. */
  readonly id: number;
}

export interface Sent {
  readonly direction: Direction;
  readonly bytes: Uint8Array;
}

/** What was built: bytes in the order they are sent, and what a reader is told beside them. */
export interface Conversation {
  readonly items: readonly Item[];
  readonly assumptions: Assumptions;
  /** Id of the next item. */
  readonly next: number;
}

export const NOTHING: Conversation = { items: [], assumptions: {}, next: 1 };

export function conversationOf(sent: readonly Sent[], assumptions: Assumptions = {}): Conversation {
  return inserted({ ...NOTHING, assumptions }, 0, sent);
}

/** With more items in front of the one at `index`. */
export function inserted(conversation: Conversation, index: number, sent: readonly Sent[]): Conversation {
  const { items, next } = conversation;
  const fresh = sent.map(({ direction, bytes }, i) => ({ id: next + i, direction, bytes }));
  return { ...conversation, items: items.toSpliced(index, 0, ...fresh), next: next + fresh.length };
}

/** With other items in place of one. The first of them keeps its id. */
export function replaced(conversation: Conversation, id: number, sent: readonly Sent[]): Conversation {
  const index = indexOf(conversation, id);
  const [first, ...rest] = sent;
  if (index < 0 || !first) return conversation;
  const items = conversation.items.with(index, { id, direction: first.direction, bytes: first.bytes });
  return inserted({ ...conversation, items }, index + 1, rest);
}

export function withBytes(conversation: Conversation, id: number, bytes: Uint8Array): Conversation {
  return changedItem(conversation, id, (item) => ({ ...item, bytes }));
}

/** Sent by the other side. The bytes stay as they are. */
export function turned(conversation: Conversation, id: number): Conversation {
  return changedItem(conversation, id, (item) => ({ ...item, direction: opposite(item.direction) }));
}

export function without(conversation: Conversation, id: number): Conversation {
  return { ...conversation, items: conversation.items.filter((item) => item.id !== id) };
}

export function duplicated(conversation: Conversation, id: number): Conversation {
  const index = indexOf(conversation, id);
  const item = conversation.items[index];
  return item ? inserted(conversation, index + 1, [item]) : conversation;
}

/** Sent `by` places later, or earlier where that is negative; stays inside. */
export function moved(conversation: Conversation, id: number, by: number): Conversation {
  const { items } = conversation;
  const from = indexOf(conversation, id);
  const item = items[from];
  const to = Math.min(items.length - 1, Math.max(0, from + by));
  if (!item || to === from) return conversation;
  return { ...conversation, items: items.toSpliced(from, 1).toSpliced(to, 0, item) };
}

export function indexOf({ items }: Conversation, id: number): number {
  return items.findIndex((item) => item.id === id);
}

function changedItem(conversation: Conversation, id: number, change: (item: Item) => Item): Conversation {
  const items = conversation.items.map((item) => (item.id === id ? change(item) : item));
  return { ...conversation, items };
}
