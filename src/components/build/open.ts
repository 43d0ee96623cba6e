import { navigate } from 'wouter/use-hash-location';
import type { Direction } from '../../protocol/bytes/span.ts';
import { conversationOf } from './conversation.ts';
import { useBuilder } from './store.ts';

/** A frame of a known sender, in place of what was built; undoing brings that back. */
export function openFrame(bytes: Uint8Array, direction: Direction): void {
  useBuilder.getState().open(conversationOf([{ direction, bytes }]));
  navigate('/build');
}
