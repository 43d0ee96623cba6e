import { useTranslation } from 'react-i18next';
import styles from './BitRuler.module.css';
import { useLights } from './Linked.tsx';
import { glows } from './light.ts';
import { roleOf } from './marks.ts';
import roles from './roles.module.css';
import { fitting, type RulerPiece } from './ruler.ts';

interface RulerLabelProps {
  readonly piece: RulerPiece;
  /** Pixels there are for it. */
  readonly width: number;
  readonly source: string;
}

/** The bracket under the bits of a field, and its name: as much of it as fits, never cut. */
export function RulerLabel({ piece, width, source }: RulerLabelProps) {
  const { t } = useTranslation(['views', 'fields']);
  const lights = useLights();
  const { mark, bytes } = piece;
  const name: string = t(`fields:${mark.field}.name`);
  const short: string = t(`fields:${mark.field}.short`);
  const texts: string[] = [name, short];
  if (bytes) {
    const [first, last] = bytes.map(String) as [string, string];
    texts.unshift(
      first === last ? t('views:ruler.pieceOne', { name, first }) : t('views:ruler.piece', { name, first, last }),
    );
  }
  // One bit is narrow, and beside it stand other short names: its own may take nearly all of the width.
  const text = fitting(texts, piece.bits === 1 ? width - 1 : width - 3);
  const start = mark.span.start;
  return (
    <div
      aria-hidden="true"
      data-path={mark.path}
      data-beyond={piece.beyond || undefined}
      data-incomplete={mark.status === 'incomplete' || undefined}
      title={name}
      className={`${styles.label} ${roles[roleOf(mark.field)]}`}
      style={{ gridColumn: `${piece.column + 1} / span ${piece.bits}` }}
      {...glows(lights, source, start, mark.span.end)}
    >
      {text ?? short}
    </div>
  );
}
