import { useTranslation } from 'react-i18next';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { Box } from './Box.tsx';
import { List } from './List.tsx';
import styles from './Registers.module.css';
import type { State } from './types.ts';
import { useStateWords } from './useStageWords.ts';
import { hexWord } from './Words.tsx';

export interface Register {
  /** `a`, `h0`. */
  readonly name: string;
  readonly before: number;
  /** Null while it is not known. */
  readonly after: number | null;
  /** Index of the register whose old value it takes, or `new`: computed in this step. */
  readonly from: number | 'new';
  /** What is done to it on the way: ⋘30. */
  readonly via?: string | undefined;
  readonly role?: ColourRole | undefined;
  /** Of the value after. */
  readonly state?: State | undefined;
  readonly stateBefore?: State | undefined;
}

interface RegistersProps {
  /** Unique in the lesson for each step that has other values: the things that travel are named by it. */
  readonly id: string;
  readonly label: string;
  readonly registers: readonly Register[];
  /** Instead of “before” and “after”. */
  readonly beforeLabel?: string | undefined;
  readonly afterLabel?: string | undefined;
}

/** Registers before and after a step: which values only move, which one is new. */
export function Registers({ id, label, registers, beforeLabel, afterLabel }: RegistersProps) {
  const { t } = useTranslation('views');
  const words = useStateWords();
  const count = registers.length;
  const centre = (index: number) => ((index + 0.5) / count) * 100;
  const nameOf = (index: number) => registers[index]?.name ?? '';
  const before = beforeLabel ?? t('stage.before');
  const after = afterLabel ?? t('stage.after');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form
    <div role="group" aria-label={label} className={styles.registers} style={{ '--count': count }}>
      <span className={styles.label} aria-hidden="true">
        {before}
      </span>
      <List label={before} className={styles.row}>
        {registers.map((register) => (
          <li key={register.name} className={styles.register}>
            <span className={styles.name}>{register.name} </span>
            <Box
              id={`${id}:${register.name}:before`}
              text={hexWord(register.before)}
              role={register.role}
              state={register.stateBefore}
              words={words}
              shape="word"
            />
          </li>
        ))}
      </List>
      <svg className={styles.arrows} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {registers.map(
          (register, to) =>
            register.from !== 'new' && (
              <line key={register.name} x1={centre(register.from)} y1={0} x2={centre(to)} y2={10} />
            ),
        )}
      </svg>
      <span className={styles.label} aria-hidden="true">
        {after}
      </span>
      <List label={after} className={styles.row}>
        {registers.map((register) => {
          const unknown = register.after === null && register.state !== 'hidden';
          return (
            <li key={register.name} className={styles.register} data-new={register.from === 'new' || undefined}>
              <span className={styles.head}>
                <span aria-hidden="true">{register.from === 'new' ? '◆' : '▼'}</span>
                {register.via !== undefined && <span className={styles.via}>{register.via}</span>}
                <span className={styles.origin}>
                  {register.from === 'new'
                    ? t('stage.fresh')
                    : t('stage.comesFrom', { name: nameOf(register.from) })}{' '}
                </span>
              </span>
              <Box
                id={`${id}:${register.name}:after`}
                from={register.from === 'new' ? undefined : `${id}:${nameOf(register.from)}:before`}
                text={register.after === null ? '' : hexWord(register.after)}
                role={register.role}
                state={unknown ? 'empty' : (register.state ?? (register.from === 'new' ? 'current' : 'done'))}
                words={words}
                shape="word"
              />
              <span className={styles.name}>{register.name} </span>
            </li>
          );
        })}
      </List>
    </div>
  );
}
