import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './components/styles/fonts.css';
import './components/styles/tokens.css';
import './components/styles/base.css';
import type { MapEntry } from './components/lesson/course.ts';
import { App } from './components/shell/App.tsx';
import { followPreferences } from './components/shell/appearance.ts';
import { switchToNewest, workOffline } from './components/shell/offline.ts';
import { roomAt } from './components/shell/rooms.ts';
import { usePreferences } from './components/state/preferences.ts';
import { browserLanguage, startWords } from './components/words/i18n.ts';
import { courseOf } from './lessons/entries.ts';

/** Not awaited at the top level: rooms import parts of this file's chunk, and would wait for it while it waits for them. */
async function start(root: HTMLElement, map: readonly MapEntry[]): Promise<void> {
  await switchToNewest();
  followPreferences();
  await startWords(usePreferences.getState().language ?? browserLanguage());
  // The first room and its words are fetched before React takes over, so that the page does not blink.
  await roomAt(location.hash)
    ?.load()
    .catch(() => {});
  createRoot(root).render(
    <StrictMode>
      <App course={courseOf(map)} />
    </StrictMode>,
  );
  workOffline();
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found;
}

// Data, not code: see scripts/build/first-view.ts.
void start(part('root'), JSON.parse(part('course').textContent));
