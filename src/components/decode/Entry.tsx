import { useId, useState } from 'react';
import styles from './Assumptions.module.css';

interface EntryProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly placeholder: string;
  readonly numeric?: boolean;
  readonly valid: (text: string) => boolean;
  readonly onCommit: (text: string) => void;
}

/** A value that takes effect as it is typed, while it makes sense. */
export function Entry({ label, help, value, placeholder, numeric = false, valid, onCommit }: EntryProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? value;
  return (
    <div className={styles.entry}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={numeric ? 'numeric' : 'text'}
        value={text}
        placeholder={placeholder}
        aria-invalid={!valid(text) || undefined}
        aria-describedby={`${id}-help`}
        spellCheck={false}
        onChange={(event) => {
          setDraft(event.target.value);
          if (valid(event.target.value)) onCommit(event.target.value);
        }}
        onBlur={() => setDraft(null)}
      />
      <span id={`${id}-help`} className={styles.help}>
        {help}
      </span>
    </div>
  );
}
