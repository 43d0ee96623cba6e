import { type KeyboardEvent as KeyEvent, type ReactNode, useEffect, useRef, useState } from 'react';
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

/** Where the arrows lead; of choices that exclude each other to the one that is taken. */
const STOPS = 'summary, button:enabled, select:enabled, input:enabled:not([type=radio]:not(:checked)), a[href]';
/** They have a use for arrows themselves. */
const OWN_ARROWS = 'input:not([type=checkbox]), select, textarea';

/** A button with a panel below it. Escape and a click elsewhere close it; the arrows go through it, and scroll nothing. */
export function Menu({ label, align = 'start', small = false, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    if (!menu.current?.open) return;
    setOpen(false);
    menu.current.querySelector('summary')?.focus();
  };
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      const { current } = menu;
      if (current?.open && !current.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      const { current } = menu;
      if (event.key !== 'Escape' || !current?.open) return;
      event.stopPropagation();
      setOpen(false);
      current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey, true);
    };
  }, []);
  const walk = (event: KeyEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const { current } = menu;
    const { target } = event;
    if (step === 0 || !current?.open || !(target instanceof HTMLElement) || target.matches(OWN_ARROWS)) return;
    event.preventDefault();
    const stops = [...current.querySelectorAll<HTMLElement>(STOPS)];
    stops[stops.indexOf(target) + step]?.focus();
  };
  return (
    <details
      ref={menu}
      open={open}
      className={styles.menu}
      data-align={align}
      data-small={small || undefined}
      onKeyDown={walk}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      {/* Left to itself it would open first and say so later: the next key could come before there is a panel. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button */}
      <summary
        className={styles.button}
        onClick={(event) => {
          event.preventDefault();
          setOpen(!open);
        }}
      >
        {label}
      </summary>
      {open && <div className={styles.panel}>{children(close)}</div>}
    </details>
  );
}
