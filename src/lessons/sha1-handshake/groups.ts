/** Groups of base64 as the stage draws them: from the engine's trace. */

import { base64Letter } from '../../protocol/bytes/base64.ts';
import type { Base64Step, Base64Trace } from '../../protocol/bytes/base64-trace.ts';

/** One of the four places of a group: six bits and their character, or the `=` that fills up. */
export interface Slot {
  readonly character: string;
  /** 0 to 63; null for `=`. */
  readonly value: number | null;
  /** Index of the character in the text. */
  readonly position: number;
}

export interface Group {
  /** From 0. */
  readonly index: number;
  /** One to three. */
  readonly bytes: readonly number[];
  /** Bits behind those of the bytes, and what they say: zeros, but for a key somebody wrote by hand. */
  readonly zeroBits: 0 | 2 | 4;
  readonly spare: number;
  readonly slots: readonly Slot[];
}

/** @param spare bits that a foreign encoder left behind the last byte, 0 for a proper one */
export function groupsOf(trace: Base64Trace, spare = 0): readonly Group[] {
  return trace.outline().map(({ group: index, first }) => {
    const head = trace.step(first);
    const group = head?.kind === 'group' ? head : null;
    const zeroBits = group?.zeroBits ?? 0;
    return {
      index,
      bytes: group?.bytes.map(({ value }) => value) ?? [],
      zeroBits,
      spare: zeroBits === 0 ? 0 : spare,
      slots: [1, 2, 3, 4].map((offset) => slotOf(trace.step(first + offset), spare)),
    };
  });
}

function slotOf(step: Base64Step | null, spare: number): Slot {
  if (step?.kind !== 'letter') {
    return { character: '=', value: null, position: step?.kind === 'padding' ? step.position : 0 };
  }
  const { value, position, zeroBits } = step;
  if (zeroBits === 0 || spare === 0) return { character: step.character, value, position };
  return { character: base64Letter(value | spare), value: value | spare, position };
}

export function lettersOf(group: Group): string {
  return group.slots.map(({ character }) => character).join('');
}

/** Six bits as digits. */
export function sixBits(value: number): string {
  return value.toString(2).padStart(6, '0');
}
