import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const FORBIDDEN: readonly (readonly [file: string, line: string])[] = [
  ['src/protocol/bytes/a.ts', "import { x } from '../model/fields.ts';"],
  ['src/protocol/model/a.ts', "import { x } from '../text/reading.ts';"],
  ['src/protocol/hash/a.ts', "import { x } from '../text/reading.ts';"],
  ['src/protocol/text/a.ts', "import { x } from '../hash/sha1.ts';"],
  ['src/protocol/deflate/a.ts', "import { x } from '../hash/words.ts';"],
  ['src/protocol/frame/c.ts', "import { x } from '../deflate/inflate.ts';"],
  ['src/protocol/frame/a.ts', "import { x } from '../handshake/head.ts';"],
  ['src/protocol/handshake/a.ts', "import { x } from '../frame/mask.ts';"],
  ['src/protocol/frame/b.ts', "import { x } from '../message/joined.ts';"],
  ['src/protocol/message/a.ts', "import { x } from '../connection/model.ts';"],
  ['src/protocol/message/b.ts', "import { x } from '../delivery/deliver.ts';"],
  ['src/protocol/handshake/b.ts', "import { x } from '../delivery/heads.ts';"],
  ['src/protocol/delivery/a.ts', "import { x } from '../message/joined.ts';"],
  ['src/protocol/connection/a.ts', "import { x } from '../capture/pcap.ts';"],
  ['src/protocol/capture/a.ts', "import { x } from '../../components/views/text.ts';"],
  ['src/protocol/capture/b.ts', "import { x } from 'react';"],
  ['src/protocol/capture/c.ts', "import { x } from 'node:crypto';"],
  // By every spelling of an import, types included.
  ['src/protocol/text/b.ts', "import type { x } from '../handshake/head.ts';"],
  ['src/protocol/text/c.ts', "export { x } from '../handshake/head.ts';"],
  ['src/protocol/text/d.ts', "export * from '../handshake/head.ts';"],
  ['src/protocol/text/e.ts', "export const x = () => import('../handshake/head.ts');"],
  ['src/protocol/text/f.ts', "export type X = import('../handshake/head.ts').x;"],
  ['src/protocol/text/g.ts', "import { x } from '../handshake/head.ts';"],
  ['src/protocol/text/h.ts', "import { x } from '../handshake/head.ts';"],
  ['src/protocol/text/i.ts', "import { x } from '../../protocol/handshake/head.ts';"],
  ['src/components/views/a.ts', "import { x } from '../../lessons/masking/steps.ts';"],
  ['src/components/learn/a.ts', "import { COURSE } from '../../lessons/course.ts';"],
  ['src/components/views/b.ts', "import { x } from 'node:fs';"],
  ['src/lessons/masking/a.ts', "import { x } from '../../../lab/server.ts';"],
];

const ALLOWED: typeof FORBIDDEN = [
  ['src/protocol/message/z.ts', "import { x } from '../deflate/inflate.ts';"],
  ['src/protocol/text/y.ts', "import { x } from '../bytes/span.ts';"],
  ['src/protocol/text/z.ts', "import { x } from './hex.ts';"],
  ['src/protocol/delivery/z.ts', "import { x } from '../frame/length.ts';"],
  ['src/protocol/capture/z.ts', "import { x } from '../connection/model.ts';"],
  ['src/components/views/z.ts', "import { x } from '../../protocol/connection/model.ts';"],
  ['src/lessons/masking/z.ts', "import { x } from '../../components/views/text.ts';"],
  ['tests/z.ts', "import { x } from '../src/components/views/text.ts';"],
];

const RULES = ['lint/style/noRestrictedImports', 'plugin'];
let folder: string;
let caught: Set<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  const { vcs: _, $schema: __, ...config } = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  cpSync('scripts/lint', join(folder, 'scripts/lint'), { recursive: true });
  for (const [file, line] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${line}\n`);
  }
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  let report = '';
  try {
    const options = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
    report = execFileSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    report = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(report) as { diagnostics: { category: string; location: { path: string } }[] };
  caught = new Set(diagnostics.filter(({ category }) => RULES.includes(category)).map(({ location }) => location.path));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(FORBIDDEN)('lint refuses in %s: %s', (file) => {
  expect([...caught]).toContain(file);
});

test.each(ALLOWED)('lint lets pass in %s: %s', (file) => {
  expect([...caught]).not.toContain(file);
});
