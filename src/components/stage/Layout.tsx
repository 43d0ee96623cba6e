import type { ReactNode } from 'react';
import styles from './Layout.module.css';

interface LayoutProps {
  readonly children: ReactNode;
}

/** Children side by side where the stage is wide, under one another where it is narrow. */
export function Columns({ children }: LayoutProps) {
  return <div className={styles.columns}>{children}</div>;
}

/** Children in a line that wraps, as wide as they are: inputs. */
export function Row({ children }: LayoutProps) {
  return <div className={styles.row}>{children}</div>;
}
