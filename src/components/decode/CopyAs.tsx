import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../protocol/bytes/source.ts';
import type { Part } from '../../protocol/connection/model.ts';
import { CopyButton } from '../views/CopyButton.tsx';
import styles from './CopyAs.module.css';
import { COPY_FORMS, type CopyForm, type CopyScope, copyText, scopesOf } from './copy.ts';
import { save } from './download.ts';
import type { Opened } from './selectors.ts';

interface CopyAsProps {
  readonly opened: Opened;
  readonly part: Part;
  readonly sources: readonly Source[];
}

/** The bytes in the notations other tools read, for the part on show, its payload, or everything. */
export function CopyAs({ opened, part, sources }: CopyAsProps) {
  const { t } = useTranslation('decode');
  const [chosen, setScope] = useState<CopyScope>('part');
  const menu = useRef<HTMLDetailsElement>(null);
  const name = useId();
  const scopes = scopesOf(part, sources);
  const scope = scopes.includes(chosen) ? chosen : 'part';
  useCloses(menu);
  return (
    <details ref={menu} className={styles.menu}>
      <summary className={styles.button}>{t('copy.label')}</summary>
      <div className={styles.panel}>
        <fieldset className={styles.scopes}>
          <legend>{t('copy.what')}</legend>
          {scopes.map((one) => (
            <label key={one}>
              <input type="radio" name={name} checked={scope === one} onChange={() => setScope(one)} />
              {t(`copy.scopes.${one}`)}
            </label>
          ))}
        </fieldset>
        <div className={styles.forms}>
          {COPY_FORMS.map((form: CopyForm) => (
            <CopyButton
              key={form}
              className={styles.form ?? ''}
              label={t(`copy.forms.${form}`)}
              text={() => copyText(form, scope, opened, part, sources)}
            />
          ))}
        </div>
        <p className={styles.foot}>
          <CopyButton
            className={styles.form ?? ''}
            label={t('copy.json')}
            text={() => copyText('export', scope, opened, part, sources)}
          />
          <button
            type="button"
            className={styles.form}
            onClick={async () =>
              save('connection.json', 'application/json', await copyText('export', scope, opened, part, sources))
            }
          >
            {t('copy.saveJson')}
          </button>
        </p>
      </div>
    </details>
  );
}

/** Escape and a click elsewhere close the menu. */
function useCloses(menu: { readonly current: HTMLDetailsElement | null }): void {
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
  }, [menu]);
}
