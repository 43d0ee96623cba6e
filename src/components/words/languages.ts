/** The languages of the site, each by the name its readers use. */
export const LANGUAGES = {
  en: { label: 'English', short: 'EN', tag: 'en' },
  zh: { label: '简体中文', short: '中文', tag: 'zh-Hans' },
} as const;

export type Language = keyof typeof LANGUAGES;

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}

/** The first of a browser's languages that we speak; English if none. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}
