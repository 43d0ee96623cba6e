import { createReadStream, readFileSync, statSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const ID = 'virtual:pyodide';
const SOURCE = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
/** The name of the cache in which a browser keeps these files once they were wanted. */
export const PYODIDE_CACHE = 'pyodide';
/** What a bare Python needs, and its types by which a server should send them. */
const FILES = {
  'pyodide.mjs': 'text/javascript',
  'pyodide.asm.mjs': 'text/javascript',
  'pyodide.asm.wasm': 'application/wasm',
  'python_stdlib.zip': 'application/zip',
};

/**
 * Serves Pyodide from this site, its files as they are in the package, and tells the site of them (`virtual:pyodide`):
 * where they are, how large, and what of Pyodide's list of packages is not about packages. The version is in the
 * address, so that whoever keeps a file never mixes two.
 */
export function pyodide(): Plugin {
  const { version } = JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8'));
  const { info } = JSON.parse(readFileSync(join(SOURCE, 'pyodide-lock.json'), 'utf8'));
  const folder = `pyodide/${version}/`;
  const files = Object.keys(FILES).map((name) => ({ name, size: statSync(join(SOURCE, name)).size }));
  return {
    name: 'pyodide',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) =>
      id === `\0${ID}` ? `export default ${JSON.stringify({ cache: PYODIDE_CACHE, folder, files, info })};` : null,
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const name = (request.url ?? '').split('?', 1)[0]?.split(`/${folder}`)[1];
        if (name === undefined || !Object.hasOwn(FILES, name)) return next();
        response.setHeader('Content-Type', FILES[name as keyof typeof FILES]);
        createReadStream(join(SOURCE, name)).pipe(response);
      });
    },
    async writeBundle({ dir }) {
      const target = join(dir ?? 'dist', folder);
      await mkdir(target, { recursive: true });
      await Promise.all(files.map(({ name }) => copyFile(join(SOURCE, name), join(target, name))));
    },
  };
}
