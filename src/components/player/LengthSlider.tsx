import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { lastPlace, type Marks, movedBy, placeOf, shortNumber, valueAt } from '../lesson/scale.ts';
import styles from './LengthSlider.module.css';

interface LengthSliderProps {
  readonly label: string;
  readonly value: bigint;
  readonly marks: Marks;
  readonly onChange: (value: bigint) => void;
}

/** A length from nothing to 2^63 - 1: the native slider, logarithmic, and buttons for the numbers that matter. */
export function LengthSlider({ label, value, marks, onChange }: LengthSliderProps) {
  const { t, i18n } = useTranslation('learn');
  const help = useId();
  const last = lastPlace(marks);
  return (
    <>
      <input
        type="range"
        className={styles.slider}
        data-input
        min={placeOf(marks[0] ?? 0n, marks)}
        max={last}
        value={placeOf(value, marks)}
        aria-label={label}
        aria-valuetext={value.toLocaleString(i18n.language)}
        aria-describedby={help}
        onChange={(event) => onChange(valueAt(Number(event.target.value), marks))}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const to = movedBy(event.key, value, marks);
          if (to === null) return;
          // The browser would move by a place, and the player by a step.
          event.preventDefault();
          onChange(to);
        }}
      />
      <p id={help} className="unseen">
        {t('length.keys')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form */}
      <div role="group" aria-label={t('length.marks')} className={styles.marks}>
        {marks.map((mark) => (
          <button
            key={String(mark)}
            type="button"
            className={styles.mark}
            aria-pressed={mark === value}
            onClick={() => onChange(mark)}
          >
            {shortNumber(mark)}
          </button>
        ))}
      </div>
    </>
  );
}
