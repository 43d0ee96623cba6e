import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BitGrid } from './BitGrid.tsx';
import styles from './Build.module.css';
import type { ItemReading } from './selectors.ts';

/** What the figure shows of any frame: short ones need no second picture. */
const IN_FIGURE = 24;

/** Every bit of the item, however long: the figure shows only the beginning. */
export function Bits({ reading }: { readonly reading: ItemReading }) {
  const { t } = useTranslation(['build', 'views']);
  const { item, kind } = reading;
  // Until somebody opens or closes it: open where the figure cannot show everything.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? (kind === 'hixie' || kind === 'draft' || (kind === 'frame' && item.bytes.length > IN_FIGURE));
  return (
    <details
      className={styles.bits}
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open !== open) setChosen(event.currentTarget.open);
      }}
    >
      <summary>
        {t('build:bits.label')} <span className={styles.soft}>{t('views:bytes', { count: item.bytes.length })}</span>
      </summary>
      {open && <BitGrid reading={reading} />}
    </details>
  );
}
