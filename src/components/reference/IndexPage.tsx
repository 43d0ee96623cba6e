import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fitting } from './filter.ts';
import { groupsOf, KINDS, keyOf } from './kinds.ts';
import { PageLink } from './PageLink.tsx';
import styles from './Reference.module.css';
import { useSay } from './useSay.ts';

/** Kept while one looks at entries: coming back finds the list as it was. */
let kept = '';

/** All entries, by kind. */
export function IndexPage() {
  const { t } = useTranslation('reference');
  const say = useSay();
  const [typed, setTyped] = useState(kept);
  const shown = fitting(useDeferredValue(typed), say);
  const jump = (kind: string) => document.getElementById(`kind-${kind}`)?.scrollIntoView({ block: 'start' });
  return (
    <section className={styles.index}>
      <div className={styles.top}>
        <div>
          <h1>{t('title')}</h1>
          <p className={styles.says}>{t('says')}</p>
        </div>
        <label className={`${styles.filter} no-print`}>
          {t('filter.label')}
          <input
            type="text"
            value={typed}
            placeholder={t('filter.placeholder')}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              kept = event.target.value;
              setTyped(kept);
            }}
          />
        </label>
        <nav aria-label={t('filter.kinds')} className={`${styles.kinds} no-print`}>
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              onClick={() => jump(kind)}
              disabled={!shown.some((one) => one.kind === kind)}
            >
              {t(`kinds.${kind}.all`)}
            </button>
          ))}
          <span role="status" className={styles.count}>
            {t('filter.count', { count: shown.length })}
          </span>
        </nav>
      </div>
      {shown.length === 0 && <p>{t('filter.none')}</p>}
      {KINDS.map((kind) => {
        const ids = new Set(shown.filter((one) => one.kind === kind).map(({ id }) => id));
        if (ids.size === 0) return null;
        return (
          <section key={kind} aria-labelledby={`kind-${kind}`} className={styles.kind} data-kind={kind}>
            <h2 id={`kind-${kind}`}>{t(`kinds.${kind}.all`)}</h2>
            {groupsOf(kind).map(({ first, ids: all }, _, groups) => {
              const own = all.filter((id) => ids.has(id));
              if (own.length === 0) return null;
              return (
                <div key={first} className={styles.group}>
                  {groups.length > 1 && <h3>{t(`groups.${first}`)}</h3>}
                  <ul>
                    {own.map((id) => (
                      <li key={keyOf({ kind, id })}>
                        <PageLink page={{ kind, id }} />
                      </li>
                    ))}
                  </ul>
                </div>
              );
            })}
          </section>
        );
      })}
    </section>
  );
}
