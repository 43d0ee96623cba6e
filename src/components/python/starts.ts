import server from '../../../public/python/server.py?raw';
import type { StartId } from './link.ts';
import own from './starts/own.py?raw';
import wrong from './starts/wrong.py?raw';

/** What of server.py parse_frame needs, in the order of the file: how each statement begins. */
const NEEDED = [
  'from __future__ ',
  'from typing ',
  'CONTINUATION, ',
  'MAX_MESSAGE = ',
  'class ProtocolError(',
  'def require(',
  'class Frame(',
  'def parse_frame(',
];

/** Statements begin at the margin; what is indented, and a bracket that closes, belong to the one before. */
const statementsOf = (source: string) => source.split(/\n(?=[^\s)])/).map((text) => text.trimEnd());

/** The statements that begin so, in that order. Throws where the file has changed too much. */
function cut(source: string, starts: readonly string[]): string[] {
  const statements = statementsOf(source);
  return starts.map((start) => {
    const statement = statements.find((text) => text.startsWith(start));
    if (statement === undefined) throw new Error(`no statement begins: ${start}`);
    return statement;
  });
}

const joined = (statements: readonly string[]) =>
  `${statements.map((text, i) => gap(statements[i - 1], text) + text).join('')}\n`;

/** Two blank lines around a class or a function, one behind the imports: as the files have them. */
function gap(before: string | undefined, text: string): string {
  if (before === undefined) return '';
  const blocks = [before, text].some((one) => /^(class|def) /.test(one));
  if (blocks) return '\n\n\n';
  return /^from /.test(before) ? '\n\n' : '\n';
}

/** parse_frame of the server, and what it needs, as they stand in its file; of the types only the one it uses. */
export const parserOf = (source: string) =>
  joined(cut(source, NEEDED)).replace(/^from typing import .*$/m, 'from typing import NamedTuple');

/** What makes a parse_frame of the wrong `parse`, which knows neither frames nor their size. */
const FITTED = `    text = parse(data)
    return Frame(True, 1, text.encode("utf-8")), len(data)`;

/** The `parse` that lesson 14 reads, between the classes and the signature of one's own. */
function wrongStart(): string {
  const statements = cut(own, [
    'from __future__ ',
    'from typing ',
    'class ProtocolError(',
    'class Frame(',
    'def parse_frame(',
  ]);
  const [signature] = (statements.pop() as string).split('\n');
  return joined([...statements, ...cut(wrong, ['def parse(']), `${signature}\n${FITTED}`]);
}

export const STARTS: Readonly<Record<StartId, string>> = { own, server: parserOf(server), wrong: wrongStart() };
