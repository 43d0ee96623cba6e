/** Steps of lessons in the browser: from the moment the scrubber moves until the picture is painted. */

import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from '../scripts/browser.mjs';
import { buildIfStale } from '../scripts/build.mjs';
import type { Quantity } from './harness.ts';

/** One frame of a screen that shows sixty a second. */
const FRAME_MS = 16.7;
/** The two lessons with the most steps and the fullest stages. */
const LESSONS = ['inside-sha1', 'inside-md5'];

/** Every step of these lessons, forwards and back, and far jumps, as a drag makes them. */
export async function stepQuantities(): Promise<readonly Quantity[]> {
  await buildIfStale();
  const server = await preview({ logLevel: 'error', preview: { port: 0 } });
  const executablePath = findBrowser();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args });
  try {
    const quantities: Quantity[] = [];
    for (const lesson of LESSONS) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
      await page.goto(`${server.resolvedUrls?.local[0]}#/learn/${lesson}`);
      await page.locator('figure').first().waitFor();
      const times = (await page.evaluate(DRAG)) as number[];
      await page.close();
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
      const work = `${lesson}: scrubber moved, picture painted (${times.length} moves)`;
      quantities.push({ work: `${work}, median`, value: at(0.5), unit: 'ms', limit: FRAME_MS });
      quantities.push({ work: `${work}, 99 of 100`, value: at(0.99), unit: 'ms', limit: FRAME_MS });
    }
    return quantities;
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Input events come at the beginning of a frame, so that is where the clock starts; it stops in the first task behind
 * the paint. A string: it runs in the page.
 */
const DRAG = `(async () => {
  const range = document.querySelector('input[type=range]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const move = (to) => new Promise((done) => requestAnimationFrame(() => {
    const start = performance.now();
    set.call(range, String(to));
    range.dispatchEvent(new Event('input', { bubbles: true }));
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - start);
    queueMicrotask(() => port2.postMessage(null));
  }));
  const last = Number(range.max);
  const forwards = Array.from({ length: last + 1 }, (_, i) => i);
  const jumps = forwards.map((i) => (i * 89) % (last + 1));
  for (const to of jumps) await move(to);
  const times = [];
  for (const to of [...forwards, ...forwards.toReversed(), ...jumps]) times.push(await move(to));
  return times;
})()`;
