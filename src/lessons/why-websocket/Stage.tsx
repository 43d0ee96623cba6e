import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import styles from './Stage.module.css';
import type { Scene } from './scene.ts';
import { AxisView } from './views/AxisView.tsx';
import { BarsView } from './views/BarsView.tsx';
import { ClientsView } from './views/ClientsView.tsx';
import { FiguresView } from './views/FiguresView.tsx';
import { HeadsView } from './views/HeadsView.tsx';

export default function Stage({ scene }: StageProps<Scene>) {
  return (
    <>
      {scene.inputs.length > 0 && (
        <div className={styles.inputs}>
          {scene.inputs.map((name) => (
            <Input key={name} name={name} />
          ))}
          <Examples />
        </div>
      )}
      <Picture scene={scene} />
    </>
  );
}

function Picture({ scene }: StageProps<Scene>) {
  switch (scene.kind) {
    case 'axis':
      return <AxisView scene={scene} />;
    case 'heads':
      return <HeadsView scene={scene} />;
    case 'bars':
      return <BarsView scene={scene} />;
    case 'clients':
      return <ClientsView scene={scene} />;
    case 'figures':
      return <FiguresView scene={scene} />;
  }
}
