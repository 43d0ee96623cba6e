/** Builds the site into dist/. `node scripts/build.mjs` always builds; `buildIfStale` only when a source has changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ROOT, setUp } from './setup.mjs';

const SOURCES = [
  'src',
  'public',
  'scripts/build',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];
const STAMP = join(ROOT, '.cache/build');

/** One hash of the names and contents of everything the build reads. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(ROOT, source);
    const files = existsSync(path) ? list(path) : [];
    for (const file of files) hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function list(path) {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}

/** @param {import('vite').LogLevel} logLevel */
async function build(logLevel) {
  rmSync(STAMP, { force: true });
  const hash = hashOfSources();
  const vite = await import('vite');
  try {
    await vite.build({ root: ROOT, logLevel });
  } catch (error) {
    fail(`The build failed: ${error instanceof Error ? error.message : error}`);
  }
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(STAMP, hash);
}

export async function buildIfStale() {
  const fresh =
    existsSync(join(ROOT, 'dist/index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfSources();
  if (fresh) return;
  console.error('Building the site …');
  await build('warn');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setUp();
  await build('info');
}
