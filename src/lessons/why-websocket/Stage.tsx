import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import { fields } from './inputs.ts';
import styles from './Stage.module.css';
import type { Scene } from './scene.ts';
import { AxisView } from './views/AxisView.tsx';
import { BarsView } from './views/BarsView.tsx';
import { ClientsView } from './views/ClientsView.tsx';
import { FiguresView } from './views/FiguresView.tsx';
import { HeadsView } from './views/HeadsView.tsx';

export default function Stage({ scene }: StageProps<Scene>) {
  const large = scene.inputs.filter((name) => fields[name].kind === 'lines');
  const small = scene.inputs.filter((name) => !large.includes(name));
  return (
    <div className={styles.lesson}>
      {scene.inputs.length > 0 && (
        <div className={styles.inputs}>
          {small.map((name) => (
            <Input key={name} name={name} />
          ))}
          <Examples />
        </div>
      )}
      {large.length > 0 && (
        <div className={styles.texts}>
          {large.map((name) => (
            <Input key={name} name={name} />
          ))}
        </div>
      )}
      <Picture scene={scene} />
    </div>
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
