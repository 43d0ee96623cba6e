import { createRequire } from 'node:module';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import type { DirectionDeflate } from '../../../src/protocol/handshake/extensions.ts';
import { inflatedText } from '../../../src/protocol/message/inflated.ts';
import { issuesOf } from '../../../src/protocol/message/issues.ts';
import { messagesOf } from '../../../src/protocol/message/messages.ts';
import type { Scan } from '../../../src/protocol/message/scan.ts';
import { checkAll, checkSame } from './invariants.ts';
import { allIssues, everything, type Setting, scan } from './scans.ts';
import { below, pieces, type Random, randomFrom } from './streams.ts';

const WORDS = ['window', 'mask', '漢字', 'opcode', 'frame', '🎉', 'ping', 'close', 'context', 'ü', 'deflate', '42'];
const TAIL = 4;

interface Choices {
  readonly windowBits: number;
  readonly noContextTakeover: boolean;
  readonly level: number;
}

function text(random: Random, words: number): string {
  return Array.from({ length: words }, () => WORDS[below(random, WORDS.length)]).join(' ');
}

/** As zlib compresses one direction: a dictionary stands for the messages before. */
function compress(messages: readonly string[], { windowBits, noContextTakeover, level }: Choices): Buffer[] {
  let before = Buffer.alloc(0);
  // zlib makes no raw stream with a window of 8 bits.
  const bits = Math.max(9, windowBits);
  return messages.map((message) => {
    const dictionary = before.length > 0 && !noContextTakeover ? { dictionary: before } : {};
    const options = { windowBits: bits, level, finishFlush: constants.Z_SYNC_FLUSH, ...dictionary };
    const out = deflateRawSync(message, options);
    before = Buffer.from(Buffer.concat([before, Buffer.from(message)]).subarray(-(2 ** bits)));
    return out.subarray(0, -TAIL);
  });
}

/** The frames of one message, cut anywhere, with a ping between them now and then. */
function frames(payload: Uint8Array, random: Random, most = 4, opcode = 1): Uint8Array[] {
  const count = 1 + below(random, most);
  const cuts = Array.from({ length: count - 1 }, () => below(random, payload.length + 1)).sort((a, b) => a - b);
  const ends = [...cuts, payload.length];
  return ends.flatMap((end, i) => {
    const key = () => Uint8Array.from({ length: 4 }, () => below(random, 256));
    const piece = payload.subarray(i === 0 ? 0 : (ends[i - 1] as number), end);
    const frame = encodeFrame({
      fin: i === ends.length - 1,
      rsv1: i === 0,
      opcode: i === 0 ? opcode : 0,
      payload: piece,
      maskingKey: key(),
    });
    const ping = encodeFrame({ opcode: 9, payload: new Uint8Array(0), maskingKey: key() });
    return i > 0 && random() < 0.3 ? [ping, frame] : [frame];
  });
}

const USUAL: DirectionDeflate = { windowBits: 15, noContextTakeover: false };

function textsOf(made: Scan): string[] {
  return [...messagesOf(made)].map(({ first }) => {
    const { bytes, unknown } = made.inflate?.read(first) ?? { bytes: new Uint8Array(0), unknown: null };
    return inflatedText(bytes, unknown);
  });
}

/** One message in one frame of a server. */
const single = (payload: Uint8Array, opcode = 1) => encodeFrame({ rsv1: true, opcode, payload, maskingKey: null });
const fromHex = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const fromServer: Setting = { direction: 'server-to-client', deflate: USUAL };
const rulesOf = (made: Scan) => allIssues(made).map(({ rule }) => rule);

test('what zlib compresses is read as it was, whatever the window, the level and the cuts', () => {
  const random = randomFrom(7);
  for (let run = 0; run < 150; run += 1) {
    const choices = { windowBits: 8 + below(random, 8), noContextTakeover: random() < 0.4, level: below(random, 10) };
    const messages = Array.from({ length: 1 + below(random, 6) }, () => text(random, below(random, 200)));
    const bytes = Buffer.concat(compress(messages, choices).flatMap((payload) => frames(payload, random)));
    const setting: Setting = { deflate: choices, fromStart: random() < 0.5 };
    const made = scan(bytes, setting);
    expect(textsOf(made)).toEqual(messages);
    const wide = choices.windowBits === 8;
    expect(rulesOf(made).filter((rule) => !wide || rule !== 'distance-beyond-window')).toEqual([]);
    expect([...messagesOf(made)].map(({ inflatedLength }) => inflatedLength)).toEqual(
      messages.map((message) => Buffer.byteLength(message)),
    );
    checkAll(made);
    expect(everything(scan(bytes, setting, pieces(random, bytes.length)))).toEqual(everything(made));
  }
});

