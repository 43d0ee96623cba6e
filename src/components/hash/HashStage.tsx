import type { ReactNode } from 'react';
import { ExpandPanel, FoldPanel, ReadPanel, RoundPanel } from './BlockPanels.tsx';
import { BorderPanel } from './BorderPanel.tsx';
import { DigestPanel, OverviewPanel } from './EdgePanels.tsx';
import styles from './HashStage.module.css';
import { PaddingPanel } from './PaddingPanel.tsx';
import { Strip } from './Strip.tsx';
import type { HashScene } from './scene.ts';
import { WordGrid } from './WordGrid.tsx';

interface HashStageProps {
  readonly scene: HashScene;
  /** The inputs of the lesson. */
  readonly children: ReactNode;
}

/** The stage of a hash lesson. Every part has one place for all steps, so that nothing jumps while the scrubber is dragged. */
export function HashStage({ scene, children }: HashStageProps) {
  return (
    <div className={styles.hash}>
      <div className={styles.inputs}>{children}</div>
      <Strip setting={scene} />
      {'grid' in scene ? (
        <div className={styles.block}>
          <Panel scene={scene} />
          <WordGrid algorithm={scene.algorithm} grid={scene.grid} order={scene.kind === 'round' ? scene.order : null} />
        </div>
      ) : (
        <div className={styles.wide} data-kind={scene.kind}>
          <Panel scene={scene} />
        </div>
      )}
    </div>
  );
}

function Panel({ scene }: { readonly scene: HashScene }) {
  switch (scene.kind) {
    case 'overview':
      return <OverviewPanel scene={scene} />;
    case 'padding':
      return <PaddingPanel scene={scene} />;
    case 'border':
      return <BorderPanel scene={scene} />;
    case 'read':
      return <ReadPanel scene={scene} />;
    case 'expand':
      return <ExpandPanel scene={scene} />;
    case 'round':
      return <RoundPanel scene={scene} />;
    case 'fold':
      return <FoldPanel scene={scene} />;
    case 'digest':
      return <DigestPanel scene={scene} />;
  }
}
