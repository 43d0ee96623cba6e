/** The peers, loaded in the ways they are compared in. Neither ships types for the parts used here. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

interface WsReceiver {
  on(event: 'message', listener: (data: Buffer) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  write(chunk: Buffer): boolean;
}

export interface Ws {
  readonly Receiver: new (options: { isServer: boolean; skipUTF8Validation?: boolean }) => WsReceiver;
  readonly unmask: (buffer: Uint8Array, mask: Uint8Array) => void;
}

export interface DriverServer {
  readonly messages: { on(event: 'data', listener: (data: string | Buffer) => void): void };
  on(event: 'error' | 'message', listener: (event: unknown) => void): void;
  parse(chunk: Buffer): void;
  start(): boolean;
}

/**
 * The `ws` package without its optional add-ons. `native: false` also hides Node's own UTF-8 check from it, which no
 * browser has; that needs a second copy of its modules.
 */
export function loadWs({ native }: { native: boolean }): Ws {
  process.env.WS_NO_BUFFER_UTIL = '1';
  process.env.WS_NO_UTF_8_VALIDATE = '1';
  const buffer = require('node:buffer') as { isUtf8?: unknown };
  const { isUtf8 } = buffer;
  for (const id of Object.keys(require.cache)) {
    if (/[\\/]node_modules[\\/]ws[\\/]/.test(id)) delete require.cache[id];
  }
  if (!native) buffer.isUtf8 = undefined;
  const { Receiver } = require('ws') as Pick<Ws, 'Receiver'>;
  const { unmask } = require(join(dirname(require.resolve('ws')), 'lib/buffer-util.js')) as Pick<Ws, 'unmask'>;
  buffer.isUtf8 = isUtf8;
  return { Receiver, unmask };
}

/** A server of `websocket-driver` with its handshake behind it. */
export function openDriver(): DriverServer {
  const { server } = require('websocket-driver') as { server(options: object): DriverServer };
  const driver = server({ requireMasking: true });
  driver.on('error', (error) => {
    throw error;
  });
  driver.on('message', () => {});
  (driver as unknown as NodeJS.EventEmitter).on('connect', () => driver.start());
  driver.parse(
    Buffer.from(
      [
        'GET /chat HTTP/1.1',
        'Host: server.example.com',
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version: 13',
        '',
        '',
      ].join('\r\n'),
    ),
  );
  return driver;
}
