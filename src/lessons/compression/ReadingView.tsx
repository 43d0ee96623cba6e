import { useLabel } from '../../components/lesson/labels.ts';
import { List } from '../../components/stage/List.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { placed } from '../../components/stage/word.ts';
import roles from '../../components/views/roles.module.css';
import { visible } from '../../components/views/text.ts';
import { type LabelId, labels } from './labels.ts';
import styles from './ReadingView.module.css';
import type { CodeEntry, Reading } from './reading.ts';

/** Symbols of a code on show: the shortest, which are the most frequent. */
const MOST = 24;
/** Bits of a run on show. */
const MOST_BITS = 24;

/** What the bits of this step say. */
export function ReadingView({ reading }: { readonly reading: Reading }) {
  const label = useLabel(labels);
  const { parts, codes, codesName = 'codes', over } = reading;
  return (
    <Part kind="computed" side="client" label={label('reading')}>
      <div className={styles.room}>
        {parts.length === 0 && codes === null && (
          <p className={styles.none}>{label(over ? 'all-read' : 'nothing-read')}</p>
        )}
        {parts.length > 0 && (
          <dl className={styles.parts}>
            {placed(parts).map(({ item: { name, bits, role, said, value, state }, place }) => (
              <div key={place} className={`${styles.part} ${roles[role]}`} data-wrong={state === 'wrong' || undefined}>
                <dt>
                  {bits !== '' && <code>{bits.length > MOST_BITS ? `${bits.slice(0, MOST_BITS)} …` : bits}</code>}
                  <span>{label(name)}</span>
                </dt>
                <dd>{state === 'hidden' ? '?' : said === null ? visible(value) : label(said)}</dd>
              </div>
            ))}
          </dl>
        )}
        {codes !== null && <Codes name={codesName} codes={codes} />}
      </div>
    </Part>
  );
}

function Codes({ name, codes }: { readonly name: LabelId; readonly codes: readonly CodeEntry[] }) {
  const label = useLabel(labels);
  const rest = codes.length - MOST;
  return (
    <>
      <p className={styles.none}>{label(name)}</p>
      <List label={label(name)} className={styles.codes}>
        {codes.slice(0, MOST).map(({ symbol, bits }) => (
          <li key={bits}>
            <span className={styles.symbol}>{symbol === ' ' ? '␣' : symbol}</span> <code>{bits}</code>
          </li>
        ))}
        {rest > 0 && <li>{label('bytes-after', { count: rest })}</li>}
      </List>
    </>
  );
}
