/**
 * Makes node_modules match package-lock.json. Quiet, on standard error only; when there is nothing to do it takes
 * milliseconds. Every other script begins with this, so nobody has to install anything by hand.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'node_modules/.websocket-101');
const OLDEST_NODE = { major: 20, minor: 19 };

/** @param {string} message @returns {never} */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

export function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE.major || (major === OLDEST_NODE.major && minor < OLDEST_NODE.minor)) {
    fail(
      `Node.js ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer is needed; this is ${process.versions.node}. See https://nodejs.org.`,
    );
  }
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  const stamp = createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  if (!isInstalled(lock)) install();
  writeFileSync(STAMP, stamp);
}

/**
 * True where npm's own record says that everything the lock asks for is there: after somebody's own `npm install`.
 * @param {string} lock
 */
function isInstalled(lock) {
  const record = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(lock).packages;
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || there[path]?.version === version || (optional && !there[path]),
  );
}

function install() {
  console.error('Installing what this site is made with …');
  // `npm ci` insists on a lock that names the packages of every platform. Where a registry does not have them all, an
  // install by the same lock serves as well.
  if (!npm('ci') && !npm('install', '--no-save')) fail('npm could not install. Is the network there?');
}

/** @param {string[]} command @returns {boolean} whether it went well */
function npm(...command) {
  const args = [...command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  const { status } = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setUp();
