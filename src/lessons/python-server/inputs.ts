/** What people may change: what the client sends, and where one read ends. */

import { bytesField, type InputsOf, sliderField } from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { toHex } from '../../protocol/bytes/hex.ts';
import { concat } from '../../protocol/bytes/join.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';

/** Enough for the length 126, and for a few frames. */
export const MOST_BYTES = 160;

export const fields = {
  data: bytesField({ least: 1, most: MOST_BYTES, width: 44 }),
  cut: sliderField({ least: 0, most: MOST_BYTES, width: 4 }),
  nonce: bytesField({ least: 16, most: 16, width: 44, role: 'key' }),
};

export type Inputs = InputsOf<typeof fields>;

/** "the sample nonce", the key of RFC 6455 §1.3. */
const NONCE = '74 68 65 20 73 61 6d 70 6c 65 20 6e 6f 6e 63 65';

/** The key of the examples in RFC 6455 §5.7, and another. */
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const OTHER_KEY = Uint8Array.of(0x9c, 0x41, 0xe0, 0x5b);

function frame(
  opcode: number,
  payload: string | Uint8Array,
  maskingKey: Uint8Array | null = KEY,
  fin = true,
): Uint8Array {
  return encodeFrame({ fin, opcode, maskingKey, payload: typeof payload === 'string' ? encodeUtf8(payload) : payload });
}

const hello = frame(OPCODE.text, 'Hello');
const hi = frame(OPCODE.text, '你好', OTHER_KEY);
/** The shortest payload whose length needs two bytes more. */
const long = frame(OPCODE.text, `${'WebSocket '.repeat(12)}126 b.`);

/** Streams of the examples; the parser that is wrong gets the same. */
export const STREAMS = {
  two: { data: concat([hello, hi]), cut: 16 },
  hello: { data: hello, cut: 0 },
  coalesced: { data: concat([hello, frame(OPCODE.ping, 'p?', OTHER_KEY)]), cut: 0 },
  split: { data: hello, cut: 8 },
  long: { data: long, cut: 0 },
  close: { data: frame(OPCODE.close, Uint8Array.of(0x03, 0xe8)), cut: 0 },
  unmasked: { data: frame(OPCODE.text, 'Hello', null), cut: 0 },
  fragments: {
    data: concat([
      frame(OPCODE.text, Uint8Array.of(0x48, 0x69, 0x20, 0xe4), KEY, false),
      frame(OPCODE.ping, 'p?', OTHER_KEY),
      frame(OPCODE.continuation, Uint8Array.of(0xbd, 0xa0), OTHER_KEY),
    ]),
    cut: 0,
  },
} as const;

export type StreamName = keyof typeof STREAMS;

const spaced = (bytes: Uint8Array) => toHex(bytes).replace(/..(?=.)/g, '$& ');

const example = (id: StreamName): Example => ({
  id,
  inputs: { data: spaced(STREAMS[id].data), cut: String(STREAMS[id].cut), nonce: NONCE },
});

/** The first one holds the inputs of links that carry none. */
export const examples: readonly [Example, ...Example[]] = [
  example('two'),
  example('hello'),
  example('coalesced'),
  example('split'),
  example('long'),
  example('close'),
  example('unmasked'),
  example('fragments'),
];

/** Another key for the handshake, and the same two messages under other masking keys. */
export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  const keys = random(8);
  const data = concat([
    frame(OPCODE.text, 'Hello', keys.subarray(0, 4)),
    frame(OPCODE.text, '你好', keys.subarray(4, 8)),
  ]);
  return { data: spaced(data), nonce: spaced(random(16)) };
}
