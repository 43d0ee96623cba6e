/** What people may change, and starting points. */

import {
  bytesField,
  type Field,
  type InputsOf,
  type Problem,
  problem,
  sliderField,
  textField,
} from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { toBase64 } from '../../protocol/bytes/base64.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { judgeKey } from '../../protocol/handshake/rfc6455-request.ts';

/** A frame stands in one or two rows, whichever draft made it. */
const MOST_BYTES = 16;
/** Base64 of 16 bytes. */
const CHARACTERS = 24;

export const fields = {
  message: textField({ least: 1, most: MOST_BYTES, width: 10, role: 'payload', check: sizeProblem }),
  key: nonceField(),
  /** The key of a frame from hybi-05 on. */
  mask: bytesField({ least: 4, most: 4, width: 11, role: 'mask' }),
  /** What the server of hybi-04 adds. */
  nonce: nonceField(),
  /** What stands in front of a frame of hybi-04. */
  frameNonce: bytesField({ least: 4, most: 4, width: 11, role: 'mask' }),
  /** A version number to ask for. */
  asked: sliderField({ least: 0, most: 20, width: 3, role: 'key' }),
};

export type Inputs = InputsOf<typeof fields>;
export type InputName = keyof typeof fields;

function sizeProblem(text: string): Problem | null {
  const found = encodeUtf8(text).length;
  return found > MOST_BYTES ? problem('too-many-bytes', { limit: MOST_BYTES, found }) : null;
}

/** Sixteen bytes, as they stand in a header: base64, and no other than an encoder writes. */
function nonceField(): Field<string> {
  const read = (text: string) => {
    const value = text.trim();
    const { nonce, problem: fault, position, padBits } = judgeKey(value);
    if (nonce !== null && padBits === 0) return { value };
    if (nonce === null && fault !== 'not-base64' && value.length !== CHARACTERS) {
      const limits = { limit: CHARACTERS, found: value.length };
      return problem(value.length < CHARACTERS ? 'too-short' : 'too-long', limits);
    }
    // Of the right length all the same: an `=` in its midst, or bits of the last letter that belong to no byte.
    const at = nonce === null ? position : value.length - 3;
    return problem('not-base64', { position: at + 1, character: String.fromCodePoint(value.codePointAt(at) ?? 0x20) });
  };
  return { kind: 'text', role: 'key', width: CHARACTERS + 1, read };
}

/** The sample of RFC 6455 §1.3, and the masking key of its §5.7. */
const RFC = { key: 'dGhlIHNhbXBsZSBub25jZQ==', mask: '37 fa 21 3d' };

export const examples: readonly [Example, ...Example[]] = [
  {
    id: 'hello',
    inputs: { message: 'Hello', ...RFC, nonce: 'AQIDBAUGBwgJCgsMDQ4PEA==', frameNonce: '00 00 00 01', asked: '14' },
  },
  {
    id: 'chinese',
    inputs: {
      message: '你好',
      key: 'x3JJHMbDL1EzLkh9GBhXDw==',
      mask: '5a 0f c3 81',
      nonce: '3q2+78r+ur4AAQIDBAUGBw==',
      frameNonce: '7c 21 e9 04',
      asked: '12',
    },
  },
  {
    id: 'one',
    inputs: {
      message: '?',
      ...RFC,
      mask: '00 00 00 00',
      nonce: 'AAAAAAAAAAAAAAAAAAAAAA==',
      frameNonce: '00 00 00 00',
      asked: '8',
    },
  },
];

/** Random bytes of one's own, wherever somebody has to draw some. */
export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  const hex = () => Array.from(random(4), hexByte).join(' ');
  return { key: toBase64(random(16)), mask: hex(), nonce: toBase64(random(16)), frameNonce: hex() };
}
