import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { concat } from '../../protocol/bytes/join.ts';
import { latin1 } from '../../protocol/handshake/latin1.ts';
import { CLOSE_CODES } from '../../protocol/model/close-codes.ts';
import styles from './Form.module.css';
import { TextBox } from './TextBox.tsx';
import { decodedText } from './texts.ts';
import { useDraft } from './useDraft.ts';

interface CloseBodyProps {
  /** Empty, or two bytes and more. */
  readonly content: Uint8Array;
  readonly onBytes: (bytes: Uint8Array) => void;
}

/** What a Close carries (RFC 6455 section 5.5.1): a code and a reason, or nothing. */
export function CloseBody({ content, onBytes }: CloseBodyProps) {
  const { t } = useTranslation(['build', 'fields', 'codes']);
  const id = useId();
  const [high, low] = content;
  const code = high === undefined || low === undefined ? '' : String(high * 256 + low);
  const reason = content.subarray(2);
  const box = useDraft(code, (text) => {
    const digits = text.trim();
    if (digits === '') {
      onBytes(new Uint8Array(0));
      return '';
    }
    if (!/^\d{1,5}$/.test(digits) || Number(digits) > 0xffff) return null;
    const number = Number(digits);
    onBytes(concat([Uint8Array.of(number >> 8, number & 0xff), reason]));
    return String(number);
  });
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id}>{t('fields:close-code.name')}</label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          list={`${id}-codes`}
          value={box.value}
          aria-invalid={box.bad}
          aria-describedby={box.bad ? `${id}-bad` : undefined}
          onChange={(event) => box.onChange(event.target.value)}
          onBlur={box.onBlur}
        />
        <datalist id={`${id}-codes`}>
          {CLOSE_CODES.map((known) => (
            <option key={known.code} value={known.code}>
              {t(`codes:closeCodes.${known.code as 1000}.name`)}
            </option>
          ))}
        </datalist>
        {box.bad && (
          <p id={`${id}-bad`} role="alert" className={styles.problem}>
            {t('build:form.badCode')}
          </p>
        )}
      </div>
      {code !== '' && (
        <TextBox
          label={t('fields:close-reason.name')}
          rows={2}
          // Bytes that are no text show one character each; typing makes text of them.
          text={decodedText(reason) ?? latin1(reason)}
          onText={(bytes) => onBytes(concat([content.subarray(0, 2), bytes]))}
        />
      )}
    </>
  );
}
