import { type ReactNode, useRef } from 'react';
import styles from './Stage.module.css';
import { Travel } from './Travel.tsx';
import { useFit } from './useFit.ts';

interface StageFrameProps {
  /** Index of the step: things travel when it moves by one. */
  readonly stepKey: number;
  /** The picture in words, for those who do not see it. */
  readonly description: ReactNode;
  readonly children: ReactNode;
}

/** Round every stage: the measure of its sizes, what makes things travel, and the picture in words. */
export function StageFrame({ stepKey, description, children }: StageFrameProps) {
  const frame = useRef<HTMLElement>(null);
  useFit(frame);
  return (
    <figure ref={frame} className={styles.frame}>
      <figcaption className="unseen">{description}</figcaption>
      <Travel step={stepKey} className={styles.stage}>
        {children}
      </Travel>
    </figure>
  );
}
