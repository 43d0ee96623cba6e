/** What people may change: a length, and who sends the frame. */

import { choiceField, type InputsOf, lengthField } from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { readBigEndian } from '../../protocol/frame/length.ts';

export const fields = {
  length: lengthField({
    marks: [125n, 126n, 127n, 65535n, 65536n, 2n ** 31n, 2n ** 32n, 2n ** 53n + 1n],
  }),
  sender: choiceField(['server', 'client'], { role: 'control' }),
};

export type Inputs = InputsOf<typeof fields>;

const of = (id: string, length: bigint, sender = 'server'): Example => ({
  id,
  inputs: { length: String(length), sender },
});

export const examples: readonly [Example, ...Example[]] = [
  of('thousand', 1000n),
  of('hello', 5n),
  of('edge', 126n),
  of('odd', 127n, 'client'),
  of('full', 65535n),
  of('large', 65536n),
  of('gigabytes', 2n ** 31n),
  of('inexact', 2n ** 53n + 1n, 'client'),
  of('most', 2n ** 63n - 1n),
];

/** Any number of digits is as likely as another. */
export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  const bytes = random(9);
  const bits = (bytes[8] ?? 0) % 64;
  return { length: String(BigInt.asUintN(bits, readBigEndian(bytes.subarray(0, 8)))) };
}
