import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes/hex.ts';
import { decodeUtf8, encodeUtf8 } from '../../../src/protocol/bytes/utf8.ts';
import { extendedLengthBytes } from '../../../src/protocol/frame/length.ts';
import { closeBodyOf } from '../../../src/protocol/message/control.ts';
import { joinedSource } from '../../../src/protocol/message/explain.ts';
import { messagesOf } from '../../../src/protocol/message/messages.ts';
import type { Scan } from '../../../src/protocol/message/scan.ts';
import { isControl } from '../../../src/protocol/model/opcodes.ts';
import type { RuleId } from '../../../src/protocol/model/rules.ts';
import { type FrameVector, load } from '../vectors.ts';
import { askDriver, askHixieDriver, askWs, type Verdict } from './peers.ts';
import { type Fault, faultsOf, scan } from './scans.ts';
import { frameStream, hixieStream, mutated, randomFrom } from './streams.ts';

/**
 * docs/differences.md, as code: where a peer departs from the strict reading. With these departures taken into account
 * the two must agree on every stream, so a difference that is not in the list fails the test.
 */
interface Peer {
  readonly ask: (bytes: Uint8Array, isServer: boolean) => Verdict;
  /** Faults that it lets pass in this frame. */
  readonly ignores: (made: Scan, fault: Fault) => boolean;
  /** Faults that it sees only once the frame (for text: the message) is whole. */
  readonly waits: readonly RuleId[];
  /** First frame that it refuses though no rule is broken, or Infinity. */
  readonly refusesAt: (made: Scan) => number;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function firstFrame(made: Scan, passes: (frame: number) => boolean): number {
  for (let i = 0; i < made.table.count; i += 1) if (passes(i)) return i;
  return Infinity;
}

/** Lengths above 2^53-1 cannot be counted in a JavaScript number; both libraries give up with 1009. */
const tooLongToCount = (made: Scan, i: number): boolean =>
  made.table.status(i) !== 'header' && made.table.exactLength(i, made.source) > MAX_SAFE;

/** Whether the bytes end inside the length of frame `i`. */
const lengthCut = ({ table }: Scan, i: number): boolean =>
  table.byte1(i) >= 0 && table.presentHeaderLength(i) < 2 + extendedLengthBytes(table.lengthForm(i));

/** Whether frame `i` is a whole Close with such a code. */
function closesWith(made: Scan, i: number, passes: (code: number) => boolean): boolean {
  if (made.table.opcode(i) !== 8 || made.table.status(i) !== 'complete') return false;
  const { code } = closeBodyOf(made, i);
  return code !== null && passes(code);
}

const ws: Peer = {
  ask: askWs,
  ignores: (made, { issue, frame }) => {
    const { table } = made;
    if (issue.rule === 'length-not-minimal') return !isControl(table.opcode(frame));
    return table.byte1(frame) < 0 || (issue.rule === 'length-msb-set' && lengthCut(made, frame));
  },
  waits: ['invalid-utf8', 'close-code-invalid', 'close-reason-invalid-utf8'],
  refusesAt: (made) =>
    firstFrame(made, (i) => {
      const extended = made.table.byte1(i) >= 0 && (made.table.byte1(i) & 0x7f) > 125;
      return (
        tooLongToCount(made, i) ||
        closesWith(made, i, (code) => code >= 5000) ||
        (isControl(made.table.opcode(i)) && extended)
      );
    }),
};

/** A Close that carries 1002 looks like a refusal, for websocket-driver refuses a Close by answering 1002. */
const driver: Peer = {
  ask: askDriver,
  ignores: (made, { issue, frame }) => {
    if (issue.rule === 'length-not-minimal' || issue.rule === 'masked-server-frame') return true;
    return (issue.rule === 'length-msb-set' || issue.rule === 'control-too-long') && lengthCut(made, frame);
  },
  waits: [
    'invalid-utf8',
    'close-code-invalid',
    'close-reason-invalid-utf8',
    'close-payload-length-1',
    'unexpected-continuation',
  ],
  refusesAt: (made) =>
    firstFrame(
      made,
      (i) =>
        tooLongToCount(made, i) ||
        closesWith(made, i, (code) => code === 1002 || (code >= 1012 && code <= 1014) || code >= 5000),
    ),
};

/** Our reading, with the departures of a peer. */
function reading(made: Scan, peer: Peer): Verdict {
  const faults = faultsOf(made).filter((fault) => !peer.ignores(made, fault));
  const seen = faults.flatMap((fault) => {
    if (!peer.waits.includes(fault.issue.rule as RuleId)) return [fault.detectedIn];
    const at = fault.issue.rule === 'invalid-utf8' ? lastOfMessage(made, fault.frame) : fault.frame;
    return at >= 0 && made.table.status(at) === 'complete' ? [at] : [];
  });
  // Nobody reads on after a Close.
  const close = made.closeFrame >= 0 && made.table.status(made.closeFrame) === 'complete' ? made.closeFrame : Infinity;
  const stop = Math.min(peer.refusesAt(made), ...seen);
  const refuses = stop <= close && stop !== Infinity;
  const end = Math.min(stop - 1, close);
  const messages = [...messagesOf(made)]
    .filter(({ complete, frames }) => complete && (frames.at(-1) as number) <= end)
    .map((message) => {
      const joined = joinedSource(made, message);
      return [message.opcode, toHex(joined.read(0, joined.length))] as const;
    });
  return { messages, refuses, closeCode: null };
}

function lastOfMessage(made: Scan, frame: number): number {
  const message = [...messagesOf(made)].find(({ frames }) => frames.includes(frame));
  return message?.complete ? (message.frames.at(-1) as number) : -1;
}

function compare(bytes: Uint8Array, isServer: boolean, peer: Peer): string | null {
  const made = scan(bytes, { direction: isServer ? 'client-to-server' : 'server-to-client' });
  const ours = reading(made, peer);
  const theirs = peer.ask(bytes, isServer);
  const same = ours.refuses === theirs.refuses && JSON.stringify(ours.messages) === JSON.stringify(theirs.messages);
  if (same) return null;
  return `${toHex(bytes)} ours ${JSON.stringify(ours)} theirs ${JSON.stringify(theirs)}`;
}

const vectors = [...load('autobahn.json'), ...load('frames.json')].filter(
  (vector) => !vector.midStream && vector.maxMessage === undefined,
);

describe.each([
  ['ws', ws],
  ['websocket-driver', driver],
] as const)('%s', (_, peer) => {
  test.each([true, false])('agrees on every vector (as server: %s)', (isServer) => {
    const wanted = isServer ? 'client-to-server' : 'server-to-client';
    const odd = vectors
      .filter(({ direction }) => direction === wanted)
      .flatMap(({ hex = '' }) => compare(fromHex(hex) as Uint8Array, isServer, peer) ?? []);
    expect(odd).toEqual([]);
  });

  test.each([true, false])(
    'agrees on thousands of made-up streams (as server: %s)',
    (isServer) => {
      const odd: string[] = [];
      let refused = 0;
      for (let seed = 0; seed < 2000; seed += 1) {
        const random = randomFrom(seed);
        const sound = frameStream(random, isServer, [0, 0.01, 0.05, 0.1][seed % 4] ?? 0);
        const bytes = seed % 3 === 0 ? mutated(random, sound) : sound;
        const difference = compare(bytes, isServer, peer);
        if (difference) odd.push(`seed ${seed}: ${difference}`);
        if (peer.ask(bytes, isServer).refuses) refused += 1;
      }
      expect(odd.slice(0, 3)).toEqual([]);
      // The streams must be worth something as a test: neither all sound nor all broken.
      expect(refused).toBeGreaterThan(400);
      expect(refused).toBeLessThan(1600);
    },
    60_000,
  );
});

/** The text frames that websocket-driver delivers, and where it closes. It departs from the drafts in three ways. */
function hixieReading(made: Scan, draft: 75 | 76): string[] {
  const { table, source } = made;
  const texts: string[] = [];
  let sawFF = false;
  for (let i = 0; i < table.count; i += 1) {
    if (table.status(i) !== 'complete' && table.form(i) === 'sentinel') break;
    if (table.form(i) === 'sentinel') {
      // It delivers frames of every type below 80.
      const bytes = source.read(table.payloadOffset(i), table.payloadOffset(i) + table.payloadLength(i));
      texts.push(toHex(encodeUtf8(decodeUtf8(bytes))));
      continue;
    }
    // It remembers FF, so that a later frame of length 0 closes too, and looks no further than the first length byte.
    sawFF ||= draft === 76 && table.byte0(i) === 0xff;
    const first = source.read(table.offset(i) + 1, table.offset(i) + 2)[0];
    if (sawFF && first !== undefined && (first & 0x7f) === 0) break;
  }
  return texts;
}

test.each([75, 76] as const)(
  'websocket-driver agrees on hixie-%s streams',
  (draft) => {
    const odd: string[] = [];
    const given = load<FrameVector & { draft?: string; kind?: string }>('hixie.json')
      .filter((vector) => vector.kind === 'frames' && vector.draft === String(draft))
      .map(({ hex = '' }) => fromHex(hex) as Uint8Array);
    const made = Array.from({ length: 1500 }, (_, seed) => {
      const random = randomFrom(seed);
      const stream = hixieStream(random);
      return seed % 3 === 0 ? mutated(random, stream) : stream;
    });
    for (const bytes of [...given, ...made]) {
      const ours = hixieReading(scan(bytes, { dialect: `hixie-${draft}` }), draft);
      const theirs = askHixieDriver(bytes, draft).messages.map(([, hex]) => hex);
      if (JSON.stringify(ours) !== JSON.stringify(theirs))
        odd.push(`${toHex(bytes)} ${JSON.stringify({ ours, theirs })}`);
    }
    expect(odd.slice(0, 3)).toEqual([]);
  },
  60_000,
);
