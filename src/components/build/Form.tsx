import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DIRECTIONS } from '../../protocol/bytes/span.ts';
import { DraftForm } from './DraftForm.tsx';
import styles from './Form.module.css';
import { FrameForm } from './FrameForm.tsx';
import { fieldsOf } from './fields.ts';
import { HeadForm } from './HeadForm.tsx';
import { HexBox } from './HexBox.tsx';
import { HixieForm } from './HixieForm.tsx';
import type { ItemReading } from './selectors.ts';
import { setBytes, turnItem } from './store.ts';

/** The item as fields. Each is read from its bytes, and writes them. */
export function Form({ reading }: { readonly reading: ItemReading }) {
  const { t } = useTranslation(['build', 'views']);
  const { item, kind } = reading;
  const name = useId();
  const fields = kind === 'frame' ? fieldsOf(item.bytes) : null;
  return (
    <section className={styles.form} aria-label={t('build:form.label')}>
      <fieldset className={styles.choices}>
        <legend>{t('build:form.sender')}</legend>
        {DIRECTIONS.map((direction) => (
          <label key={direction}>
            <input type="radio" name={name} checked={item.direction === direction} onChange={() => turnItem(item.id)} />
            {t(direction === 'client-to-server' ? 'build:strip.client' : 'build:strip.server')}
          </label>
        ))}
      </fieldset>
      {kind === 'request' || kind === 'response' ? (
        <HeadForm reading={reading} />
      ) : kind === 'hixie' ? (
        <HixieForm item={item} />
      ) : kind === 'draft' ? (
        <DraftForm reading={reading} />
      ) : fields ? (
        <FrameForm reading={reading} fields={fields} />
      ) : (
        <div className={styles.field}>
          <p className={styles.note}>{t('build:form.onlyBits')}</p>
          <HexBox
            label={t('build:form.bytes')}
            bytes={item.bytes}
            onBytes={(bytes) => setBytes(item.id, bytes, `bytes ${item.id}`)}
          />
        </div>
      )}
    </section>
  );
}
