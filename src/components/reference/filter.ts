import { codeOf, keyOf, PAGES, type PageId } from './kinds.ts';
import { type Say, wordsOf } from './words.ts';

/** The entries whose name, number, id or other names have all words of a text; all of them for an empty one. */
export function fitting(text: string, say: Say): readonly PageId[] {
  const words = text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return PAGES;
  return PAGES.filter((page) => {
    const own = `${wordsOf(page, say).title} ${codeOf(page) ?? ''} ${keyOf(page)}`.toLocaleLowerCase();
    return words.every((word) => own.includes(word));
  });
}
