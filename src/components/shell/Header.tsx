import { useTranslation } from 'react-i18next';
import { useHashLocation } from 'wouter/use-hash-location';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ROOMS, roomAt } from './rooms.ts';
import { Search } from './Search.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { TOOLS_ID } from './tools.ts';

const ROOMS_ID = 'rooms';

export function Header() {
  const { t } = useTranslation('shell');
  const [location] = useHashLocation();
  const here = roomAt(location);
  return (
    <header className={`${styles.header} no-print`}>
      <a href="#/" className={styles.name}>
        {t('name')}
      </a>
      {/* Where they do not fit side by side, the rooms are a panel that this opens. */}
      <button type="button" popoverTarget={ROOMS_ID} className={styles.open} aria-label={t('rooms.label')}>
        <span aria-hidden="true">☰</span>
      </button>
      <nav id={ROOMS_ID} popover="auto" aria-label={t('rooms.label')} className={styles.rooms}>
        {ROOMS.map((room) => (
          <a
            key={room.id}
            href={`#${room.href}`}
            data-room={room.id}
            aria-current={room === here ? 'page' : undefined}
            onClick={({ currentTarget }) => (currentTarget.parentElement as HTMLElement).hidePopover()}
            // What the pointer or the focus rests on is probably wanted next.
            onPointerEnter={() => void room.load().catch(() => {})}
            onFocus={() => void room.load().catch(() => {})}
          >
            {t(`rooms.${room.id}`)}
          </a>
        ))}
      </nav>
      {/* A room may put tools of its own here. */}
      <div id={TOOLS_ID} className={styles.tools} />
      <Search />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}