test('any message can be read again in any order, far from where the window was kept', () => {
  const random = randomFrom(9);
  const messages = Array.from({ length: 400 }, (_, i) => `${i} ${text(random, 50 + below(random, 400))}`);
  for (const noContextTakeover of [false, true]) {
    const payloads = compress(messages, { windowBits: 15, noContextTakeover, level: 6 });
    const bytes = Buffer.concat(payloads.map((payload) => single(payload)));
    const made = scan(bytes, { ...fromServer, deflate: { windowBits: 15, noContextTakeover } });
    for (let look = 0; look < 300; look += 1) {
      const first = below(random, messages.length);
      const message = messages[first] as string;
      expect(made.inflate?.lengthOf(first)).toBe(Buffer.byteLength(message));
      expect(Buffer.from(made.inflate?.read(first).bytes ?? []).toString()).toBe(message);
      expect(
        message.startsWith(
          Buffer.from(made.inflate?.glance(first).bytes ?? [])
            .toString()
            .replace(/\ufffd+$/, ''),
        ),
      ).toBe(true);
    }
  }
});

test('spoilt streams end in issues, the same for every cut, and all can be asked about them', () => {
  const random = randomFrom(11);
  const seen = new Set<string>();
  for (let run = 0; run < 400; run += 1) {
    const choices = { windowBits: 9 + below(random, 7), noContextTakeover: random() < 0.3, level: below(random, 10) };
    const messages = Array.from({ length: 1 + below(random, 5) }, () => text(random, below(random, 80)));
    const payloads = compress(messages, choices).map((payload) => {
      const copy = Buffer.from(payload);
      const at = below(random, copy.length + 1);
      if (random() < 0.4 && at < copy.length) copy[at] = below(random, 256);
      return random() < 0.1 ? copy.subarray(0, at) : copy;
    });
    let bytes = Buffer.concat(payloads.flatMap((payload) => frames(payload, random)));
    if (random() < 0.3) bytes = bytes.subarray(0, below(random, bytes.length + 1));
    const setting: Setting = {
      deflate: choices,
      fromStart: random() < 0.5,
      ...(random() < 0.2 ? { maxMessageBytes: below(random, 600) } : {}),
    };
    const made = scan(bytes, setting);
    checkAll(made);
    for (const { rule } of allIssues(made)) seen.add(rule);
    const cut = scan(bytes, setting, pieces(random, bytes.length));
    checkSame(made, cut);
    expect(everything(cut)).toEqual(everything(made));
  }
  expect([...seen]).toEqual(
    expect.arrayContaining(['inflate-error', 'inflated-in-part', 'message-too-big', 'invalid-utf8']),
  );
});

describe('a capture that begins inside a connection', () => {
  const random = randomFrom(13);
  const messages = Array.from({ length: 60 }, () => text(random, 20 + below(random, 200)));
  const payloads = compress(messages, { windowBits: 15, noContextTakeover: false, level: 9 });

  test('shows what can be known, and never anything that was not sent', () => {
    for (const skipped of [1, 7, 30]) {
      const made = scan(Buffer.concat(payloads.slice(skipped).map((one) => single(one))), {
        ...fromServer,
        fromStart: false,
      });
      const lengths = [...messagesOf(made)].map(({ inflatedLength }) => inflatedLength);
      expect(lengths).toEqual(messages.slice(skipped).map((message) => Buffer.byteLength(message)));
      for (const { first } of messagesOf(made)) {
        const { bytes, unknown } = made.inflate?.read(first) ?? { bytes: new Uint8Array(0), unknown: null };
        const sent = Buffer.from(messages[skipped + first] as string);
        for (let i = 0; i < bytes.length; i += 1) {
          if (unknown === null || unknown[i] === 0) expect(bytes[i]).toBe(sent[i]);
        }
        const told = issuesOf(made, first).filter(({ rule }) => rule === 'inflated-in-part');
        expect(told.map(({ values }) => values.unknown)).toEqual(
          unknown === null ? [] : [unknown.reduce((sum, mark) => sum + mark, 0)],
        );
      }
      expect(new Set(rulesOf(made))).toEqual(new Set(['inflated-in-part']));
    }
  });

  test('says so instead of blaming the peer, unless it is known to begin at the beginning', () => {
    const alone = fromHex('c1 05 f2 00 11 00 00');
    expect(allIssues(scan(alone, { ...fromServer, fromStart: false }))).toMatchObject([
      { rule: 'inflated-in-part', offset: 2, values: { reason: 'before-capture', unknown: 4, length: 5 } },
    ]);
    expect(allIssues(scan(alone, fromServer))).toMatchObject([
      { rule: 'inflate-error', offset: 2, values: { problem: 'distance-too-far', distance: 5, known: 1 } },
    ]);
  });
});

