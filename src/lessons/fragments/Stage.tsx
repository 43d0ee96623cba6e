import { useLabel } from '../../components/lesson/labels.ts';
import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import { Notice } from '../../components/stage/Notice.tsx';
import { useRuleWords } from '../../components/views/useRuleWords.ts';
import { labels } from './labels.ts';
import styles from './Stage.module.css';
import type { Scene, Verdict } from './scene.ts';
import { FramesView } from './views/FramesView.tsx';
import { TcpView } from './views/TcpView.tsx';
import { TextView } from './views/TextView.tsx';

/** What people may change, the picture, and what there is to say to it. */
export default function Stage({ scene }: StageProps<Scene>) {
  const { inputs, most, board, verdict } = scene;
  return (
    <div className={styles.lesson}>
      <div className={styles.inputs}>
        {inputs.map((name) => (
          <Input key={name} name={name} most={most} />
        ))}
        <Examples />
      </div>
      {board.kind === 'frames' && <FramesView board={board} />}
      {board.kind === 'utf8' && <TextView board={board} />}
      {board.kind === 'tcp' && <TcpView board={board} />}
      {verdict && <Judged verdict={verdict} />}
    </div>
  );
}

/** A broken rule in the words of the rule catalogue, or words of the lesson. */
function Judged({ verdict }: { readonly verdict: Verdict }) {
  const label = useLabel(labels);
  const rule = useRuleWords();
  if (verdict.kind !== 'rule') {
    return <Notice kind={verdict.kind}>{label(verdict.says.label, verdict.says.values)}</Notice>;
  }
  const { issue, closeCode } = verdict;
  return (
    <Notice kind="wrong">
      <strong>{rule(issue, 'title')}.</strong> {rule(issue, 'says')} {label('closes', { code: closeCode })}
    </Notice>
  );
}
