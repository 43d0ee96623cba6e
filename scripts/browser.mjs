/** Finds a Chromium for the tests, or gets one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { installWithApt } from './apt.mjs';
import { ROOT } from './setup.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) =>
    [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ].map((path) => join(process.env[name] ?? '', path)),
  ),
];

/** The browser to use: one that was named, one of the system's, or Playwright's own. @returns {string | undefined} */
export function findBrowser() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const usual = NAMES.map((name) => join('/usr/bin', name));
  return [
    process.env.CHROME_PATH,
    process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
    ...usual,
    ...onPath,
    ...ELSEWHERE,
    playwrightsOwn(),
  ].find((path) => path !== undefined && existsSync(path) && runs(path));
}

/** Finds a browser, or else installs one as the machine allows. @returns {string | undefined} */
export function findOrInstallBrowser() {
  return findBrowser() ?? (installWithApt('chromium') || installWithPlaywright() ? findBrowser() : undefined);
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** A browser may be there without the libraries it needs. On Windows it opens a window when asked for its version. */
function runs(/** @type {string} */ path) {
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/** Playwright's download, which gives up soon where the network does not let it through. */
function installWithPlaywright() {
  console.error('Installing Chromium (playwright install chromium) …');
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js');
  return (
    spawnSync(process.execPath, [cli, 'install', 'chromium'], {
      stdio: ['ignore', 'ignore', 2],
      timeout: 240_000,
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' },
    }).status === 0
  );
}
