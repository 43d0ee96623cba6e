/** The whole conversation for some inputs, worked through once. */

import { Connection } from './connection.ts';
import { type Handshake, handshakeOf, shakeHands } from './handshake.ts';
import type { Inputs } from './inputs.ts';
import { Recorder } from './recorder.ts';
import { type Beat, Story } from './story.ts';

export interface Work {
  readonly inputs: Inputs;
  readonly handshake: Handshake;
  /** Where each read of frames ends. */
  readonly ends: readonly number[];
  readonly beats: readonly Beat[];
}

/** One read, or two where the cut lies inside the stream. */
export function readEnds(total: number, cut: number): readonly number[] {
  return cut > 0 && cut < total ? [cut, total] : [total];
}

export function workOf(inputs: Inputs): Work {
  const handshake = handshakeOf(inputs.nonce);
  const ends = readEnds(inputs.data.length, inputs.cut);
  const none = new Uint8Array();
  const recorder = new Recorder({ 'self.buffer': none, 'self.opcode': 0, 'self.message': none, 'self.dialect': '' });
  const story = new Story(recorder);
  recorder.call('run', {}, (call) => {
    shakeHands(story, call, handshake);
    new Connection(story, inputs.data, ends).run(call);
  });
  return { inputs, handshake, ends, beats: story.beats };
}
