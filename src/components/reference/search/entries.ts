import type { Course } from '../../lesson/course.ts';
import { ROOMS } from '../../shell/rooms.ts';
import type { Language } from '../../words/languages.ts';
import { codeOf, type Kind, keyOf, OPCODES, PAGES } from '../kinds.ts';
import { pageHref } from '../link.ts';
import { type Say, WORDS, wordsOf } from '../words.ts';

type Both = Readonly<Record<Language, string>>;

/** One thing that can be found. */
export interface Entry {
  readonly href: string;
  readonly kind: Kind | 'lesson' | 'tool';
  /** In front of the title: `0x9`, `1006`, the number of a lesson. */
  readonly code: string | null;
  readonly title: Both;
  /** A sentence or two. */
  readonly says: Both;
  /** Searched, not shown. */
  readonly more: Both;
  /** Other names, in either language: typed in full they lead here. */
  readonly names: readonly string[];
}

/** The namespaces it takes to know what can be found. */
export const SEARCHED = [...WORDS, 'shell'] as const;

/** In the order of the header, home last: whoever searches has been there. */
const TOOLS = [...ROOMS].sort((a, b) => Number(a.id === 'home') - Number(b.id === 'home'));

const LANGUAGES = ['en', 'zh'] as const;

export function entriesOf(say: Readonly<Record<Language, Say>>, course: Course): readonly Entry[] {
  const both = (text: (say: Say) => string): Both => ({ en: text(say.en), zh: text(say.zh) });
  const aliases = (kind: string, id: string) =>
    LANGUAGES.flatMap((language) => say[language](`reference:aliases.${kind}.${id}`).split(/[,，]\s*/)).filter(
      (name) => name !== '',
    );
  const pages = PAGES.map((page): Entry => {
    const words = (one: Say) => wordsOf(page, one);
    return {
      href: pageHref(page),
      kind: page.kind,
      code: codeOf(page),
      title: both((one) => words(one).title),
      says: both((one) => words(one).what ?? words(one).why ?? ''),
      more: both((one) => `${words(one).why ?? ''} ${page.id}`),
      names: [page.id, keyOf(page), ...numbersOf(page.kind, page.id), ...aliases(page.kind, page.id)],
    };
  });
  const lessons = course.map(
    ({ id, about }): Entry => ({
      href: `#/learn/${id}`,
      kind: 'lesson',
      code: String(about.number),
      title: about.title,
      says: about.says,
      more: { en: id, zh: id },
      names: [id, `lesson ${about.number}`, `第 ${about.number} 课`, `第${about.number}课`],
    }),
  );
  const tools = TOOLS.map(
    ({ id, href }): Entry => ({
      href: `#${href}`,
      kind: 'tool',
      code: null,
      title: both((one) => one(`shell:rooms.${id}`)),
      says: both((one) => one(`shell:rooms-say.${id}`)),
      more: { en: id, zh: id },
      names: [id, ...aliases('room', id)],
    }),
  );
  return [...pages, ...tools, ...lessons];
}

/** An opcode as people write it, alone and in the first byte of a frame that is whole: `0x9`, `0x89`. Numbers of close codes are looked up, ranges included: see find.ts. */
function numbersOf(kind: Kind, id: string): string[] {
  if (kind !== 'opcode') return [];
  const [first, last] = OPCODES[id as keyof typeof OPCODES];
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i).toString(16)).flatMap((digit) => [
    digit,
    `0x${digit}`,
    `opcode ${digit}`,
    `opcode 0x${digit}`,
    `操作码 ${digit}`,
    `操作码${digit}`,
    `8${digit}`,
    `0x8${digit}`,
  ]);
}

/** Looks texts up in words as they stand in their files; '' for what is not there. */
export function sayFrom(words: Readonly<Record<string, unknown>>): Say {
  return (key) => {
    const [namespace = '', path = ''] = key.split(':');
    let found: unknown = words[namespace];
    for (const part of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
    return typeof found === 'string' ? found : '';
  };
}
