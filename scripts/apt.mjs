/** Installing what a test needs, where that asks nobody: as root on Debian. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether the lists came; they are asked for once. @type {boolean | undefined} */
let updated;

/** Ubuntu's Chromium is only a pointer to a snap, so this is for Debian itself. @param {string} name @returns {boolean} */
export function installWithApt(name) {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (process.getuid?.() !== 0 || !/^ID=debian$/m.test(release)) return false;
  console.error(`Installing ${name} (apt-get install ${name}) …`);
  updated ??= apt('update');
  return updated && apt('install', '-y', '--no-install-recommends', name);
}

/** @param {string[]} args */
function apt(...args) {
  const options = ['-qq', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];
  const { status } = spawnSync('apt-get', [...options, ...args], {
    stdio: ['ignore', 'ignore', 2],
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
