import { useLabel } from '../../components/lesson/labels.ts';
import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import { labels } from './labels.ts';
import styles from './Stage.module.css';
import type { Scene } from './scene.ts';
import { EndView } from './views/EndView.tsx';
import { ServerView } from './views/ServerView.tsx';
import { WrongView } from './views/WrongView.tsx';

/** What people may change, and the picture. */
export default function Stage({ scene }: StageProps<Scene>) {
  const { inputs, most, link, board } = scene;
  const label = useLabel(labels);
  return (
    <>
      <div className={styles.inputs}>
        {inputs.map((name) => (
          <Input key={name} name={name} most={most} />
        ))}
        {inputs.length > 0 && <Examples />}
        {(board.kind === 'server' || board.kind === 'wrong') && (
          <a className={styles.try} href={`#/python/v1/data=${link}`}>
            {label('try')}
          </a>
        )}
      </div>
      {board.kind === 'server' && <ServerView board={board} />}
      {board.kind === 'wrong' && <WrongView board={board} />}
      {(board.kind === 'own' || board.kind === 'terminals') && <EndView board={board} link={link} />}
    </>
  );
}
