/** Notations that name the two directions in words, as `write.ts` does: a comment, or the name of a variable. */

import type { Direction } from '../bytes/span.ts';
import type { Reading } from './reading.ts';

const NAME = '(client[-_]to[-_]server|server[-_]to[-_]client)';
const COMMENT = new RegExp(`^\\s*(?:#|//)\\s*${NAME}\\s*$`);
const FIRST = new RegExp(`^\\ufeff?(?:#|//) ?${NAME}(?: and ${NAME})?[ \\t]*(?=\\r?\\n)`);

const directionOf = (name: string): Direction => (name.startsWith('client') ? 'client-to-server' : 'server-to-client');

/** The direction that a comment line names, or null. */
export function namedByComment(line: string): Direction | null {
  const name = COMMENT.exec(line)?.[1];
  return name === undefined ? null : directionOf(name);
}

/**
 * Whether sections tell who spoke first: only where one side has several. Otherwise each holds all that its side ever sent.
 */
export function tellOrder(sections: readonly { readonly direction: Direction }[]): boolean {
  return new Set(sections.map(({ direction }) => direction)).size < sections.length;
}

/** A reading without an order, where all of each side stands below one comment that names it. */
export function orderedByComments(reading: Reading, text: string): Reading {
  const { streams, segments } = reading;
  const turns = segments.filter(({ stream }, i) => segments[i - 1]?.stream !== stream).length;
  const named = text.split('\n').some((line) => namedByComment(line) !== null);
  return named && turns <= streams.length ? { ...reading, segments: [] } : reading;
}

export interface NamedSection {
  readonly direction: Direction;
  /** Behind the name. */
  readonly from: number;
  readonly to: number;
}

/** What is assigned to variables named `client_to_server` and `server_to_client`; none where that is not how it begins. */
export function namedSections(text: string): readonly NamedSection[] {
  const begin = new RegExp(`^(?:const |let |var )?${NAME} = `, 'gm');
  if (!begin.test(text.slice(0, 100).split('\n', 1)[0] ?? '')) return [];
  begin.lastIndex = 0;
  const found = [...text.matchAll(begin)].map((match) => ({
    direction: directionOf(match[1] as string),
    start: match.index,
    from: match.index + match[0].length,
  }));
  return found.map(({ direction, from }, i) => ({ direction, from, to: found[i + 1]?.start ?? text.length }));
}

/** The text without its first line where that names the sender of what follows, and who that is. Places stay. */
export function withoutName(text: string): { readonly text: string; readonly sender: Direction | null } {
  const match = FIRST.exec(text.slice(0, 100));
  if (!match) return { text, sender: null };
  return { text: ' '.repeat(match[0].length) + text.slice(match[0].length), sender: directionOf(match[1] as string) };
}

/** What a text in front of which the sender is named says: nobody has to guess. */
export function statedBy(reading: Reading, sender: Direction): Reading {
  const streams = reading.streams.map((stream) => ({
    ...stream,
    direction: stream.direction ?? sender,
    stated: true,
  }));
  return { ...reading, streams };
}
