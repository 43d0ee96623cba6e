import { toHex } from '../../protocol/bytes/hex.ts';
import { concat } from '../../protocol/bytes/join.ts';
import { encodeFrame, type FrameParts } from '../../protocol/frame/encode.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';

/** What a parse_frame is tried on, in groups. The order is the one in which one would write it. */
export const GROUP_IDS = [
  'first',
  'nothing',
  'missing',
  'two',
  'masking',
  'kinds',
  'length16',
  'length64',
  'buffer',
  'unmasked',
  'rsv',
  'opcodes',
  'control-fin',
  'control-long',
  'minimal',
  'top-bit',
  'limit',
  'early',
  'random',
] as const;
export type GroupId = (typeof GROUP_IDS)[number];

/** What parse_frame shall answer. */
export type Expected =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'frame';
      readonly fin: boolean;
      readonly opcode: number;
      /** Lower-case hex, unmasked. */
      readonly payload: string;
      readonly used: number;
    }
  /** A ProtocolError with one of these close codes. */
  | { readonly kind: 'refused'; readonly codes: readonly number[] };

/** How parse_frame is called. */
export interface Given {
  /** Given to it; null leaves it to its default. */
  readonly limit: number | null;
  /** The bytes are handed in as a bytearray, as a server does with its buffer. */
  readonly array: boolean;
}

export const PLAINLY: Given = { limit: null, array: false };

export interface Case extends Given {
  readonly group: GroupId;
  readonly data: Uint8Array;
  readonly expected: Expected;
}

/** A number of 32 bits each time it is called. */
export type Random = () => number;

