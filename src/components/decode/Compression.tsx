import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DIRECTIONS, type Direction } from '../../protocol/bytes/span.ts';
import {
  type DeflateParameters,
  type DirectionDeflate,
  deflateAnswer,
  deflateOf,
} from '../../protocol/handshake/extensions.ts';
import { useWorkbench } from '../state/workbench.ts';
import styles from './Assumptions.module.css';

/** What is assumed is the value of the header: the two switches here write it, and it can be written by hand. */
const NONE = '';
const PLAIN = 'permessage-deflate';
const WINDOW_BITS = [8, 9, 10, 11, 12, 13, 14, 15];

interface CompressionProps {
  readonly value: DeflateParameters | null;
}

/** Whether messages are compressed. */
export function Compression({ value }: CompressionProps) {
  const { t } = useTranslation('decode');
  const assume = useWorkbench((state) => state.assume);
  const id = useId();
  return (
    <>
      <label className="unseen" htmlFor={id}>
        {t('assume.compression')}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value ? PLAIN : NONE}
        onChange={(event) => assume({ extensions: event.target.value })}
      >
        <option value={NONE}>{t('assume.plain')}</option>
        <option value={PLAIN}>{t('assume.deflated')}</option>
      </select>
    </>
  );
}

/** How the messages of each direction are compressed. */
export function CompressionDetails({ value }: { readonly value: DeflateParameters }) {
  const { t } = useTranslation('decode');
  const assume = useWorkbench((state) => state.assume);
  const change = (direction: Direction, what: Partial<DirectionDeflate>) =>
    assume({ extensions: deflateAnswer(changed(value, direction, what)) });
  return DIRECTIONS.map((direction) => {
    const { windowBits, noContextTakeover } = deflateOf(value, direction);
    return (
      <div key={direction} className={styles.entry}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={!noContextTakeover}
            onChange={(event) => change(direction, { noContextTakeover: !event.target.checked })}
          />
          {t(`assume.takeover.${direction}`)}
        </label>
        <label className={styles.check}>
          <select
            className={styles.select}
            value={windowBits}
            onChange={(event) => change(direction, { windowBits: Number(event.target.value) })}
          >
            {WINDOW_BITS.map((bits) => (
              <option key={bits} value={bits}>
                {bits}
              </option>
            ))}
          </select>
          {t(`assume.window.${direction}`)}
        </label>
      </div>
    );
  });
}

function changed(
  value: DeflateParameters,
  direction: Direction,
  { windowBits, noContextTakeover }: Partial<DirectionDeflate>,
): DeflateParameters {
  const client = direction === 'client-to-server';
  return {
    ...value,
    ...(windowBits !== undefined &&
      (client ? { clientMaxWindowBits: windowBits } : { serverMaxWindowBits: windowBits })),
    ...(noContextTakeover !== undefined &&
      (client ? { clientNoContextTakeover: noContextTakeover } : { serverNoContextTakeover: noContextTakeover })),
  };
}
