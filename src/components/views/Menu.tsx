import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './Menu.module.css';

interface MenuProps {
  readonly label: string;
  /** Which edge of the button the panel keeps to. */
  readonly align?: 'start' | 'end';
  /** For a line of small things. */
  readonly small?: boolean;
  /** Gets a function that closes the menu. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button with a panel below it. Escape and a click elsewhere close it. */
export function Menu({ label, align = 'start', small = false, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    if (!menu.current?.open) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      const { current } = menu;
      if (current?.open && !current.contains(event.target as Node)) current.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      const { current } = menu;
      if (event.key !== 'Escape' || !current?.open) return;
      event.stopPropagation();
      current.open = false;
      current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey, true);
    };
  }, []);
  return (
    <details
      ref={menu}
      className={styles.menu}
      data-align={align}
      data-small={small || undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.button}>{label}</summary>
      {open && <div className={styles.panel}>{children(close)}</div>}
    </details>
  );
}