/** xorshift32: small, and the same for the same seed everywhere. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}

const NONE: Expected = { kind: 'none' };
const BROKEN: Expected = { kind: 'refused', codes: [1002] };
const TOO_BIG: Expected = { kind: 'refused', codes: [1009] };
const DATA_OPCODES = [OPCODE.continuation, OPCODE.text, OPCODE.binary];
const CONTROL_OPCODES = [OPCODE.close, OPCODE.ping, OPCODE.pong];
const RESERVED_OPCODES = [3, 4, 5, 6, 7, 11, 12, 13, 14, 15];

/** All cases, whose random part follows from the seed: nobody passes by knowing the answers. */
export function casesOf(seed: number): readonly Case[] {
  const random = randomOf(seed);
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => random() & 0xff);
  const below = (count: number) => random() % count;
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  /** No byte of it zero: a parser that forgets to unmask must show. */
  const key = () => Uint8Array.from({ length: 4 }, () => 1 + below(255));

  const cases: Case[] = [];
  const put = (group: GroupId, data: Uint8Array, expected: Expected, more: Partial<Case> = {}) =>
    void cases.push({ group, data, expected, ...PLAINLY, ...more });

  type Wanted = Partial<FrameParts> & { readonly opcode: number; readonly payload: Uint8Array };
  const frame = (parts: Wanted) => encodeFrame({ maskingKey: key(), ...parts });
  const told = ({ fin = true, opcode, payload }: Wanted, used: number): Expected => ({
    kind: 'frame',
    fin,
    opcode,
    payload: toHex(payload),
    used,
  });
  /** A good frame, and perhaps bytes behind it. */
  const good = (group: GroupId, parts: Wanted, rest = 0, more: Partial<Case> = {}) => {
    const data = frame(parts);
    put(group, concat([data, bytes(rest)]), told(parts, data.length), more);
  };
  /** Every beginning of a good frame is waiting for more; then the whole. */
  const cut = (group: GroupId, parts: Wanted, at?: readonly number[]) => {
    const data = frame(parts);
    const lengths = at ?? Array.from({ length: data.length }, (_, i) => i);
    for (const length of lengths) put(group, data.slice(0, length), NONE);
    put(group, data, told(parts, data.length));
  };
  const text = (words: string) => ({ opcode: OPCODE.text, payload: new TextEncoder().encode(words) });
  /** A group is about one thing: where that is not the opcode, it is text. */
  const letters = (count: number) => ({
    opcode: OPCODE.text,
    payload: Uint8Array.from({ length: count }, () => 0x61 + below(26)),
  });

  // The example of RFC 6455 section 5.7.
  const hello = { ...text('Hello'), maskingKey: Uint8Array.of(0x37, 0xfa, 0x21, 0x3d) };
  good('first', hello);
  good('first', text('Hi'));
  good('first', { opcode: OPCODE.text, payload: new Uint8Array(0) });

  put('nothing', new Uint8Array(0), NONE);
  put('nothing', Uint8Array.of(0x81), NONE);

  cut('missing', text('Hello'));
  cut('missing', letters(3));
  cut('missing', { opcode: OPCODE.text, payload: new Uint8Array(0) });

  const first = text('one');
  const [one, two] = [frame(first), frame({ opcode: OPCODE.ping, payload: bytes(2) })];
  put('two', concat([one, two]), told(first, one.length));
  put('two', concat([one, two.slice(0, 3)]), told(first, one.length));
  good('two', text('and a bit more'), 1);

  for (let length = 1; length <= 9; length += 1) good('masking', letters(length));
  good('masking', { ...letters(8), maskingKey: new Uint8Array(4) });
  good('masking', text('é 中 😀'));

  for (const opcode of DATA_OPCODES) {
    for (const fin of [true, false]) good('kinds', { opcode, fin, payload: bytes(4) });
  }
  for (const opcode of CONTROL_OPCODES) good('kinds', { opcode, payload: bytes(4) });
  good('kinds', { opcode: OPCODE.close, payload: Uint8Array.of(0x03, 0xe9) });

  for (const length of [125, 126, 127, 128, 255, 256, 300, 65535]) {
    good('length16', letters(length), below(2));
  }
  cut('length16', letters(200), [2, 3, 4, 5, 7, 8, 9, 133, 134, 207]);

  good('length64', letters(65536), 2);
  cut('length64', letters(66000), [2, 3, 4, 6, 9, 10, 11, 13, 14, 66013]);

  good('buffer', text('a buffer'), 0, { array: true });
  good('buffer', { opcode: OPCODE.ping, payload: new Uint8Array(0) }, 3, { array: true });
  put('buffer', frame(text('not all of it')).slice(0, -2), NONE, { array: true });

  for (const payload of [bytes(5), new Uint8Array(0), bytes(130)]) {
    put('unmasked', frame({ opcode: OPCODE.text, payload, maskingKey: null }), BROKEN);
  }

  for (const bits of [1, 2, 3, 4, 5, 6, 7]) {
    const flags = { rsv1: (bits & 4) !== 0, rsv2: (bits & 2) !== 0, rsv3: (bits & 1) !== 0 };
    put('rsv', frame({ ...flags, opcode: OPCODE.text, payload: bytes(2) }), BROKEN);
  }

  for (const opcode of RESERVED_OPCODES) put('opcodes', frame({ opcode, payload: bytes(2) }), BROKEN);

  for (const opcode of CONTROL_OPCODES) put('control-fin', frame({ opcode, fin: false, payload: bytes(2) }), BROKEN);

  for (const opcode of CONTROL_OPCODES) {
    good('control-long', { opcode, payload: bytes(125) });
    put('control-long', frame({ opcode, payload: bytes(126) }), BROKEN);
  }

  for (const [length, lengthForm] of [
    [5, 16],
    [125, 16],
    [0, 16],
    [5, 64],
    [126, 64],
    [65535, 64],
  ] as const) {
    put('minimal', frame({ opcode: OPCODE.binary, payload: bytes(length), lengthForm }), BROKEN);
  }

  // Nobody has so many bytes: whoever looks at the limit first says 1009.
  const either: Expected = { kind: 'refused', codes: [1002, 1009] };
  for (const declaredLength of [1n << 63n, (1n << 64n) - 1n, (1n << 63n) + 5n]) {
    put('top-bit', frame({ opcode: OPCODE.binary, payload: bytes(5), lengthForm: 64, declaredLength }), either);
  }

  good('limit', letters(100), 0, { limit: 100 });
  for (const [limit, length] of [
    [100, 101],
    [0, 1],
    [1000, 1001],
    [65536, 65537],
  ] as const) {
    put('limit', frame(letters(length)), TOO_BIG, { limit });
  }
  const header = frame({ opcode: OPCODE.binary, payload: bytes(0), lengthForm: 64, declaredLength: 1n << 40n });
  put('limit', header, TOO_BIG);
  put('limit', header.slice(0, 10), TOO_BIG);

  // Nothing that comes later could mend it.
  put('early', Uint8Array.of(0x80 | 0x40 | OPCODE.text), BROKEN);
  put('early', Uint8Array.of(0x80 | 3), BROKEN);
  put('early', Uint8Array.of(OPCODE.ping), BROKEN);
  put('early', Uint8Array.of(0x80 | OPCODE.text, 5), BROKEN);
  put('early', Uint8Array.of(0x80 | OPCODE.ping, 0x80 | 126), BROKEN);
  put('early', Uint8Array.of(0x80 | OPCODE.binary, 0x80 | 126, 0, 125), BROKEN);
  put('early', Uint8Array.of(0x80 | OPCODE.binary, 0x80 | 127, 0, 0, 0, 0, 0, 0, 0xff, 0xff), BROKEN);

  for (let i = 0; i < 60; i += 1) {
    const control = below(4) === 0;
    const opcode = oneOf(control ? CONTROL_OPCODES : DATA_OPCODES);
    const length = control ? below(126) : oneOf([below(20), below(126), 126 + below(400), 126 + below(3000)]);
    const parts = { opcode, fin: control || below(3) > 0, payload: bytes(length), maskingKey: bytes(4) };
    const data = frame(parts);
    if (below(4) === 0) put('random', data.slice(0, below(data.length)), NONE);
    else put('random', concat([data, bytes(below(4) * below(9))]), told(parts, data.length));
  }
  return cases;
}
