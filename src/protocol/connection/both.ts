import type { Direction } from '../bytes/span.ts';

/** A value for each direction. */
export type Both<T> = Record<Direction, T>;

export const both = <T>(make: (direction: Direction) => T): Both<T> => ({
  'client-to-server': make('client-to-server'),
  'server-to-client': make('server-to-client'),
});
