/** Everything that follows from the inputs, by the engine. */

import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { Deflater } from '../../protocol/deflate/compress.ts';
import { Inflater } from '../../protocol/deflate/inflate.ts';
import { type InflateTrace, inflateTrace } from '../../protocol/deflate/trace.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { type DeflateParameters, deflateAnswer } from '../../protocol/handshake/extensions.ts';
import { composeMessage } from '../../protocol/message/compose.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import type { Inputs } from './inputs.ts';

/** A message on its way: in clear, compressed, and as it is inflated again. */
export interface Passage {
  readonly clear: Uint8Array;
  readonly payload: Uint8Array;
  /** What may be copied from. */
  readonly window: Uint8Array;
  readonly trace: InflateTrace;
}

export interface Work {
  readonly inputs: Inputs;
  readonly kept: boolean;
  readonly answer: string;
  readonly first: Passage;
  readonly second: Passage;
  /** The payload of the second message if the window is kept, and if it is dropped. */
  readonly sizes: { readonly kept: Uint8Array; readonly dropped: Uint8Array };
  /** The second message of a sender that remembers, for somebody who has not seen the first. */
  readonly late: Passage;
  /** The first message as one frame, and as two. */
  readonly frame: Uint8Array;
  readonly fragments: readonly Uint8Array[];
}

/** What browsers say. */
export const OFFER = 'permessage-deflate; client_max_window_bits';
const BITS = 15;
const NOTHING = new Uint8Array(0);

export function workOf(inputs: Inputs): Work {
  const kept = inputs.takeover === 'kept';
  const form = inputs.form === 'shortest' ? undefined : inputs.form;
  const [one, two] = [encodeUtf8(inputs.first), encodeUtf8(inputs.second)];
  const sent = (takeover: boolean) => {
    const deflater = new Deflater({ windowBits: BITS, takeover });
    return { first: deflater.message(one, form), second: deflater.message(two, form) };
  };
  const [remembered, forgotten] = [sent(true), sent(false)];
  const own = kept ? remembered : forgotten;
  const passage = (clear: Uint8Array, payload: Uint8Array, window: Uint8Array): Passage => ({
    clear,
    payload,
    window,
    trace: inflateTrace(payload, { window, windowBits: BITS }),
  });
  const compress = { message: () => own.first };
  const parts = { opcode: OPCODE.text, payload: one, compress };
  const framesOf = (cuts: readonly number[]) => composeMessage({ ...parts, cuts }).map(encodeFrame);
  const agreed: DeflateParameters = {
    serverNoContextTakeover: !kept,
    clientNoContextTakeover: false,
    serverMaxWindowBits: BITS,
    clientMaxWindowBits: BITS,
  };
  return {
    inputs,
    kept,
    answer: deflateAnswer(agreed),
    first: passage(one, own.first, NOTHING),
    second: passage(two, own.second, kept ? one : NOTHING),
    sizes: { kept: remembered.second, dropped: forgotten.second },
    late: passage(two, remembered.second, NOTHING),
    frame: framesOf([])[0] ?? NOTHING,
    fragments: framesOf([Math.floor(own.first.length / 2)]),
  };
}

/** A message that says little at great length, and a receiver with a limit. */
export interface Bomb {
  readonly clear: number;
  readonly payload: number;
  readonly limit: number;
  /** Bytes after which the receiver stopped. */
  readonly stopped: number;
  /** Its beginning, and what the first copy does there. */
  readonly start: Uint8Array;
  readonly copy: { readonly before: number; readonly after: number; readonly from: number } | null;
}

const MIB = 2 ** 20;
const LIMIT = 2 ** 16;
const START = 20;
let bomb: Bomb | null = null;

/** Made once: it is the same for all inputs. */
export function bombOf(): Bomb {
  if (bomb === null) {
    const payload = new Deflater({ windowBits: BITS, takeover: false }).message(new Uint8Array(MIB).fill(0x61));
    const { bytes, capped } = new Inflater({ windowBits: BITS, takeover: false, maxOutput: LIMIT }).message(payload);
    const trace = inflateTrace(payload, { maxOutput: START });
    const steps = Array.from({ length: trace.stepCount }, (_, i) => trace.step(i));
    bomb = {
      clear: MIB,
      payload: payload.length,
      limit: LIMIT,
      stopped: capped ? bytes.length : 0,
      start: trace.output,
      copy: steps.find((step) => step?.kind === 'copy') ?? null,
    };
  }
  return bomb;
}
