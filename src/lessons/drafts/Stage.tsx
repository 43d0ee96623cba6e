import { useTranslation } from 'react-i18next';
import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import styles from './Stage.module.css';
import type { Scene } from './scene.ts';
import { Derive } from './views/Derive.tsx';
import { Era } from './views/Era.tsx';
import { Facts } from './views/Facts.tsx';
import { Table } from './views/Table.tsx';
import { Timeline } from './views/Timeline.tsx';
import { Versions } from './views/Versions.tsx';

export default function Stage({ scene }: StageProps<Scene>) {
  // The words of the drafts come with the lesson, not with the first step that has some.
  useTranslation('drafts');
  return (
    <div className={styles.lesson}>
      <div className={styles.inputs}>
        {scene.inputs.map((name) => (
          <Input key={name} name={name} />
        ))}
        <Examples />
      </div>
      <Timeline timeline={scene.timeline} />
      <Picture scene={scene} />
    </div>
  );
}

function Picture({ scene }: StageProps<Scene>) {
  switch (scene.kind) {
    case 'era':
      return <Era scene={scene} />;
    case 'derive':
      return <Derive scene={scene} />;
    case 'versions':
      return <Versions scene={scene} />;
    case 'facts':
      return <Facts scene={scene} />;
    case 'table':
      return <Table scene={scene} />;
  }
}
