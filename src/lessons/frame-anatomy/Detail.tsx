import { FrameFigure } from '../../components/frame/FrameFigure.tsx';
import { useLabel } from '../../components/lesson/labels.ts';
import { Cells } from '../../components/stage/Cells.tsx';
import { Formula } from '../../components/stage/Formula.tsx';
import { Notice } from '../../components/stage/Notice.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { useRuleWords } from '../../components/views/useRuleWords.ts';
import type { FrameFigure as Figure } from '../../protocol/frame/figure.ts';
import { headerSize, type LengthForm } from '../../protocol/frame/length.ts';
import { labels } from './labels.ts';
import styles from './Stage.module.css';
import { type Detail as Looked, OPCODE_ROWS } from './scene.ts';

/** The close look under the figure. */
export function Detail({ detail }: { readonly detail: Looked }) {
  switch (detail.kind) {
    case 'weights':
      return <Weights detail={detail} />;
    case 'formula':
      return <Worked detail={detail} />;
    case 'opcodes':
      return <Opcodes detail={detail} />;
    case 'first-bytes':
      return <FirstBytes detail={detail} />;
    case 'sizes':
      return <Sizes own={detail.own} />;
    case 'sides':
      return <Sides detail={detail} />;
    case 'issues':
      return <Issues detail={detail} />;
  }
}

type Of<Kind extends Looked['kind']> = { readonly detail: Extract<Looked, { readonly kind: Kind }> };

function Weights({ detail }: Of<'weights'>) {
  const label = useLabel(labels);
  return (
    <Part label={label('weights')}>
      <div className={styles.weights}>
        <Cells label={label('weights')} cells={detail.cells} size="medium" />
        <p className={styles.sum}>
          {label('weights-sum')} <bdi className={styles.bytes}>{detail.sum}</bdi>
        </p>
      </div>
    </Part>
  );
}

function Worked({ detail }: Of<'formula'>) {
  const label = useLabel(labels);
  return (
    <Part label={label(detail.caption)}>
      <Formula parts={detail.parts} size="medium" />
    </Part>
  );
}

/** Digits of a row: reserved ones stand together. */
const DIGITS = { '3': '3–7', b: 'B–F' } as const;

function Opcodes({ detail }: Of<'opcodes'>) {
  const label = useLabel(labels);
  const { looked, own } = detail;
  return (
    <Part label={label('opcodes')}>
      <ul className={styles.opcodes}>
        {OPCODE_ROWS.map((row) => (
          <li
            key={row}
            className={styles.opcode}
            data-kind={row < '8' ? 'data' : 'control'}
            data-state={looked.includes(row) ? 'current' : undefined}
            data-reserved={row === '3' || row === 'b' || undefined}
            aria-current={looked.includes(row) ? 'step' : undefined}
          >
            <span className={styles.digit}>
              {row in DIGITS ? DIGITS[row as keyof typeof DIGITS] : row.toUpperCase()}
            </span>
            <span className={styles.opname}>{label(`op-${row}`)}</span>
            <span className={styles.rule}>{label(`rule-${row}`)}</span>
            <span className={styles.own}>{row === own ? label('own-opcode') : ''}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function FirstBytes({ detail }: Of<'first-bytes'>) {
  const label = useLabel(labels);
  return (
    <Part label={label('first-bytes')}>
      <ul className={styles.firsts}>
        {detail.bytes.map(({ cell, says }) => (
          <li key={cell.id} className={styles.first}>
            <Cells label={label(says)} cells={[cell]} size="medium" />
            <span>{label(says)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

const FORMS: readonly LengthForm[] = [7, 16, 64];

function Sizes({ own }: { readonly own: number }) {
  const label = useLabel(labels);
  return (
    <Part label={label('sizes')}>
      <table className={styles.sizes}>
        <thead>
          <tr>
            <td />
            {FORMS.map((form) => (
              <th key={form} scope="col">
                {label(`sizes-form-${form}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {([false, true] as const).map((masked) => (
            <tr key={String(masked)}>
              <th scope="row">{label(masked ? 'sizes-client' : 'sizes-server')}</th>
              {FORMS.map((form) => {
                const size = headerSize(form, masked);
                return (
                  <td
                    key={form}
                    data-state={size === own ? 'current' : undefined}
                    aria-current={size === own ? 'step' : undefined}
                  >
                    {size}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** The same frame twice, instead of the figure. */
function Sides({ detail }: Of<'sides'>) {
  const label = useLabel(labels);
  const { server, client } = detail;
  const note = (figure: Figure) => label('counted', { count: figure.bytes.length });
  return (
    <div className={styles.sides}>
      <Part label={label('side-server')} note={note(server)} kind="wire" side="server">
        <FrameFigure label={label('side-server')} figure={server} />
      </Part>
      <Part label={label('side-client')} note={client ? note(client) : undefined} kind="wire" side="client">
        {client ? (
          <FrameFigure label={label('side-client')} figure={client} current="masking-key" />
        ) : (
          <Cells label={label('side-client')} cells={[{ id: 'asked', text: '00', state: 'hidden' }]} size="medium" />
        )}
      </Part>
    </div>
  );
}

function Issues({ detail }: Of<'issues'>) {
  const label = useLabel(labels);
  const rule = useRuleWords();
  const { issues, verdict, words } = detail;
  return (
    <Part label={label('verdict')}>
      <div data-state="current">
        <Notice kind={verdict}>
          <p>{'text' in words ? words.text : label(words.label, words.values)}</p>
          {issues.length > 0 && (
            <ul className={styles.issues}>
              {issues.map((issue) => (
                <li key={issue.rule}>
                  <strong>{rule(issue, 'title')}</strong> {rule(issue, 'says')}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      </div>
    </Part>
  );
}
