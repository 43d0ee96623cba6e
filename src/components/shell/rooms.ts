import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import Home from '../home/Home.tsx';
import { loadWords } from '../words/i18n.ts';
import type { Namespace } from '../words/resources.ts';

export type RoomId = 'home' | 'decode';

interface Room {
  readonly id: RoomId;
  readonly href: string;
  /** Fetches code and words. Safe to call ahead of need and more than once. */
  readonly load: () => Promise<{ default: ComponentType }>;
  readonly View: LazyExoticComponent<ComponentType>;
}

/** A room and its words arrive together, so that it never shows itself without them. */
function room(
  id: RoomId,
  href: string,
  code: () => Promise<{ default: ComponentType }>,
  words: readonly Namespace[],
): Room {
  const load = async () => {
    const [module] = await Promise.all([code(), loadWords(...words)]);
    return module;
  };
  return { id, href, load, View: lazy(load) };
}

/** The rooms that exist, in the order of the header. Home comes with the entry: it is most people's first view. */
export const ROOMS: readonly Room[] = [
  room('home', '/', async () => ({ default: Home }), ['home', 'views', 'fields', 'codes']),
  room('decode', '/decode', () => import('../decode/Decode.tsx'), [
    'decode',
    'views',
    'fields',
    'codes',
    'rules',
    'input',
  ]),
];

/**
 * The room of a hash location such as `/`, `/decode`, `/decode/…` or `/decode?…`; undefined where there is none.
 * What follows the room's name is the room's own business.
 */
export function roomAt(location: string): Room | undefined {
  const name = location.replace(/^#?\/?/, '').split(/[/?&]/, 1)[0];
  return ROOMS.find((room) => room.href === `/${name}`);
}
