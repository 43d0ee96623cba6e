import type { Direction } from '../../protocol/bytes/span.ts';
import { type DraftFraming, encodeDraftFrame } from '../../protocol/frame/draft-frames.ts';
import { encodeFrame, encodeHixieClose, encodeHixieFrame } from '../../protocol/frame/encode.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import { newKey } from '../home/key.ts';
import type { Sent } from './conversation.ts';

/** Frames that one can begin with. */
export const BEGINNINGS = ['text', 'binary', 'continuation', 'ping', 'pong', 'close'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

export const HIXIE_BEGINNINGS = ['text', 'close'] as const;

const ascii = (text: string) => new TextEncoder().encode(text);

const PAYLOADS: Readonly<Record<Beginning, Uint8Array>> = {
  text: ascii('Hello'),
  binary: Uint8Array.of(0xca, 0xfe, 0xba, 0xbe),
  continuation: ascii('lo'),
  ping: ascii('hi'),
  pong: ascii('hi'),
  // 1000, normal closure.
  close: Uint8Array.of(0x03, 0xe8),
};

/** A right frame of that kind; a client's is masked with a new key. */
export function frameOf(kind: Beginning, direction: Direction): Sent {
  const maskingKey = direction === 'client-to-server' ? newKey() : null;
  return { direction, bytes: encodeFrame({ opcode: OPCODE[kind], maskingKey, payload: PAYLOADS[kind] }) };
}

/** The same in one of the framings of hybi-01 to -06; `connectionKey` is what hybi-04 masks with. */
export function draftFrameOf(
  kind: Beginning,
  direction: Direction,
  framing: DraftFraming,
  { connectionKey, codes }: { readonly connectionKey: Uint8Array | null; readonly codes: boolean },
): Sent {
  const maskingKey = direction === 'client-to-server' ? newKey() : null;
  const payload = kind === 'close' && !codes ? new Uint8Array(0) : PAYLOADS[kind];
  return { direction, bytes: encodeDraftFrame(framing, { opcode: OPCODE[kind], maskingKey, connectionKey, payload }) };
}

/** The same in the framing of hixie-75 and hixie-76. */
export function hixieFrameOf(kind: (typeof HIXIE_BEGINNINGS)[number], direction: Direction): Sent {
  return {
    direction,
    bytes: kind === 'close' ? encodeHixieClose() : encodeHixieFrame({ type: 0, payload: PAYLOADS.text }),
  };
}
