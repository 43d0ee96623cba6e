import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { composeMessage } from '../../protocol/message/compose.ts';
import { isControl } from '../../protocol/model/opcodes.ts';
import { newKey } from '../home/key.ts';
import type { Item } from './conversation.ts';
import styles from './Form.module.css';
import type { FrameFields } from './fields.ts';
import { replaceItem } from './store.ts';

interface CutProps {
  readonly item: Item;
  readonly fields: FrameFields;
}

/** More pieces than this help nobody. */
const MOST = 64;

/** Cuts a data frame into fragments (RFC 6455 section 5.4): each becomes an item of its own. */
export function Cut({ item, fields }: CutProps) {
  const { t } = useTranslation('build');
  const id = useId();
  const { content, opcode } = fields;
  const [typed, setTyped] = useState<string | null>(null);
  const written = typed ?? String(Math.ceil(content.length / 2));
  const cuts = cutsOf(written, content.length);
  if (isControl(opcode)) return <p className={styles.note}>{t('cut.control')}</p>;
  return (
    <div className={styles.cut}>
      <label htmlFor={id}>{t('cut.label')}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={written}
        aria-invalid={cuts === null}
        aria-describedby={`${id}-says`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button
        type="button"
        disabled={cuts === null}
        onClick={() => {
          setTyped(null);
          replaceItem(
            item.id,
            fragmentsOf(fields, cuts ?? []).map((bytes) => ({ direction: item.direction, bytes })),
          );
        }}
      >
        {t('cut.do')}
      </button>
      <p id={`${id}-says`} className={cuts === null ? styles.problem : styles.note}>
        {cuts === null ? t('cut.bad', { length: String(content.length) }) : t('cut.into', { count: cuts.length + 1 })}
      </p>
    </div>
  );
}

/** Offsets with anything between, or null where one is none. */
function cutsOf(text: string, length: number): readonly number[] | null {
  const cuts = text.split(/[\s,;]+/).filter((piece) => piece !== '');
  if (cuts.length === 0 || cuts.length >= MOST) return null;
  const numbers = cuts.map((cut) => (/^\d{1,9}$/.test(cut) ? Number(cut) : Number.NaN));
  return numbers.every((number) => number <= length) ? numbers : null;
}

/** What the first says of itself it goes on saying; a client masks each with a key of its own. */
export function fragmentsOf(fields: FrameFields, cuts: readonly number[]): readonly Uint8Array[] {
  const { opcode, content, key, fin, rsv1, rsv2, rsv3 } = fields;
  const mask = (frame: number) => (key === null || frame === 0 ? key : newKey());
  const parts = composeMessage({ opcode, payload: content, cuts, mask });
  return parts.map((part, i) =>
    encodeFrame({
      ...part,
      ...(i === 0 && { rsv1, rsv2, rsv3 }),
      fin: i === parts.length - 1 && fin,
    }),
  );
}
