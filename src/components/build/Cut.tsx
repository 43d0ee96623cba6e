import type { Item } from './conversation.ts';
import type { FrameFields } from './fields.ts';

/** Cuts a message into fragments. */
export function Cut(_: { readonly item: Item; readonly fields: FrameFields }) {
  return null;
}
