import { FrameFigure } from '../../components/frame/FrameFigure.tsx';
import { useLabel } from '../../components/lesson/labels.ts';
import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { headerSize } from '../../protocol/frame/length.ts';
import { Detail } from './Detail.tsx';
import { labels } from './labels.ts';
import styles from './Stage.module.css';
import type { Scene } from './scene.ts';
import { FORMS } from './work.ts';

export default function Stage({ scene }: StageProps<Scene>) {
  const label = useLabel(labels);
  const { figure, states, readings, masked, form, ranges, detail } = scene;
  return (
    <>
      <div className={styles.inputs}>
        <Input name="length" />
        <div className={styles.choices}>
          <Input name="sender" />
          <Examples />
        </div>
      </div>
      <ul className={styles.sizes} aria-label={label('sizes')}>
        {FORMS.map((one) => (
          <li
            key={one}
            className={styles.size}
            data-form={one}
            data-on={one === form || undefined}
            aria-current={one === form ? 'true' : undefined}
          >
            <span className={styles.range}>{label(ranges ? `size-${one}` : `named-${one}`)}</span>
            <span className={styles.count}>{label('size-bytes', { count: headerSize(one, masked) })}</span>
          </li>
        ))}
      </ul>
      {figure && (
        <div data-aside={detail === null ? undefined : ''}>
          <Part label={label('header')}>
            <FrameFigure label={label('header')} figure={figure} states={states} readings={readings} />
          </Part>
        </div>
      )}
      {detail &&
        (figure ? (
          <Detail detail={detail} />
        ) : (
          <div className={styles.alone}>
            <Detail detail={detail} />
          </div>
        ))}
    </>
  );
}
