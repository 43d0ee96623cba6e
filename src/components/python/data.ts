import { fromHex, toHex } from '../../protocol/bytes/hex.ts';
import { concat } from '../../protocol/bytes/join.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';

/** Most bytes of the field: more than the longest case. */
export const MOST = 70_000;

/** What is typed into the field for bytes. */
export type Typed =
  | { readonly bytes: Uint8Array; readonly problem: null }
  | { readonly bytes: null; readonly problem: 'badDigit' | 'odd' | 'tooLong'; readonly found: string };

/** Hex in pairs, with any spaces, colons, commas or 0x between. */
export function typedBytes(text: string): Typed {
  const digits = text.replace(/0x|\\x|[\s:,]/gi, '');
  const found = /[^0-9a-f]/iu.exec(digits)?.[0];
  if (found !== undefined) return { bytes: null, problem: 'badDigit', found };
  const bytes = fromHex(digits);
  if (bytes === null) return { bytes: null, problem: 'odd', found: '' };
  if (bytes.length > MOST) return { bytes: null, problem: 'tooLong', found: '' };
  return { bytes, problem: null };
}

export function spacedHex(bytes: Uint8Array): string {
  return toHex(bytes).replace(/..\B/g, '$& ');
}

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const utf8 = (text: string) => new TextEncoder().encode(text);
const frame = (opcode: number, payload: Uint8Array, more = {}) =>
  encodeFrame({ opcode, payload, maskingKey: KEY, ...more });

/** The key and the text of RFC 6455 section 5.7. */
const HELLO = frame(OPCODE.text, utf8('Hello'));
const PING = frame(OPCODE.ping, utf8('hi'));

/** Bytes to try, each for one thing that a parser may get wrong. */
export const EXAMPLES = {
  two: concat([HELLO, PING, Uint8Array.of(0x82)]),
  half: HELLO.slice(0, 8),
  close: frame(OPCODE.close, Uint8Array.of(0x03, 0xe9)),
  long: frame(OPCODE.text, utf8('WebSocket 101 '.repeat(9))),
  fragments: concat([frame(OPCODE.text, utf8('Hel'), { fin: false }), PING, frame(OPCODE.continuation, utf8('lo'))]),
  unmasked: frame(OPCODE.text, utf8('Hello'), { maskingKey: null }),
  rsv: frame(OPCODE.text, utf8('Hello'), { rsv1: true }),
  minimal: frame(OPCODE.text, utf8('Hello'), { lengthForm: 16 }),
} as const satisfies Record<string, Uint8Array>;

export type ExampleId = keyof typeof EXAMPLES;
export const EXAMPLE_IDS = Object.keys(EXAMPLES) as readonly ExampleId[];
