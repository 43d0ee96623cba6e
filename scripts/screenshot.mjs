/** Makes docs/screenshot.png: the built workbench with one of its own samples. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from './browser.mjs';
import { buildIfStale } from './build.mjs';
import { fail, ROOT, setUp } from './setup.mjs';

/** A whole conversation with a handshake, messages and something wrong. */
const SAMPLE = 'chat-broken';

setUp();
const executablePath = findOrInstallBrowser();
if (executablePath === undefined) fail('No Chromium found: set CHROME_PATH to one.');
await buildIfStale();

const [{ preview }, { chromium }] = await Promise.all([import('vite'), import('@playwright/test')]);
const server = await preview({ root: ROOT, logLevel: 'error', preview: { port: 0 } });
const browser = await chromium.launch({ executablePath });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', colorScheme: 'light' });
  await page.goto(`${server.resolvedUrls?.local[0]}#/decode`);
  await page.locator(`[data-sample="${SAMPLE}"]`).click();
  const frame = page.getByRole('listbox').getByRole('option').filter({ hasText: 'masked' }).first();
  await frame.click();
  await page.getByRole('tree').getByText('Masking key').first().click();
  // Until the last move is over.
  await page.waitForTimeout(500);
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  await page.screenshot({ path: join(ROOT, 'docs/screenshot.png') });
  console.log('docs/screenshot.png is new.');
} finally {
  await browser.close();
  await server.close();
}
