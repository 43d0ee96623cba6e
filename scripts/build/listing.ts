/**
 * Python on show: `import server from '…/server.py?listing'` gives the lines of a file and which parts of them are
 * keywords and remarks. The colouring is done here, once, so that no parser travels to the page; and the file may stand
 * in public/, where it is served as it is, without a second copy.
 */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Listing, Mark } from '../../src/components/lesson/listing.ts';

const QUERY = '?listing';
/** Ids that no other plugin takes for a file, or for one that is served. */
const PREFIX = '\0listing:';

export function listing(): Plugin {
  return {
    name: 'listing',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(QUERY) || importer === undefined) return null;
      return PREFIX + resolve(dirname(importer), source.slice(0, -QUERY.length));
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const file = id.slice(PREFIX.length);
      this.addWatchFile(file);
      return `export default ${JSON.stringify(await listingOf(await readFile(file, 'utf8')))};`;
    },
  };
}

/** The lines of a file of Python, and what in them is a keyword (bold) or a remark (soft). */
export async function listingOf(text: string): Promise<Listing> {
  const [{ pythonLanguage }, { highlightTree, tagHighlighter, tags }] = await Promise.all([
    import('@codemirror/lang-python'),
    import('@lezer/highlight'),
  ]);
  const source = text.replaceAll('\r\n', '\n').trimEnd();
  const lines = source.split('\n');
  const starts: number[] = [0];
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length + 1);
  const marks: Mark[][] = lines.map(() => []);
  const highlighter = tagHighlighter([
    { tag: tags.keyword, class: 'keyword' },
    { tag: tags.comment, class: 'remark' },
  ]);
  const tree = pythonLanguage.parser.parse(source);
  const put = (from: number, to: number, kind: Mark['kind']) => {
    // Remarks may run over line ends.
    for (let at = starts.findLastIndex((start) => start <= from); (starts[at] as number) < to; at += 1) {
      const start = starts[at] as number;
      const first = Math.max(0, from - start);
      const end = Math.min(to - start, lines[at]?.length ?? 0);
      if (end > first) marks[at]?.push({ from: first, to: end, kind });
    }
  };
  highlightTree(tree, highlighter, (from, to, kind) => put(from, to, kind as Mark['kind']));
  // A string that is a statement of its own says something to readers, not to Python.
  tree.iterate({
    enter: (node) => {
      const child = node.name === 'ExpressionStatement' ? node.node.firstChild : null;
      if (child && /String$/.test(child.name)) put(child.from, child.to, 'remark');
    },
  });
  for (const line of marks) line.sort((a, b) => a.from - b.from);
  return { lines, marks };
}
