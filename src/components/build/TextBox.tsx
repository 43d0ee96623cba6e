import { useId } from 'react';
import styles from './Form.module.css';
import { encodedText } from './texts.ts';
import { useDraft } from './useDraft.ts';

interface TextBoxProps {
  readonly label: string;
  readonly text: string;
  /** Gets its UTF-8. */
  readonly onText: (bytes: Uint8Array) => void;
  readonly rows?: number;
}

/** Text that is sent as UTF-8. */
export function TextBox({ label, text, onText, rows = 3 }: TextBoxProps) {
  const id = useId();
  const box = useDraft(text, (typed) => {
    onText(encodedText(typed));
    return typed.replace(/\p{Surrogate}/gu, '\ufffd');
  });
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        dir="auto"
        spellCheck={false}
        value={box.value}
        onChange={(event) => box.onChange(event.target.value)}
        onBlur={box.onBlur}
      />
    </div>
  );
}
