import type { Ask, Code, Onward, Said } from '../../components/lesson/lesson.ts';
import type { Scene } from './scene.ts';
import type { texts } from './texts.ts';

/** A step without its id. */
export type Body = Said<typeof texts> & {
  readonly scene: Scene;
  readonly sections: readonly string[];
  readonly code?: Code;
  readonly ask?: Ask;
  readonly onward?: Onward;
};

/** A place in the lesson; its body is made when somebody looks. */
export interface Draft {
  readonly phase: string;
  readonly id: string;
  readonly make: () => Body;
}
