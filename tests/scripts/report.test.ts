import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { namesOf } from '../../scripts/report.mjs';

const ROOT = join(import.meta.dirname, '../..');
const SPEC = `import { expect, test } from '@playwright/test';
test('holds', () => {});
test.describe('on a phone', () => {
  test('holds the second time', () => expect(test.info().retry).toBe(1));
});
test('never holds', () => expect(1).toBe(2));
`;

// The report is Playwright's own, of tests that need no browser. In this tree, where they find their runner.
const cache = join(ROOT, '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'report-'));
let status: number | null;
let report: Parameters<typeof namesOf>[0];

beforeAll(() => {
  writeFileSync(join(folder, 'a.spec.mjs'), SPEC);
  const config = "export default { retries: 1, reporter: [['json', { outputFile: 'report.json' }]] };";
  writeFileSync(join(folder, 'playwright.config.mjs'), config);
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js');
  status = spawnSync(process.execPath, [cli, 'test', '-c', folder]).status;
  report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what passes only at the second try is named, with its place', () => {
  expect(namesOf(report, 'flaky')).toEqual(['a.spec.mjs:4 › on a phone › holds the second time']);
});

test('what fails twice is a failure of the run', () => {
  expect(namesOf(report, 'unexpected')).toEqual(['a.spec.mjs:6 › never holds']);
  expect(status).toBe(1);
});

test('a report that is not there names nothing', () => {
  expect(namesOf(undefined, 'flaky')).toEqual([]);
});
