/** The ways out: everything here is fetched when it is first asked for. */

import { type Direction, opposite } from '../../protocol/bytes/span.ts';
import { exportStreams } from '../../protocol/capture/export.ts';
import { open } from '../../protocol/capture/open.ts';
import { type WriteForm, writeBytes } from '../../protocol/text/write.ts';
import type { Conversation, Sent } from './conversation.ts';
import { readingOf } from './selectors.ts';

/** Notations in which a comment begins with two slashes; in all others with a hash. */
const SLASHES: readonly WriteForm[] = ['c-array', 'js'];

/**
 * Bytes in a notation, so that whoever pastes them here gets the same bytes and directions: as plainly as that can be.
 * Broken frames may look like the other side's (a client that does not mask); then the notation says who sent them, or,
 * where it cannot, a first line does.
 */
export function textOf(form: WriteForm, sent: readonly Sent[]): string {
  const [first] = sent.filter(({ bytes }) => bytes.length > 0);
  const plain = writeBytes(form, sent);
  if (!first) return plain;
  const both = sent.some(({ direction, bytes }) => direction !== first.direction && bytes.length > 0);
  const sided = writeBytes(form, sent, { sided: true });
  const mark = SLASHES.includes(form) ? '//' : '#';
  const name = `${mark} ${first.direction}${both ? ` and ${opposite(first.direction)}` : ''}\n`;
  const ways = form === 'json' ? [plain, sided] : [plain, sided, name + plain, name + sided];
  return ways.find((text) => readsBack(text, sent)) ?? sided;
}

function readsBack(text: string, sent: readonly Sent[]): boolean {
  const { streams, problems } = open(text);
  return problems.length === 0 && keyOf(streams) === keyOf(sent);
}

/** The bytes of both directions, as one text to compare. */
function keyOf(sent: readonly Sent[]): string {
  const of = (direction: Direction) =>
    sent.flatMap((one) => (one.direction === direction ? Array.from(one.bytes) : [])).join(',');
  return `${of('client-to-server')}|${of('server-to-client')}`;
}

/** The documented JSON (docs/export.md) of the conversation as it is read. */
export function exportOf(conversation: Conversation): string {
  const { connection } = readingOf(conversation);
  return `${JSON.stringify(exportStreams(conversation.items, connection), null, 2)}\n`;
}
