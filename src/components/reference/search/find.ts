import MiniSearch from 'minisearch';
import type { Language } from '../../words/languages.ts';
import { distance, pageHref, rangeOf } from '../link.ts';
import { bytesIn } from './bytes.ts';
import type { Entry } from './entries.ts';
import { normal, tokensOfQuery, tokensOfText } from './tokens.ts';

export interface Finder {
  /** The best first. `language` is the one on show: it counts more, and the other is searched as well. */
  find(text: string, language: Language): readonly Found[];
}

export type Found =
  | { readonly is: 'entry'; readonly entry: Entry }
  /** What was typed are bytes themselves. */
  | { readonly is: 'bytes'; readonly bytes: string };

const MOST = 12;

/** How well a name fits what was typed; what only occurs in the texts comes below all of these, by its score. */
const FIT = {
  title: 100,
  otherTitle: 97,
  name: 90,
  range: 70,
  beginning: 60,
  nameBeginning: 50,
  words: 40,
  mistyped: 30,
} as const;
/** Enough to say that this, and no bytes, was meant. */
const SURE = FIT.name * 0.9;

/** Between equals: what one looks up first. */
const WEIGHT: Readonly<Record<Entry['kind'], number>> = {
  opcode: 1,
  // Some headers and the fields that hold their values have one name.
  header: 0.998,
  field: 0.995,
  close: 0.99,
  draft: 0.96,
  misconception: 0.955,
  rule: 0.95,
  tool: 0.97,
  lesson: 0.85,
};

const LONGEST_NAME = 32;

interface Document {
  readonly id: number;
  readonly 'title-en': string;
  readonly 'title-zh': string;
  readonly names: string;
  readonly 'says-en': string;
  readonly 'says-zh': string;
  readonly 'more-en': string;
  readonly 'more-zh': string;
}

const FIELDS = ['title-en', 'title-zh', 'names', 'says-en', 'says-zh', 'more-en', 'more-zh'] as const;

/** Makes the index: some milliseconds, once. */
export function finderOf(entries: readonly Entry[]): Finder {
  const index = new MiniSearch<Document>({
    fields: [...FIELDS],
    tokenize: tokensOfText,
    processTerm: (term) => term,
    searchOptions: { tokenize: tokensOfQuery, processTerm: (term) => term },
  });
  index.addAll(
    entries.map(({ code, title, says, more, names }, id) => ({
      id,
      'title-en': `${code ?? ''} ${title.en}`,
      'title-zh': `${code ?? ''} ${title.zh}`,
      names: names.join(' '),
      'says-en': says.en,
      'says-zh': says.zh,
      'more-en': more.en,
      'more-zh': more.zh,
    })),
  );
  const known = entries.map((entry) => ({
    entry,
    en: normal(entry.title.en),
    zh: normal(entry.title.zh),
    names: new Set(entry.names.map(normal)),
  }));

  return {
    find(text, language) {
      const typed = normal(text);
      if (typed === '') return entries.filter(({ kind }) => kind === 'tool').map((entry) => ({ is: 'entry', entry }));
      const bytes = bytesIn(text);
      const scores = new Map(hits(index, text, language).map(({ id, score }) => [id as number, score]));
      const page = closePage(typed);
      const fits = known.map(({ entry, en, zh, names }, i) => {
        const own = language === 'en' ? en : zh;
        const other = language === 'en' ? zh : en;
        const fit =
          page === entry.href
            ? entry.code === typed.replace(/\D/g, '')
              ? FIT.title
              : FIT.range
            : fitOf(typed, own, other, names);
        return {
          entry,
          fit: fit * WEIGHT[entry.kind],
          score: (scores.get(i) ?? 0) * WEIGHT[entry.kind],
          en,
          zh,
          names,
        };
      });
      const missed = typed.length > 3 && fits.every(({ fit }) => fit === 0);
      const ranked = fits
        .map((one) => (missed ? { ...one, fit: mistyped(typed, [one.en, one.zh, ...one.names]) } : one))
        .filter(({ fit, score }) => fit > 0 || score > 0)
        .sort((a, b) => b.fit - a.fit || b.score - a.score);
      const found = ranked.slice(0, MOST).map(({ entry }): Found => ({ is: 'entry', entry }));
      if (bytes === null) return found;
      const sure = (ranked[0]?.fit ?? 0) >= SURE;
      return sure ? [...found, { is: 'bytes', bytes }] : [{ is: 'bytes', bytes }, ...found];
    },
  };
}

function fitOf(typed: string, own: string, other: string, names: ReadonlySet<string>): number {
  if (own === typed) return FIT.title;
  if (other === typed) return FIT.otherTitle;
  if (names.has(typed)) return FIT.name;
  if (typed.length < 2) return 0;
  if (own.startsWith(typed) || other.startsWith(typed)) return FIT.beginning;
  if ([...names].some((name) => name.startsWith(typed))) return FIT.nameBeginning;
  const words = typed.split(' ');
  return words.every((word) => own.includes(word)) || words.every((word) => other.includes(word)) ? FIT.words : 0;
}

/** How near a mistyped name is to a right one; 0 where it is none. */
function mistyped(typed: string, names: readonly string[]): number {
  // A sentence is no name.
  if (typed.length > LONGEST_NAME) return 0;
  const limit = Math.floor(typed.length / 3);
  const far = Math.min(
    ...names.map((name) => (Math.abs(name.length - typed.length) > limit ? Infinity : distance(typed, name))),
  );
  return far <= limit ? FIT.mistyped - far : 0;
}

/** All words as they are; where nothing has them, something like all of them; where nothing has, something like any. */
function hits(index: MiniSearch<Document>, text: string, language: Language) {
  const boost = {
    'title-en': 6,
    'title-zh': 6,
    names: 4,
    'says-en': 2,
    'says-zh': 2,
    [`title-${language}`]: 9,
    [`says-${language}`]: 3,
  };
  const prefix = true;
  // Mistyped names are looked for by themselves; in the texts one letter, or two of a long word, may be wrong.
  const fuzzy = (term: string) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false);
  const exact = index.search(text, { boost, prefix, combineWith: 'AND' });
  if (exact.length > 0) return exact;
  const near = index.search(text, { boost, prefix, fuzzy, combineWith: 'AND' });
  return near.length > 0 ? near : index.search(text, { boost, prefix, fuzzy, combineWith: 'OR' });
}

/** `1006`, `close 1006`, `关闭码 4567`: the page of that code, or of its range. */
function closePage(typed: string): string | null {
  const [, word, number] = /^(close|close code|code|status|error|websocket|关闭码|错误)? ?(\d{3,5})$/.exec(typed) ?? [];
  if (number === undefined) return null;
  const code = Number(number);
  // Three digits alone are a status of HTTP before they are an unused close code.
  if (word === undefined && code < 1000) return null;
  const range = rangeOf(code);
  return pageHref({ kind: 'close', id: range ?? String(code) });
}
