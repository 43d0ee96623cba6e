import { useTranslation } from 'react-i18next';
import type { ColourRole } from '../../protocol/model/fields.ts';
import roles from '../views/roles.module.css';
import styles from './ByteStrip.module.css';
import { spacedHex } from './data.ts';

interface ByteStripProps {
  readonly data: Uint8Array;
  readonly roles: readonly ColourRole[];
  /** Offset of the first byte that the call was given. */
  readonly from: number;
  readonly touched: readonly (readonly [start: number, end: number])[];
}

/** Bytes drawn at once; of more, those around what is looked at. */
const MOST = 64;

/** All bytes in a row, each in the colour of what it is for; those that a line looked at stand out. */
export function ByteStrip({ data, roles: of, from, touched }: ByteStripProps) {
  const { t } = useTranslation('python');
  const first = windowOf(data.length, from, touched);
  const shown = [...data.subarray(first, first + MOST)];
  const isTouched = (at: number) => touched.some(([start, end]) => at >= start && at < end);
  return (
    <div className={styles.strip}>
      <p className="unseen">{spacedHex(data.subarray(first, first + MOST))}</p>
      <div className={styles.bytes} aria-hidden="true">
        {shown.map((byte, i) => {
          const at = first + i;
          return (
            <span
              key={at}
              className={`${styles.byte} ${roles[of[at] ?? 'plain']}`}
              data-touched={isTouched(at) || undefined}
              data-taken={at < from || undefined}
            >
              <span className={styles.hex}>{byte.toString(16).padStart(2, '0')}</span>
              <span className={styles.at}>{at}</span>
            </span>
          );
        })}
      </div>
      {data.length > MOST && (
        <p className={styles.some}>
          {t('step.shown', { from: first, to: first + shown.length - 1, count: data.length })}
        </p>
      )}
    </div>
  );
}

/** Where to begin, so that what is looked at can be seen and the strip rarely moves. */
function windowOf(length: number, from: number, touched: readonly (readonly [number, number])[]): number {
  if (length <= MOST) return 0;
  const begin = from - (from % 16);
  const [start] = touched[0] ?? [from];
  const wanted = start >= begin && start < begin + MOST ? begin : start - (start % 16);
  return Math.max(0, Math.min(wanted, length - (length % 16 || 16) - MOST + 16));
}
