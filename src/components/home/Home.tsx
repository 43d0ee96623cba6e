import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GoOn } from '../learn/GoOn.tsx';
import { LessonList } from '../learn/LessonList.tsx';
import { useSelection } from '../state/selection.ts';
import { BitRuler } from '../views/BitRuler.tsx';
import { Explanation } from '../views/Explanation.tsx';
import { FieldTree } from '../views/FieldTree.tsx';
import { Linked } from '../views/Linked.tsx';
import { framed } from './framed.ts';
import styles from './Home.module.css';
import { MessageBox } from './MessageBox.tsx';
import { OpenInBuilder, OpenInWorkbench } from './OpenInWorkbench.tsx';
import { PasteBox } from './PasteBox.tsx';
import { useHome } from './store.ts';
import { Travel } from './Travel.tsx';
import { usePasteAnywhere } from './usePasteAnywhere.ts';

/** Type a message, see its frame; or bring bytes and go to the workbench. */
export default function Home() {
  const { t } = useTranslation(['home', 'views']);
  const message = useHome((state) => state.message);
  const key = useHome((state) => state.key);
  const frame = useMemo(() => framed(message, key), [message, key]);
  const select = useSelection((state) => state.select);
  const hover = useSelection((state) => state.hover);
  const bytes = (count: number) => t('views:bytes', { count });
  usePasteAnywhere();

  // A selection made elsewhere means nothing here. The first thing to see is what tells the frame's kind.
  useEffect(() => {
    const opcode = useHome.getState();
    const first = framed(opcode.message, opcode.key).tree.children.find((node) => node.field === 'opcode');
    select(first ? { path: first.path, span: first.span, view: 'link' } : null);
    return () => {
      select(null);
      hover(null);
    };
  }, [select, hover]);

  return (
    <div className={styles.home}>
      <Linked tree={frame.tree} sources={frame.sources}>
        <div className={styles.column}>
          <section className={styles.send}>
            <h1>{t('home:title')}</h1>
            <MessageBox />
          </section>
          <section className={styles.picture} aria-labelledby="frame-heading">
            <div className={styles.caption}>
              <h2 id="frame-heading">{t('home:frame.heading')}</h2>
              <p>
                {t('home:frame.sizes', {
                  payload: bytes(frame.payload.length),
                  wire: bytes(frame.bytes.length),
                })}{' '}
                · {t(`home:frame.form${frame.form}`)}
              </p>
              <OpenInBuilder frame={frame} />
              <OpenInWorkbench frame={frame} />
            </div>
            <div className={styles.ruler}>
              <BitRuler tree={frame.tree} source={frame.wire} />
            </div>
            <div className={styles.travel}>
              <Travel frame={frame} message={message} />
            </div>
          </section>
          <section className={styles.map} aria-labelledby="map-heading">
            <div className={styles.caption}>
              <h2 id="map-heading">{t('home:map.heading')}</h2>
              <p>{t('home:map.says')}</p>
            </div>
            <LessonList level={3} />
          </section>
          <p className={styles.about}>{t('home:about')}</p>
        </div>
        <div className={styles.column}>
          <div className={styles.course}>
            <GoOn />
          </div>
          <PasteBox />
          <div className={styles.words}>
            <div className={styles.explanation}>
              <Explanation tree={frame.tree} followHover />
            </div>
            <div className={styles.tree}>
              <FieldTree tree={frame.tree} label={t('home:fields')} maxRows={16} />
            </div>
          </div>
        </div>
      </Linked>
    </div>
  );
}
