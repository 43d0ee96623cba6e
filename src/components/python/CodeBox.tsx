import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import styles from './CodeBox.module.css';
import type * as EditorModule from './editor.ts';
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
  const plain = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<Editor | null>(null);
  const [module, setModule] = useState<typeof EditorModule | null>(null);
  const label = t('editor.label');
  const wrote = useEffectEvent(onCode);
  const pressed = useEffectEvent(onKey);
  const codeNow = useEffectEvent(() => code);

  useEffect(() => {
    let gone = false;
    import('./editor.ts').then(
      (found) => {
        if (gone) return;
        const typing = document.activeElement === plain.current;
        // At once, so that there is never none and never two.
        flushSync(() => setModule(found));
        if (typing) editor.current?.focus();
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` stands for the code
  useLayoutEffect(() => {
    if (module === null || place.current === null) return;
    const made = module.createEditor({
      parent: place.current,
      code: codeNow(),
      label,
      describedBy: 'editor-keys',
      onCode: (next) => wrote(next),
      onKey: (what) => pressed(what),
    });
    editor.current = made;
    return () => {
      made.destroy();
      editor.current = null;
    };
  }, [module, of, label]);

  const { next, just, blame } = lit;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another editor has to be told again
  useEffect(() => {
    editor.current?.setCode(code);
    editor.current?.light({ next, just, blame });
  }, [code, next, just, blame, module, of, label]);

  useImperativeHandle(ref, () => ({ goTo: (line) => editor.current?.goTo(line) }), []);

  return (
    <div className={styles.box}>
      {module === null && (
        <textarea
          ref={plain}
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
