import { useTranslation } from 'react-i18next';
import styles from './SectionLink.module.css';

interface InReferenceProps {
  readonly kind: 'field' | 'opcode' | 'close' | 'header' | 'rule';
  readonly id: string | number;
  /** What the reader calls it. */
  readonly name: string;
}

/** The way to the page of a thing in the reference; src/components/reference/kinds.ts says what has one. */
export function InReference({ kind, id, name }: InReferenceProps) {
  const { t } = useTranslation('views');
  return (
    <a className={styles.link} href={`#/reference/${kind}/${id}`}>
      {t('explanation.more', { name })}
    </a>
  );
}
