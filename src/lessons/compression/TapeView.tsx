import { useLabel } from '../../components/lesson/labels.ts';
import { List } from '../../components/stage/List.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { placed } from '../../components/stage/word.ts';
import roles from '../../components/views/roles.module.css';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { labels } from './labels.ts';
import styles from './TapeView.module.css';
import type { Tape } from './tape.ts';

interface TapeProps {
  readonly name: 'first-message' | 'second-message';
  readonly tape: Tape;
}

/** Bytes of a payload over their bits, in the order in which these are read. */
export function TapeView({ name, tape }: TapeProps) {
  const label = useLabel(labels);
  const { bytes, before, after } = tape;
  const rest = [
    before > 0 ? label('bytes-before', { count: before }) : '',
    after > 0 ? label('bytes-after', { count: after }) : '',
  ];
  const note = [label('reading-order'), ...rest].filter((text) => text !== '').join(' · ');
  return (
    <Part kind="wire" side="server" label={label(name)} note={note}>
      <List label={label(name)} className={styles.tape}>
        {bytes.map(({ index, value, bits, tail }) => (
          <li key={index} className={styles.byte} data-tail={tail || undefined}>
            <span className={styles.hex}>
              {hexByte(value)}
              {tail && <span className={styles.tail}>{label('put-back')}</span>}
            </span>
            <span className="unseen">{bits.map((bit) => bit.value).join('')}</span>
            <span aria-hidden="true" className={styles.bits}>
              {placed(bits).map(({ item, place }) => (
                <span key={place} className={roles[item.role]} data-state={item.state}>
                  {item.value}
                </span>
              ))}
            </span>
          </li>
        ))}
      </List>
    </Part>
  );
}
