import { PREFERENCES_KEY, parsePreferences, type Theme, usePreferences } from '../state/preferences.ts';
import { browserLanguage, changeLanguage } from '../words/i18n.ts';

/** Browser bars take the colour of the paper. */
function paintTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute('content', paper);
}

/** Keeps the document's theme and language as chosen, in this window or in another one, or as the browser has them where nothing was chosen. */
export function followPreferences(): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === PREFERENCES_KEY && newValue !== null) usePreferences.setState(parsePreferences(newValue));
  });
  paintTheme(usePreferences.getState().theme);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    paintTheme(usePreferences.getState().theme),
  );
  usePreferences.subscribe((now, before) => {
    if (now.theme !== before.theme) paintTheme(now.theme);
    if (now.language !== before.language) void changeLanguage(now.language ?? browserLanguage());
  });
}
