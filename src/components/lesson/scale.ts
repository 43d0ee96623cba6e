/** A slider for whole numbers of any size: equal ways on it are equal factors. */

/** Places for each doubling. */
const STEPS = 100;

/** What a scale runs over: numbers with a place of their own, in rising order, the smallest and the largest included. */
export type Marks = readonly bigint[];

/** The last place of the slider; the first is 0. */
export function lastPlace(marks: Marks): number {
  return placesOf(marks).at(-1) ?? 0;
}

/** Where a number is. A mark has its place to itself; other numbers share theirs. */
export function placeOf(value: bigint, marks: Marks): number {
  const places = placesOf(marks);
  const at = marks.findLastIndex((mark) => mark <= value);
  const here = places[at] ?? 0;
  if (marks[at] === value) return here;
  const next = places[at + 1] ?? here;
  return Math.max(here, Math.min(next, natural(value)));
}

/** The number at a place; never falls as the place rises. */
export function valueAt(place: number, marks: Marks): bigint {
  const places = placesOf(marks);
  const at = places.findLastIndex((one) => one <= place);
  const here = marks[at] ?? 0n;
  if (places[at] === place) return here;
  const next = marks[at + 1] ?? here;
  const value = scaled(place);
  return value < here ? here : value > next ? next : value;
}

/** Where a key leads: arrows by one, pages by a factor of ten; null where it is none of ours. */
export function movedBy(key: string, value: bigint, marks: Marks): bigint | null {
  const least = marks[0] ?? 0n;
  const most = marks.at(-1) ?? 0n;
  const inside = (to: bigint) => (to < least ? least : to > most ? most : to);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return inside(value + 1n);
    case 'ArrowLeft':
    case 'ArrowDown':
      return inside(value - 1n);
    case 'PageUp':
      return inside(value === 0n ? 1n : value * 10n);
    case 'PageDown':
      return inside(value / 10n);
    case 'Home':
      return least;
    case 'End':
      return most;
    default:
      return null;
  }
}

/** A number as people say it: large ones near a power of two by that power. */
export function shortNumber(value: bigint): string {
  for (const [near, rest] of [
    [value, ''],
    [value + 1n, ' − 1'],
    [value - 1n, ' + 1'],
  ] as const) {
    const power = near.toString(2).length - 1;
    if (power >= 20 && near === 1n << BigInt(power)) return `2${superscript(power)}${rest}`;
  }
  return String(value);
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export function superscript(power: number): string {
  return Array.from(String(power), (digit) => RAISED[Number(digit)]).join('');
}

/** Neighbours that would share a place get one each. */
function placesOf(marks: Marks): number[] {
  const places: number[] = [];
  for (const mark of marks) places.push(Math.max(natural(mark), (places.at(-1) ?? -1) + 1));
  return places;
}

function natural(value: bigint): number {
  return Math.round(STEPS * Math.log2(Number(value) + 1));
}

/** 53 bits of it are worked out, the others are 0. */
function scaled(place: number): bigint {
  const whole = Math.floor(place / STEPS);
  const fraction = 2 ** (place / STEPS - whole);
  const exact = BigInt(Math.round(fraction * 2 ** 52)) << BigInt(whole);
  return ((exact + (1n << 51n)) >> 52n) - 1n;
}
