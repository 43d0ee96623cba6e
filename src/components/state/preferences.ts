import { create } from 'zustand';
import { isLanguage, type Language } from '../words/languages.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Preferences {
  /** What was chosen here; null leaves it to the browser. */
  readonly language: Language | null;
  readonly theme: Theme;
}

/** `index.html` reads the same entry before the first paint. */
export const PREFERENCES_KEY = 'websocket-101';

/** What can be used of something that was stored, perhaps by another version or by hand. */
export function readPreferences(stored: unknown): Preferences {
  const from = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const theme = THEMES.find((known) => known === from.theme) ?? 'system';
  return { language: isLanguage(from.language) ? from.language : null, theme };
}

/** The same for the text of the entry; any text will do. */
export function parsePreferences(text: string): Preferences {
  try {
    return readPreferences(JSON.parse(text));
  } catch {
    return readPreferences(null);
  }
}

/** Storage may be forbidden, full, absent, or hold rubbish: preferences are then kept until the page closes. */
function stored(): Preferences {
  try {
    return parsePreferences(localStorage.getItem(PREFERENCES_KEY) ?? 'null');
  } catch {
    return readPreferences(null);
  }
}

export const usePreferences = create<Preferences>()(stored);

usePreferences.subscribe((preferences) => {
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
  } catch {
    // Not being remembered is no reason to fail.
  }
});

export function setLanguage(language: Language): void {
  usePreferences.setState({ language });
}

export function setTheme(theme: Theme): void {
  usePreferences.setState({ theme });
}
