/** What travels from one picture to the next, and how far. No DOM: places come in, moves go out. */

/** A rectangle in pixels, measured from a corner of the stage. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Traveller {
  readonly id: string;
  readonly from: string | null;
  readonly place: Place;
}

/** Where the traveller at `index` starts, seen from where it stands now: its centre, and its size. */
export interface Move {
  readonly index: number;
  readonly dx: number;
  readonly dy: number;
  readonly scale: number;
}

/** Less than this, in pixels, is no move. */
const STILL = 2;

/**
 * What was there before moves from its old place. What is new moves from the thing it came from: where that was, or
 * where it is if it was not there either. Things come from things only on the way forward.
 */
export function movesBetween(
  before: ReadonlyMap<string, Place>,
  now: readonly Traveller[],
  forward: boolean,
): readonly Move[] {
  const places = new Map<string, Place>();
  for (const { id, place } of now) if (!places.has(id)) places.set(id, place);
  return now.flatMap(({ id, from, place }, index) => {
    const start =
      before.get(id) ?? (forward && from !== null && from !== id ? (before.get(from) ?? places.get(from)) : undefined);
    if (start === undefined || place.width === 0 || place.height === 0 || start.height === 0) return [];
    const dx = start.x + start.width / 2 - place.x - place.width / 2;
    const dy = start.y + start.height / 2 - place.y - place.height / 2;
    if (Math.hypot(dx, dy) < STILL) return [];
    return [{ index, dx, dy, scale: start.height / place.height }];
  });
}
