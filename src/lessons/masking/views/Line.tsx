import { useTranslation } from 'react-i18next';
import { Cells } from '../../../components/stage/Cells.tsx';
import { MOST_NAMED } from '../frames.ts';
import type { FrameLine, Note } from '../scene.ts';
import styles from './Line.module.css';
import { useSaid } from './useSaid.ts';

const SIDES = { client: '▲', server: '▼' } as const;
const SIGNS = { right: '✓', wrong: '✕', info: 'i' } as const;

interface LineProps {
  readonly line: FrameLine;
  readonly size?: 'large' | 'medium' | 'small';
  /** The name stands above, and the frame has the whole width. */
  readonly wide?: boolean;
}

/** A frame as it travels, with its sender and its name before it. */
export function Line({ line, size, wide = false }: LineProps) {
  const { t } = useTranslation('views');
  const said = useSaid();
  const { name, side, cells, groups, note } = line;
  const label = `${t(`stage.${side}`)}: ${said(name)}`;
  return (
    <div className={styles.line} data-wide={wide || undefined}>
      <p className={styles.name}>
        <span className={styles.side}>
          <span aria-hidden="true">{SIDES[side]} </span>
          {t(`stage.${side}`)}
        </span>{' '}
        <strong>{said(name)}</strong>
        {line.detail && <span className={styles.detail}> {said(line.detail)}</span>}
      </p>
      <div className={styles.sheet} data-side={side}>
        <Cells
          label={label}
          cells={cells}
          size={size ?? sizeFor(cells.length)}
          groups={groups?.map((group) => ({ ...group, label: said(group) }))}
        />
      </div>
      {note && <Remark note={note} />}
    </div>
  );
}

function sizeFor(count: number): 'large' | 'medium' | 'small' {
  if (count > 18) return 'small';
  return count > MOST_NAMED ? 'medium' : 'large';
}

export function Remark({ note }: { readonly note: Note }) {
  const said = useSaid();
  return (
    <p className={styles.remark} data-kind={note.kind}>
      <span aria-hidden="true">{SIGNS[note.kind]} </span>
      {said(note)}
    </p>
  );
}
