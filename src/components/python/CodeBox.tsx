import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './CodeBox.module.css';
import type { Editor, Lit } from './editor.ts';

export interface CodeBoxHandle {
  goTo(line: number): void;
}

interface CodeBoxProps {
  readonly code: string;
  /** What the code belongs to: another one begins with a history of its own. */
  readonly of: string;
  readonly lit: Lit;
  readonly onCode: (code: string) => void;
  readonly onKey: (what: 'run' | 'step' | 'check') => void;
  readonly ref: Ref<CodeBoxHandle>;
}

/** The editor. Until it has been fetched, and where it cannot be, a plain text box. */
export function CodeBox({ code, of, lit, onCode, onKey, ref }: CodeBoxProps) {
  const { t } = useTranslation('python');
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [there, setThere] = useState<string | null>(null);
  const label = t('editor.label');
  const wrote = useEffectEvent(onCode);
  const pressed = useEffectEvent(onKey);
  const codeNow = useEffectEvent(() => code);

  useEffect(() => {
    let gone = false;
    void import('./editor.ts').then(
      ({ createEditor }) => {
        if (gone || place.current === null) return;
        editor.current = createEditor({
          parent: place.current,
          code: codeNow(),
          label,
          describedBy: 'editor-keys',
          onCode: (next) => wrote(next),
          onKey: (what) => pressed(what),
        });
        setThere(of);
      },
      () => {},
    );
    return () => {
      gone = true;
      editor.current?.destroy();
      editor.current = null;
      setThere(null);
    };
  }, [of, label]);

  const { next, just, blame } = lit;
  useEffect(() => {
    if (there !== of) return;
    editor.current?.setCode(code);
    editor.current?.light({ next, just, blame });
  }, [code, next, just, blame, there, of]);

  useImperativeHandle(ref, () => ({ goTo: (line) => editor.current?.goTo(line) }), []);

  return (
    <div className={styles.box} data-there={there === of || undefined}>
      {there !== of && (
        <textarea
          className={styles.plain}
          aria-label={label}
          aria-describedby="editor-keys"
          spellCheck={false}
          value={code}
          onChange={(event) => onCode(event.target.value)}
        />
      )}
      <div ref={place} className={styles.editor} />
    </div>
  );
}
