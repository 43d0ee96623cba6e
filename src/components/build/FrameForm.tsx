import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LengthForm } from '../../protocol/frame/length.ts';
import { minimalForm } from '../../protocol/frame/length.ts';
import { opcodeName } from '../../protocol/model/opcodes.ts';
import { newKey } from '../home/key.ts';
import roles from '../views/roles.module.css';
import { Compress } from './Compress.tsx';
import { Cut } from './Cut.tsx';
import styles from './Form.module.css';
import { bytesOf, type FrameFields, hasRoom, isHonest, withClaim } from './fields.ts';
import { HexBox } from './HexBox.tsx';
import { Payload } from './Payload.tsx';
import type { ItemReading } from './selectors.ts';
import { setBytes } from './store.ts';
import { useDraft } from './useDraft.ts';

interface FrameFormProps {
  readonly reading: ItemReading;
  readonly fields: FrameFields;
}

const BITS = ['fin', 'rsv1', 'rsv2', 'rsv3'] as const;
const FORMS: readonly LengthForm[] = [7, 16, 64];
const OPCODES = Array.from({ length: 16 }, (_, opcode) => opcode);

/** A frame of versions 7, 8 and 13, field by field. */
export function FrameForm({ reading, fields }: FrameFormProps) {
  const { item } = reading;
  const { t } = useTranslation(['build', 'fields', 'opcodes']);
  const id = useId();
  const put = (change: Partial<FrameFields>, tag: string | null = null) =>
    setBytes(item.id, bytesOf({ ...fields, ...change }), tag === null ? null : `${tag} ${item.id}`);
  return (
    <>
      <fieldset className={`${styles.bits} ${roles.control}`}>
        <legend className="unseen">{t('build:form.firstBits')}</legend>
        {BITS.map((bit) => (
          <label key={bit}>
            <input type="checkbox" checked={fields[bit]} onChange={(event) => put({ [bit]: event.target.checked })} />
            <span>{t(`fields:${bit}.name`)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.line}>
        <label htmlFor={`${id}-opcode`}>{t('fields:opcode.name')}</label>
        <select
          id={`${id}-opcode`}
          value={fields.opcode}
          onChange={(event) => put({ opcode: Number(event.target.value) })}
        >
          {OPCODES.map((opcode) => (
            <option key={opcode} value={opcode}>
              0x{opcode.toString(16)} {t(`opcodes:${opcodeName(opcode)}.name`)}
            </option>
          ))}
        </select>
      </div>
      <Masking fields={fields} put={put} />
      <Length fields={fields} put={put} />
      <Payload fields={fields} put={put} />
      <Compress reading={reading} fields={fields} />
      <Cut item={item} fields={fields} />
    </>
  );
}

type Put = (change: Partial<FrameFields>, tag?: string | null) => void;

function Masking({ fields, put }: { readonly fields: FrameFields; readonly put: Put }) {
  const { t } = useTranslation(['build', 'fields']);
  const { key } = fields;
  return (
    <div className={`${styles.masking} ${roles.mask}`}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={key !== null}
          onChange={(event) => put({ key: event.target.checked ? newKey() : null })}
        />
        <span>{t('fields:mask.name')}</span>
      </label>
      {key ? (
        <>
          <HexBox
            label={t('fields:masking-key.name')}
            bytes={key}
            length={4}
            oneLine
            onBytes={(bytes) => put({ key: bytes }, 'key')}
          />
          <button type="button" onClick={() => put({ key: newKey() })}>
            {t('build:form.roll')}
          </button>
        </>
      ) : (
        <p className={styles.note}>{t('build:form.noKey')}</p>
      )}
    </div>
  );
}

/** Beyond what 64 bits hold. */
const LIMIT = 1n << 64n;

function Length({ fields, put }: { readonly fields: FrameFields; readonly put: Put }) {
  const { t } = useTranslation(['build', 'fields', 'views']);
  const id = useId();
  const { form, claimed, content } = fields;
  const box = useDraft(String(claimed), (text) => {
    const digits = text.replace(/[\s_,.']/g, '');
    if (!/^\d{1,20}$/.test(digits) || BigInt(digits) >= LIMIT) return null;
    put(withClaim(fields, BigInt(digits)), 'claim');
    return String(BigInt(digits));
  });
  const shortest = minimalForm(claimed);
  return (
    <fieldset className={`${styles.length} ${roles.length}`}>
      <legend>{t('build:form.length')}</legend>
      <div className={styles.claim}>
        <label htmlFor={`${id}-claim`}>{t('build:form.claimed')}</label>
        <input
          id={`${id}-claim`}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={box.value}
          aria-invalid={box.bad}
          aria-describedby={`${id}-there`}
          onChange={(event) => box.onChange(event.target.value)}
          onBlur={box.onBlur}
        />
        <span id={`${id}-there`} className={styles.note}>
          {box.bad
            ? t('build:form.badNumber')
            : t('build:form.there', { bytes: t('views:bytes', { count: content.length }) })}
        </span>
        {!isHonest(fields) && (
          <button type="button" onClick={() => put(withClaim(fields, BigInt(content.length)))}>
            {t('build:form.mend')}
          </button>
        )}
      </div>
      <div className={styles.choices}>
        {FORMS.map((one) => (
          <label key={one} data-off={!hasRoom(one, claimed) || undefined}>
            <input
              type="radio"
              name={`${id}-form`}
              checked={form === one}
              disabled={!hasRoom(one, claimed)}
              onChange={() => put({ form: one })}
            />
            {t(one === shortest ? 'build:form.shortest' : 'build:form.bits', { bits: String(one) })}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
