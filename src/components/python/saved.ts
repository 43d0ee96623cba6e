import { objectOf, textsOf } from '../state/unknown.ts';
import { START_IDS, type StartId } from './link.ts';

/** What this browser remembers of the room: code that was written, and the bytes. It never leaves the browser. */
export interface Saved {
  readonly start: StartId;
  /** Code that was changed, by what it began with. */
  readonly codes: Partial<Record<StartId, string>>;
  readonly text: string | null;
}

const KEY = 'websocket-101-python';
/** Characters of one code: nobody writes more by hand. */
const MOST = 100_000;

/** What can be used of a stored text. */
export function parseSaved(text: string | null): Saved {
  let stored: Readonly<Record<string, unknown>> = {};
  try {
    stored = objectOf(JSON.parse(text ?? 'null'));
  } catch {
    // Rubbish: as if there were nothing.
  }
  const codes = Object.entries(textsOf(stored.codes)).filter(
    ([id, code]) => START_IDS.some((known) => known === id) && code.length <= MOST,
  );
  return {
    start: START_IDS.find((id) => id === stored.start) ?? 'own',
    codes: Object.fromEntries(codes),
    text: typeof stored.text === 'string' && stored.text.length <= MOST ? stored.text : null,
  };
}

/** Storage may be forbidden or full: the room then begins anew each time. */
export function readSaved(): Saved {
  try {
    return parseSaved(localStorage.getItem(KEY));
  } catch {
    return parseSaved(null);
  }
}

export function writeSaved(saved: Saved): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(saved));
  } catch {
    // Not being remembered is no reason to fail.
  }
}
