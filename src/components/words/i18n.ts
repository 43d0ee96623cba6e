import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, LANGUAGES, type Language, preferredLanguage } from './languages.ts';
import type { Namespace } from './resources.ts';

type Words = Record<string, unknown>;

/** The words of the first view come together, one file per language. */
const first: Record<string, () => Promise<Words>> = {
  en: () => import('./first/en.ts'),
  zh: () => import('./first/zh.ts'),
};

/** All others: one file per language and namespace, fetched when a room first asks for it. */
const others = import.meta.glob<{ default: Words }>(['./en/*.ts', './zh/*.ts', '!./*/{shell,home,views,opcodes}.ts']);

async function firstWords(language: string, namespace: string): Promise<Words> {
  const words = (await first[language]?.())?.[namespace];
  if (typeof words !== 'object' || words === null) throw new Error(`no words: ${language}/${namespace}`);
  return words as Words;
}

/** The words of one language and namespace as they stand in the file. Which language is shown has nothing to do with it. */
export async function wordsIn(language: Language, namespace: Namespace): Promise<Words> {
  const other = others[`./${language}/${namespace}.ts`];
  return other === undefined ? firstWords(language, namespace) : (await other()).default;
}

/** Whether a room wants, or has wanted, the words of all fields, and not only of those in the first view. */
let allFields = false;

async function wordsNow(language: Language, namespace: Namespace): Promise<Words> {
  if (namespace === 'fields' && !allFields) {
    const some = await firstWords(language, namespace);
    if (!allFields) return some;
  }
  return wordsIn(language, namespace);
}

const lazyFiles: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    wordsNow(language as Language, namespace as Namespace).then(
      (words) => done(null, words),
      (error: Error) => done(error, false),
    );
  },
};

/** Starts the words in one language and waits for those of the shell. */
export async function startWords(language: Language): Promise<void> {
  i18next.on('languageChanged', (now) => {
    if (isLanguage(now) && typeof document !== 'undefined') document.documentElement.lang = LANGUAGES[now].tag;
  });
  await i18next
    .use(lazyFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: Object.keys(LANGUAGES),
      // A missing key is a type error, not something to mend at run time by fetching a second language.
      fallbackLng: false,
      load: 'currentOnly',
      ns: ['shell'],
      defaultNS: 'shell',
      // React escapes, and words hold no HTML.
      interpolation: { escapeValue: false },
      showSupportNotice: false,
    });
}

/** Fetches namespaces ahead of their use, so that no view has to wait for its words. */
export async function loadWords(...namespaces: Namespace[]): Promise<void> {
  const more = namespaces.includes('fields') ? loadAllFields() : null;
  await Promise.all([more, i18next.loadNamespaces(namespaces)]);
}

/** The same for the first view, which shows few of the fields. */
export function loadFirstWords(...namespaces: Namespace[]): Promise<void> {
  return i18next.loadNamespaces(namespaces);
}

/** Puts the other fields beside those of the first view, in every language that has these. */
async function loadAllFields(): Promise<void> {
  allFields = true;
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    if (i18next.hasResourceBundle(language, 'fields'))
      i18next.addResourceBundle(language, 'fields', await wordsIn(language, 'fields'));
  }
}

/** Changes the language once all words already in use are there: nobody sees a key or a mixture. */
export function changeLanguage(language: Language): Promise<unknown> {
  return i18next.changeLanguage(language);
}

export function browserLanguage(): Language {
  return preferredLanguage(navigator.languages);
}
