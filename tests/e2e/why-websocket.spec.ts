import type { Page } from '@playwright/test';
import { expect, open, test } from './page.ts';
import { at } from './player.ts';

const LESSON = '#/learn/why-websocket';
const moment = (page: Page) => page.getByRole('slider', { name: 'Moment on the time axis' });
const shown = async (page: Page) => Number(await moment(page).inputValue());

test('the axis runs from the beginning, pauses, and goes on to the end', async ({ page }) => {
  await page.clock.install();
  await open(page, `${LESSON}/together`);
  await page.getByRole('button', { name: 'Run' }).click();
  await page.clock.runFor(3000);
  const pause = page.getByRole('button', { name: 'Pause' });
  await pause.click();
  const paused = await shown(page);
  expect(paused).toBeGreaterThan(2000);
  expect(paused).toBeLessThan(4000);
  await page.clock.runFor(3000);
  expect(await shown(page)).toBe(paused);
  // Wherever the focus is, as long as nobody types.
  await page.keyboard.press('r');
  await page.clock.runFor(9000);
  await expect(page.getByRole('button', { name: 'Run' })).toBeVisible();
  expect(await shown(page)).toBe(10_000);
});

test('the moment is dragged, stepped and linked, and its keys are not those of the lesson', async ({ page }) => {
  await open(page, `${LESSON}/together/v1/time=2500`);
  await expect(moment(page)).toHaveValue('2500');
  const row = page.getByRole('row', { name: /^WebSocket/ });
  await expect(row).toContainText('200 ms');
  const step = await at(page);
  await moment(page).press('ArrowRight');
  expect(await shown(page)).toBe(2600);
  expect(await at(page)).toBe(step);
  await page.getByRole('button', { name: 'To what happens next' }).click();
  expect(await shown(page)).toBeGreaterThan(2600);
  await moment(page).fill('0');
  await expect(row).toContainText('–');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('time=0');
});

test('one’s own headers are counted, and what is none is answered in place', async ({ page }) => {
  await open(page, `${LESSON}/heads/v1/heads=own`);
  const request = page.getByLabel('Your request');
  await request.fill('GET / HTTP/1.1\nHost: a');
  // 16 and 9 bytes with their line ends, and an empty line.
  const sum = page.getByRole('group', { name: 'Request' }).getByRole('row', { name: /^together/ });
  await expect(sum).toContainText('27 bytes');
  await request.fill('GET / HTTP/1.1\nHost: a\noops');
  await expect(page.getByRole('alert')).toContainText('Line 3');
  await expect(sum).toContainText('27 bytes');
  await request.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'A minute, in bytes' })).toBeVisible();
});