test('after a message that cannot be inflated the next ones are read as far as they stand for themselves', () => {
  const [hello, again] = ['f248cdc9c90700', 'f200110000'].map((hex) => Buffer.from(hex, 'hex')) as [Buffer, Buffer];
  const made = scan(Buffer.concat([single(hello), single(fromHex('07')), single(again), single(hello)]), fromServer);
  expect(textsOf(made)).toEqual(['Hello', '', 'H\ufffd', 'Hello']);
  expect(allIssues(made).map(({ rule, values }) => [rule, values.reason ?? values.problem])).toEqual([
    ['inflate-error', 'block-type'],
    ['inflated-in-part', 'after-fault'],
  ]);
});

test('a fault is told in the frame that holds it, and bad text in the frame that says it', () => {
  const random = randomFrom(17);
  const bad = Buffer.concat([Buffer.from(text(random, 300)), Buffer.of(0xff), Buffer.from(text(random, 300))]);
  const payload = deflateRawSync(bad, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -TAIL);
  for (let run = 0; run < 40; run += 1) {
    const parts = frames(payload, random, 12);
    const made = scan(Buffer.concat(parts), { deflate: USUAL });
    const [issue, ...more] = allIssues(made);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      rule: 'invalid-utf8',
      values: { byte: 0xff, offendingInMessage: bad.indexOf(0xff) },
    });
    const frame = Number(issue?.part.split('/').at(-1));
    expect(issue?.offset).toBe(made.table.payloadOffset(frame));
    // What the frames up to the one before say, does not reach that byte yet; with this one it does.
    const upTo = (last: number) => {
      const said = Array.from({ length: last + 1 }, (_, i) => i).filter((i) => made.table.message(i) === 0);
      const length = said.reduce((sum, i) => sum + made.table.payloadLength(i), 0);
      return inflateRawSync(payload.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH }).includes(0xff);
    };
    expect([frame === 0 ? false : upTo(frame - 1), upTo(frame)]).toEqual([false, true]);
  }
});

