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

/** A module, all that it imports, and what that imports; dynamic imports left out. */
function importedBy(entry: string, context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([entry]);
  for (const id of found) {
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}
