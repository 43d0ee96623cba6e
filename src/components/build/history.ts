/** States one can go back to, and forward again. Knows nothing of what they are. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change belongs to: another one with the same tag goes on with it. Null for none. */
  readonly tag: string | null;
}

/** States kept behind the present one. */
const MOST = 200;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], tag: null };
}

/** With a new state. Letters typed into one box have one tag, and are taken back together. */
export function changed<T>(history: History<T>, present: T, tag: string | null = null): History<T> {
  if (Object.is(present, history.present)) return history;
  if (tag !== null && tag === history.tag) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-MOST), present, future: [], tag };
}

/** The next change, whatever its tag, is one of its own. */
export function sealed<T>(history: History<T>): History<T> {
  return history.tag === null ? history : { ...history, tag: null };
}

export function undone<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return { past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future], tag: null };
}

export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, tag: null };
}
