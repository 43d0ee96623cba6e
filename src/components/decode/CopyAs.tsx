import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../protocol/bytes/source.ts';
import type { Part } from '../../protocol/connection/model.ts';
import { CopyButton } from '../views/CopyButton.tsx';
import { Menu } from '../views/Menu.tsx';
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
  const name = useId();
  const scopes = scopesOf(part, sources);
  const scope = scopes.includes(chosen) ? chosen : 'part';
  return (
    <Menu label={t('copy.label')} align="end" small>
      {() => (
        <>
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
        </>
      )}
    </Menu>
  );
}
