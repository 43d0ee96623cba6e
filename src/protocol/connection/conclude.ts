/**
 * What can be concluded from the bytes before a frame is scanned: the handshake, the dialect, where frames begin. A
 * function of the bytes and the assumptions alone, so it may be asked again whenever more bytes have come.
 */

import type { Source } from '../bytes/source.ts';
import { DIRECTIONS, type Direction } from '../bytes/span.ts';
import { type DeflateParameters, deflateOf } from '../handshake/extensions.ts';
import { type Handshake, readHandshake } from '../handshake/handshake.ts';
import { looksLikeHead } from '../handshake/head.ts';
import { DIALECTS, type DialectId } from '../model/drafts.ts';
import { type Both, both } from './both.ts';
import { choice, chooseDialectOfFrames, WINDOW } from './choose.ts';
import { guessCompression, statedCompression } from './compression.ts';
import type { Plan } from './lane.ts';
import type { Assumptions, Choice } from './model.ts';
import { findFirstFrame } from './plausible.ts';

/** Bytes a handshake is read from. Heads are bounded; the body of a refusal, which is not, is cut off here. */
const HEAD_WINDOW = 32 * WINDOW;

export interface Conclusions {
  readonly handshake: Handshake;
  readonly dialect: Choice<DialectId>;
  readonly compression: Choice<DeflateParameters | null>;
  /** Bytes of the head and what belongs to it, 0 where the direction does not begin with one. */
  readonly headLength: Both<number>;
  readonly firstFrame: Both<Choice<number>>;
  readonly plans: Both<Plan>;
}

export function conclude(sources: Both<Source>, assumptions: Assumptions): Conclusions {
  const handshake = findHandshake(sources, assumptions);
  const { dialect, certainty, reasons } = handshake;
  const headLength = both((direction) => headLengthOf(handshake, direction, sources[direction].length));
  const stated = statedCompression(handshake, assumptions);
  const connectionKey = assumptions.connectionKey ?? handshake.connectionKey;
  const firstFrame = both((direction) => {
    const source = sources[direction];
    if (connectionKey === null && needsKey(dialect, direction) && source.length > headLength[direction]) {
      return choice(source.length, 'certain', 'no-frames-without-key');
    }
    const byHand = assumptions.firstFrame?.[direction];
    if (byHand !== undefined && byHand >= 0) {
      return choice(Math.min(byHand, source.length), 'assumed', 'chosen-by-hand');
    }
    if (headLength[direction] > 0) return startBehindHead(handshake, headLength[direction], source.length);
    // Where nobody says what RSV1 means it is no sign of a wrong start.
    return findStart(handshake, source, direction, stated === null || stated.value !== null);
  });
  const compression =
    stated ??
    guessCompression(
      sources,
      both((direction) => firstFrame[direction].value),
    );
  const plans = both((direction): Plan => {
    const start = firstFrame[direction];
    const seenFromHead = headLength[direction] > 0 && start.value === headLength[direction];
    return {
      start: start.value,
      dialect,
      deflate: compression.value && deflateOf(compression.value, direction),
      connectionKey,
      midStream: assumptions.midStream ?? start.reasons.includes('starts-resynchronised'),
      // Continuing a message nobody saw is a fault until somebody says otherwise. Referring to text nobody saw is not:
      // that the capture began later is so much more likely than that a compressor went wrong.
      fromStart: assumptions.midStream === undefined ? seenFromHead : !assumptions.midStream,
      maxMessageBytes: assumptions.maxMessageBytes,
    };
  });
  return { handshake, dialect: { value: dialect, certainty, reasons }, compression, headLength, firstFrame, plans };
}

function findHandshake(sources: Both<Source>, { dialect }: Assumptions): Handshake {
  const heads = both((direction) => headBytes(sources[direction], direction));
  const bare = DIRECTIONS.filter((direction) => !heads[direction]).map((direction) =>
    sources[direction].read(0, WINDOW),
  );
  const fallback = chooseDialectOfFrames(bare);
  return readHandshake({
    request: heads['client-to-server'],
    response: heads['server-to-client'],
    ...(dialect ? { dialect } : {}),
    fallback: { dialect: fallback.value, certainty: fallback.certainty, reasons: fallback.reasons },
  });
}

/** The bytes a handshake is read from, or null where the direction does not begin with a head. */
function headBytes(source: Source, direction: Direction): Uint8Array | null {
  const wanted = direction === 'client-to-server' ? 'request' : 'response';
  if (source.length === 0 || looksLikeHead(source.read(0, WINDOW)) !== wanted) return null;
  return source.read(0, HEAD_WINDOW);
}

function headLengthOf(handshake: Handshake, direction: Direction, length: number): number {
  const client = direction === 'client-to-server';
  const reading = client ? handshake.request : handshake.response;
  if (!reading) return 0;
  // After a refusal the rest is HTTP; an unfinished head swallows everything there is.
  if (!reading.head.complete || (!client && handshake.switched === false)) return length;
  return Math.min(length, client ? handshake.requestLength : handshake.responseLength);
}

function startBehindHead({ switched }: Handshake, head: number, length: number): Choice<number> {
  // After any answer but 101 the connection stays HTTP: what else the client sends are further requests.
  if (switched === false) return choice(length, 'certain', 'no-frames-after-refusal');
  return choice(head, 'certain', 'starts-after-head');
}

/** Whether frames of this direction are masked with what only a handshake tells. */
function needsKey(dialect: DialectId, direction: Direction): boolean {
  return DIALECTS[dialect].framing === 'hybi-04' && direction === 'client-to-server';
}

function findStart(handshake: Handshake, source: Source, direction: Direction, rsv1: boolean): Choice<number> {
  if (DIALECTS[handshake.dialect].framing !== 'rfc6455') return choice(0, 'likely', 'starts-at-first-byte');
  const start = findFirstFrame(source.read(0, WINDOW), rsv1, direction === 'client-to-server');
  return start > 0 ? choice(start, 'guess', 'starts-resynchronised') : choice(0, 'likely', 'starts-at-first-byte');
}
