/** Finds a Python for the tests of public/python, or gets one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { installWithApt } from './apt.mjs';

const NAMES = process.platform === 'win32' ? ['python.exe', 'python3.exe'] : ['python3', 'python'];
const ELSEWHERE = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The oldest that public/python is written for. */
export const OLDEST_PYTHON = '3.9';

/** What to do where there is none. */
export const PYTHON_MISSING =
  `No Python ${OLDEST_PYTHON} or newer found, and none could be installed. Install it (for example: apt-get install python3, ` +
  'or https://www.python.org),\nor set PYTHON to its path, and run npm test again.';

/** The Python to use: the one that was named, one on the path, or one at a usual place. @returns {string | undefined} */
export function findPython() {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(isAbsolute), ...ELSEWHERE];
  const named = process.env.PYTHON ? [process.env.PYTHON] : [];
  const usual = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).filter((path) => existsSync(path));
  return [...named, ...usual].find(isNewEnough);
}

/** Finds a Python, or else installs one as the machine allows. @returns {string | undefined} */
export function findOrInstallPython() {
  return findPython() ?? (installWithApt('python3') ? findPython() : undefined);
}

/** Runs it: a name may be there without a Python behind it, as in a fresh Windows. @param {string} path */
function isNewEnough(path) {
  const [major, minor] = OLDEST_PYTHON.split('.');
  const check = `import sys, asyncio, ssl; sys.exit(sys.version_info < (${major}, ${minor}))`;
  return spawnSync(path, ['-c', check], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}
