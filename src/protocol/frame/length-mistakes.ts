/** Mistakes that are often made with payload lengths, run on a length: what is sent, and what is read. */

import { encodeLength, type LengthForm, lengthFormOf, minimalForm, readBigEndian } from './length.ts';

export type LengthMistakeId =
  /** 7 bits up to 127, 16 bits up to 65525: numbers that tutorials copy from one another. */
  | 'wrong-ranges'
  /** 16 bits for `length <= 65536`. */
  | 'off-by-one'
  /** 16 bits only for `length == 126`, 64 bits for all above. */
  | 'equals-126'
  /** The extended bytes in the order of a little-endian machine. */
  | 'little-endian'
  /** The 16-bit value is put where the seven bits were, and then looked at for 127. */
  | 'read-again';

export interface LengthMistake {
  readonly id: LengthMistakeId;
  /** Who makes it. The other side does all right. */
  readonly side: 'sender' | 'receiver';
  /** A length that shows it. */
  readonly shows: bigint;
}

export const LENGTH_MISTAKES: readonly LengthMistake[] = [
  { id: 'wrong-ranges', side: 'sender', shows: 126n },
  { id: 'off-by-one', side: 'sender', shows: 65536n },
  { id: 'equals-126', side: 'sender', shows: 1000n },
  { id: 'little-endian', side: 'sender', shows: 1000n },
  { id: 'read-again', side: 'receiver', shows: 127n },
];

/** `long`: the right number, in a longer form than needed. `other`: another number. `waits`: for bytes that do not come. */
export type LengthOutcome = 'right' | 'long' | 'other' | 'waits';

export interface MistakeRun {
  readonly length: bigint;
  /** From the seven bits on; MASK is 0. */
  readonly sent: Uint8Array;
  /** Null while the receiver waits for more bytes. */
  readonly read: bigint | null;
  /** Bytes that the receiver took for the length, from the seven bits on. */
  readonly taken: Uint8Array;
  readonly outcome: LengthOutcome;
}

/**
 * @param payload the first bytes of the payload: a receiver that reads too far reads them. Eight are enough.
 */
export function runMistake(id: LengthMistakeId, length: bigint, payload: Uint8Array): MistakeRun {
  const sent = id === 'read-again' ? written(length) : WRITERS[id](length);
  const wire = Uint8Array.of(...sent, ...payload.subarray(0, Number(length < 16n ? length : 16n)));
  const { read, taken, form } = id === 'read-again' ? readTwice(wire) : readOnce(wire);
  return { length, sent, read, taken, outcome: outcomeOf(length, read, form) };
}

function outcomeOf(length: bigint, read: bigint | null, form: LengthForm): LengthOutcome {
  if (read === null) return 'waits';
  if (read !== length) return 'other';
  return form === minimalForm(length) ? 'right' : 'long';
}

function written(length: bigint, form: LengthForm = minimalForm(length)): Uint8Array {
  const { seven, extended } = encodeLength(length, form);
  return Uint8Array.of(seven, ...extended);
}

const WRITERS: Readonly<Record<Exclude<LengthMistakeId, 'read-again'>, (length: bigint) => Uint8Array>> = {
  'wrong-ranges': (length) => written(length, length < 128n ? 7 : length <= 65525n ? 16 : 64),
  // 65536 has no place in 16 bits: its low 16 bits are all 0.
  'off-by-one': (length) => written(length, length < 126n ? 7 : length <= 65536n ? 16 : 64),
  'equals-126': (length) => written(length, length < 126n ? 7 : length === 126n ? 16 : 64),
  'little-endian': (length) => {
    const [seven = 0, ...extended] = written(length);
    return Uint8Array.of(seven, ...extended.reverse());
  },
};

interface Reading {
  readonly read: bigint | null;
  readonly taken: Uint8Array;
  readonly form: LengthForm;
}

function readOnce(wire: Uint8Array): Reading {
  const form = lengthFormOf(wire[0] ?? 0);
  const size = form === 7 ? 0 : form / 8;
  const taken = wire.subarray(0, 1 + size);
  if (taken.length < 1 + size) return { read: null, taken, form };
  return { read: form === 7 ? BigInt(wire[0] ?? 0) : readBigEndian(taken.subarray(1)), taken, form };
}

function readTwice(wire: Uint8Array): Reading {
  const first = readOnce(wire);
  if (first.form !== 16 || first.read !== 127n) return first;
  const taken = wire.subarray(0, first.taken.length + 8);
  const read = taken.length < first.taken.length + 8 ? null : readBigEndian(taken.subarray(first.taken.length));
  return { read, taken, form: 64 };
}
