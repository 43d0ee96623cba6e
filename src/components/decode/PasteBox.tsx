import { useTranslation } from 'react-i18next';
import type { Part } from '../../protocol/connection/model.ts';
import type { FormId, Problem } from '../../protocol/text/reading.ts';
import { Detected } from './Detected.tsx';
import styles from './PasteBox.module.css';
import { PastedText } from './PastedText.tsx';
import type { Opened, WireChars } from './selectors.ts';
import { TextProblems } from './TextProblems.tsx';
import { NO_MARKS, useTextMarks } from './useTextMarks.ts';

interface PasteBoxProps {
  readonly opened: Opened | null;
  readonly wires: readonly WireChars[];
  readonly input: string | Uint8Array;
  readonly form: FormId | null;
  readonly tcp: number | null;
  readonly part: Part | null;
  readonly stale: boolean;
  readonly onPlace: (start: number, end: number) => void;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** What was pasted, what it was read as, and what could not be read. */
export function PasteBox({ opened, wires, input, form, tcp, part, stale, onPlace }: PasteBoxProps) {
  const { t } = useTranslation('decode');
  const text = typeof input === 'string' ? input : null;
  const marks = useTextMarks(text ?? '', wires, part, opened && text !== null ? opened.problems : NO_PROBLEMS);
  return (
    <section className={styles.paste} aria-label={t('paste.label')}>
      {text !== null ? (
        <PastedText text={text} marks={stale ? NO_MARKS : marks} onPlace={onPlace} />
      ) : (
        <p className={styles.bytes}>{t('paste.bytes', { count: input.length })}</p>
      )}
      {opened && text !== null && (
        <TextProblems problems={opened.problems} onOpen={({ position }) => onPlace(position, position)} />
      )}
      {opened && <Detected opened={opened} form={form} tcp={tcp} />}
    </section>
  );
}
