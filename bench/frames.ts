import { ChunkedSource } from '../src/protocol/bytes/source.ts';
import { encodeUtf8 } from '../src/protocol/bytes/utf8.ts';
import { encodeFrame } from '../src/protocol/frame/encode.ts';
import { keyWord, MaskScratch } from '../src/protocol/frame/mask.ts';
import { forEachPayload } from '../src/protocol/frame/payload.ts';
import { createScan, type Scan } from '../src/protocol/message/scan.ts';
import { DIALECTS } from '../src/protocol/model/drafts.ts';
import { OPCODE } from '../src/protocol/model/opcodes.ts';
import { type Comparison, mustAgree, noise, type Quantity } from './harness.ts';
import { loadWs, openDriver, type Ws } from './peers.ts';

const MIB = 2 ** 20;
/** As a socket gives them. */
const CHUNK = 65536;
const MESSAGES = 1_000_000;
const direction = 'client-to-server';

export function* frameComparisons(): Generator<Comparison> {
  const ws = loadWs({ native: true });
  yield tinyTexts(ws);
  yield* largeBinary(ws);
  yield mixed(loadWs({ native: false }));
  for (const size of [1024, 16384, 65536]) yield unmasking(ws, size);
}

/** Bytes the frame table takes for each frame, beyond the wire. */
export function* frameQuantities(): Generator<Quantity> {
  const chunks = cut(tinyTextStream());
  globalThis.gc?.();
  const before = process.memoryUsage();
  const scan = scanAll(chunks);
  globalThis.gc?.();
  const after = process.memoryUsage();
  mustAgree('frames', MESSAGES, scan.table.count);
  const value = (after.arrayBuffers - before.arrayBuffers) / MESSAGES;
  yield { work: 'Memory beyond the wire bytes, for each frame', value, unit: 'B', limit: 32 };
}

function maskedFrame(opcode: number, payload: Uint8Array, seed: number, fin = true): Uint8Array {
  return encodeFrame({ opcode, payload, fin, maskingKey: noise(4, seed) });
}

/** Many frames in one piece, without an array of a million parts. */
function stream(length: number, next: (i: number) => Uint8Array | null): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (let i = 0; ; i += 1) {
    const frame = next(i);
    if (frame === null || at + frame.length > length) return bytes.subarray(0, at);
    bytes.set(frame, at);
    at += frame.length;
  }
}

function cut(bytes: Uint8Array, size = CHUNK): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

/** As fresh from a socket: `ws` unmasks in place, so every run needs its own. */
function freshCopies(chunks: readonly Uint8Array[]): Buffer[] {
  return chunks.map((chunk) => Buffer.from(chunk));
}

function scanAll(chunks: readonly Uint8Array[], source = new ChunkedSource(direction)): Scan {
  const scan = createScan({ direction, dialect: DIALECTS.rfc6455, source });
  for (const chunk of chunks) {
    source.push(chunk);
    scan.push(chunk);
  }
  return scan;
}

function mustBeClean(scan: Scan): void {
  mustAgree('first frame with an issue', -1, scan.table.nextWithIssues(0));
}

/** Messages and payload bytes that a receiver of `ws` gives out. */
function receive(ws: Ws, chunks: readonly Buffer[]): readonly [messages: number, bytes: number] {
  const receiver = new ws.Receiver({ isServer: true });
  let messages = 0;
  let bytes = 0;
  receiver.on('message', (data) => {
    messages += 1;
    bytes += data.length;
  });
  receiver.on('error', (error) => {
    throw error;
  });
  for (const chunk of chunks) receiver.write(chunk);
  return [messages, bytes];
}

function tinyTextStream(): Uint8Array {
  return stream(MESSAGES * 22, (i) =>
    maskedFrame(OPCODE.text, encodeUtf8(`message ${String(i).padStart(7, '0')}.`), i),
  );
}

function tinyTexts(ws: Ws): Comparison {
  const chunks = cut(tinyTextStream());
  mustBeClean(scanAll(chunks));
  let copies: Buffer[] = [];
  const prepare = () => {
    copies = freshCopies(chunks);
  };
  return {
    work: '1 M masked text frames of 16 bytes: headers, UTF-8, all rules',
    amount: MESSAGES,
    unit: 'frames',
    ours: { name: 'ours', run: () => mustAgree('frames', MESSAGES, scanAll(chunks).table.count) },
    peers: [
      {
        name: '`ws`',
        target: 6,
        prepare,
        run: () => mustAgree('messages of ws', MESSAGES, receive(ws, copies)[0]),
      },
      {
        name: '`websocket-driver`',
        target: null,
        prepare,
        run() {
          const driver = openDriver();
          let messages = 0;
          driver.messages.on('data', () => {
            messages += 1;
          });
          for (const chunk of copies) driver.parse(chunk);
          mustAgree('messages of websocket-driver', MESSAGES, messages);
        },
      },
    ],
  };
}

