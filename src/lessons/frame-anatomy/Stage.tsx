import { FrameFigure } from '../../components/frame/FrameFigure.tsx';
import { useLabel } from '../../components/lesson/labels.ts';
import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import { Cells } from '../../components/stage/Cells.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { visible } from '../../components/views/text.ts';
import { Detail } from './Detail.tsx';
import { labels } from './labels.ts';
import styles from './Stage.module.css';
import type { Scene, Words } from './scene.ts';

export default function Stage({ scene }: StageProps<Scene>) {
  const label = useLabel(labels);
  const { cells, figure, states, readings, detail } = scene;
  const say = (words: Words) =>
    'text' in words ? words.text : visible(label(words.label, words.values)).replace(/\s+/gu, ' ');
  return (
    <>
      <div className={styles.inputs}>
        <Input name="frame" />
        <Input name="sender" />
        <Examples />
      </div>
      <div className={styles.wire} data-aside="">
        <p className={styles.name}>{label('wire')}</p>
        <Cells label={label('wire')} cells={cells} size={cells.length > 16 ? 'small' : 'medium'} />
      </div>
      {detail?.kind !== 'sides' && (
        <div className={styles.picture} data-aside={detail !== null && detail.kind !== 'formula' ? '' : undefined}>
          <Part label={label('figure')} note={label('figure-note')}>
            <FrameFigure
              label={label('figure')}
              figure={figure}
              states={states}
              readings={Object.fromEntries(Object.entries(readings).map(([field, words]) => [field, say(words)]))}
            />
          </Part>
        </div>
      )}
      {detail && (
        <div className={styles.detail}>
          <Detail detail={detail} />
        </div>
      )}
    </>
  );
}
