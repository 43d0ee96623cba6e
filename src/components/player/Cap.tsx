import styles from './Cap.module.css';

/** A key, for those who see the button that it is for: `aria-keyshortcuts` tells the others. */
export function Cap({ children }: { readonly children: string }) {
  return (
    <span className={styles.cap} aria-hidden="true">
      {children}
    </span>
  );
}
