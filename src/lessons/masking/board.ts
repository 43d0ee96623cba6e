/** The board: payload, key and wire over one another, as far as a step has come. */

import { bitsOf } from '../../components/stage/bits.ts';
import { type Cell, isKnown, type State } from '../../components/stage/types.ts';
import type { BitRow } from '../../components/stage/word.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { MaskedRead } from '../../protocol/frame/mask-exercises.ts';
import type { MaskStep } from '../../protocol/frame/mask-trace.ts';
import { type Facts, TEXT } from './facts.ts';
import { frameLine, START } from './frames.ts';
import type { BitsLook, BoardScene, Column, ColumnRun, FrameLine, InputName, Note } from './scene.ts';

type Places = (position: number) => State;

const all: Places = () => 'done';
const none: Places = () => 'empty';

/** The same state for some places, another for the rest. */
export function upTo(count: number, current: number | null, rest: State): Places {
  return (i) => (i === current ? 'current' : i < count ? 'done' : rest);
}

export interface BoardLook {
  /** `mask`: payload above, wire below. `unmask` the other way round. */
  readonly way: 'mask' | 'unmask';
  readonly top?: Places;
  readonly key?: Places;
  readonly bottom?: Places;
  readonly bits?: BitsLook | null;
  readonly note?: Note | null;
  readonly frames?: readonly FrameLine[];
  readonly asked?: boolean;
  /** Default: message and key. */
  readonly inputs?: readonly InputName[];
  /** Another key than the learner's. */
  readonly other?: Pick<Facts, 'payload' | 'wire'> & { readonly maskingKey: Uint8Array };
}

const ROWS = {
  mask: { top: 'row-payload', key: 'row-key', bottom: 'row-wire' },
  unmask: { top: 'row-wire', key: 'row-key', bottom: 'row-payload' },
} as const;

export function board(facts: Facts, look: BoardLook): BoardScene {
  const {
    way,
    top = all,
    key = all,
    bottom = none,
    bits = null,
    note = null,
    frames = [],
    asked = false,
    inputs = ['message', 'key'],
  } = look;
  const { payload, wire } = look.other ?? facts;
  const maskingKey = look.other?.maskingKey ?? facts.inputs.key;
  const [above, below] = way === 'mask' ? [payload, wire] : [wire, payload];
  const columns = Array.from(payload, (_, i): Column => {
    const keyIndex = i % maskingKey.length;
    return {
      position: i,
      top: byteCell(facts, way === 'mask' ? 'p' : 'w', i, above[i] ?? 0, top(i)),
      key: keyCell(i, keyIndex, maskingKey[keyIndex] ?? 0, key(i)),
      bottom: {
        ...byteCell(facts, way === 'mask' ? 'w' : 'p', i, below[i] ?? 0, bottom(i)),
        from: `${way === 'mask' ? 'p' : 'w'}${i}`,
      },
    };
  });
  return {
    kind: 'board',
    inputs,
    names: ROWS[way],
    asked,
    runs: [{ name: null, columns }],
    cuts: null,
    bits,
    note,
    frames,
  };
}

/** The payload as it came in reads; `reads` say with which key byte each begins, and what comes out. */
export function readsBoard(
  facts: Facts,
  reads: readonly MaskedRead[],
  { key = all, bottom = none, note = null }: Pick<BoardLook, 'key' | 'bottom' | 'note'>,
): BoardScene {
  const { wire, inputs, payload } = facts;
  const runs = reads.map(({ start, keyIndex, bytes }, read): ColumnRun => {
    const columns = Array.from(bytes, (byte, j): Column => {
      const i = start + j;
      const k = (keyIndex + j) % inputs.key.length;
      return {
        position: i,
        top: byteCell(facts, 'w', i, wire[i] ?? 0, 'done'),
        key: keyCell(i, k, inputs.key[k] ?? 0, key(i)),
        bottom: { ...byteCell(facts, 'p', i, byte, bottom(i)), from: `w${i}` },
      };
    });
    return { name: { label: 'read', values: { number: read + 1 } }, columns };
  });
  return {
    kind: 'board',
    inputs: ['message', 'key'],
    names: ROWS.unmask,
    asked: false,
    runs,
    cuts: { most: payload.length - 1, asked: inputs.cut },
    bits: null,
    note,
    frames: [readFrame(facts)],
  };
}

