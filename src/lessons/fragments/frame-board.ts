/** The picture of the first parts: bytes on the wire, frames in two lanes, the message that they become. */

import type { Cell, State } from '../../components/stage/types.ts';
import { decodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { traceUtf8 } from '../../protocol/bytes/utf8-trace.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import {
  clearCells,
  type FramesBoard,
  type FrameView,
  plainCells,
  type Result,
  type Says,
  wireCells,
} from './scene.ts';
import type { Sent, Work } from './wire.ts';

export interface FrameLook {
  readonly state: State;
  /** What is asked. */
  readonly hide?: 'fin' | 'opcode';
  /** What is wrong with it: it stands in the first byte. */
  readonly wrong?: 'fin' | 'opcode';
}

/** A frame at each place in the list; those that have not come yet are empty. */
export function frameViews(frames: readonly Sent[], look: (frame: Sent, index: number) => FrameLook): FrameView[] {
  return frames.map((frame, index) => {
    const { state, hide, wrong } = look(frame, index);
    const stateOf = (field: 'fin' | 'opcode'): State => {
      if (hide === field) return 'hidden';
      return wrong === undefined ? state : wrong === field ? 'wrong' : 'done';
    };
    const stateAt = (offset: number): State => (offset === frame.offset ? 'wrong' : 'done');
    return {
      id: frame.id,
      name: { label: 'frame-name', values: { number: index + 1 } },
      lane: frame.control ? 'control' : 'data',
      state,
      fin: frame.fin,
      opcode: frame.opcode,
      kind: frame.control ? 'kind-ping' : frame.opcode === OPCODE.continuation ? 'kind-continuation' : 'kind-text',
      finState: stateOf('fin'),
      opcodeState: stateOf('opcode'),
      wire: wireCells(frame, { state, hideFirst: hide !== undefined, ...(wrong && { stateAt }) }),
      clear: clearCells(frame, state === 'empty' ? 'empty' : state === 'current' ? 'current' : 'done'),
    };
  });
}

/** Frames up to `last` have come, and it is the one that the step is about; -1: none, Infinity: all, none of them new. */
export function upTo(last: number, hide?: FrameLook['hide']) {
  return (_: Sent, index: number): FrameLook => {
    if (index > last) return { state: 'empty' };
    if (index < last) return { state: 'done' };
    return hide === undefined ? { state: 'current' } : { state: 'current', hide };
  };
}

/** The message as far as its fragments have come: `count` of them, the last one just now. */
export function messageResult(work: Work, count: number, name: Says, handedOver: boolean, calm = false): Result {
  const last = work.fragments[count - 1];
  const known = last === undefined ? 0 : last.place + last.payload.length;
  const captions = charactersOf(work.message);
  const cells = work.fragments.flatMap((frame, index): Cell[] =>
    Array.from(frame.payload, (_, i) => {
      const at = frame.place + i;
      const state: State = at >= known ? 'empty' : index === count - 1 && !calm ? 'current' : 'done';
      return {
        id: `m-${at}`,
        text: clearCells(frame, 'done')[i]?.text ?? '',
        role: 'payload',
        state,
        // A character is known with its last byte.
        caption: at < known ? (captions.get(at) ?? '') : '',
        from: `c-${frame.id}-${i}`,
      };
    }),
  );
  return { name, good: handedOver ? true : null, rows: [{ id: 'message', cells, text: null }] };
}

/** Characters of a text, each at the index of its last byte. */
export function charactersOf(bytes: Uint8Array): ReadonlyMap<number, string> {
  const trace = traceUtf8(bytes);
  const found = new Map<number, string>();
  for (let i = 0; i < trace.stepCount; i += 1) {
    const step = trace.step(i);
    if (step?.kind === 'ascii' || step?.kind === 'continuation') {
      if (step.codePoint !== null) found.set(i, String.fromCodePoint(step.codePoint));
    }
  }
  return found;
}

/** Payloads that a reader hands over, each as bytes and as the text that one sees. */
export function handedOver(id: string, name: Says, good: boolean | null, payloads: readonly Uint8Array[]): Result {
  return {
    name,
    good,
    rows: payloads.map((bytes, i) => ({
      id: `${id}-${i}`,
      cells: plainCells(`${id}-${i}`, bytes, good === false ? 'wrong' : 'done'),
      text: decodeUtf8(bytes),
    })),
  };
}

export function framesBoard(work: Work, frames: readonly FrameView[], results: readonly Result[]): FramesBoard {
  return { kind: 'frames', side: work.inputs.sender, frames, results };
}
