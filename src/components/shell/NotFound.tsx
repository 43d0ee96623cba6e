import { useTranslation } from 'react-i18next';
import { fromPercent } from '../state/percent.ts';
import styles from './Page.module.css';
import { ROOMS } from './rooms.ts';

/** Long addresses are cut: a broken link may carry a whole capture. */
const SHOWN = 80;

export function NotFound({ address }: { readonly address: string }) {
  const { t } = useTranslation('shell');
  const text = fromPercent(address) ?? address;
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return (
    <section className={styles.page}>
      <h1>{t('not-found.title')}</h1>
      <p>{t('not-found.says', { address: `#${shown}` })}</p>
      <p>{t('not-found.instead')}</p>
      <ul className={styles.rooms}>
        {ROOMS.map(({ id, href }) => (
          <li key={id}>
            <a href={`#${href}`}>{t(`rooms.${id}`)}</a>
            <span>{t(`rooms-say.${id}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
