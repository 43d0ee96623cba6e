import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import roles from '../views/roles.module.css';
import { CloseBody } from './CloseBody.tsx';
import styles from './Form.module.css';
import { type FrameFields, withContent } from './fields.ts';
import { HexBox } from './HexBox.tsx';
import { TextBox } from './TextBox.tsx';
import { boxedText } from './texts.ts';

interface PayloadProps {
  readonly fields: FrameFields;
  readonly put: (change: Partial<FrameFields>, tag?: string | null) => void;
}

/** Bytes that a text box takes without making the page slow at every flip of a bit. */
const BOXED = 4096;
/** Bytes of a file. */
const LARGEST = 1 << 20;

/** The payload in clear: as text, as hex, or out of a file. */
export function Payload({ fields, put }: PayloadProps) {
  const { t, i18n } = useTranslation(['build', 'views']);
  const name = useId();
  const file = useRef<HTMLInputElement>(null);
  const [chosen, setForm] = useState<'text' | 'hex'>('text');
  const [tooLarge, setTooLarge] = useState(false);
  const { content, opcode } = fields;
  const boxed = content.length <= BOXED;
  const text = useMemo(() => (content.length <= BOXED ? boxedText(content) : null), [content]);
  const close = opcode === OPCODE.close && content.length !== 1;
  const form = text === null && !close ? 'hex' : chosen;
  const take = (bytes: Uint8Array, tag: string | null = 'payload') => put(withContent(fields, bytes), tag);
  const open = async (chosenFile: File) => {
    setTooLarge(chosenFile.size > LARGEST);
    if (chosenFile.size <= LARGEST) take(new Uint8Array(await chosenFile.arrayBuffer()), null);
  };
  return (
    <fieldset className={`${styles.payload} ${roles.payload}`}>
      <legend>{t('build:form.payload')}</legend>
      <div className={styles.choices}>
        {(['text', 'hex'] as const).map((one) => (
          <label key={one} data-off={(one === 'text' && text === null && !close) || undefined}>
            <input
              type="radio"
              name={name}
              checked={form === one}
              disabled={!boxed || (one === 'text' && text === null && !close)}
              onChange={() => setForm(one)}
            />
            {t(`build:form.as.${one}`)}
          </label>
        ))}
        <button type="button" onClick={() => file.current?.click()}>
          {t('build:form.as.file')}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={t('build:form.as.file')}
          onChange={(event) => {
            const [chosenFile] = event.target.files ?? [];
            if (chosenFile) void open(chosenFile);
            event.target.value = '';
          }}
        />
      </div>
      {!boxed ? (
        <p className={styles.note}>
          {t('build:form.large', { bytes: t('views:bytes', { count: content.length }) })}{' '}
          <button type="button" onClick={() => take(new Uint8Array(0), null)}>
            {t('build:form.empty')}
          </button>
        </p>
      ) : form === 'hex' ? (
        <HexBox label={t('build:form.inClear')} bytes={content} onBytes={take} />
      ) : close ? (
        <CloseBody content={content} onBytes={take} />
      ) : (
        <TextBox label={t('build:form.inClear')} text={text ?? ''} onText={(bytes) => take(bytes)} />
      )}
      {text === null && boxed && !close && <p className={styles.note}>{t('build:form.noText')}</p>}
      {tooLarge && (
        <p role="alert" className={styles.problem}>
          {t('build:form.fileTooLarge', { limit: LARGEST.toLocaleString(i18n.language) })}
        </p>
      )}
    </fieldset>
  );
}
