import { create } from 'zustand';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { flipBit } from '../../protocol/frame/figure.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import { EXAMPLE_KEY, newKey, readKey } from '../home/key.ts';
import {
  type Conversation,
  conversationOf,
  duplicated,
  type Item,
  indexOf,
  inserted,
  moved,
  replaced,
  type Sent,
  turned,
  withBytes,
  without,
} from './conversation.ts';
import type { Read, Unusable } from './entries.ts';
import { begin, changed, type History, redone, sealed, undone } from './history.ts';

/** What a person built, how they came there, and which item they look at. All else is computed from it. */
interface Builder {
  readonly history: History<Conversation>;
  /** Id of the item that is looked at; where it is gone, the nearest one is. */
  readonly at: number;
  /** The key with which the client's answers are masked, as long as the page is open. */
  readonly answerKey: Uint8Array;
  /** What a link or a file held that could not be used. */
  readonly unusable: readonly Unusable[];
  select(id: number): void;
  /** A new state; with the same tag as the last, it goes on with that change. */
  change(make: (conversation: Conversation) => Conversation, tag?: string | null, at?: number): void;
  /** Something else altogether, which can be undone, too. */
  open(conversation: Conversation, index?: number): void;
  openRead(read: Read): void;
  dismiss(): void;
  seal(): void;
  undo(): void;
  redo(): void;
}

/** A text frame as a client sends it: the masked example of RFC 6455 section 5.7. */
export function firstFrame(): Sent {
  const maskingKey = readKey(EXAMPLE_KEY);
  const payload = new TextEncoder().encode('Hello');
  return { direction: 'client-to-server', bytes: encodeFrame({ opcode: OPCODE.text, maskingKey, payload }) };
}

const START = conversationOf([firstFrame()]);

export const useBuilder = create<Builder>()((set) => ({
  history: begin(START),
  at: START.items[0]?.id ?? 0,
  answerKey: newKey(),
  unusable: [],
  select: (at) => set((state) => (state.at === at ? state : { at, history: sealed(state.history) })),
  change: (make, tag = null, at) =>
    set((state) => ({
      history: changed(state.history, make(state.history.present), tag),
      ...(at !== undefined && { at }),
    })),
  open: (conversation, index = 0) =>
    set((state) => {
      // Ids of what was here before are not used again: undoing brings it back.
      const first = state.history.present.next;
      const fresh = inserted({ ...conversation, items: [], next: first }, 0, conversation.items);
      return { history: changed(state.history, fresh), at: fresh.items[index]?.id ?? first, unusable: [] };
    }),
  openRead: ({ conversation, at, unusable }) => {
    useBuilder.getState().open(conversation, at);
    set({ unusable });
  },
  dismiss: () => set({ unusable: [] }),
  seal: () => set((state) => ({ history: sealed(state.history) })),
  undo: () => set((state) => ({ history: undone(state.history) })),
  redo: () => set((state) => ({ history: redone(state.history) })),
}));

/** The item looked at, or where that is gone the last one; null where there is none. */
export function currentItem({ items }: Conversation, at: number): Item | null {
  return items.find(({ id }) => id === at) ?? items.at(-1) ?? null;
}

const builder = () => useBuilder.getState();

export function setBytes(id: number, bytes: Uint8Array, tag: string | null = null): void {
  builder().change((conversation) => withBytes(conversation, id, bytes), tag);
}

export function flip({ id, bytes }: Item, bit: number): void {
  setBytes(id, flipBit(bytes, bit));
}

/** More items behind the one looked at; the first of them is looked at next. */
export function addAfter(id: number, sent: readonly Sent[]): void {
  const { history, change } = builder();
  const { present } = history;
  const index = indexOf(present, id);
  change(
    (conversation) => inserted(conversation, index < 0 ? present.items.length : index + 1, sent),
    null,
    present.next,
  );
}

export function addLast(sent: readonly Sent[]): void {
  const { history } = builder();
  addAfter(history.present.items.at(-1)?.id ?? -1, sent);
}

export function replaceItem(id: number, sent: readonly Sent[]): void {
  builder().change((conversation) => replaced(conversation, id, sent));
}

export function duplicateItem(id: number): void {
  const { history, change } = builder();
  change((conversation) => duplicated(conversation, id), null, history.present.next);
}

export function moveItem(id: number, by: number): void {
  builder().change((conversation) => moved(conversation, id, by));
}

export function turnItem(id: number): void {
  builder().change((conversation) => turned(conversation, id));
}

/** The one behind it is looked at next, or the one before. */
export function deleteItem(id: number): void {
  const { history, change } = builder();
  const { items } = history.present;
  const index = indexOf(history.present, id);
  const next = items[index + 1] ?? items[index - 1];
  change((conversation) => without(conversation, id), null, next?.id ?? -1);
}
