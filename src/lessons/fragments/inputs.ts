/** What people may change: the message and its cuts, who sends it, and where TCP cuts the stream. */

import {
  bytesField,
  choiceField,
  type Field,
  type FieldReading,
  type InputsOf,
  problem,
  sliderField,
  textField,
} from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { toHex } from '../../protocol/bytes/hex.ts';

/** UTF-16 units of a message: at most three bytes each. */
const MOST_UNITS = 12;
const MOST_BYTES = MOST_UNITS * 3;
const MOST_CUTS = 3;
/** A key for each fragment and one for the ping. */
const KEYS = MOST_CUTS + 2;
const KEY_BYTES = 4;
/** More bytes than any stream of this lesson has: two of header and a key each, and the ping's payload. */
export const MOST_STREAM = MOST_BYTES + KEYS * (2 + KEY_BYTES) + 2;

/** Offsets in the message, one to three of them, in any order, with commas or spaces between. */
function readCuts(text: string): FieldReading<readonly number[]> {
  const parts = text.split(/[\s,;，、]+/u).filter((part) => part !== '');
  if (parts.length === 0 || parts.some((part) => !/^\d{1,20}$/.test(part))) return problem('not-a-number', {});
  if (parts.length > MOST_CUTS) return problem('too-many-numbers', { limit: MOST_CUTS, found: parts.length });
  const cuts = parts.map(Number);
  if (cuts.some((cut) => cut > MOST_BYTES)) return problem('out-of-range', { least: 0, most: MOST_BYTES });
  return { value: cuts.sort((a, b) => a - b) };
}

const cuts: Field<readonly number[]> = { kind: 'text', role: 'control', width: 10, read: readCuts };

export const fields = {
  message: textField({ least: 1, most: MOST_UNITS, width: 16, role: 'payload' }),
  cuts,
  ping: choiceField(['yes', 'no']),
  sender: choiceField(['client', 'server']),
  keys: bytesField({ least: KEYS * KEY_BYTES, most: KEYS * KEY_BYTES, width: 26, role: 'mask' }),
  broken: bytesField({ least: 1, most: 32, width: 40, role: 'payload' }),
  size: sliderField({ least: 1, most: MOST_STREAM, width: 4 }),
  at: sliderField({ least: 0, most: MOST_STREAM, width: 4 }),
};

export type Inputs = InputsOf<typeof fields>;

/** The first is that of RFC 6455 §5.7. */
const SOME_KEYS = '37 fa 21 3d 9c 41 e0 5b 02 d7 6a 88 f3 1e b5 70 4d a9 13 c6';
/** Case 6.4.1 of the Autobahn test suite: κόσμε, a code point above U+10FFFF, edited. */
const TOO_LARGE = 'ce ba e1 bd b9 cf 83 ce bc ce b5 f4 90 80 80 65 64 69 74 65 64';

const base = { ping: 'yes', sender: 'client', keys: SOME_KEYS, broken: TOO_LARGE };

export const examples: readonly [Example, ...Example[]] = [
  { id: 'split', inputs: { ...base, message: 'Hi 你好', cuts: '4, 7', size: '7', at: '11' } },
  // Hel and lo, as in RFC 6455 §5.7.
  {
    id: 'rfc',
    inputs: { ...base, message: 'Hello', cuts: '3', ping: 'no', sender: 'server', size: '4', at: '6' },
  },
  { id: 'euro', inputs: { ...base, message: '5 €', cuts: '3', broken: 'ed a0 80', size: '10', at: '5' } },
  {
    id: 'emoji',
    inputs: { ...base, message: '👋', cuts: '1, 2, 3', sender: 'server', broken: '48 69 f0 9f 91', size: '5', at: '4' },
  },
  { id: 'empty', inputs: { ...base, message: 'Hello', cuts: '0, 5', broken: 'c0 af', size: '60', at: '0' } },
];

export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  const digits = toHex(random(KEYS * KEY_BYTES));
  return { keys: digits.replace(/..(?=.)/g, '$& ') };
}
