import { writeBytes } from '../../protocol/text/write.ts';
import { linkHash } from '../decode/link.ts';
import type { Conversation } from './conversation.ts';

/** The workbench with the same bytes, directions and order: as somebody would have pasted them. */
export function workbenchHash({ items, assumptions }: Conversation): string {
  const sent = items.filter(({ bytes }) => bytes.length > 0);
  const client = sent.some(({ direction }) => direction === 'client-to-server');
  const server = sent.some(({ direction }) => direction === 'server-to-client');
  const sided = client && server;
  return linkHash({
    input: writeBytes('hex', sent),
    form: sided ? 'follow-raw' : 'hex',
    // Said by hand, because broken frames may look like the other side's. Lines without a tab are read first.
    assumptions: { ...assumptions, direction: client ? 'client-to-server' : 'server-to-client' },
    field: null,
  });
}
