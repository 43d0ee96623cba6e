import type { Direction } from '../bytes/span.ts';

export type PlaceKind = 'request' | 'response' | 'unparsed' | 'rest' | 'frame' | 'message';

/** What a part's path names. `index` is -1 for everything but frames and messages. */
export interface Place {
  readonly direction: Direction;
  readonly kind: PlaceKind;
  readonly index: number;
}

const PATH =
  /^(client-to-server|server-to-client)\/(?:(request|response|unparsed|rest)|(frame|message)\/(0|[1-9]\d{0,9}))(?:\/|$)/;

/** Reads the path of a part, or of anything inside it; null for anything else. */
export function parsePath(path: string): Place | null {
  const [, direction, front, numbered, index] = PATH.exec(path) ?? [];
  if (direction === undefined) return null;
  return {
    direction: direction as Direction,
    kind: (front ?? numbered) as PlaceKind,
    index: index === undefined ? -1 : Number(index),
  };
}

/** The path of the part that `place` names. */
export function partPath({ direction, kind, index }: Place): string {
  return index < 0 ? `${direction}/${kind}` : `${direction}/${kind}/${index}`;
}
