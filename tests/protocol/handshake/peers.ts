/** The peers we are compared with: each says whether it takes a request or an answer. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import WebSocket, { WebSocketServer } from 'ws';
import type { Case } from './cases.ts';

/** As much of websocket-driver as is used here; it brings no types. */
interface Driver {
  readonly io: Duplex;
  on(event: 'connect' | 'open' | 'error' | 'close', listener: (event: unknown) => void): void;
  start(): boolean;
}

interface DriverModule {
  server(options: { allowDrafts: boolean }): Driver;
  client(url: string, options: { protocols: readonly string[] }): Driver;
  isWebSocket(driver: Driver): boolean;
}

const websocketDriver = createRequire(import.meta.url)('websocket-driver') as DriverModule;

/** What a server sends back for these bytes, one character a byte; empty where it says nothing. */
export type Judge = (request: Uint8Array) => Promise<string>;

const listening = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

/** `ws` behind a real HTTP server on the loopback interface. */
export async function wsServer(): Promise<{ judge: Judge; close: () => void }> {
  const server = createServer((_, response) => response.writeHead(426).end());
  const websockets = new WebSocketServer({ server, perMessageDeflate: true });
  const port = await listening(server);
  const judge: Judge = async (bytes) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(bytes);
    const output = await headOf(socket);
    socket.destroy();
    return output;
  };
  const close = () => {
    websockets.close();
    server.close();
    server.closeAllConnections();
  };
  return { judge, close };
}

async function headOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += (chunk as Buffer).toString('latin1');
    if (text.includes('\r\n\r\n')) break;
  }
  return text;
}

/** A websocket-driver server as its documentation uses it. */
export const driverServer: Judge = async (request) => {
  const driver = websocketDriver.server({ allowDrafts: true });
  let output = '';
  driver.io.on('data', (chunk: Buffer) => {
    output += chunk.toString('latin1');
  });
  driver.on('error', () => {});
  driver.on('connect', () => {
    if (websocketDriver.isWebSocket(driver)) driver.start();
  });
  driver.io.write(Buffer.from(request));
  await new Promise(setImmediate);
  return output;
};

/** An exchange with a client: its own request, and whether it takes the answer that is made from it. */
export type Exchange = (
  answer: (request: Uint8Array) => Uint8Array,
  offer: Pick<Case, 'protocols' | 'deflate'>,
) => Promise<{ request: Uint8Array; taken: boolean }>;

export const driverClient: Exchange = async (answer, { protocols = [] }) => {
  const driver = websocketDriver.client('ws://server.example.com/chat', { protocols });
  const chunks: Buffer[] = [];
  driver.io.on('data', (chunk: Buffer) => chunks.push(chunk));
  let taken = false;
  driver.on('error', () => {});
  driver.on('open', () => {
    taken = true;
  });
  driver.start();
  await new Promise(setImmediate);
  const request = Uint8Array.from(Buffer.concat(chunks));
  driver.io.write(Buffer.from(answer(request)));
  await new Promise(setImmediate);
  return { request, taken };
};

/** `ws` as client of a TCP server that says whatever it is told. */
export const wsClient: Exchange = async (answer, { protocols = [], deflate = {} }) => {
  let request = new Uint8Array();
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      request = Uint8Array.from([...request, ...chunk]);
      // The client ends the socket itself once it knows; ending it here would look like a refusal.
      if (Buffer.from(request).includes('\r\n\r\n')) socket.write(answer(request));
    });
  });
  const port = await listening(server);
  const client = new WebSocket(`ws://127.0.0.1:${port}/chat`, [...protocols], { perMessageDeflate: deflate });
  const taken = await new Promise<boolean>((resolve) => {
    client.on('open', () => resolve(true));
    client.on('error', () => resolve(false));
    client.on('unexpected-response', (request) => {
      request.destroy();
      resolve(false);
    });
  });
  client.on('error', () => {});
  client.terminate();
  server.close();
  return { request, taken };
};
