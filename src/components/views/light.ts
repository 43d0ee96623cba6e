import { type Light, type Lights, touch } from './linked.ts';

/** How bits look: the letters of both lights, for class names and for telling whether anything changed. */
export type Glow = '' | 's' | 'l';

const GLOW = { self: 's', linked: 'l' } as const;

export function glow(light: Light | undefined, start: number, end: number): Glow {
  const how = touch(light, start, end);
  return how ? GLOW[how] : '';
}

interface Both {
  readonly selected: Lights;
  readonly hovered: Lights;
}

/** Values of `data-selected` and `data-hovered`: `s` itself, `l` linked to it, absent otherwise. */
export function glows(lights: Both, source: string, start: number, end: number) {
  return {
    'data-selected': glow(lights.selected.get(source), start, end) || undefined,
    'data-hovered': glow(lights.hovered.get(source), start, end) || undefined,
  };
}
