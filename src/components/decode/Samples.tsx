import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openSample } from './open.ts';
import styles from './Samples.module.css';
import { SAMPLE_GROUPS, SAMPLES, type SampleId } from './samples.ts';

interface SamplesProps {
  readonly onOpened?: () => void;
  readonly level: 2 | 3;
}

/** Every sample, one click away. */
export function Samples({ onOpened, level }: SamplesProps) {
  const { t } = useTranslation('decode');
  const [failed, setFailed] = useState(false);
  const Heading = `h${level}` as const;
  const open = async (id: SampleId) => {
    try {
      await openSample(id);
      onOpened?.();
    } catch {
      // Offline before the samples were ever fetched.
      setFailed(true);
    }
  };
  return (
    <div className={styles.samples}>
      {failed && <p role="alert">{t('samples.failed')}</p>}
      {SAMPLE_GROUPS.map((group) => (
        <section key={group} className={styles.group}>
          <Heading className={styles.heading}>{t(`samples.groups.${group}`)}</Heading>
          <ul className={styles.list}>
            {SAMPLES[group].map((id) => (
              <li key={id}>
                <button type="button" className={styles.sample} data-sample={id} onClick={() => void open(id)}>
                  <span className={styles.title}>{t(`samples.items.${id}.title`)}</span>
                  <span className={styles.says}>{t(`samples.items.${id}.says`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