describe('a small frame that inflates a thousandfold', () => {
  const bomb = deflateRawSync(Buffer.alloc(40_000_000), { level: 9, finishFlush: constants.Z_SYNC_FLUSH }).subarray(
    0,
    -TAIL,
  );

  test('is stopped at our limit, with a notice and no blame', () => {
    const made = scan(single(bomb, 2), fromServer);
    expect(allIssues(made)).toMatchObject([
      { rule: 'inflated-in-part', offset: 4, values: { reason: 'limit', limit: 2 ** 24 } },
    ]);
    expect([...messagesOf(made)]).toMatchObject([{ length: bomb.length, inflatedLength: 2 ** 24 }]);
    expect(made.inflate?.glance(0)).toMatchObject({ capped: true, whole: false });
  });

  test('breaks the limit that somebody set, where it passes it', () => {
    const made = scan(single(bomb, 2), { ...fromServer, maxMessageBytes: 1_000_000 });
    expect(allIssues(made)).toMatchObject([
      { rule: 'message-too-big', offset: 4, values: { reason: 'inflated', limit: 1_000_000 } },
    ]);
    const exact = deflateRawSync(Buffer.alloc(1000), { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -TAIL);
    expect(rulesOf(scan(single(exact, 2), { ...fromServer, maxMessageBytes: 1000 }))).toEqual([]);
    expect(rulesOf(scan(single(exact, 2), { ...fromServer, maxMessageBytes: 999 }))).toEqual(['message-too-big']);
  });
});

test('a message that the bytes end inside of is inflated as far as it goes, and again when more come', () => {
  const message = 'a text that is long enough to be cut in two, twice over';
  const payload = compress([message], { windowBits: 15, noContextTakeover: false, level: 0 })[0] as Buffer;
  const whole = single(payload);
  const made = scan(whole.subarray(0, 30), fromServer);
  expect(textsOf(made)).toEqual([message.slice(0, 30 - 2 - 5)]);
  made.source.push(whole.subarray(30));
  made.push(whole.subarray(30));
  made.end();
  expect(textsOf(made)).toEqual([message]);
  expect(rulesOf(made)).toEqual([]);
});

test('what is wrong with the beginning of such a message is told, and taken back with it', () => {
  const payload = compress(['ok \u{fffd}'], { windowBits: 15, noContextTakeover: false, level: 0 })[0] as Buffer;
  const bytes = single(Buffer.concat([payload.subarray(0, 7), Buffer.of(0xff), payload.subarray(8)]));
  const made = scan(bytes.subarray(0, 10), fromServer);
  expect(rulesOf(made)).toEqual(['invalid-utf8', 'bytes-end-inside-frame']);
  made.source.push(bytes.subarray(10));
  made.push(bytes.subarray(10));
  expect(rulesOf(made)).toEqual(['invalid-utf8']);
});

interface WsReceiver {
  on(event: 'message', listener: (data: Buffer) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  on(event: 'conclude', listener: () => void): void;
  write(bytes: Uint8Array): void;
}

const { PerMessageDeflate, Receiver } = createRequire(import.meta.url)('ws') as {
  PerMessageDeflate: new (options: object) => { accept(offers: readonly object[]): object };
  Receiver: new (options: { isServer: boolean; extensions: Record<string, object> }) => WsReceiver;
};

/** What a client of ws makes of a server's frames: the messages, and the code it closes with, or null. */
function askWs(
  bytes: Uint8Array,
  agreed: Record<string, true | number>,
): Promise<{ texts: string[]; code: number | null }> {
  const deflate = new PerMessageDeflate({ isServer: false, clientMaxWindowBits: true });
  deflate.accept([
    Object.fromEntries(
      Object.entries(agreed).map(([name, value]) => [name, [String(value) === 'true' ? true : String(value)]]),
    ),
  ]);
  const receiver = new Receiver({ isServer: false, extensions: { 'permessage-deflate': deflate } });
  const texts: string[] = [];
  return new Promise((resolve) => {
    receiver.on('message', (data) => texts.push(data.toString()));
    receiver.on('error', (error) => {
      const status = Object.getOwnPropertySymbols(error).find((symbol) => symbol.description === 'status-code');
      resolve({ texts, code: status ? ((error as unknown as Record<symbol, number>)[status] as number) : null });
    });
    receiver.on('conclude', () => resolve({ texts, code: null }));
    receiver.write(Buffer.concat([bytes, fromHex('88 00')]));
  });
}

test('ws delivers the same texts, and closes with the same code', async () => {
  const random = randomFrom(19);
  let failed = 0;
  for (let run = 0; run < 60; run += 1) {
    const choices = { windowBits: 9 + below(random, 7), noContextTakeover: random() < 0.5, level: below(random, 10) };
    const messages = Array.from({ length: 1 + below(random, 4) }, () => text(random, 1 + below(random, 100)));
    const payloads = compress(messages, choices);
    if (run % 3 === 0) payloads[below(random, payloads.length)] = fromHex('07');
    const bytes = Buffer.concat(payloads.map((payload) => single(payload)));
    const agreed = {
      ...(choices.noContextTakeover && { server_no_context_takeover: true as const }),
      server_max_window_bits: choices.windowBits,
    };
    const theirs = await askWs(bytes, agreed);
    const made = scan(bytes, { ...fromServer, deflate: choices });
    const fault = allIssues(made).find(({ rule }) => rule === 'inflate-error');
    const frame = fault ? Number(fault.part.split('/').at(-1)) : Infinity;
    expect(theirs).toEqual({ texts: textsOf(made).slice(0, frame), code: fault ? 1007 : null });
    if (fault) failed += 1;
  }
  expect(failed).toBeGreaterThan(10);
});
