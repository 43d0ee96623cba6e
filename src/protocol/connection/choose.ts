/**
 * The chooser: who sent a stream, which dialect its frames are in, and where they begin, each with its reasons and how
 * sure they make it. A handshake decides all three; without one the bytes themselves are weighed.
 */

import type { Direction } from '../bytes/span.ts';
import { opposite } from '../bytes/span.ts';
import { looksLikeHead } from '../handshake/head.ts';
import type { DialectId } from '../model/drafts.ts';
import type { Choice } from './model.ts';
import { findFirstFrame, readsAsHybi01, walkFrames, walkHixie } from './plausible.ts';
import type { ChoiceReason } from './reasons.ts';

/** How much of a stream is weighed, bytes. */
export const WINDOW = 65_536;

export function choice<T>(value: T, certainty: Choice<T>['certainty'], ...reasons: ChoiceReason[]): Choice<T> {
  return { value, certainty, reasons };
}

/** What the chooser knows of a stream before it is decoded. */
interface Candidate {
  readonly direction: Direction | null;
  /** In words. */
  readonly stated?: boolean;
  readonly bytes: Uint8Array;
}

/** The sender that the bytes themselves give away. */
function senderOf(bytes: Uint8Array): Choice<Direction> {
  const head = looksLikeHead(bytes);
  if (head === 'request') return choice('client-to-server', 'certain', 'sender-request-head');
  if (head === 'response') return choice('server-to-client', 'certain', 'sender-response-head');
  const window = bytes.subarray(0, WINDOW);
  const start = findFirstFrame(window, true);
  const { frames, masked } = walkFrames(window, start, true);
  // Neither hixie nor hybi-01 has masks that could tell.
  if (frames === 0 || framesLookHixie(bytes) || framesLookHybi01(bytes))
    return choice('client-to-server', 'guess', 'sender-unknown');
  if (masked === frames) return choice('client-to-server', 'likely', 'sender-mask-set');
  if (masked === 0) return choice('server-to-client', 'likely', 'sender-mask-clear');
  // As many masked as not: the first frame decides, being the one least likely to be read out of step.
  const client = masked * 2 === frames ? ((bytes[start + 1] ?? 0) & 128) !== 0 : masked * 2 > frames;
  return choice(client ? 'client-to-server' : 'server-to-client', 'guess', 'sender-mask-mixed');
}

/**
 * Names the sender of each stream. A notation that tells is believed, unless an HTTP head says the opposite (and then, too, where it says so in words); a choice by
 * hand is for the first stream and beats everything.
 */
export function chooseSenders(streams: readonly Candidate[], byHand?: Direction): Choice<Direction>[] {
  const [first, second] = streams;
  if (!first) return [];
  const lead = byHand ? choice(byHand, 'assumed', 'chosen-by-hand') : leadSender(first, second);
  const rest = streams.slice(1).map(() => choice(opposite(lead.value), lead.certainty, 'sender-other-stream'));
  return [lead, ...rest];
}

function leadSender(first: Candidate, second: Candidate | undefined): Choice<Direction> {
  if (first.direction !== null && first.stated) return choice(first.direction, 'certain', 'sender-stated-by-notation');
  const own = senderOf(first.bytes);
  if (own.certainty === 'certain') {
    const swapped = first.direction !== null && first.direction !== own.value;
    return swapped ? choice(own.value, 'certain', 'sender-swapped-by-heads') : own;
  }
  if (second) {
    const other = senderOf(second.bytes);
    if (other.certainty === 'certain') return choice(opposite(other.value), 'certain', 'sender-other-stream');
    if (first.direction === null && own.certainty === 'guess' && other.certainty === 'likely') {
      return choice(opposite(other.value), 'likely', 'sender-other-stream');
    }
  }
  if (first.direction === null) return own;
  // Tools name the sides by who spoke first in the capture, which need not be the client: MASK bits know better.
  const others = second ? senderOf(second.bytes) : null;
  const contradicted = own.certainty === 'likely' && own.value !== first.direction;
  const seconded = others === null || others.certainty === 'guess' || others.value !== own.value;
  if (contradicted && seconded) return choice(own.value, 'likely', 'sender-swapped-by-masks');
  return choice(first.direction, 'certain', 'sender-stated-by-notation');
}

function framesLookHixie(bytes: Uint8Array): boolean {
  const window = bytes.subarray(0, WINDOW);
  const old = walkHixie(window, 0);
  // An RFC 6455 stream may begin with 00 as well (a continuation), so hixie must fit clearly better.
  if (old.frames === 0 || old.odd > 0) return false;
  const now = walkFrames(window, 0, true);
  const oldFits = old.exact || (window[0] === 0 && old.frames > 1);
  return oldFits && !(now.odd === 0 && now.exact);
}

/** Frames of hybi-01 to -03 to the last byte. A clean reading as today's frames beats it, and so does one as hixie's. */
function framesLookHybi01(bytes: Uint8Array): boolean {
  const window = bytes.subarray(0, WINDOW);
  if (bytes.length > WINDOW || !readsAsHybi01(window) || framesLookHixie(bytes)) return false;
  const now = walkFrames(window, 0, true);
  return now.odd > 0 || now.frames === 0;
}

/** The dialect of frames that no handshake explains. */
export function chooseDialectOfFrames(streams: readonly Uint8Array[]): Choice<DialectId> {
  const full = streams.filter((bytes) => bytes.length > 0);
  if (full.length === 0) return choice('rfc6455', 'guess', 'no-frames-yet');
  if (full.every(framesLookHixie)) return choice('hixie-76', 'likely', 'frames-fit-hixie');
  // hybi-01 to -03 write the same frames: the youngest stands for all three.
  if (full.every(framesLookHybi01)) return choice('hybi-03', 'guess', 'frames-fit-hybi-01');
  const walks = full.map((bytes) => {
    const window = bytes.subarray(0, WINDOW);
    return walkFrames(window, findFirstFrame(window, true), true);
  });
  const clean = walks.every((walk) => walk.frames > 0 && walk.odd === 0);
  return clean ? choice('rfc6455', 'likely', 'frames-fit-rfc6455') : choice('rfc6455', 'guess', 'frames-fit-nothing');
}
