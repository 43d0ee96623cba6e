import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * Vite wraps each dynamic import in a helper that fetches style sheets and other chunks ahead. Here there is one style
 * sheet, and nothing is preloaded, so the helper would only make everybody's first view larger.
 */
export function noPreload(): Plugin {
  return {
    name: 'no-preload',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : null),
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        const needed = output.type === 'chunk' && output.code.includes('__vite__mapDeps');
        if (needed) this.error(`${output.fileName} counts on Vite’s preloading, which is left out`);
      }
    },
  };
}
