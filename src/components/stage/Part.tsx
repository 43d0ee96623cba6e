// biome-ignore-all lint/a11y/useSemanticElements: a fieldset would be a form
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Part.module.css';
import type { Side } from './types.ts';

interface PartProps {
  readonly label: string;
  /** Soft, after the label. */
  readonly note?: ReactNode;
  /** `wire`: travels, a solid sheet. `computed`: stays with who computes it, a dashed edge. */
  readonly kind?: 'wire' | 'computed' | 'plain' | undefined;
  readonly side?: Side | undefined;
  readonly children: ReactNode;
}

const SIGNS = { client: '▲', server: '▼' } as const;

/** A part of the stage, with its name above it. */
export function Part({ label, note, kind = 'plain', side, children }: PartProps) {
  const { t } = useTranslation('views');
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.part} data-kind={kind} data-side={side}>
      <p className={styles.head}>
        {side && (
          <span className={styles.side}>
            <span aria-hidden="true">{SIGNS[side]} </span>
            {t(`stage.${side}`)}
          </span>
        )}
        <span id={id} className={styles.label}>
          {label}
        </span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </p>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
