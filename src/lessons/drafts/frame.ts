/** The frame of the same message at every place of the timeline, byte by byte and bit by bit. */

import { Deflater } from '../../protocol/deflate/compress.ts';
import {
  clearDraftFrame,
  connectionKey,
  type DraftFraming,
  encodeDraftFrame,
  frameKey,
} from '../../protocol/frame/draft-frames.ts';
import { encodeFrame, encodeHixieFrame } from '../../protocol/frame/encode.ts';
import { http2Data, http3Data } from '../../protocol/handshake/extended-connect.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import type { Inputs } from './inputs.ts';
import { factsOf, type Stop } from './stops.ts';
import { payloadOf } from './wire.ts';

/** What a byte of a frame belongs to. */
export type FramePart = 'type' | 'header' | 'nonce' | 'key' | 'payload' | 'end' | 'data';

export interface FrameByte {
  /** The same byte of the same message in another draft has the same id. */
  readonly id: string;
  readonly part: FramePart;
  /** As it travels. */
  readonly wire: number;
  /** As it was before masking; null where nothing was masked. */
  readonly clear: number | null;
}

/** Bits of a header that belong together. */
export interface HeaderField {
  readonly key: 'type' | 'end' | 'fin' | 'rsv' | 'opcode' | 'top' | 'length';
  readonly name: string;
  readonly bits: string;
  readonly role: ColourRole;
}

export interface Frame {
  readonly bytes: readonly FrameByte[];
  readonly header: readonly HeaderField[];
  readonly wire: Uint8Array;
}

/** A header of a short frame: hybi-01 and all after it. */
const HEADER = 2;
const KEY = 4;

export function frameOf(stop: Stop, inputs: Inputs): Frame {
  const { framing } = factsOf(stop);
  if (framing === 'hixie') return hixieFrame(inputs);
  return framing === 'rfc6455' ? todaysFrame(stop, inputs) : draftFrame(framing, inputs);
}

function hixieFrame(inputs: Inputs): Frame {
  const wire = encodeHixieFrame({ type: 0, payload: payloadOf(inputs) });
  const last = wire.length - 1;
  const bytes = Array.from(wire, (byte, i): FrameByte => {
    const [id, part] =
      i === 0
        ? (['h0', 'type'] as const)
        : i === last
          ? (['end', 'end'] as const)
          : ([`p${i - 1}`, 'payload'] as const);
    return { id, part, wire: byte, clear: null };
  });
  const header: HeaderField[] = [
    { key: 'type', name: 'type', bits: bitsOf(wire[0] ?? 0), role: 'control' },
    { key: 'end', name: 'end', bits: bitsOf(wire[last] ?? 0), role: 'length' },
  ];
  return { bytes, header, wire };
}

function draftFrame(framing: DraftFraming, inputs: Inputs): Frame {
  const parts = draftParts(framing, inputs);
  const wire = encodeDraftFrame(framing, parts);
  const clear = clearDraftFrame(framing, parts);
  const front = wire.length - clear.length;
  const first = framing === 'hybi-04' ? 'nonce' : 'key';
  const bytes = Array.from(wire, (byte, i): FrameByte => {
    if (i < front) return { id: `k${i}`, part: first, wire: byte, clear: null };
    const at = i - front;
    const plain = front > 0 ? (clear[at] ?? 0) : null;
    return { ...idOf(at), wire: byte, clear: plain };
  });
  return { bytes, header: fieldsOf(clear, framing === 'hybi-01' ? 'MORE' : 'FIN', 'RSV4'), wire };
}

function idOf(at: number): Pick<FrameByte, 'id' | 'part'> {
  return at < HEADER ? { id: `h${at}`, part: 'header' } : { id: `p${at - HEADER}`, part: 'payload' };
}

function draftParts(framing: DraftFraming, inputs: Inputs) {
  return {
    opcode: OPCODE.text,
    payload: payloadOf(inputs),
    maskingKey: framing === 'hybi-01' ? null : framing === 'hybi-04' ? inputs.frameNonce : inputs.mask,
    connectionKey: connectionKey(inputs.key, inputs.nonce),
  };
}

/** The frame of RFC 6455, compressed or in a DATA frame where the stop is about that. */
function todaysFrame(stop: Stop, inputs: Inputs): Frame {
  const compressed = stop === 'rfc7692';
  const message = payloadOf(inputs);
  const payload = compressed ? new Deflater({ windowBits: 15, takeover: true }).message(message) : message;
  const own = encodeFrame({ rsv1: compressed, opcode: OPCODE.text, maskingKey: inputs.mask, payload });
  const wire = stop === 'rfc8441' ? http2Data(1, own) : stop === 'rfc9220' ? http3Data(own) : own;
  const front = wire.length - own.length;
  const start = own.length - payload.length;
  const bytes = Array.from(wire, (byte, i): FrameByte => {
    if (i < front) return { id: `d${i}`, part: 'data', wire: byte, clear: null };
    const at = i - front;
    if (at >= start) return { id: `p${at - start}`, part: 'payload', wire: byte, clear: payload[at - start] ?? 0 };
    const key = at - (start - KEY);
    return key < 0
      ? { id: `h${at}`, part: 'header', wire: byte, clear: null }
      : { id: `k${key}`, part: 'key', wire: byte, clear: null };
  });
  return { bytes, header: fieldsOf(own, 'FIN', 'MASK'), wire };
}

function fieldsOf(frame: Uint8Array, fin: 'MORE' | 'FIN', top: 'RSV4' | 'MASK'): HeaderField[] {
  const [one, two] = [bitsOf(frame[0] ?? 0), bitsOf(frame[1] ?? 0)];
  return [
    { key: 'fin', name: fin, bits: one.slice(0, 1), role: 'control' },
    { key: 'rsv', name: 'RSV1–3', bits: one.slice(1, 4), role: 'control' },
    { key: 'opcode', name: 'opcode', bits: one.slice(4), role: 'control' },
    { key: 'top', name: top, bits: two.slice(0, 1), role: top === 'MASK' ? 'mask' : 'control' },
    { key: 'length', name: 'length', bits: two.slice(1), role: 'length' },
  ];
}

function bitsOf(byte: number): string {
  return byte.toString(2).padStart(8, '0');
}

/** hybi-04, piece by piece. */
export interface Derivation {
  /** 20 bytes, once per connection. */
  readonly connection: Uint8Array;
  /** 20 bytes, once per frame. */
  readonly frameKey: Uint8Array;
  /** Header and payload before masking. */
  readonly clear: Uint8Array;
  /** Masked; the nonce stands in front of it. */
  readonly masked: Uint8Array;
}

export function derivationOf(inputs: Inputs): Derivation {
  const parts = draftParts('hybi-04', inputs);
  return {
    connection: parts.connectionKey,
    frameKey: frameKey(inputs.frameNonce, parts.connectionKey),
    clear: clearDraftFrame('hybi-04', parts),
    masked: encodeDraftFrame('hybi-04', parts).subarray(KEY),
  };
}