function* largeBinary(ws: Ws): Generator<Comparison> {
  const total = 256 * MIB;
  const frames = total / CHUNK;
  // The same 16 MiB of frames sixteen times: more memory would measure the memory.
  const repeated = cut(stream(17 * MIB, (i) => (i < 256 ? maskedFrame(OPCODE.binary, noise(CHUNK, i), i) : null)));
  const chunks = Array.from({ length: 16 }, () => repeated).flat();
  const copies = Array.from({ length: 16 }, () => freshCopies(repeated)).flat();
  mustBeClean(scanAll(chunks));

  // Unmasking again what it has unmasked in place is the same work, so these copies serve every run.
  const peer = {
    name: '`ws`',
    run: () => mustAgree('bytes of ws', `${frames},${total}`, receive(ws, copies).join()),
  };
  yield {
    work: '256 MiB of masked binary frames of 64 KiB, all payload produced',
    amount: total,
    unit: 'B',
    ours: {
      name: 'ours',
      run() {
        const source = new ChunkedSource(direction);
        const scan = scanAll(chunks, source);
        mustAgree('payload bytes', total, producePayload(scan, source));
      },
    },
    peers: [{ ...peer, target: 5 }],
  };
  yield {
    work: 'The same, opened: index, fields, issues; payload on demand',
    amount: total,
    unit: 'B',
    ours: { name: 'ours', run: () => mustAgree('frames', frames, scanAll(chunks).table.count) },
    peers: [{ ...peer, target: 40 }],
  };
}

function producePayload(scan: Scan, source: ChunkedSource): number {
  let bytes = 0;
  forEachPayload(scan.table, source, (_frame, _bytes, start, end) => {
    bytes += end - start;
    return true;
  });
  return bytes;
}

/** Text in several scripts, binary, fragments with pings between: what a busy connection carries. */
function mixed(ws: Ws): Comparison {
  const text = encodeUtf8('{"user":"Zoë","text":"Grüße, κόσμε — 你好，世界 🌍","n":12345}'.repeat(8));
  const blob = noise(4096);
  const kinds = [
    (i: number) => maskedFrame(OPCODE.text, text, i),
    (i: number) => maskedFrame(OPCODE.binary, blob, i),
    // Cut inside a character on purpose.
    (i: number) => maskedFrame(OPCODE.text, text.subarray(0, 13), i, false),
    (i: number) => maskedFrame(OPCODE.ping, blob.subarray(0, 8), i),
    (i: number) => maskedFrame(OPCODE.continuation, text.subarray(13), i),
  ];
  const bytes = stream(64 * MIB, (i) => kinds[i % kinds.length]?.(i) ?? null);
  const chunks = cut(bytes);
  const [messages] = receive(ws, freshCopies(chunks));
  let copies: Buffer[] = [];
  return {
    work: '64 MiB of text, binary, fragments and pings, all payload produced',
    amount: bytes.length,
    unit: 'B',
    ours: {
      name: 'ours',
      run() {
        const source = new ChunkedSource(direction);
        producePayload(scanAll(chunks, source), source);
      },
    },
    peers: [
      {
        name: '`ws` without native parts',
        target: 1.8,
        prepare: () => {
          copies = freshCopies(chunks);
        },
        run: () => mustAgree('messages of ws', messages, receive(ws, copies)[0]),
      },
    ],
  };
}

function unmasking(ws: Ws, size: number): Comparison {
  const times = (64 * MIB) / size;
  const key = noise(4, 7);
  const payload = noise(size);
  const scratch = new MaskScratch(size);
  // Buffers, as its receiver gives it: other kinds of array would slow it down.
  const theirs = Buffer.from(payload);
  const theirKey = Buffer.from(key);
  ws.unmask(theirs, theirKey);
  scratch.unmask(payload, 0, size, keyWord(key));
  mustAgree('unmasked bytes', 0, Buffer.compare(theirs, scratch.bytes));
  return {
    work: `Unmasking ${size / 1024} KiB`,
    amount: size * times,
    unit: 'B',
    ours: {
      name: 'ours',
      run() {
        const word = keyWord(key);
        for (let i = 0; i < times; i += 1) scratch.unmask(payload, 0, size, word);
      },
    },
    peers: [
      {
        name: '`ws`',
        target: 8,
        run() {
          for (let i = 0; i < times; i += 1) ws.unmask(theirs, theirKey);
        },
      },
    ],
  };
}