/** Characters stand where the bytes are in clear. */
function byteCell({ characters }: Facts, row: 'p' | 'w', i: number, byte: number, state: State): Cell {
  const cell: Cell = { id: `${row}${i}`, text: hexByte(byte), role: 'payload', state };
  const character = characters[i];
  if (row === 'w' || character === undefined) return cell;
  const readable = isKnown(state) && state !== 'wrong';
  return { ...cell, caption: readable ? (character.part === 1 ? character.text : '·') : '' };
}

function keyCell(i: number, k: number, byte: number, state: State): Cell {
  // From the second turn on, the key comes from where it stood before.
  return {
    id: `k${i}`,
    text: hexByte(byte),
    role: 'mask',
    state,
    // Its place in the key would tell which byte it is.
    caption: isKnown(state) ? String(k) : '',
    from: i < 4 ? `f${START + i}` : `k${i - 4}`,
  };
}

/** One byte and its key byte as bits; `way` says what goes in. */
export function xorBits(step: MaskStep, way: BoardLook['way'], hidden: 'out' | null = null): BitsLook {
  const [before, met, after] = step.terms;
  const { position: i, keyIndex: k } = step;
  const [first, last] = way === 'mask' ? ['payload', 'wire'] : ['wire', 'payload'];
  const rows: readonly BitRow[] = [
    { symbol: `${first}[${i}]`, value: before.value, role: 'payload' },
    {
      symbol: `key[${k}]`,
      operator: '⊕',
      value: met.value,
      role: 'mask',
      marked: met.value,
    },
    {
      symbol: `${last}[${i}]`,
      operator: '=',
      value: hidden === null ? after.value : 'hidden',
      role: 'payload',
      ...(hidden === null && { chosen: { by: met.value, one: 'mask', zero: 'payload' }, edged: met.value }),
    },
  ];
  return { caption: { label: 'bits-flip' }, rows };
}

/** `wire` XOR known payload byte gives the key byte. */
export function keyBits(wire: number, plain: number, i: number, key: number | 'hidden'): BitsLook {
  return {
    caption: { label: 'bits-key' },
    rows: [
      { symbol: `wire[${i}]`, value: wire, role: 'payload' },
      { symbol: `payload[${i}]`, operator: '⊕', value: plain, role: 'payload' },
      { symbol: `key[${i % 4}]`, operator: '=', value: key, role: 'mask' },
    ],
  };
}

/** The frame as far as its payload is written. */
export function frameOf({ inputs, payload }: Facts, written: number, current: number | null = null): FrameLine {
  const header = START + inputs.key.length;
  return frameLine({
    id: 'f',
    name: { label: 'frame-on-wire' },
    side: 'client',
    parts: { opcode: TEXT, maskingKey: inputs.key, payload },
    named: true,
    state: (offset) => {
      const i = offset - header;
      return i === current ? 'current' : i < written ? 'done' : 'empty';
    },
  });
}

/** All four cases of XOR, twice. */
export function ruleBits(plain: number, key: number, wire: number): BitsLook {
  return {
    caption: { label: 'bits-rule', values: { ones: bitsOf(key, 8).filter((bit) => bit === 1).length } },
    rows: [
      { symbol: 'payload', value: plain, role: 'payload' },
      { symbol: 'key', operator: '⊕', value: key, role: 'mask', marked: key },
      {
        symbol: 'wire',
        operator: '=',
        value: wire,
        role: 'payload',
        chosen: { by: key, one: 'mask', zero: 'payload' },
        edged: key,
      },
    ],
  };
}

/** The frame as TCP brings it: the header comes with the first read. */
function readFrame(facts: Facts): FrameLine {
  const line = frameOf(facts, facts.payload.length);
  const first = START + facts.inputs.key.length + facts.cut;
  const group = (number: number, start: number, end: number) =>
    ({
      first: start,
      count: end - start,
      label: 'read',
      values: { number },
      role: 'length',
    }) as const;
  return {
    ...line,
    name: { label: 'frame-in-reads' },
    groups: [group(1, 0, first), group(2, first, line.cells.length)],
  };
}
