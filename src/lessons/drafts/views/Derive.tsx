import { useLabel } from '../../../components/lesson/labels.ts';
import { BitRows } from '../../../components/stage/BitRows.tsx';
import { Cells } from '../../../components/stage/Cells.tsx';
import { Formula, type FormulaPart } from '../../../components/stage/Formula.tsx';
import { Notice } from '../../../components/stage/Notice.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import type { DeriveScene, HashRow } from '../scene.ts';
import styles from './Derive.module.css';

/** hybi-04's mask: two hashes, and what they are XORed over. */
export function Derive({ scene }: { readonly scene: DeriveScene }) {
  const label = useLabel(labels);
  const { rows, xor, facts } = scene;
  return (
    <div className={styles.derive} data-masking={xor?.clear.some(({ state }) => state !== 'empty') || undefined}>
      {rows.map((row) => (
        <Hash key={row.id} row={row} />
      ))}
      {facts.length > 0 && (
        <Part label={label('verdict')}>
          {facts.map(({ kind, label: id, values }) => (
            <Notice key={id} kind={kind}>
              {label(id, values)}
            </Notice>
          ))}
        </Part>
      )}
      {xor && <Xor xor={xor} />}
    </div>
  );
}

function Hash({ row }: { readonly row: HashRow }) {
  const label = useLabel(labels);
  const { name, inputs, output, outputName, state } = row;
  const parts = inputs.flatMap(({ id, name: own, text, role, state: known }, i): FormulaPart[] => {
    const value = { id, value: text, caption: label(own.label, own.values), role, state: known };
    return i === 0 ? [value] : [{ operator: '+' }, value];
  });
  return (
    <Part label={label(name.label, name.values)} kind="computed">
      <div className={styles.hash}>
        <Formula parts={parts} size="medium" />
        <div className={styles.out}>
          <p className={styles.sha} data-state={state}>
            → <b>SHA-1</b> → {label(outputName.label, outputName.values)}
          </p>
          <Cells label={label(outputName.label, outputName.values)} cells={output} columns={20} size="small" />
        </div>
      </div>
    </Part>
  );
}

function Xor({ xor }: { readonly xor: NonNullable<DeriveScene['xor']> }) {
  const label = useLabel(labels);
  const { clear, key, wire, nonce, bits } = xor;
  const rows = [
    { id: 'row-clear', sign: '', cells: clear },
    { id: 'row-key', sign: '⊕', cells: key },
    { id: 'row-wire', sign: '=', cells: wire },
  ] as const;
  return (
    <div className={styles.over} data-bits={bits === null ? undefined : ''}>
      <Part label={label('over-frame')} kind="wire" side="client">
        <div className={styles.rows}>
          {rows.map(({ id, sign, cells }) => (
            <div key={id} className={styles.row}>
              <span className={styles.rowName}>
                {label(id)} {sign}
              </span>
              {id === 'row-wire' ? (
                <Cells label={label('part-nonce')} cells={nonce} size="small" />
              ) : (
                <span className={styles.room} />
              )}
              <Cells label={label(id)} cells={cells} size="small" />
            </div>
          ))}
        </div>
      </Part>
      {bits && (
        <Part label={label('first-byte')}>
          <BitRows id="bits" rows={bits} width={8} />
        </Part>
      )}
    </div>
  );
}
