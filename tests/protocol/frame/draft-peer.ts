/** A sender of hybi-01 to -06 that shares nothing with the engine: node:crypto, and the descriptions of the drafts. */

import { createHash } from 'node:crypto';

const sha1 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const peerConnectionKey = (key: string, nonce: string): Buffer =>
  sha1(key, nonce, '61AC5F19-FBBA-4540-B96F-6561F1AB40A8');

export interface PeerFrame {
  readonly last: boolean;
  /** As the drafts number it. */
  readonly opcode: number;
  readonly payload: Uint8Array;
  /** What a client puts in front, or null. */
  readonly front: Uint8Array | null;
}

/** `draft`: 1 for hybi-01 to -03, 4, or 5 for -05 and -06. */
export function peerFrame(draft: 1 | 4 | 5, frame: PeerFrame, connectionKey: Uint8Array): Buffer {
  const { last, opcode, payload, front } = frame;
  const top = draft === 1 ? !last : last;
  const start = [top ? 128 + opcode : opcode];
  if (payload.length < 126) start.push(payload.length);
  else if (payload.length < 65536) start.push(126, payload.length >> 8, payload.length & 255);
  else throw new Error('longer than the tests need');
  const clear = Buffer.concat([Buffer.from(start), payload]);
  if (front === null || draft === 1) return clear;
  const pad = draft === 4 ? sha1(front, connectionKey) : front;
  return Buffer.concat([front, clear.map((byte, i) => byte ^ (pad[i % pad.length] as number))]);
}
