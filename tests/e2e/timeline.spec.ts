/** Lesson 15: a timeline that one can walk on. */
import { expect, open, test } from './page.ts';
import { expectAt, stage } from './player.ts';

test('its words come a little later, and that changes no address', async ({ page }) => {
  await open(page, '#/learn/drafts');
  const address = page.url();
  // An address is written when steps have come to rest: longer than that.
  await page.waitForTimeout(500);
  expect(page.url()).toBe(address);
});

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

for (const [turn, locale] of ['en-GB', 'zh-CN'].entries())
  test.describe(`on a screen of 1280 by 720, ${locale}`, () => {
    test.use({ locale, viewport: { width: 1280, height: 720 } });

    // Every other step in each language.
    test('no step scrolls, and a projector shows all of them in one scale', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const frame = page.getByRole('figure').first();
      const hidden = () =>
        frame.evaluate(({ parentElement: pane }) => (pane ? pane.scrollHeight - pane.clientHeight : null));
      for (const link of ['#/learn/drafts', '#/learn/drafts/v1/present']) {
        await page.goto('about:blank');
        await open(page, link);
        await expect(frame).toBeVisible();
        if (turn === 1) await page.keyboard.press('ArrowRight');
        for (let i = turn; i < 52; i += 2) {
          await expectAt(page, i);
          await expect.poll(hidden, `step ${i + 1} of ${link}`).toBe(0);
          if (link.endsWith('present')) {
            expect(await frame.evaluate(({ style }) => style.getPropertyValue('--fit')), `step ${i + 1}`).toBe('1');
          }
          await page.keyboard.press('ArrowRight');
          await page.keyboard.press('ArrowRight');
        }
      }
    });
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
