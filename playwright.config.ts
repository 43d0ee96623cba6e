import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

// The workers read this file again and must find the same browser and the same port.
process.env.CHROME_PATH ??= findBrowser() ?? '';
process.env.E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000));
const address = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A machine that is busy with something else may try once more; scripts/test.mjs names the tests that needed it.
  retries: process.env.CI ? 1 : 0,
  reporter: 'line',
  // Generous, for busy machines: nothing here measures time.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    locale: 'en-GB',
    // Only the test about working offline lets one in: it would answer in place of what other tests arrange.
    serviceWorkers: 'block',
    // A page of its own for each test would fetch and compile the whole site anew: a second of work, for most tests the
    // most of it. What a test has stored, routed or emulated is put back before the next.
    reuseContext: true,
    viewport: { width: 1440, height: 900 },
    launchOptions: process.env.CHROME_PATH === '' ? {} : { executablePath: process.env.CHROME_PATH },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node scripts/start.mjs --port ${process.env.E2E_PORT}`,
    url: address,
    timeout: 120_000,
  },
});
