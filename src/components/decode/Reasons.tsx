import { useTranslation } from 'react-i18next';
import type { FormId } from '../../protocol/text/reading.ts';
import styles from './Assumptions.module.css';
import { type Opened, sureOf } from './selectors.ts';
import { useInputWords } from './useInputWords.ts';

/** Why the bytes were read as they were: notation, sender, dialect, compression. */
export function Reasons({ opened, form }: { readonly opened: Opened; readonly form: FormId | null }) {
  const { t } = useTranslation(['decode', 'codes']);
  const words = useInputWords();
  const { reading, claims, connection, streams } = opened;
  const claim = claims.find((one) => one.form === reading.form);
  const rows = [
    { name: t('detected.choose'), certainty: sureOf(opened, form), reasons: form ? [] : (claim?.reasons ?? []) },
    ...streams.slice(0, 1).map(({ sender }) => ({ name: t('assume.sender'), ...sender })),
    { name: t('assume.dialect'), ...connection.dialect },
    { name: t('assume.compression'), ...connection.compression },
  ];
  return (
    <dl className={styles.reasons}>
      {rows.map(({ name, certainty, reasons }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {[t(`codes:certainty.${certainty}.name`), ...reasons.map((reason) => words.reason(reason))].join(' · ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
