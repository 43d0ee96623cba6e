import { useTranslation } from 'react-i18next';
import type { Assumptions } from '../../protocol/connection/model.ts';
import { DIALECT_IDS, type DialectId } from '../../protocol/model/drafts.ts';
import { isHeaderValue, wholeNumber } from '../decode/entries.ts';
import type { Conversation } from './conversation.ts';
import styles from './Settings.module.css';
import type { ItemReading } from './selectors.ts';
import { useBuilder } from './store.ts';
import { useDraft } from './useDraft.ts';

interface SettingsProps {
  readonly conversation: Conversation;
  readonly reading: ItemReading;
}

/** What the reader is told beside the bytes: what a handshake that is not here would have settled. */
export function Settings({ conversation, reading }: SettingsProps) {
  const { t } = useTranslation(['build', 'codes']);
  const change = useBuilder((state) => state.change);
  const { assumptions } = conversation;
  const assume = (next: { readonly [K in keyof Assumptions]: Assumptions[K] | undefined }, tag: string | null = null) =>
    change((now) => {
      const kept = Object.entries({ ...now.assumptions, ...next }).filter(([, value]) => value !== undefined);
      return { ...now, assumptions: Object.fromEntries(kept) };
    }, tag);
  const { dialect } = reading.connection;
  const extensions = useDraft(assumptions.extensions ?? '', (text) => {
    if (text !== '' && !isHeaderValue(text)) return null;
    assume({ extensions: text === '' ? undefined : text }, 'extensions');
    return text;
  });
  const limit = useDraft(
    assumptions.maxMessageBytes === undefined ? '' : String(assumptions.maxMessageBytes),
    (text) => {
      const bytes = text.trim() === '' ? undefined : wholeNumber(text.trim());
      if (bytes === null || bytes === 0) return null;
      assume({ maxMessageBytes: bytes }, 'limit');
      return bytes === undefined ? '' : String(bytes);
    },
  );
  const set = Object.keys(assumptions).length > 0;
  return (
    <details className={styles.settings} open={set}>
      <summary>{t('build:settings.label')}</summary>
      <div className={styles.inside}>
        <label>
          {t('build:settings.dialect')}
          <select
            value={assumptions.dialect ?? ''}
            onChange={(event) =>
              assume({ dialect: event.target.value === '' ? undefined : (event.target.value as DialectId) })
            }
          >
            <option value="">{t('build:settings.found', { name: t(`codes:dialects.${dialect.value}.name`) })}</option>
            {DIALECT_IDS.map((id) => (
              <option key={id} value={id}>
                {t(`codes:dialects.${id}.name`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('build:settings.extensions')}
          <input
            type="text"
            placeholder="permessage-deflate"
            autoComplete="off"
            spellCheck={false}
            value={extensions.value}
            aria-invalid={extensions.bad}
            onChange={(event) => extensions.onChange(event.target.value)}
            onBlur={extensions.onBlur}
          />
        </label>
        <label>
          {t('build:settings.limit')}
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={limit.value}
            aria-invalid={limit.bad}
            onChange={(event) => limit.onChange(event.target.value)}
            onBlur={limit.onBlur}
          />
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={assumptions.midStream === true}
            onChange={(event) => assume({ midStream: event.target.checked ? true : undefined })}
          />
          {t('build:settings.midStream')}
        </label>
      </div>
    </details>
  );
}
