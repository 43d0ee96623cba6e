import { useLabel } from '../../../components/lesson/labels.ts';
import roles from '../../../components/views/roles.module.css';
import { visible } from '../../../components/views/text.ts';
import { labels } from '../labels.ts';
import type { VariableView } from '../scene.ts';
import styles from './Variables.module.css';

/** Names and values; those that the lines of the step have set are strong, those that have none yet keep their row. */
export function Variables({ variables }: { readonly variables: readonly VariableView[] }) {
  const label = useLabel(labels);
  if (variables.length === 0) return <p className={styles.none}>{label('no-variables')}</p>;
  return (
    <dl className={styles.variables}>
      {variables.map(({ name, value, text, count, unit, role, state }) => (
        <div key={name} className={`${styles.row} ${roles[role]}`} data-state={state}>
          <dt>{name}</dt>
          <dd aria-current={state === 'current' ? 'step' : undefined}>
            {state === 'empty' ? (
              <span className="unseen">{label('not-set')}</span>
            ) : (
              <>
                <bdi className={styles.value}>{visible(value)}</bdi>
                {text !== null && <bdi className={styles.note}>{visible(`“${text}”`)}</bdi>}
                {text === null && count !== null && count > 0 && (
                  <span className={styles.note}>{count === 1 ? label('byte') : label(unit, { count })}</span>
                )}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
