import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import styles from './Page.module.css';
import { ROOMS } from './rooms.ts';

/** Long addresses are cut: a broken link may carry a whole capture. */
const SHOWN = 80;

export function NotFound({ address }: { readonly address: string }) {
  const { t } = useTranslation('shell');
  const shown = address.length > SHOWN ? `${address.slice(0, SHOWN)}…` : address;
  return (
    <section className={styles.page}>
      <h1>{t('not-found.title')}</h1>
      <p>{t('not-found.says', { address: `#${shown}` })}</p>
      <p>{t('not-found.instead')}</p>
      <ul className={styles.rooms}>
        {ROOMS.map(({ id, href }) => (
          <li key={id}>
            <Link href={href}>{t(`rooms.${id}`)}</Link>
            <span>{t(`rooms-say.${id}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
