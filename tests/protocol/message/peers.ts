/** Two implementations we did not write, as judges: bytes in, what they deliver and whether they refuse out. */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export interface Verdict {
  /** Delivered before anything else happened: opcode and payload (hex). */
  readonly messages: readonly (readonly [opcode: number, hex: string])[];
  /** Failed the connection, or answered a Close with another code than it carried. */
  readonly refuses: boolean;
  /** The code it closes with, where it tells. */
  readonly closeCode: number | null;
}

interface WsReceiver {
  createError(...details: unknown[]): Error;
  on(event: 'message', listener: (data: Buffer, binary: boolean) => void): void;
  on(event: 'error', listener: () => void): void;
  write(bytes: Buffer): void;
}

const { Receiver } = require('ws') as {
  Receiver: new (options: { isServer: boolean; extensions: Record<string, object> }) => WsReceiver;
};

/** permessage-deflate as far as it decides about RSV1: nothing is inflated. */
const DEFLATE = 'permessage-deflate';

/** The receiver of ws, as a server (bytes from a client) or as a client. */
export function askWs(bytes: Uint8Array, isServer: boolean, deflate = false): Verdict {
  const receiver = new Receiver({ isServer, extensions: deflate ? { [DEFLATE]: {} } : {} });
  const messages: [number, string][] = [];
  let closeCode: number | null = null;
  // Errors are told on a later tick; this is where they are made.
  const create = receiver.createError;
  receiver.createError = (...details) => {
    closeCode = Number(details[3]);
    return create.apply(receiver, details);
  };
  receiver.on('message', (data, binary) => messages.push([binary ? 2 : 1, data.toString('hex')]));
  receiver.on('error', () => {});
  if (bytes.length > 0) receiver.write(Buffer.from(bytes));
  return { messages, refuses: closeCode !== null, closeCode };
}

interface Driver {
  readonly version: string;
  addExtension(extension: object): void;
  start(): boolean;
  parse(chunk: Buffer): void;
  on(event: 'message', listener: (event: { data: string | Buffer }) => void): void;
  on(event: 'error', listener: () => void): void;
  on(event: 'close', listener: (event: { code: number | null }) => void): void;
  readonly io: { on(event: 'data', listener: () => void): void };
}

interface Drivers {
  http(request: object, options: { requireMasking: boolean; maxLength: number; allowDrafts: boolean }): Driver;
}

const drivers = require('websocket-driver') as Drivers;

/** A plug-in that claims RSV1 and leaves messages as they are. */
const plugIn = {
  name: DEFLATE,
  type: 'permessage',
  rsv1: true,
  rsv2: false,
  rsv3: false,
  createServerSession: () => ({
    generateResponse: () => ({}),
    processIncomingMessage: (message: object, done: (error: null, message: object) => void) => done(null, message),
    close: () => {},
  }),
};

function openDriver(headers: Record<string, string>, requireMasking: boolean): Driver {
  const request = { method: 'GET', url: '/', connection: {}, headers: { host: 'example.org', ...headers } };
  const driver = drivers.http(request, { requireMasking, maxLength: Number.MAX_SAFE_INTEGER, allowDrafts: true });
  driver.io.on('data', () => {});
  if (headers['sec-websocket-extensions']) driver.addExtension(plugIn);
  driver.start();
  return driver;
}

function listen(driver: Driver): { verdict: () => Verdict } {
  const messages: [number, string][] = [];
  let failed = false;
  let closeCode: number | null = null;
  driver.on('message', ({ data }) =>
    messages.push([typeof data === 'string' ? 1 : 2, Buffer.from(data as string).toString('hex')]),
  );
  driver.on('error', () => {
    failed = true;
  });
  driver.on('close', ({ code }) => {
    closeCode = code;
  });
  return { verdict: () => ({ messages, refuses: failed || closeCode === 1002, closeCode }) };
}

/** websocket-driver, version 13. Its client differs from its server only in not asking for masks. */
export function askDriver(bytes: Uint8Array, isServer: boolean, deflate = false): Verdict {
  const driver = openDriver(
    {
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-version': '13',
      ...(deflate && { 'sec-websocket-extensions': DEFLATE }),
    },
    isServer,
  );
  const heard = listen(driver);
  driver.parse(Buffer.from(bytes));
  return heard.verdict();
}

/** websocket-driver, the hixie dialects. Byte by byte: it reads on to the end of a chunk after it has closed. */
export function askHixieDriver(bytes: Uint8Array, draft: 75 | 76): Verdict {
  const keys = { 'sec-websocket-key1': '4 @1  46546xW%0l 1 5', 'sec-websocket-key2': '12998 5 Y3 1  .P00' };
  const headers = { upgrade: 'WebSocket', connection: 'Upgrade', origin: 'http://example.org' };
  const driver = openDriver(draft === 76 ? { ...headers, ...keys } : headers, false);
  const heard = listen(driver);
  if (draft === 76) driver.parse(Buffer.from('^n:ds[4U'));
  for (const byte of bytes) driver.parse(Buffer.of(byte));
  return heard.verdict();
}
