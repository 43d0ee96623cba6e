/** Runs public/python in a Python of its own, and talks to it over a bare socket. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { findPython, PYTHON_MISSING } from '../../scripts/python.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The path of a file of public/python. */
export const publicPython = (name: string) => here(`../../public/python/${name}`);

export const python: string = findPython() ?? '';
if (python === '') throw new Error(PYTHON_MISSING);

/** The answers of ask.py to these questions. */
export function ask<T>(questions: readonly object[]): readonly T[] {
  const { stdout, stderr } = spawnSync(python, [here('ask.py')], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly T[];
}

/** A client with these arguments; its exit code and what it printed. */
export async function runClient(args: readonly string[], input = '') {
  const child = spawn(python, [publicPython('client.py'), ...args], { stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, lines: output.trimEnd().split('\n') };
}

/** A server that runs. Constants are names of server.py with the values they are to have. */
export class PythonServer {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #log: { text: string };

  private constructor(child: ChildProcess, log: { text: string }, port: number) {
    this.#child = child;
    this.#log = log;
    this.port = port;
  }

  static async start(constants: Record<string, number> = {}, args: readonly string[] = []): Promise<PythonServer> {
    const changes = Object.entries(constants).map(([name, value]) => `${name}=${value}`);
    const own = ['--port', '0', ...args];
    // Python tells of what is left open.
    const child = spawn(python, ['-W', 'always::ResourceWarning', here('run.py'), 'server', ...changes, '--', ...own], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // Also where a test fails before it stops its server.
    process.once('exit', () => child.kill('SIGKILL'));
    const log = { text: '' };
    const port = await new Promise<number>((resolve, reject) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        log.text += text;
        const match = / ws:\/\/[^ ]*:(\d+)\/ /.exec(log.text);
        if (match) resolve(Number(match[1]));
      });
      child.on('error', reject);
      child.on('close', () => reject(new Error(log.text)));
    });
    return new PythonServer(child, log, port);
  }

  get log(): string {
    return this.#log.text;
  }

  url(path = '/'): string {
    return `ws://127.0.0.1:${this.port}${path}`;
  }

  /** How many files and sockets it holds open; none where the system does not tell. */
  files(): number {
    const folder = `/proc/${this.#child.pid}/fd`;
    return existsSync(folder) ? readdirSync(folder).length : 0;
  }

  /** Its memory in kB; 0 where the system does not tell. */
  memory(): number {
    const path = `/proc/${this.#child.pid}/status`;
    return existsSync(path) ? Number(/VmRSS:\s*(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) : 0;
  }

  /** As Ctrl-C does. The exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const closed = once(this.#child, 'close') as Promise<[number | null]>;
    this.#child.kill('SIGINT');
    return (await closed)[0];
  }
}

/** A connection that says whatever it is told, and keeps whatever it hears. */
export class Raw {
  readonly socket: Socket;
  /** Ends with what was heard, when the other side has ended or reset the connection. */
  readonly ended: Promise<Buffer>;
  #heard = Buffer.alloc(0);
  #told = () => {};

  constructor(port: number, bytes?: Uint8Array | string) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('error', () => {});
    this.socket.on('data', (chunk) => {
      this.#heard = Buffer.concat([this.#heard, chunk]);
      this.#told();
    });
    this.ended = new Promise((resolve) => {
      this.socket.on('end', () => this.socket.end());
      this.socket.on('close', () => {
        resolve(this.#heard);
        this.#told();
      });
    });
    if (bytes !== undefined) this.write(bytes);
  }

  write(bytes: Uint8Array | string): this {
    if (this.socket.writable) this.socket.write(bytes);
    return this;
  }

  /** Every byte in a packet of its own. */
  async drip(bytes: Uint8Array): Promise<this> {
    for (const byte of bytes) {
      this.write(Uint8Array.of(byte));
      await new Promise(setImmediate);
    }
    return this;
  }

  get heard(): Buffer {
    return this.#heard;
  }

  /** What was heard, as soon as this is so. */
  async until(enough: (heard: Buffer) => boolean): Promise<Buffer> {
    while (!enough(this.#heard)) {
      if (this.socket.destroyed) throw new Error(`ended after: ${this.#heard.toString('latin1')}`);
      await new Promise<void>((resolve) => {
        this.#told = resolve;
      });
    }
    return this.#heard;
  }

  /** The head of the answer, when it is there. */
  async head(): Promise<string> {
    const heard = await this.until((bytes) => bytes.includes('\r\n\r\n'));
    return heard.toString('latin1').split('\r\n\r\n')[0] ?? '';
  }
}

/** Opening requests; the answers to their keys are those of the specifications' own examples. */
const lines = (...all: string[]) => [...all, '', ''].join('\r\n');
export const REQUEST = lines(
  'GET /echo HTTP/1.1',
  'Host: 127.0.0.1',
  'Upgrade: websocket',
  'Connection: keep-alive, Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
);
export const RESPONSE = lines(
  'HTTP/1.1 101 Switching Protocols',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
);
