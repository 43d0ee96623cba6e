import { expect, open, test } from './page.ts';

/** The questions whose pictures are the highest. */
const QUESTIONS = [
  'why-websocket/heads-ask',
  'why-websocket/busy-ask',
  'two-protocols/head-end',
  'two-protocols/version-choice',
  'hixie-75/policy-answer',
  'md5-handshake/response-ask',
  'sha1-handshake/doctor-too-long',
  'drafts/ask-draft',
];

for (const locale of ['en-GB', 'zh-CN'])
  test.describe(`on a projector of 1280 by 720, ${locale}`, () => {
    test.use({ locale, viewport: { width: 1280, height: 720 } });

    test('questions and replies are on the screen with the whole picture', async ({ page }) => {
      for (const question of QUESTIONS) {
        // A page of its own: the one before has a figure too.
        await page.goto('about:blank');
        await open(page, `#/learn/${question}/v1/present`);
        const pane = page.getByRole('figure').first().locator('..');
        await expect(page.locator('main section button[aria-pressed]').first()).toBeVisible();
        const hidden = () => pane.evaluate((element) => element.scrollHeight - element.clientHeight);
        await expect.poll(hidden, question).toBe(0);
        const before = (await pane.boundingBox())?.height ?? 0;
        await page.locator('main section button[aria-pressed]').first().click();
        await expect(page.locator('main section [aria-live]')).not.toBeEmpty();
        await expect.poll(hidden, `${question}, answered`).toBe(0);
        expect(Math.abs(((await pane.boundingBox())?.height ?? 0) - before), question).toBeLessThan(24);
        await page.mouse.wheel(0, 200);
        expect(await page.evaluate(() => scrollY)).toBe(0);
      }
    });
  });
