import react from '@vitejs/plugin-react';
import { createServer, type Plugin, type Rolldown, type ViteDevServer } from 'vite';
import type { Course } from '../../src/components/lesson/course.ts';
import { listing } from './listing.ts';
import { prose } from './prose.ts';

/** The module that holds the words of the first view in one language. */
const WORDS = { en: 'src/components/words/first/en.ts', zh: 'src/components/words/first/zh.ts' };

/**
 * Puts the map of the course into index.html: beside its own words in the first view it weighs next to nothing. When
 * the site is built, puts that view there too, and tells the inline script which files each room and language needs, so
 * that they are fetched beside the entry and not after it.
 */
export function firstView(rooms: Record<string, string>): Plugin {
  return {
    name: 'first-view',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle, server }) {
        if (server !== undefined) return withMap(html, await courseIn(server));
        if (bundle === undefined) return html;
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const entry = chunks.find((chunk) => chunk.isEntry);
        const known = new Set(entry === undefined ? [] : withImports(entry, chunks));
        const table = Object.fromEntries(
          Object.entries({ ...rooms, ...WORDS }).map(([name, module]) => {
            const chunk = chunks.find(({ moduleIds }) =>
              moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(module)),
            );
            const files = chunk === undefined ? [] : withImports(chunk, chunks);
            return [name, files.filter((file) => !known.has(file)).map((file) => `./${file}`)];
          }),
        );
        const { course, view } = await prerender();
        return replaceOnce(
          replaceOnce(withMap(html, course), 'const table = {};', `const table = ${JSON.stringify(table)};`),
          '<div id="root"></div>',
          `<div id="root">${view}</div>`,
        );
      },
    },
  };
}

/** A chunk and all that it imports at once. */
function withImports(chunk: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]): string[] {
  const files = new Set<string>();
  const visit = (one: Rolldown.OutputChunk | undefined) => {
    if (one === undefined || files.has(one.fileName)) return;
    files.add(one.fileName);
    for (const file of one.imports) visit(chunks.find(({ fileName }) => fileName === file));
  };
  visit(chunk);
  return [...files];
}

/** A server of Vite's own, for as long as it takes to run the site's code once in Node. A course that is not sound fails. */
async function prerender(): Promise<{ course: Course; view: string }> {
  const server = await createServer({
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    appType: 'custom',
    plugins: [prose(), listing(), react()],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const course = await courseIn(server);
    const { courseFaults } = await server.ssrLoadModule('/src/lessons/check.ts');
    const faults: string[] = await courseFaults(course);
    if (faults.length > 0) throw new Error(`the course is not sound:\n${faults.join('\n')}`);
    const { prerenderFirstView } = await server.ssrLoadModule('/src/prerender.tsx');
    return { course, view: await prerenderFirstView() };
  } finally {
    await server.close();
  }
}

async function courseIn(server: ViteDevServer): Promise<Course> {
  const { COURSE } = await server.ssrLoadModule('/src/lessons/course.ts');
  return COURSE;
}

/** As data, which no policy for scripts concerns. Nothing in it may end the element it stands in. */
function withMap(html: string, course: Course): string {
  const map = JSON.stringify(course.map(({ id, about }) => ({ id, about }))).replaceAll('<', '\\u003c');
  const place = '<script type="application/json" id="course">';
  return replaceOnce(html, place, `${place}${map}`);
}

function replaceOnce(text: string, what: string, by: string): string {
  if (text.split(what).length !== 2) throw new Error(`index.html should hold once: ${what}`);
  return text.replace(what, () => by);
}
