/** Lesson 15: a timeline that one can walk on. */
import { expect, open, test } from './page.ts';
import { stage } from './player.ts';

test('a number on the timeline leads to its text, whose number on the wire is another one', async ({ page }) => {
  await open(page, '#/learn/drafts');
  const line = stage(page).getByRole('list', { name: 'All texts, by their dates' });
  await line.getByRole('button', { name: /^hybi-10,/ }).click();
  await expect(page).toHaveURL(/\/hybi-10$/);
  await expect(line.getByRole('button', { name: 'hybi-10, 2011-07-11, version sent: 8' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expect(line.getByRole('button', { name: /^hybi-13,.*not yet/ })).toBeVisible();
  await expect(stage(page).getByRole('list', { name: 'Request' })).toContainText('Sec-WebSocket-Version: 8');
  await page.getByLabel('Message', { exact: true }).fill('Bye');
  await expect(stage(page).getByRole('list', { name: 'Frame of “Bye”' })).toContainText('83');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the text of the step is in view, and only the timeline scrolls sideways', async ({ page }) => {
    for (const text of ['hixie-75', 'hybi-09', 'rfc9220']) {
      await page.goto('about:blank');
      await open(page, `#/learn/drafts/${text}`);
      await expect(stage(page).locator('button[aria-current]')).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
  });
});
