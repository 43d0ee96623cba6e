/**
 * The one way in: pasted text or a file's bytes → importer → streams of bytes → decoder. The page, the command line and
 * the tests all come through here, so they cannot disagree.
 */

import type { Direction } from '../bytes/span.ts';
import { chooseSenders } from '../connection/choose.ts';
import { connect } from '../connection/connect.ts';
import type { Connection } from '../connection/connection.ts';
import type { Assumptions, Choice } from '../connection/model.ts';
import { readText } from '../text/import.ts';
import type { Claim, FormId, Problem, Reading, Segment, Stream } from '../text/reading.ts';
import { readBinary } from './binary.ts';
import { splitGlued } from './glued.ts';
import { type PacketConnection, streamsOf } from './packets.ts';

/** A stream with its sender settled. */
export interface OpenStream extends Stream {
  readonly direction: Direction;
  readonly sender: Choice<Direction>;
}

export interface Opened {
  readonly reading: Reading;
  /** All importers' claims, best first. */
  readonly claims: readonly Claim[];
  readonly streams: readonly OpenStream[];
  readonly segments: readonly Segment[];
  /** Problems of the text and of the packets in it. */
  readonly problems: readonly Problem[];
  /** TCP connections found in packet dumps, and which of them is shown; empty for anything else. */
  readonly packetConnections: readonly PacketConnection[];
  readonly chosenConnection: number;
  readonly connection: Connection;
}

export interface OpenOptions {
  /** A choice by hand; beats every claim. */
  readonly form?: FormId;
  /** Which of several TCP connections of a packet dump, index into `packetConnections`. */
  readonly tcpConnection?: number;
  readonly assumptions?: Assumptions;
}

/** Opens text or bytes. Never throws: what cannot be read is a problem in the result. */
export function open(input: string | Uint8Array, options: OpenOptions = {}): Opened {
  const { form, tcpConnection, assumptions = {} } = options;
  const { reading, claims } = typeof input === 'string' ? readText(input, form) : readBinary(input, form);
  const packets = reading.packets.length > 0 ? streamsOf(reading.packets, tcpConnection) : null;
  const unwrapped = packets !== null && packets.chosen >= 0;
  const read = unwrapped ? packets.streams : reading.streams;
  const glued = read.length === 1 && read[0] ? splitGlued(read[0]) : null;
  const found = glued ?? read;
  const segments = glued ? inOneRow(glued) : unwrapped ? packets.segments : reading.segments;
  const senders = chooseSenders(found, assumptions.direction);
  const streams = found.flatMap((stream, i) => {
    const sender = senders[i];
    return sender ? [{ ...stream, direction: sender.value, sender }] : [];
  });
  return {
    reading,
    claims,
    streams,
    segments,
    problems: unwrapped ? [...reading.problems, ...packets.problems] : reading.problems,
    packetConnections: packets?.connections ?? [],
    chosenConnection: packets?.chosen ?? -1,
    connection: connect(streams, segments, assumptions),
  };
}

/** Streams that stood one behind the other in the text: so they were sent. */
function inOneRow(streams: readonly Stream[]): readonly Segment[] {
  return streams.map(({ bytes }, stream) => ({ stream, offset: 0, length: bytes.length, time: null, packet: null }));
}
