import type { ComponentType } from 'react';
import Home from '../home/Home.tsx';
import { loadWords } from '../words/i18n.ts';
import type { Namespace } from '../words/resources.ts';

export type RoomId = 'home' | 'decode';

const RETRY_MS = 1000;

export interface Room {
  readonly id: RoomId;
  readonly href: string;
  /** Fetches code and words. Safe to call ahead of need and more than once. */
  readonly load: () => Promise<ComponentType>;
  /** What `load` gave; undefined until then. */
  readonly here: () => ComponentType | undefined;
}

/** A room and its words arrive together, so that it never shows itself without them. */
function room(
  id: RoomId,
  href: string,
  code: () => Promise<{ default: ComponentType }>,
  words: readonly Namespace[],
): Room {
  let here: ComponentType | undefined;
  let coming: Promise<ComponentType> | undefined;
  const load = () => {
    coming ??= Promise.all([code(), loadWords(...words)]).then(
      ([module]) => {
        here = module.default;
        return module.default;
      },
      (error: unknown) => {
        // It may be there the next time; asked again at once, it would fail again, and the view would ask for ever.
        setTimeout(() => {
          coming = undefined;
        }, RETRY_MS);
        throw error;
      },
    );
    return coming;
  };
  return { id, href, load, here: () => here };
}

/** The rooms that exist, in the order of the header. Home comes with the entry: it is most people's first view. */
export const ROOMS: readonly Room[] = [
  room('home', '/', async () => ({ default: Home }), ['home', 'views', 'fields', 'opcodes']),
  room('decode', '/decode', () => import('../decode/Decode.tsx'), [
    'decode',
    'views',
    'fields',
    'opcodes',
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
