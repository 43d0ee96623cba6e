/** `npm run decode -- FILE`: what the workbench shows, on a terminal. Same importers, same engine, same words. */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fromHex } from '../src/protocol/bytes/hex.ts';
import { exportOpened, exportStreams } from '../src/protocol/capture/export.ts';
import { open } from '../src/protocol/capture/open.ts';
import { connect } from '../src/protocol/connection/connect.ts';
import type { Assumptions } from '../src/protocol/connection/model.ts';
import { DIALECT_IDS, type DialectId } from '../src/protocol/model/drafts.ts';
import { IMPORTERS } from '../src/protocol/text/import.ts';
import type { FormId } from '../src/protocol/text/reading.ts';
import { printConnection, printInput } from './decode-print.ts';

const HELP = `npm run decode -- [options] FILE      (- for standard input)
npm run decode -- [options] --client FILE --server FILE      raw bytes of the two directions

  --json             the documented export (docs/export.md) instead of a table; 'npm run -s' for nothing but JSON
  --form FORM        read the text in this notation instead of the likeliest
  --tcp N            which TCP connection of a packet dump, from 1
  --sender WHO       client or server: who sent the (first) stream
  --dialect ID       ${DIALECT_IDS.join(', ')}
  --connection-key H version 4: 40 hex digits, for a handshake that was not captured whole
  --extensions VALUE Sec-WebSocket-Extensions agreed in a handshake that was not captured
  --first-frame N    byte offset of the first whole frame of the first stream
  --mid-stream       the bytes begin somewhere inside a connection
  --max-message N    bytes; a longer message is an issue
`;

const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  form: { type: 'string' },
  tcp: { type: 'string' },
  sender: { type: 'string' },
  dialect: { type: 'string' },
  'connection-key': { type: 'string' },
  extensions: { type: 'string' },
  'first-frame': { type: 'string' },
  'mid-stream': { type: 'boolean' },
  'max-message': { type: 'string' },
  client: { type: 'string' },
  server: { type: 'string' },
} as const;

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${HELP}`);
  }
}

const { values, positionals } = readArguments();

function readInput(path: string): Uint8Array {
  try {
    // A Buffer is a view into a pool; the engine keeps bytes by reference, so give it its own.
    return new Uint8Array(readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    return stop(`decode: cannot read ${path}: ${(error as Error).message}`);
  }
}

function wholeNumber(name: 'first-frame' | 'max-message' | 'tcp'): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) stop(`decode: --${name} takes a whole number, not ${text}`);
  return Number(text);
}

function readAssumptions(): Assumptions {
  const { sender, dialect, extensions } = values;
  if (sender !== undefined && sender !== 'client' && sender !== 'server') stop('decode: --sender is client or server');
  if (dialect !== undefined && !DIALECT_IDS.includes(dialect as DialectId)) {
    stop(`decode: --dialect is one of ${DIALECT_IDS.join(', ')}`);
  }
  const key = values['connection-key'] === undefined ? null : fromHex(values['connection-key']);
  if (values['connection-key'] !== undefined && key?.length !== 20) {
    stop('decode: --connection-key takes 40 hex digits');
  }
  const direction = sender === 'server' ? ('server-to-client' as const) : ('client-to-server' as const);
  const first = wholeNumber('first-frame');
  const most = wholeNumber('max-message');
  return {
    ...(sender ? { direction } : {}),
    ...(dialect ? { dialect: dialect as DialectId } : {}),
    ...(key ? { connectionKey: key } : {}),
    ...(extensions === undefined ? {} : { extensions }),
    ...(first === undefined ? {} : { firstFrame: { [direction]: first } }),
    ...(values['mid-stream'] ? { midStream: true } : {}),
    ...(most === undefined ? {} : { maxMessageBytes: most }),
  };
}

function main(): void {
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const assumptions = readAssumptions();
  if (values.client !== undefined || values.server !== undefined) {
    const streams = [
      ...(values.client === undefined
        ? []
        : [{ direction: 'client-to-server' as const, bytes: readInput(values.client) }]),
      ...(values.server === undefined
        ? []
        : [{ direction: 'server-to-client' as const, bytes: readInput(values.server) }]),
    ];
    const connection = connect(streams, [], assumptions);
    process.stdout.write(values.json ? json(exportStreams(streams, connection)) : printConnection(connection));
    return;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) stop(HELP);
  const { form } = values;
  const forms = IMPORTERS.map((importer) => importer.form);
  if (form !== undefined && !forms.includes(form as FormId)) stop(`decode: --form is one of ${forms.join(', ')}`);
  const tcp = wholeNumber('tcp');
  const opened = open(readInput(path), {
    assumptions,
    ...(form === undefined ? {} : { form: form as FormId }),
    ...(tcp === undefined ? {} : { tcpConnection: tcp - 1 }),
  });
  process.stdout.write(
    values.json ? json(exportOpened(opened)) : printInput(opened) + printConnection(opened.connection),
  );
  if (opened.streams.length === 0) process.exitCode = 1;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

main();
