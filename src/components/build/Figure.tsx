import { type FocusEvent, type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FigureField, figureOf } from '../../protocol/frame/figure.ts';
import { opcodeName } from '../../protocol/model/opcodes.ts';
import { FrameFigure } from '../frame/FrameFigure.tsx';
import { useSelection } from '../state/selection.ts';
import { finder, leaves } from '../views/marks.ts';
import styles from './Build.module.css';
import { type FrameFields, fieldsOf, isHonest } from './fields.ts';
import { lookedAt, markOf, wrongFields } from './figureState.ts';
import type { ItemReading } from './selectors.ts';
import { flip } from './store.ts';

/** Rows of the payload in the figure; all of it is among the bits below. */
const PAYLOAD_ROWS = 3;

/** The frame, big: every bit in it can be turned over. Nothing for heads and for the frames of the old drafts. */
export function Figure({ reading }: { readonly reading: ItemReading }) {
  const { t } = useTranslation(['build', 'opcodes', 'views']);
  const { item, kind, tree, part, issues } = reading;
  const figure = useMemo(() => figureOf(item.bytes, { payloadRows: PAYLOAD_ROWS }), [item.bytes]);
  const shown = useSelection((state) => state.hovered ?? state.selected);
  const hover = useSelection((state) => state.hover);
  const current = lookedAt(tree, part, shown);
  const wrong = useMemo(() => wrongFields(tree, part, issues), [tree, part, issues]);
  const marks = useMemo(() => (tree && part ? finder(leaves(tree), part.direction) : null), [tree, part]);
  if (kind !== 'frame') return null;
  const fields = fieldsOf(item.bytes);
  const readings = fields ? readingsOf(fields, t(`opcodes:${opcodeName(fields.opcode)}.name`)) : undefined;

  const pointAt = (event: MouseEvent | FocusEvent) => {
    const bit = (event.target as Element).closest<HTMLElement>('[data-bit]')?.dataset.bit;
    if (bit === undefined || !marks || !part) {
      hover(null);
      return;
    }
    const start = part.offset * 8 + Number(bit);
    const mark = markOf(marks, start);
    const span = { source: part.direction, start, end: start + 1 };
    hover({ path: mark?.path ?? null, span, view: 'bytes' });
  };
  return (
    <section className={styles.figure} aria-label={t('build:figure.label')}>
      <div className={styles.caption}>
        <h2>
          {fields
            ? t('build:figure.name', { name: t(`opcodes:${opcodeName(fields.opcode)}.name`) })
            : t('build:figure.cut')}
        </h2>
        <p>
          {t('views:bytes', { count: item.bytes.length })}
          {fields && !isHonest(fields) && ` · ${t('build:figure.lies', { claimed: fields.claimed.toString() })}`}
        </p>
        <p className={styles.hint}>{t('build:figure.hint')}</p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is operated; this only looks where the pointer is */}
      <div onMouseOver={pointAt} onMouseLeave={() => hover(null)} onFocus={pointAt} onBlur={() => hover(null)}>
        <FrameFigure
          label={t('build:figure.bits')}
          figure={figure}
          current={current}
          states={wrong}
          readings={readings}
          onFlip={(bit) => flip(item, bit)}
        />
      </div>
    </section>
  );
}

/** What the opcode and the lengths say, under their names. */
function readingsOf({ form, claimed }: FrameFields, opcode: string): Partial<Record<FigureField, string>> {
  const length = claimed.toString();
  if (form === 7) return { opcode, 'length-7': length };
  return form === 16
    ? { opcode, 'length-7': '126', 'length-16': length }
    : { opcode, 'length-7': '127', 'length-64': length };
}
