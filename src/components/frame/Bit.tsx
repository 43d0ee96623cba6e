import { memo } from 'react';
import type { FigureField } from '../../protocol/frame/figure.ts';
import { FIELDS } from '../../protocol/model/fields.ts';
import roles from '../views/roles.module.css';
import styles from './FrameFigure.module.css';
import type { FigureState } from './layout.ts';

export interface BitLook {
  readonly bit: number;
  readonly column: number;
  /** Null where the bytes end before it. */
  readonly value: 0 | 1 | null;
  readonly field: FigureField;
  readonly state: FigureState;
  /** The first of its cell, or of a byte inside it. */
  readonly edge: 'cell' | 'byte' | undefined;
}

interface BitProps extends BitLook {
  readonly onFlip?: ((bit: number) => void) | undefined;
  readonly onFocus?: ((bit: number) => void) | undefined;
  /** Whether the tab key stops here. */
  readonly stop: boolean;
  readonly label?: string | undefined;
}

/** One bit, a button where it can be turned over. */
export const Bit = memo(function Bit({
  bit,
  column,
  value,
  field,
  state,
  edge,
  onFlip,
  onFocus,
  stop,
  label,
}: BitProps) {
  const common = {
    className: `${styles.bit} ${roles[state === 'unnamed' ? 'plain' : FIELDS[field].colour]}`,
    style: { gridColumn: column },
    'data-state': state,
    'data-edge': edge,
    'data-value': value ?? undefined,
    'data-missing': value === null || undefined,
  };
  if (onFlip === undefined) return <span {...common}>{textOf(value, state)}</span>;
  return (
    <button
      {...common}
      type="button"
      data-bit={bit}
      tabIndex={stop ? 0 : -1}
      aria-pressed={value === 1}
      aria-label={label}
      onClick={() => onFlip(bit)}
      onFocus={() => onFocus?.(bit)}
    >
      {textOf(value, state)}
    </button>
  );
});

function textOf(value: 0 | 1 | null, state: FigureState) {
  if (state === 'empty') return '';
  return state === 'hidden' ? '?' : (value ?? '·');
}
