import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import { Row } from '../../components/stage/Layout.tsx';
import styles from './Stage.module.css';
import type { Focus, Scene } from './scene.ts';
import { DoctorView } from './views/DoctorView.tsx';
import { GroupView } from './views/GroupView.tsx';
import { ChangeView, HashView, RawView, TextView } from './views/HashViews.tsx';
import { Way } from './views/Way.tsx';
import { ClaimsView, CompareView, HeadView, TalkView } from './views/WireViews.tsx';

/** The way from nonce to accept, whole at every step, and below it what this step looks at closely. */
export default function Stage({ scene }: StageProps<Scene>) {
  const { focus, rows, now } = scene;
  const extra = focus.kind === 'doctor' ? focus.input : null;
  return (
    <>
      <div className={styles.inputs} data-first={extra !== null || undefined}>
        <Row>
          <Input name="key" />
          {extra !== null && <Input name={extra} />}
          <Examples />
        </Row>
      </div>
      <Way rows={rows} now={now} />
      <div className={styles.focus}>
        <Close focus={focus} now={now} />
      </div>
    </>
  );
}

function Close({ focus, now }: { readonly focus: Focus; readonly now: Scene['now'] }) {
  switch (focus.kind) {
    case 'talk':
      return <TalkView focus={focus} />;
    case 'group':
      return <GroupView focus={focus} now={now} />;
    case 'head':
      return <HeadView focus={focus} />;
    case 'text':
      return <TextView focus={focus} />;
    case 'hash':
      return <HashView focus={focus} />;
    case 'change':
      return <ChangeView focus={focus} />;
    case 'raw':
      return <RawView focus={focus} />;
    case 'compare':
      return <CompareView focus={focus} />;
    case 'claims':
      return <ClaimsView focus={focus} />;
    case 'doctor':
      return <DoctorView focus={focus} />;
  }
}
