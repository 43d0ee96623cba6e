/** Arithmetic of the axis, without React. Places are percent of its width. */

import type { Delivery } from '../../protocol/delivery/model.ts';

export function placeOf(time: number, duration: number): number {
  return duration > 0 ? (time / duration) * 100 : 0;
}

/** A label over a place of the axis. */
export interface Pin {
  readonly at: number;
  readonly text: string;
  /** Where it has room: on every axis, on a wide one, on none. */
  readonly room: 'always' | 'wide' | 'never';
}

/** Widths of an axis, in characters of its labels, that a wide stage and a phone have at least. */
const WIDE = 110;
const NARROW = 34;

/** Labels in their order, without overlap: who comes later gives way. */
export function pinsOf(labels: readonly { readonly at: number; readonly text: string }[]): readonly Pin[] {
  const ends = { always: Number.NEGATIVE_INFINITY, wide: Number.NEGATIVE_INFINITY };
  return labels.map(({ at, text }) => {
    const half = (text.length + 1.6) / 2;
    const fits = (chars: number, end: number) => (at / 100) * chars - half >= end;
    const wide = fits(WIDE, ends.wide);
    const room = wide && fits(NARROW, ends.always) ? 'always' : wide ? 'wide' : 'never';
    if (room === 'always') ends.always = (at / 100) * NARROW + half;
    if (room !== 'never') ends.wide = (at / 100) * WIDE + half;
    return { at, text, room };
  });
}

/** Numbers of events from 1: `3`, `3–5`. They always follow one another. */
export function numbersText(indexes: readonly number[]): string {
  const [first = 0] = indexes;
  const last = indexes.at(-1) ?? first;
  return last === first ? String(first + 1) : `${first + 1}–${last + 1}`;
}

/** Messages of the page have letters: a … z, then a2 … */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(0x61 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}

/**
 * The moments next to one, at which something leaves, arrives or happens, or the axis begins or ends; undefined where there
 * is none. What is no further away than `least` is the same moment.
 */
export function neighboursOf(
  deliveries: readonly Delivery[],
  events: readonly number[],
  { duration, time, least }: { readonly duration: number; readonly time: number; readonly least: number },
): { readonly before: number | undefined; readonly after: number | undefined } {
  let before = -1;
  let after = Number.POSITIVE_INFINITY;
  const look = (moment: number) => {
    if (moment < time - least) before = Math.max(before, moment);
    else if (moment > time + least && moment <= duration) after = Math.min(after, moment);
  };
  for (const moment of [0, duration, ...events]) look(moment);
  for (const { exchanges } of deliveries) {
    for (const { transits } of exchanges) {
      for (const { leaves, arrives } of transits) {
        look(leaves);
        look(arrives);
      }
    }
  }
  return { before: before < 0 ? undefined : before, after: after > duration ? undefined : after };
}

/** Events that happen in one place of the axis share a label. */
export function bunchesOf(
  events: readonly number[],
  duration: number,
): readonly { readonly at: number; readonly text: string }[] {
  const bunches: number[][] = [];
  for (const [i, at] of events.entries()) {
    const bunch = bunches.at(-1);
    const first = events[bunch?.[0] ?? 0] ?? 0;
    if (bunch && placeOf(at - first, duration) < BUNCH) bunch.push(i);
    else bunches.push([i]);
  }
  return bunches.map((bunch) => ({ at: placeOf(events[bunch[0] ?? 0] ?? 0, duration), text: numbersText(bunch) }));
}

/** So near, in percent, nobody sees two. */
const BUNCH = 0.3;

/** Long axes count seconds, stretched ones milliseconds. */
export function unitOf(duration: number): 's' | 'ms' {
  return stepOf(duration) < 1000 ? 'ms' : 's';
}

function stepOf(duration: number): number {
  return (
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => duration / one <= 12) ??
    Math.max(1, Math.ceil(duration / 10))
  );
}

/** Ticks of an axis. */
export function ticksOf(duration: number): readonly { readonly at: number; readonly text: string }[] {
  const step = stepOf(duration);
  const ticks: { at: number; text: string }[] = [];
  for (let time = 0; time <= duration; time += step) {
    ticks.push({ at: placeOf(time, duration), text: String(step < 1000 ? time : time / 1000) });
  }
  return ticks;
}
