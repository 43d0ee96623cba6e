import { resolve } from 'node:path';
import { normalizePath, type Rolldown } from 'vite';

const ENTRY = normalizePath(resolve('src/main.tsx'));

/**
 * Keeps all that the entry imports in one chunk, whatever other rooms share with it: one request, and not one for every
 * combination of rooms. What is fetched later shares what it likes.
 */
export function coreChunk(): Rolldown.CodeSplittingGroup {
  let core: Set<string> | undefined;
  return {
    debugName: 'core',
    name: (id, context) => {
      core ??= importedBy(ENTRY, context);
      return core.has(id) ? 'core' : null;
    },
  };
}

/** Keeps the words of the first view in one file for each language, whoever else wants some of them. */
export function firstWordsChunks(languages: readonly string[]): Rolldown.CodeSplittingGroup {
  const words = new Map<string, Set<string>>();
  return {
    debugName: 'first words',
    name: (id, context) => {
      for (const language of languages) {
        const entry = normalizePath(resolve(`src/components/words/first/${language}.ts`));
        const own = words.get(language) ?? importedBy(entry, context);
        words.set(language, own);
        if (own.has(id)) return `words-${language}`;
      }
      return null;
    },
  };
}

/** A module, all that it imports, and what that imports; dynamic imports left out. */
function importedBy(entry: string, context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([entry]);
  for (const id of found) {
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}
