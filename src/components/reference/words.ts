import { headerEntry } from '../../protocol/model/headers.ts';
import { AFTERWARDS } from '../../protocol/model/history.ts';
import { CLOSE_RANGES, codeOf, type PageId } from './kinds.ts';

/** Gives the text of a key such as `fields:fin.name`. Every key asked for here exists: a test asks for all of them. */
export type Say = (key: string) => string;

/** The namespaces that pages are made of. */
export const WORDS = ['reference', 'fields', 'opcodes', 'codes', 'rules', 'drafts', 'misconceptions', 'views'] as const;

export interface PageWords {
  /** What it is called, its number left out. */
  readonly title: string;
  /** For rules what breaks it, without the values of a case. */
  readonly what: string | null;
  readonly why: string | null;
}

/** What a page says, whatever is on show. */
export function wordsOf(page: PageId, say: Say): PageWords {
  const { kind, id } = page;
  switch (kind) {
    case 'field':
      return {
        title: id === 'draft-opcode' ? say('reference:draftOpcode') : say(`fields:${id}.name`),
        what: say(`fields:${id}.blurb`),
        why: say(`reference:fields.${id}`),
      };
    case 'opcode':
      return {
        title: say(`opcodes:${id}.name`),
        what: say(`opcodes:${id}.blurb`),
        why: say(`reference:opcodes.${id}.why`),
      };
    case 'close': {
      const range = CLOSE_RANGES[id];
      const key = range ? `codes:closeClasses.${range.is}` : `codes:closeCodes.${id}`;
      // The names of ranges hold the range; here it stands beside the name.
      const title = say(`${key}.name`).replace(/\s*[(（].*[)）]$/, '');
      return { title, what: say(`${key}.blurb`), why: say(`reference:close.${id}`) };
    }
    case 'header':
      return {
        title: headerEntry(id)?.name ?? id,
        what: say(`codes:headers.${id}`),
        why: say(`reference:headers.${id}`),
      };
    case 'rule':
      return { title: say(`rules:${id}.title`), what: null, why: say(`rules:${id}.why`) };
    case 'misconception':
      return {
        title: say(`misconceptions:${id}.title`),
        what: say(`misconceptions:${id}.fact`),
        why: say(`misconceptions:${id}.why`),
      };
    case 'draft': {
      const later = AFTERWARDS.find((one) => one.id === id);
      const key = later ? `drafts:afterwards.${id}` : `drafts:texts.${id}`;
      const title = later ? `${later.document} · ${say(`${key}.name`)}` : say(`${key}.name`);
      return { title, what: say(`${key}.blurb`), why: null };
    }
  }
}

/** The title with the number: `0x9 ping`, `1006 Abnormal closure`. */
export function fullTitle(page: PageId, say: Say): string {
  const code = codeOf(page);
  const { title } = wordsOf(page, say);
  return code === null ? title : `${code} ${title}`;
}
