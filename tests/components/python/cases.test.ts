import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { type Case, casesOf, type Expected, GROUP_IDS } from '../../../src/components/python/cases.ts';
import { codesOf, oursOf } from '../../../src/components/python/ours.ts';
import { toHex } from '../../../src/protocol/bytes/hex.ts';
import { load, wireOf } from '../../protocol/vectors.ts';

// Its types leave this out.
const { Receiver } = createRequire(import.meta.url)('ws') as {
  readonly Receiver: new (
    options: object,
  ) => EventEmitter & {
    write(bytes: Uint8Array): void;
  };
};

const CASES = casesOf(101);

/** What `ws` makes of bytes from a client: the first thing that it delivers, or the close code of its error. */
async function judged({ data, limit }: Case): Promise<{ kind: string; payload?: string; code?: number }> {
  const receiver = new Receiver({ isServer: true, skipUTF8Validation: true, maxPayload: limit ?? 1 << 20 });
  let said: { kind: string; payload?: string; code?: number } | null = null;
  const say = (kind: string) => (payload: Buffer) => {
    said ??= { kind, payload: payload.toString('hex') };
  };
  receiver.on('message', (payload: Buffer, binary: boolean) => say(binary ? 'binary' : 'text')(payload));
  receiver.on('ping', say('ping'));
  receiver.on('pong', say('pong'));
  receiver.on('error', (error: object) => {
    const [code] = Object.getOwnPropertySymbols(error).map((symbol) => (error as Record<symbol, unknown>)[symbol]);
    said ??= { kind: 'error', code: code as number };
  });
  receiver.write(Buffer.from(data));
  await new Promise((done) => setImmediate(done));
  return said ?? { kind: 'none' };
}

const frameOf = ({ kind: _, ...frame }: Expected) => frame;

const DELIVERED: Readonly<Record<number, string>> = { 1: 'text', 2: 'binary', 9: 'ping', 10: 'pong' };

test('another implementation expects what we expect', async () => {
  let seen = 0;
  for (const one of CASES) {
    // `ws` lets long forms pass, waits for the second byte, takes a limit of 0 for none, and joins fragments; what it says of a close is not about frames.
    if (one.group === 'minimal' || one.group === 'early' || one.limit === 0) continue;
    const { expected } = one;
    if (expected.kind === 'frame' && (!expected.fin || DELIVERED[expected.opcode] === undefined)) continue;
    const opcode = one.data.length > 0 ? (one.data[0] ?? 0) & 15 : 1;
    if (expected.kind === 'none' && (opcode === 0 || opcode === 8)) continue;
    seen += 1;
    const said = await judged(one);
    const where = `${one.group} ${toHex(one.data.subarray(0, 20))}`;
    if (expected.kind === 'none') expect(said.kind, where).toBe('none');
    else if (expected.kind === 'refused') expect(expected.codes, where).toContain(said.code);
    else expect(said, where).toEqual({ kind: DELIVERED[expected.opcode], payload: expected.payload });
  }
  expect(seen).toBeGreaterThan(130);
});

test('every group has cases, the same for the same seed and others for another', () => {
  expect(new Set(CASES.map(({ group }) => group))).toEqual(new Set(GROUP_IDS));
  const text = (seed: number) =>
    casesOf(seed)
      .map(({ data }) => toHex(data))
      .join(' ');
  expect(text(5)).toBe(text(5));
  expect(text(5)).not.toBe(text(6));
  expect(CASES.length).toBeGreaterThan(200);
});

test('our decoder says of every case what is expected', () => {
  for (const { data, limit, expected, group } of CASES) {
    const { frames, end } = oursOf(data, limit ?? 1 << 20);
    const where = `${group} ${toHex(data.subarray(0, 20))}`;
    if (expected.kind === 'frame') expect(frames[0], where).toEqual({ ...frames[0], ...frameOf(expected), start: 0 });
    else if (expected.kind === 'none') expect([frames.length, end.kind], where).toEqual([0, 'none']);
    else if (end.kind === 'refused') expect(expected.codes, where).toContain(codesOf(end.rules)[0]);
    else expect(end.kind, where).toBe('refused');
  }
});

/** Faults that a frame has by itself; of the others parse_frame knows nothing. */
const OF_HEADERS = [
  'rsv-nonzero',
  'reserved-opcode',
  'control-fragmented',
  'control-too-long',
  'unmasked-client-frame',
  'length-not-minimal',
  'length-msb-set',
];

test('what is said to be our decoder agrees with the judged vectors', () => {
  let seen = 0;
  for (const vector of [...load('autobahn.json'), ...load('frames.json')]) {
    if (vector.direction !== 'client-to-server' || vector.midStream || vector.extensionsHeader) continue;
    const { violation, alsoInSameFrame = [], frames = [] } = vector.expect;
    const faults = (violation ? [violation, ...alsoInSameFrame] : []).filter(({ kind }) => OF_HEADERS.includes(kind));
    const whole = frames.filter(({ complete }) => complete).slice(0, faults[0]?.frame);
    // Behind the first violation, whatever it is, nobody has judged.
    if (violation && faults.length === 0) continue;
    seen += 1;
    const ours = oursOf(wireOf(vector), null);
    expect(
      ours.frames.map(({ start, fin, opcode }) => [start, fin, opcode]),
      vector.id,
    ).toEqual(whole.map(({ offset, fin, opcode }) => [offset, Boolean(fin), opcode]));
    expect(ours.end.kind, vector.id).toBe(faults.length > 0 ? 'refused' : 'none');
    if (ours.end.kind === 'refused') expect(ours.end.rules, vector.id).toContain(faults[0]?.kind);
  }
  expect(seen).toBeGreaterThan(25);
});
