import { concat } from '../../protocol/bytes/join.ts';
import type { Direction } from '../../protocol/bytes/span.ts';
import { Deflater } from '../../protocol/deflate/compress.ts';
import { type DraftFraming, encodeDraftFrame } from '../../protocol/frame/draft-frames.ts';
import { encodeFrame, encodeHixieClose, encodeHixieFrame, type FrameParts } from '../../protocol/frame/encode.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import type { Sent } from '../build/conversation.ts';

/** Frames that show something: made by the engine from what they shall say. */

/** The key of the examples of RFC 6455 §5.7. */
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

export const ascii = (text: string) => new TextEncoder().encode(text);

/** A right frame unless `parts` say otherwise; a client's is masked. */
export function frame(direction: Direction, parts: Partial<FrameParts> & { readonly opcode: number }): Sent {
  const maskingKey = direction === 'client-to-server' ? KEY : null;
  return { direction, bytes: encodeFrame({ payload: new Uint8Array(0), maskingKey, ...parts }) };
}

export const hello = () => frame('client-to-server', { opcode: OPCODE.text, payload: ascii('Hello') });

/** A Close with a code, from the server unless it is one that only clients send. */
export function close(code: number, reason = ''): Sent {
  const payload = concat([Uint8Array.of(code >> 8, code & 255), ascii(reason)]);
  return frame(code === 1010 ? 'client-to-server' : 'server-to-client', { opcode: OPCODE.close, payload });
}

/** “Hello” in two frames. */
export function fragments(): readonly [Sent, Sent] {
  return [
    frame('server-to-client', { opcode: OPCODE.text, fin: false, payload: ascii('Hel') }),
    frame('server-to-client', { opcode: OPCODE.continuation, payload: ascii('lo') }),
  ];
}

/** A message that shrinks. */
export function compressed(): Sent {
  const payload = new Deflater({ windowBits: 15, takeover: true }).message(ascii('Hello Hello Hello Hello'));
  return frame('server-to-client', { opcode: OPCODE.text, rsv1: true, payload });
}

/** The same in one of the framings of hybi-01 to -06; hybi-04 masks with a key from both halves of the handshake. */
export function draftHello(framing: DraftFraming, connectionKey: Uint8Array | null): Sent {
  const parts = { opcode: OPCODE.text, payload: ascii('Hello'), maskingKey: KEY, connectionKey };
  return { direction: 'client-to-server', bytes: encodeDraftFrame(framing, parts) };
}

/** Frames of hixie-75 and hixie-76. */
export const hixie = {
  text: (): Sent => ({ direction: 'client-to-server', bytes: encodeHixieFrame({ type: 0, payload: ascii('Hello') }) }),
  counted: (): Sent => ({
    direction: 'client-to-server',
    bytes: encodeHixieFrame({ type: 0x80, payload: new Uint8Array(300).fill(0x61) }),
  }),
  close: (): Sent => ({ direction: 'client-to-server', bytes: encodeHixieClose() }),
};
