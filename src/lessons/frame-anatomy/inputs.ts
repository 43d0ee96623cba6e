/** What people may change: any bytes at all, and who sends them. */

import { bytesField, choiceField, type InputsOf } from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';

export const fields = {
  /** Every frame has its first two bytes; from there on, anything may be cut. */
  frame: bytesField({ least: 2, most: 64, role: 'payload', width: 44 }),
  sender: choiceField(['client', 'server'], { role: 'control' }),
};

export type Inputs = InputsOf<typeof fields>;

const of = (id: string, sender: string, frame: string): Example => ({ id, inputs: { frame, sender } });

/** Most of them are the frames of RFC 6455 §5.7. */
export const examples: readonly [Example, ...Example[]] = [
  of('masked', 'client', '81 85 37 fa 21 3d 7f 9f 4d 51 58'),
  of('unmasked', 'server', '81 05 48 65 6c 6c 6f'),
  of('fragment', 'server', '01 03 48 65 6c'),
  of('last', 'server', '80 02 6c 6f'),
  of('ping', 'server', '89 05 48 65 6c 6c 6f'),
  of('pong', 'client', '8a 85 37 fa 21 3d 7f 9f 4d 51 58'),
  of('close', 'client', '88 82 37 fa 21 3d 34 12'),
  of('bytes256', 'server', '82 7e 01 00'),
  of('bytes65536', 'server', '82 7f 00 00 00 00 00 01 00 00'),
  of('broken', 'client', '3b 7e 00 05 48 65 6c 6c 6f 81 80'),
];

/** A short masked message. */
export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  const [which = 0, ...key] = random(5);
  const words = ['Hi', 'frame', '你好', '1 + 1 = 2', 'ready', 'π ≈ 3.14', 'bye'];
  const payload = encodeUtf8(words[which % words.length] as string);
  const bytes = encodeFrame({ opcode: OPCODE.text, maskingKey: Uint8Array.from(key), payload });
  return { frame: Array.from(bytes, hexByte).join(' '), sender: 'client' };
}
