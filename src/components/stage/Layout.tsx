import type { ReactNode } from 'react';
import styles from './Layout.module.css';

interface LayoutProps {
  readonly children: ReactNode;
}

/** Children side by side where the stage is wide, under one another where it is narrow. */
export function Columns({ children }: LayoutProps) {
  return <div className={styles.columns}>{children}</div>;
}

/** Children under one another, in the rhythm of the stage. */
export function Stack({ children }: LayoutProps) {
  return <div className={styles.stack}>{children}</div>;
}

/** Children in a line that wraps, as wide as they are: inputs, small pictures with a Flow between them. */
export function Row({ children }: LayoutProps) {
  return <div className={styles.row}>{children}</div>;
}
