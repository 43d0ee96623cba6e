import styles from './KeyList.module.css';

interface KeyListProps {
  /** Keys as they are printed on a keyboard, and what they do. */
  readonly rows: readonly { readonly keys: readonly string[]; readonly says: string }[];
}

/** What the keys of a page do. */
export function KeyList({ rows }: KeyListProps) {
  return (
    <dl className={styles.keys}>
      {rows.map(({ keys, says }) => (
        <div key={says} className={styles.row}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
