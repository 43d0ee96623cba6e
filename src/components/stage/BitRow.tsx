import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColourRole } from '../../protocol/model/fields.ts';
import roles from '../views/roles.module.css';
import styles from './Bits.module.css';
import { type BitMarks, bitsOf, groupsOf, hexOf, markOf, rotatedFrom, spokenBits } from './bits.ts';
import { isKnown, type State } from './types.ts';
import { type StateWords, useStateWords } from './useStageWords.ts';

/** The bits of this row come from another row that is drawn. */
export interface BitOrigin {
  /** Id of that row. */
  readonly id: string;
  /** Rotated left by so many. */
  readonly rotated?: number | undefined;
}

export interface BitRowProps {
  /** What the number is, for those who do not see it. */
  readonly label: string;
  /** Null while it is not known. */
  readonly value: number | bigint | null;
  /** How many bits. */
  readonly width: number;
  readonly role?: ColourRole | undefined;
  readonly state?: State | undefined;
  readonly marks?: BitMarks | undefined;
  /** Two hex digits under each byte. */
  readonly hex?: boolean | undefined;
  /** Makes the bits travel: they have the ids `<id>:<bit>`. Unique in the picture. */
  readonly id?: string | undefined;
  readonly from?: BitOrigin | undefined;
}

export function BitRow({ marks, from, value, state: given = 'done', ...row }: BitRowProps) {
  const { t } = useTranslation('views');
  const words = useStateWords();
  const state = value === null && given !== 'hidden' ? 'empty' : given;
  const kinds = Array.from({ length: row.width }, (_, bit) => markOf(marks, bit)?.[0] ?? '-').join('');
  const round = isKnown(state) && bitsOf(value ?? 0, row.width).filter((_, bit) => kinds[bit] === 'w');
  return (
    <Drawn
      {...row}
      note={round && round.length > 0 ? `; ${t('stage.wrapped', { bits: spokenBits(round) })}` : ''}
      value={value ?? 0}
      state={state}
      kinds={kinds}
      origin={from?.id}
      rotated={from?.rotated ?? 0}
      words={words}
    />
  );
}

interface DrawnProps extends Omit<BitRowProps, 'marks' | 'from'> {
  readonly value: number | bigint;
  readonly state: State;
  /** First letters of the marks, one a bit: one string, so that an unchanged row is not drawn again. */
  readonly kinds: string;
  /** Read out after the bits. */
  readonly note: string;
  readonly origin: string | undefined;
  readonly rotated: number;
  readonly words: StateWords;
}

const Drawn = memo(function Drawn({
  label,
  value,
  width,
  role = 'plain',
  state,
  kinds,
  note,
  hex,
  id,
  origin,
  rotated,
  words,
}: DrawnProps) {
  const bits = bitsOf(value, width);
  const known = isKnown(state);
  const said = known
    ? spokenBits(bits.map((bit, i) => (kinds[i] === 'h' ? '?' : bit)))
    : words[state === 'hidden' ? 'hidden' : 'empty'];
  return (
    <span
      role="img"
      aria-label={`${label}: ${said}${note}${state === 'wrong' ? `, ${words.wrong}` : ''}`}
      className={`${styles.bits} ${roles[role]}`}
      data-bytes={Math.ceil(width / 8)}
      data-state={state}
      data-plain={role === 'plain' || undefined}
    >
      {groupsOf(
        bits.map((bit, at) => ({ bit, at })),
        8,
      ).map((byte, group) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a byte of a number has no identity but its place
        <span key={group} className={styles.byte} style={{ '--count': byte.length }}>
          {byte.map(({ bit, at }) => {
            const shown = known && kinds[at] !== 'h';
            return (
              <span
                key={at}
                className={styles.bit}
                data-bit={shown ? bit : undefined}
                data-mark={kinds[at] === '-' ? undefined : kinds[at]}
                data-travel={id !== undefined && shown ? `${id}:${at}` : undefined}
                data-from={origin !== undefined && shown ? `${origin}:${rotatedFrom(at, rotated, width)}` : undefined}
              >
                {shown ? bit : kinds[at] === 'h' ? '?' : ''}
              </span>
            );
          })}
          {hex && <span className={styles.hex}>{known ? hexOf(byte.map(({ bit }) => bit)) : ''}</span>}
        </span>
      ))}
    </span>
  );
});
