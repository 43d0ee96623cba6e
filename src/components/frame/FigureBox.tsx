import { hexByte } from '../../protocol/bytes/hex.ts';
import type { FigureCell } from '../../protocol/frame/figure.ts';
import { FIELDS } from '../../protocol/model/fields.ts';
import roles from '../views/roles.module.css';
import { fitting } from '../views/ruler.ts';
import styles from './FrameFigure.module.css';
import type { FigureState } from './layout.ts';

interface FigureBoxProps {
  readonly cell: FigureCell;
  readonly column: number;
  /** The field goes on in the next row. */
  readonly more: boolean;
  readonly state: FigureState;
  readonly names: readonly [name: string, short: string];
  readonly reading: string | undefined;
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
}

/** The box round the bits of a field, with its name below them and what it holds. Room is kept for what comes later. */
export function FigureBox({ cell, column, more, state, names, reading, bytes, width }: FigureBoxProps) {
  const { field, start, bits, before } = cell;
  const [name, short] = names;
  const narrow = bits === 1;
  const role = roles[state === 'unnamed' ? 'plain' : FIELDS[field].colour];
  const place = { gridColumn: `${column} / span ${bits}` };
  const marks = {
    'data-state': state,
    'data-continued': before > 0 || undefined,
    'data-more': more || undefined,
    'data-aligned': (start % 8 === 0 && bits % 8 === 0) || undefined,
  };
  const isBytes = bits % 8 === 0 && start % 8 === 0;
  const known = state !== 'empty' && state !== 'hidden';
  const said = known && state !== 'unnamed' && before === 0 ? (reading ?? '') : '';
  return (
    <>
      <span aria-hidden="true" className={`${styles.name} ${role}`} style={place} title={name} {...marks}>
        {narrow ? (
          <span className={styles.letters}>
            {Array.from(name, (letter, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: letters have no other name
              <span key={i}>{letter}</span>
            ))}
          </span>
        ) : (
          <span className={styles.text}>
            {fitting([name, short], width - 6) ?? short}
            {isBytes && said !== '' && <span className={styles.reading}> {said}</span>}
          </span>
        )}
        {isBytes && (
          <span className={styles.bytes} style={{ '--bytes': bits / 8 }}>
            {Array.from({ length: bits / 8 }, (_, i) => {
              const byte = bytes[start / 8 + i];
              // biome-ignore lint/suspicious/noArrayIndexKey: bytes have no other name
              return <span key={i}>{known && byte !== undefined ? hexByte(byte) : ''}</span>;
            })}
          </span>
        )}
        {!isBytes && !narrow && <span className={styles.reading}>{said}</span>}
      </span>
      <span aria-hidden="true" className={`${styles.box} ${role}`} style={place} {...marks} />
    </>
  );
}
