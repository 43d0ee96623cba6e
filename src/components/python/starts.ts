import server from '../../../public/python/server.py?raw';
import type { StartId } from './link.ts';
import own from './starts/own.py?raw';
import wrong from './starts/wrong.py?raw';

/** What of server.py parse_frame needs, in the order of the file: how each statement begins. */
const NEEDED = [
  'from __future__ ',
  'from typing import NamedTuple',
  'CONTINUATION, ',
  'MAX_MESSAGE = ',
  'class ProtocolError(',
  'def require(',
  'class Frame(',
  'def parse_frame(',
];

/** parse_frame of the server, and what it needs, as they stand in its file. Throws where the file has changed too much. */
export function parserOf(source: string): string {
  // A statement begins at the margin; what is indented, and a bracket that closes, belong to the one before.
  const statements = source.split(/\n(?=[^\s)])/).map((text) => text.trimEnd());
  const found = NEEDED.map((start) => {
    const statement = statements.find((text) => text.startsWith(start));
    if (statement === undefined) throw new Error(`server.py has no statement that begins: ${start}`);
    return statement;
  });
  return `${found.map((text, i) => gap(found[i - 1], text) + text).join('')}\n`;
}

/** Two blank lines around a class or a function, one behind the imports: as the file has them. */
function gap(before: string | undefined, text: string): string {
  if (before === undefined) return '';
  const blocks = [before, text].some((one) => /^(class|def) /.test(one));
  if (blocks) return '\n\n\n';
  return /^from /.test(before) ? '\n\n' : '\n';
}

export const STARTS: Readonly<Record<StartId, string>> = { own, server: parserOf(server), wrong };
