import type { Step, Texts } from './lesson.ts';
import type { Value } from './value.ts';

/** Makes steps that are named like their text, and whose scene follows from what all steps share and a view of it. */
export function stepMaker<T extends Texts, Shared, View, Scene>(sceneOf: (shared: Shared, view: View) => Scene) {
  type Made = Step<T, Scene>;
  return <Id extends keyof T & string>(
    shared: Shared,
    id: Id,
    values: Readonly<Record<T[Id][number], Value>>,
    view: View,
    sections: readonly string[],
    extra: Pick<Made, 'code' | 'ask' | 'onward'> = {},
  ): Made => ({ id, text: id, values, scene: sceneOf(shared, view), sections, ...extra }) as Made;
}
