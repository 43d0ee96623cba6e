import { useLabel } from '../../../components/lesson/labels.ts';
import { List } from '../../../components/stage/List.tsx';
import { labels } from '../labels.ts';
import type { ClaimsScene } from '../scene.ts';
import styles from './Claims.module.css';

const SIGNS = { right: '✓', wrong: '✕' } as const;

/** What masking does, and what it does not do. */
export function Claims({ scene }: { readonly scene: ClaimsScene }) {
  const label = useLabel(labels);
  return (
    <List label={label('claims-name')} className={styles.claims}>
      {scene.claims.map(({ kind, who, why }) => (
        <li key={who} className={styles.claim} data-kind={kind}>
          <span className={styles.sign}>
            <span aria-hidden="true">{SIGNS[kind]} </span>
            {label(`claim-${kind}`)}
          </span>
          <strong>{label(who)}</strong>
          <span className={styles.why}>{label(why)}</span>
        </li>
      ))}
    </List>
  );
}
