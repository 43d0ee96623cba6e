import type { ComponentType } from 'react';
import Home from '../home/Home.tsx';
import { loadFirstWords, loadWords } from '../words/i18n.ts';
import type { Namespace } from '../words/resources.ts';
import { type Fetched, fetched } from './fetched.ts';

export type RoomId = 'home' | 'learn' | 'decode' | 'build' | 'python' | 'reference';

/** What is fetched are its code and its words. */
export interface Room extends Fetched<ComponentType> {
  readonly id: RoomId;
  readonly href: string;
}

/** A room and its words arrive together, so that it never shows itself without them. */
function room(
  id: RoomId,
  href: string,
  code: () => Promise<{ default: ComponentType }>,
  words: readonly Namespace[],
  load = loadWords,
): Room {
  const view = fetched(async () => {
    const [module] = await Promise.all([code(), load(...words)]);
    return module.default;
  });
  return { id, href, ...view };
}

/** The rooms that exist, in the order of the header. Home comes with the entry: it is most people's first view. */
export const ROOMS: readonly Room[] = [
  room('home', '/', async () => ({ default: Home }), ['home', 'views', 'fields', 'opcodes'], loadFirstWords),
  room('learn', '/learn', () => import('../learn/Learn.tsx'), ['learn', 'views', 'fields', 'codes', 'rules']),
  room('decode', '/decode', () => import('../decode/Decode.tsx'), [
    'decode',
    'views',
    'fields',
    'opcodes',
    'codes',
    'rules',
    'input',
  ]),
  room('build', '/build', () => import('../build/Build.tsx'), [
    'build',
    'decode',
    'views',
    'fields',
    'opcodes',
    'codes',
    'rules',
  ]),
  room('python', '/python', () => import('../python/Python.tsx'), ['python', 'decode', 'views', 'opcodes', 'rules']),
  room('reference', '/reference', () => import('../reference/Reference.tsx'), [
    'reference',
    'views',
    'fields',
    'opcodes',
    'codes',
    'rules',
    'drafts',
    'misconceptions',
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
