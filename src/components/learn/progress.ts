import { create } from 'zustand';
import { isCount, objectOf, textsOf } from '../state/unknown.ts';

/** Where somebody was in a lesson. */
export interface Progress {
  readonly step: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Place of the step, and how many there were, as the map draws it. */
  readonly index: number;
  readonly count: number;
  /** The last step has been seen. */
  readonly finished: boolean;
}

interface Remembered {
  /** The lesson that was open last. */
  readonly last: string | null;
  readonly lessons: Readonly<Record<string, Progress>>;
}

const KEY = 'websocket-101-course';

/** What can be used of something that was stored, perhaps by another version or by hand. */
export function readRemembered(stored: unknown): Remembered {
  const { last, lessons } = objectOf(stored);
  const found = Object.entries(objectOf(lessons)).flatMap(([id, entry]): [string, Progress][] => {
    const { step, inputs, index, count, finished } = objectOf(entry);
    if (typeof step !== 'string' || !isCount(index) || !isCount(count) || index >= count) return [];
    return [[id, { step, inputs: textsOf(inputs), index, count, finished: finished === true }]];
  });
  return { last: typeof last === 'string' ? last : null, lessons: Object.fromEntries(found) };
}

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

export const useProgress = create<Remembered>()(() => readRemembered(stored()));

export function progressIn({ lessons }: Remembered, lesson: string): Progress | null {
  return Object.hasOwn(lessons, lesson) ? (lessons[lesson] ?? null) : null;
}

export function remembered(lesson: string): Progress | null {
  return progressIn(useProgress.getState(), lesson);
}

let waiting: ReturnType<typeof setTimeout> | undefined;
/** Lessons that were gone on with in this window since it last wrote. */
const changed = new Set<string>();

/** Once finished, a lesson stays so. */
export function remember(lesson: string, progress: Omit<Progress, 'finished'>): void {
  const finished = progress.index === progress.count - 1 || remembered(lesson)?.finished === true;
  useProgress.setState(({ lessons }) => ({
    last: lesson,
    lessons: { ...lessons, [lesson]: { ...progress, finished } },
  }));
  changed.add(lesson);
  // A drag passes a hundred steps a second; one write at its end will do.
  clearTimeout(waiting);
  waiting = setTimeout(write, 300);
}

/** Another window may have written meanwhile: only what changed here is put into what is there. */
function write(): void {
  const { last, lessons } = useProgress.getState();
  const there = readRemembered(stored()).lessons;
  const here = Object.fromEntries(Object.entries(lessons).filter(([id]) => changed.has(id)));
  try {
    localStorage.setItem(KEY, JSON.stringify({ last, lessons: { ...there, ...here } }));
    changed.clear();
  } catch {
    // Not being remembered is no reason to fail.
  }
}
