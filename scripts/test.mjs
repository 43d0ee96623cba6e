/**
 * `npm test`: everything, from a fresh clone. Installs what is missing (a browser and Python included), then builds while
 * it checks format, lint, types and dead code, runs the unit tests, and drives the built site in the browser.
 * A step that fails shows its output; the last lines name the tests that passed only at the second try, and count all
 * tests from the runners' own reports.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findOrInstallBrowser } from './browser.mjs';
import { findOrInstallPython, PYTHON_MISSING } from './python.mjs';
import { namesOf } from './report.mjs';
import { fail, ROOT, setUp } from './setup.mjs';

setUp();
const browser = findOrInstallBrowser();
if (browser === undefined) {
  fail(
    'No Chromium found, and none could be installed. Install Chromium or Chrome (for example: apt-get install chromium),\n' +
      'or set CHROME_PATH to a browser, and run npm test again.',
  );
}
const python = findOrInstallPython();
if (python === undefined) fail(PYTHON_MISSING);
const env = {
  ...process.env,
  CHROME_PATH: browser,
  PYTHON: python,
  E2E_PORT: String(await freePort()),
  FORCE_COLOR: '0',
  CI: '1',
};
const reports = join(ROOT, '.cache/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');

let passed = 0;
let failed = 0;
let skipped = 0;
/** @type {string[]} */
let flaky = [];

// Each of these uses one core. What follows uses all of them.
const [built] = await Promise.all([
  step('build', 'scripts/build.mjs', []),
  step('format and lint', 'node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.'])
    .then(() => step('types', 'node_modules/typescript/bin/tsc', ['-p', '.']))
    .then(() => step('dead code', 'node_modules/knip/bin/knip.js', [])),
]);
await step(
  'unit tests',
  'node_modules/vitest/vitest.mjs',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  {
    count: () => {
      const report = read(unitReport);
      return [report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, report?.numPendingTests ?? 0];
    },
  },
);
if (built) {
  await step('browser tests', 'node_modules/@playwright/test/cli.js', ['test', '--reporter=line,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    count: () => {
      const report = read(e2eReport);
      flaky = namesOf(report, 'flaky');
      const { expected = 0, unexpected = 0, skipped: left = 0 } = report?.stats ?? {};
      return [expected + flaky.length, unexpected, left];
    },
  });
} else {
  console.log('– browser tests: not run, there is nothing to drive');
}

// What went well only at the second try is no failure, and is to be mended.
if (flaky.length > 0) console.log(`${flaky.length} flaky:\n${flaky.map((name) => `  ${name}`).join('\n')}`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/**
 * Runs one step in a Node of its own. A step without tests counts only when it fails.
 * @param {string} name @param {string} script @param {string[]} args
 * @param {{ env?: Record<string, string>, count?: () => [number, number, number] }} [options]
 */
async function step(name, script, args, options = {}) {
  const start = Date.now();
  const { code, output } = await run([join(ROOT, script), ...args], { ...env, ...options.env });
  const [good, bad, left] = options.count?.() ?? [0, 0, 0];
  // No tests at all, or a runner that fails without a failed test, is a failure too.
  const broken = code !== 0 || (options.count !== undefined && good + bad === 0);
  passed += good;
  skipped += left;
  failed += broken ? Math.max(bad, 1) : bad;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${broken ? '✗' : '✓'} ${name}${options.count ? `: ${good} passed, ${bad} failed` : ''} (${seconds} s)`);
  if (broken) console.log(output.trimEnd());
  return !broken;
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<{ code: number | null, output: string }>} */
function run(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** @param {string} path */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
