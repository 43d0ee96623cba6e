import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Problem } from '../lesson/fields.ts';
import { labelIn } from '../lesson/labels.ts';
import roles from '../views/roles.module.css';
import { visible } from '../views/text.ts';
import type { Language } from '../words/languages.ts';
import styles from './Inputs.module.css';
import { LengthSlider } from './LengthSlider.tsx';
import { inputTexts, usePlayer } from './player.ts';
import { keepDraft, useLearn } from './store.ts';

/** The words of the lesson on show, for parts of it that the player draws. */
function usePlayerLabel(): (id: string) => string {
  const { i18n } = useTranslation();
  const { loaded } = usePlayer();
  return (id) => labelIn(loaded.labels, i18n.language as Language, id);
}

interface InputProps {
  readonly name: string;
  /** Where a slider ends for now; no further than its field allows. */
  readonly most?: number;
}

/** Of a box for several; it scrolls. */
const LINES = 6;

/** Boxes in which a phone shows digits. */
const NUMBERS: readonly Field['kind'][] = ['number', 'slider', 'length'];

/** One input of the lesson, in place on the stage. What cannot be read is answered here; the picture stays as it was. */
export function Input({ name, most }: InputProps) {
  const { t } = useTranslation('learn');
  const label = usePlayerLabel();
  const { loaded, change } = usePlayer();
  const inputs = useLearn((state) => state.inputs);
  const draft = useLearn((state) => (Object.hasOwn(state.drafts, name) ? state.drafts[name] : undefined));
  const id = useId();
  const field = loaded.lesson.fields[name] as Field;
  const good = inputTexts(loaded.lesson, inputs)[name] ?? '';
  const text = draft ?? good;
  const read = field.read(text);
  const problem = 'value' in read ? null : read;
  const type = (typed: string) => ('value' in field.read(typed) ? change({ [name]: typed }) : keepDraft(name, typed));
  const common = {
    id,
    value: text,
    'aria-invalid': problem !== null,
    'aria-describedby': problem ? `${id}-problem` : undefined,
  };
  return (
    <div className={`${styles.input} ${roles[field.role]}`} data-kind={field.kind}>
      <label htmlFor={id}>{label(`field-${name}`)}</label>
      {field.kind === 'choice' ? (
        <select {...common} onChange={(event) => type(event.target.value)}>
          {field.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {label(`choice-${name}-${choice}`)}
            </option>
          ))}
        </select>
      ) : field.kind === 'lines' ? (
        <textarea
          {...common}
          rows={LINES}
          cols={field.width}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
        />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={NUMBERS.includes(field.kind) ? 'numeric' : 'text'}
          style={{ '--width': `${field.width}ch` }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
        />
      )}
      {field.kind === 'length' && (
        <LengthSlider
          label={label(`field-${name}`)}
          value={(field.read(good) as { readonly value: bigint }).value}
          marks={field.marks ?? []}
          onChange={(value) => change({ [name]: String(value) })}
        />
      )}
      {field.range && (
        <input
          type="range"
          data-input
          className={styles.slider}
          aria-label={label(`field-${name}`)}
          min={field.range.least}
          max={Math.min(field.range.most, most ?? field.range.most)}
          step={field.range.step}
          value={good}
          onChange={(event) => type(event.target.value)}
        />
      )}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {t(`problem.${problem.problem}`, shown(problem.values))}
        </p>
      )}
    </div>
  );
}

/** What was typed may hold what cannot be seen. */
function shown(values: Problem['values']): Problem['values'] {
  const { character } = values;
  return typeof character === 'string' ? { ...values, character: visible(character) } : values;
}

/** Starting points, and fresh inputs where the lesson can make some. */
export function Examples() {
  const { t } = useTranslation('learn');
  const label = usePlayerLabel();
  const { loaded, change } = usePlayer();
  const { lesson } = loaded;
  const inputs = useLearn((state) => state.inputs);
  const id = useId();
  const texts = inputTexts(lesson, inputs);
  const same = lesson.examples.find((example) => {
    const theirs = inputTexts(lesson, example.inputs);
    return Object.keys(texts).every((name) => texts[name] === theirs[name]);
  });
  const { fresh } = lesson;
  return (
    <div className={styles.examples}>
      <label htmlFor={id}>{t('examples.label')}</label>
      <span className={styles.row}>
        <select
          id={id}
          value={same?.id ?? ''}
          onChange={(event) => {
            const example = lesson.examples.find((one) => one.id === event.target.value);
            if (example) change(inputTexts(lesson, example.inputs));
          }}
        >
          {!same && <option value="">{t('examples.own')}</option>}
          {lesson.examples.map((example) => (
            <option key={example.id} value={example.id}>
              {label(`example-${example.id}`)}
            </option>
          ))}
        </select>
        {fresh && (
          <button type="button" onClick={() => change(fresh((count) => crypto.getRandomValues(new Uint8Array(count))))}>
            {t('examples.fresh')}
          </button>
        )}
      </span>
    </div>
  );
}
