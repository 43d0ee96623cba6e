/** All that the steps show, from the engine. */

import { ofText, type Shown } from '../../components/lesson/value.ts';
import { concat } from '../../protocol/bytes/join.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { type MaskedRead, payloadFor, unmaskReads } from '../../protocol/frame/mask-exercises.ts';
import { type MaskStep, type MaskTrace, maskTrace } from '../../protocol/frame/mask-trace.ts';
import { fromLatin1 } from '../../protocol/handshake/latin1.ts';
import { type StrayRequest, strayRequest } from '../../protocol/handshake/stray.ts';
import { type Inputs, splitAddress } from './inputs.ts';

export const TEXT = 1;
export const BINARY = 2;
export const CONTINUATION = 0;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

/** A character of the message, seen from one of its bytes. */
export interface CharacterOf {
  readonly text: string;
  /** Bytes of it, and which of them this is, from 1. */
  readonly size: number;
  readonly part: number;
}

/** A frame whose payload a proxy may take for something else. */
export interface Sent {
  readonly payload: Uint8Array;
  readonly frame: Uint8Array;
  /** Bytes before the payload. */
  readonly header: number;
  readonly found: StrayRequest | null;
}

export interface Facts {
  readonly inputs: Inputs;
  readonly payload: Uint8Array;
  readonly characters: readonly CharacterOf[];
  readonly masking: MaskTrace;
  readonly unmasking: MaskTrace;
  readonly wire: Uint8Array;
  readonly frame: Uint8Array;
  /** Where the payload is cut. */
  readonly cut: number;
  readonly right: readonly MaskedRead[];
  readonly broken: readonly MaskedRead[];
  readonly attack: AttackFacts;
}

export interface AttackFacts {
  readonly host: string;
  readonly path: string;
  /** The two lines that make a request. */
  readonly lines: readonly [get: string, named: string];
  /** What shall stand on the wire: a line end, so that the frame header is a line of its own, and a request. */
  readonly wanted: Uint8Array;
  /** Index of the request's first letter. */
  readonly letter: number;
  /** Without a mask; with the key that the script knows; with a fresh one. */
  readonly clear: Sent;
  readonly foreseen: Sent;
  readonly unforeseen: Sent;
  /** The fresh key kept for another frame, when the script has been told. */
  readonly again: Sent;
  /** The answer of the attacker's server, which is no frame at all. */
  readonly answer: string;
}

const LINE_END = '\r\n';
const SCRIPT = 'steal()';

export function factsOf(inputs: Inputs): Facts {
  const { message, key, cut } = inputs;
  const payload = encodeUtf8(message);
  const masking = maskTrace(payload, key);
  const wire = masking.output;
  const at = Math.min(cut, payload.length - 1);
  return {
    inputs,
    payload,
    characters: charactersOf(message),
    masking,
    wire,
    unmasking: maskTrace(wire, key),
    frame: encodeFrame({ opcode: TEXT, maskingKey: key, payload }),
    cut: at,
    right: unmaskReads(wire, key, [at], 'frame'),
    broken: unmaskReads(wire, key, [at], 'read'),
    attack: attackOf(inputs),
  };
}

function charactersOf(message: string): readonly CharacterOf[] {
  return Array.from(message).flatMap((text) => {
    const size = encodeUtf8(text).length;
    return Array.from({ length: size }, (_, i) => ({ text, size, part: i + 1 }));
  });
}

function attackOf({ target, key, fresh }: Inputs): AttackFacts {
  const { host, path } = splitAddress(target);
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`] as const;
  const request = [...lines, '', ''].join(LINE_END);
  const wanted = fromLatin1(LINE_END + request);
  const chosen = payloadFor(wanted, key);
  const head = ['HTTP/1.1 200 OK', 'Cache-Control: max-age=31536000', `Content-Length: ${SCRIPT.length}`, ''];
  return {
    host,
    path,
    lines,
    wanted,
    letter: LINE_END.length,
    clear: sent(TEXT, wanted, null),
    foreseen: sent(BINARY, chosen, key),
    unforeseen: sent(BINARY, chosen, fresh),
    again: sent(BINARY, payloadFor(wanted, fresh), fresh),
    answer: [...head, SCRIPT].join(LINE_END),
  };
}

function sent(opcode: number, payload: Uint8Array, maskingKey: Uint8Array | null): Sent {
  const frame = encodeFrame({ opcode, maskingKey, payload });
  return { payload, frame, header: frame.length - payload.length, found: strayRequest(frame) };
}

/** The step at `i`, which must be there. */
export function maskStep(trace: MaskTrace, i: number): MaskStep {
  return trace.step(i) as MaskStep;
}

/** A key byte by its place, as code names it. */
export function slotOf(keyIndex: number): Shown {
  return ofText(`key[${keyIndex}]`, 'mask');
}

/** Bits of a byte that are 1: as many flip. */
export function onesOf(byte: number): number {
  let ones = 0;
  for (let rest = byte; rest > 0; rest >>>= 1) ones += rest & 1;
  return ones;
}

export function joined(reads: readonly MaskedRead[]): Uint8Array {
  return concat(reads.map(({ bytes }) => bytes));
}

export function differing(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((count, byte, i) => (byte === other[i] ? count : count + 1), 0);
}
