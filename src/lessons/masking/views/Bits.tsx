import { BitRows } from '../../../components/stage/BitRows.tsx';
import type { BitsLook } from '../scene.ts';
import styles from './Bits.module.css';
import { useSaid } from './useSaid.ts';

/** A byte or three as bits. */
export function Bits({ id, look }: { readonly id: string; readonly look: BitsLook }) {
  const said = useSaid();
  return (
    <div className={styles.bits} data-rows={look.rows.length}>
      <p className={styles.caption}>{said(look.caption)}</p>
      <BitRows id={id} rows={look.rows} width={8} />
    </div>
  );
}
