import { BitTable } from './BitTable.tsx';
import type { BitMark } from './bits.ts';
import { cameRound, leavesRound } from './bits.ts';
import type { Thing } from './types.ts';
import { hexWord } from './Words.tsx';

interface RotationProps extends Thing {
  /** What is turned, and what comes of it. */
  readonly label: string;
  readonly before: { readonly label: string; readonly value: number };
  readonly after: { readonly label: string; readonly note?: string | undefined };
  /** To the left, by so many bits of 32. */
  readonly by: number;
}

/** A word of 32 bits rotated left: each bit travels to its place, and those that go round the end are marked. */
export function Rotation({ id, label, before, after, by, role, state = 'done', from }: RotationProps) {
  const value = before.value >>> 0;
  const turned = by % 32 === 0 ? value : ((value << by) | (value >>> (32 - by))) >>> 0;
  const asked = state === 'hidden' || state === 'empty';
  const marks = (mark: (bit: number) => BitMark | undefined) => Array.from({ length: 32 }, (_, bit) => mark(bit));
  return (
    <BitTable
      label={label}
      width={32}
      rows={[
        {
          id: `${id}:before`,
          from: from === undefined ? undefined : { id: from },
          label: before.label,
          value,
          role,
          marks: marks(leavesRound(by % 32)),
          after: hexWord(value),
        },
        {
          id: `${id}:after`,
          from: { id: `${id}:before`, rotated: by },
          label: after.label,
          note: after.note,
          value: asked ? null : turned,
          state,
          role,
          marks: asked ? undefined : marks(cameRound(by % 32, 32)),
          after: asked ? '' : hexWord(turned),
        },
      ]}
    />
  );
}
