import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { encodeDraftFrame } from '../../protocol/frame/draft-frames.ts';
import { maskingKey, payloadOf } from '../../protocol/frame/payload.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';
import { draftOpcode, opcodeName, todaysOpcode } from '../../protocol/model/opcodes.ts';
import { newKey } from '../home/key.ts';
import roles from '../views/roles.module.css';
import styles from './Form.module.css';
import { HexBox } from './HexBox.tsx';
import type { ItemReading } from './selectors.ts';
import { setBytes } from './store.ts';
import { TextBox } from './TextBox.tsx';
import { boxedText } from './texts.ts';

const OPCODES = Array.from({ length: 16 }, (_, opcode) => opcode);

/** A frame of hybi-01 to -06: what differs from today's, and the payload. Everything else is set among the bits. */
export function DraftForm({ reading }: { readonly reading: ItemReading }) {
  const { t } = useTranslation(['build', 'fields', 'opcodes']);
  const { item, connection, part } = reading;
  const id = useId();
  const { framing } = DIALECTS[connection.dialect.value];
  const { frames, source } = connection.directions[item.direction];
  const whole = part?.kind === 'frame' && frames.status(part.frame) === 'complete';
  const all = <HexBox label={t('build:form.bytes')} bytes={item.bytes} onBytes={(bytes) => setBytes(item.id, bytes)} />;
  if (!whole || framing === 'hixie' || framing === 'rfc6455') return all;

  const i = part.frame;
  const key = maskingKey(frames, i, source);
  const fields = {
    fin: frames.fin(i),
    rsv1: frames.rsv1(i),
    rsv2: frames.rsv2(i),
    rsv3: frames.rsv3(i),
    opcode: frames.opcode(i),
    maskingKey: key,
    connectionKey: connection.connectionKey,
    payload: payloadOf(frames, i, source, Number.POSITIVE_INFINITY),
  };
  const rest = item.bytes.subarray(part.length);
  const put = (change: Partial<typeof fields>, tag: string | null = null) => {
    const made = encodeDraftFrame(framing, { ...fields, ...change });
    setBytes(item.id, Uint8Array.from([...made, ...rest]), tag === null ? null : `${tag} ${item.id}`);
  };
  const text = boxedText(fields.payload);
  const keyName = framing === 'hybi-04' ? t('fields:frame-nonce.name') : t('fields:frame-masking-key.name');
  return (
    <>
      <fieldset className={`${styles.bits} ${roles.control}`}>
        <legend className="unseen">{t('build:form.firstBits')}</legend>
        <label>
          <input
            type="checkbox"
            checked={framing === 'hybi-01' ? !fields.fin : fields.fin}
            onChange={() => put({ fin: !fields.fin })}
          />
          <span>{framing === 'hybi-01' ? t('fields:more.name') : t('fields:fin.name')}</span>
        </label>
      </fieldset>
      <div className={styles.line}>
        <label htmlFor={`${id}-opcode`}>{t('fields:draft-opcode.name')}</label>
        <select
          id={`${id}-opcode`}
          value={draftOpcode(fields.opcode)}
          onChange={(event) => put({ opcode: todaysOpcode(Number(event.target.value)) })}
        >
          {OPCODES.map((opcode) => (
            <option key={opcode} value={opcode}>
              0x{opcode.toString(16)} {t(`opcodes:${opcodeName(todaysOpcode(opcode))}.name`)}
            </option>
          ))}
        </select>
      </div>
      {key !== null && (
        <div className={`${styles.masking} ${roles.mask}`}>
          <HexBox
            label={keyName}
            bytes={key}
            length={4}
            oneLine
            onBytes={(bytes) => put({ maskingKey: bytes }, 'key')}
          />
          <button type="button" onClick={() => put({ maskingKey: newKey() })}>
            {t('build:form.roll')}
          </button>
        </div>
      )}
      {text !== null && (
        <div className={roles.payload}>
          <TextBox label={t('build:form.inClear')} text={text} onText={(payload) => put({ payload }, 'text')} />
        </div>
      )}
      {all}
    </>
  );
}
