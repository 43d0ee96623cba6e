import { useTranslation } from 'react-i18next';
import { useLabel } from '../../components/lesson/labels.ts';
import { List } from '../../components/stage/List.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { labels } from './labels.ts';
import styles from './MapView.module.css';
import type { CodeMap } from './map.ts';

/** All numbers that two bytes hold, in regions, not to scale; the sixteen with names one by one. */
export function MapView({ map }: { readonly map: CodeMap }) {
  const { t } = useTranslation('codes');
  const label = useLabel(labels);
  return (
    <>
      <Part label={label('map')}>
        <List label={label('map')} className={styles.regions}>
          {map.regions.map(({ first, last, kind, state }) => (
            <li key={first} className={styles.region} data-kind={kind} data-state={state}>
              <span className={styles.range}>
                {first}–{last}
              </span>
              <span className={styles.kind}>{label(`kind-${kind}`)}</span>
            </li>
          ))}
        </List>
      </Part>
      <Part label={label('map-named')}>
        <List label={label('map-named')} className={styles.codes}>
          {map.named.map(({ code, onWire, state }) => (
            <li key={code} className={styles.code} data-wire={onWire} data-state={state}>
              <span className={styles.number}>{code}</span>
              <span className={styles.name}>{t(`closeCodes.${code as 1000}.name`)}</span>
              <span className={styles.sign}>
                {onWire ? '⇄' : '✕'} {label(onWire ? 'map-on-wire' : 'map-never')}
              </span>
            </li>
          ))}
        </List>
      </Part>
    </>
  );
}
