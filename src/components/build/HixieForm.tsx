import { useTranslation } from 'react-i18next';
import { encodeHixieFrame } from '../../protocol/frame/encode.ts';
import roles from '../views/roles.module.css';
import type { Item } from './conversation.ts';
import styles from './Form.module.css';
import { HexBox } from './HexBox.tsx';
import { setBytes } from './store.ts';
import { TextBox } from './TextBox.tsx';
import { boxedText } from './texts.ts';

const END = 0xff;

/** A frame of hixie-75 and hixie-76: a type, the payload, FF. Types from 80 on have a length instead, and only bytes here. */
export function HixieForm({ item }: { readonly item: Item }) {
  const { t } = useTranslation(['build', 'fields']);
  const { bytes, id } = item;
  const [type = 0] = bytes;
  const put = (made: Uint8Array) => setBytes(id, made, `hixie ${id}`);
  const payload = bytes.subarray(1, bytes.at(-1) === END ? -1 : undefined);
  const text = boxedText(payload);
  const plain = type < 0x80 && bytes.length > 1 && bytes.at(-1) === END;
  return (
    <>
      {plain && (
        <HexBox
          label={t('fields:frame-type.name')}
          bytes={bytes.subarray(0, 1)}
          length={1}
          oneLine
          onBytes={([first = 0]) =>
            put(first < 0x80 ? encodeHixieFrame({ type: first, payload }) : Uint8Array.of(first, ...bytes.subarray(1)))
          }
        />
      )}
      {plain && text !== null && (
        <div className={roles.payload}>
          <TextBox
            label={t('build:form.inClear')}
            text={text}
            onText={(made) => put(encodeHixieFrame({ type, payload: made }))}
          />
        </div>
      )}
      <HexBox label={t('build:form.bytes')} bytes={bytes} onBytes={put} />
      <p className={styles.note}>{t('build:form.hixie')}</p>
    </>
  );
}
