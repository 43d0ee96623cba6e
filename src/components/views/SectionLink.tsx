import { useTranslation } from 'react-i18next';
import styles from './SectionLink.module.css';
import { sectionUrl } from './section.ts';

/** A citation, as a link to the public text where there is one. */
export function SectionLink({ section }: { readonly section: string }) {
  const { t } = useTranslation('views');
  const href = sectionUrl(section);
  if (!href) return <span>{section}</span>;
  return (
    <a className={styles.link} href={href} target="_blank" rel="noreferrer noopener" title={t('section.opens')}>
      {section}
    </a>
  );
}
