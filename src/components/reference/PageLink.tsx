import { codeOf, type PageId } from './kinds.ts';
import { pageHref } from './link.ts';
import styles from './PageLink.module.css';
import { useSay } from './useSay.ts';
import { wordsOf } from './words.ts';

interface PageLinkProps {
  readonly page: PageId;
  /** The kind in front of the name, for lists of several kinds. */
  readonly kind?: boolean;
}

/** The way to an entry: its number, if it has one, and its name. */
export function PageLink({ page, kind = false }: PageLinkProps) {
  const say = useSay();
  const code = codeOf(page);
  return (
    <a href={pageHref(page)} className={styles.link}>
      {kind && <span className={styles.kind}>{say(`reference:kinds.${page.kind}.one`)} </span>}
      {code !== null && <span className={styles.code}>{code} </span>}
      <span>{wordsOf(page, say).title}</span>
    </a>
  );
}
