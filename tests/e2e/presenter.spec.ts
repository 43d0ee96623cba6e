import type { BrowserContext, Page } from '@playwright/test';
import { expect, LESSONS, open, ready, SIZES, settle, test } from './page.ts';
import { at, controls, expectAt, QUESTION, STEP, stage } from './player.ts';

/** Both windows of a presentation, and what may go wrong in the second one. */
async function openNotes(page: Page, context: BrowserContext): Promise<{ notes: Page; noise: string[] }> {
  const noise: string[] = [];
  context.on('page', (other) => {
    other.on('pageerror', (error) => noise.push(error.message));
    other.on('console', (message) => {
      const blocked = message.text().startsWith('Service Worker registration blocked by Playwright');
      if (['error', 'warning'].includes(message.type()) && !blocked) noise.push(message.text());
    });
  });
  const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('n')]);
  await expect(notes.getByText('In step with the other window')).toBeVisible();
  return { notes, noise };
}

/** Both windows leave a step, for the same one. */
async function leaveTogether(page: Page, notes: Page, from: number): Promise<void> {
  await expect(async () => {
    const [here, there] = [await at(page), await at(notes)];
    expect(there).toBe(here);
    expect(here).not.toBe(from);
  }).toPass({ intervals: [20, 50] });
}

test('presenting leaves the stage and one line, and the way back restores the focus', async ({ page }) => {
  await open(page, STEP);
  const button = page.getByRole('button', { name: 'Present' }).first();
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await button.click();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect.poll(async () => (await stage(page).locator('..').boundingBox())?.height).toBeGreaterThan(700);
  await expect(controls(page)).toHaveCSS('opacity', '0');
  await page.mouse.move(400, 400);
  await expect(controls(page)).toHaveCSS('opacity', '1');
  await page.keyboard.press('b');
  const dark = page.getByRole('button', { name: 'Show the picture again' });
  await expect(dark).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(dark).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toBeVisible();
  await expect(button).toBeFocused();
});

test('a class answers on the projector before the answer is shown', async ({ page }) => {
  await open(page, `${QUESTION}/v1/present`);
  const box = page.getByRole('region', { name: 'Before you go on' });
  await box.getByRole('button').first().click();
  await expect(box.locator('[aria-live]')).not.toBeEmpty();
});

test('an answer given in the speaker notes is replied to on the projector, and gone with other inputs', async ({
  page,
  context,
}) => {
  await open(page, `${QUESTION}/v1/present`);
  const { notes, noise } = await openNotes(page, context);
  const reply = page.getByRole('region', { name: 'Before you go on' }).locator('[aria-live]');
  await expect(reply).toBeEmpty();
  await notes.getByRole('button', { name: 'Count it' }).click();
  await expect(reply).toContainText('Not quite');
  await notes.getByRole('button', { name: 'Skip it' }).click();
  await expect(reply).toContainText('Right');
  await page.getByLabel('Key 1').fill('4 @1  46546xW%0l 1 6');
  await expect(reply).toBeEmpty();
  await expect(notes.getByRole('button', { name: 'Skip it' })).toHaveAttribute('aria-pressed', 'false');
  expect(noise).toEqual([]);
});

test('a presentation goes on in the next lesson, by the way onward or by the list in the notes', async ({
  page,
  context,
}) => {
  await open(page, '#/learn/two-protocols/summary/v1/present');
  const { notes } = await openNotes(page, context);
  await expect(notes.getByRole('link', { name: 'hixie-75' })).toBeVisible();
  await page.getByRole('link', { name: 'hixie-75' }).click();
  await expect(page).toHaveURL(/hixie-75\/start\/v1\/present/);
  await expect(notes).toHaveURL(/hixie-75\/start\/v1\/notes/);
  await notes.getByRole('combobox', { name: 'Lesson', exact: true }).selectOption('inside-md5');
  await expect(page).toHaveURL(/inside-md5\/start\/v1\/present/);
  await expect(page.locator('[data-presenting]')).toHaveCount(1);
  // The list gives the keys back.
  await notes.getByRole('button', { name: 'Next' }).click();
  await expectAt(page, 1);
});

test('language and theme chosen in the notes reach the projector, and the clock outlives the notes', async ({
  page,
  context,
}) => {
  await open(page, `${STEP}/v1/present`);
  const { notes } = await openNotes(page, context);
  await notes.getByRole('button', { name: 'Stop' }).click();
  await expect(notes.getByRole('button', { name: 'Go on' })).toBeVisible();
  const stopped = (await notes.getByRole('timer').textContent()) ?? '';
  const main = notes.getByRole('main');
  await main.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await main.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  await main.getByRole('button', { name: 'EN', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await notes.close();
  // A browser that is still busy closing the window does not open another one by its name.
  await expect(async () => {
    const [again] = await Promise.all([context.waitForEvent('page', { timeout: 3000 }), page.keyboard.press('n')]);
    await expect(again.getByRole('button', { name: 'Go on' })).toBeVisible();
    await expect(again.getByRole('timer')).toHaveText(stopped);
  }).toPass();
});

test('from the box of an input a clicker goes on, and Enter or Escape gives the keys back', async ({ page }) => {
  await open(page, `${STEP}/v1/present`);
  const here = await at(page);
  const key1 = page.getByLabel('Key 1');
  await key1.fill('4 @1  46546xW%0l 1 6');
  await key1.press('PageDown');
  await expectAt(page, here + 1);
  await key1.press('PageUp');
  await key1.press('Enter');
  await expect(key1).not.toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expectAt(page, here + 1);
  await key1.focus();
  await key1.press('Escape');
  await expect(key1).not.toBeFocused();
  // Once for the box, once for the presentation.
  await expect(page.locator('[data-presenting]')).toHaveCount(1);
});

test.describe('on a projector', () => {
  test.use({ viewport: SIZES.projector });

  test('the last row can read every lesson', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const lesson of LESSONS) {
      await open(page, `#/learn/${lesson}/v1/present`);
      for (let i = 0; i < 3; i += 1) {
        await page.keyboard.press(']');
        await settle(page);
        const small = await stage(page).evaluate((figure) => {
          const least = 13;
          const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
          return [...figure.querySelectorAll('*')]
            .filter(
              (element) => element.matches(':not(.unseen *, [aria-hidden] *, option, [aria-hidden])') && shown(element),
            )
            .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
            .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < least)
            .map((element) => element.textContent);
        });
        expect(small, `${lesson} ${i}`).toEqual([]);
      }
    }
  });
});

test('projector and speaker notes go together, whoever drives', async ({ page, context }) => {
  await open(page, `${STEP}/v1/present`);
  const { notes, noise } = await openNotes(page, context);
  const start = await at(page);
  await expectAt(notes, start);
  await expect(notes.getByRole('region', { name: 'Next', exact: true })).toBeVisible();

  await notes.getByRole('button', { name: 'Next' }).click();
  await expectAt(page, start + 1);
  await page.keyboard.press('Home');
  await expectAt(notes, 0);
  // A step to the middle of the lesson, by name.
  await notes.keyboard.press(']');
  await leaveTogether(page, notes, 0);

  await notes.getByRole('button', { name: 'Dark' }).click();
  const dark = page.getByRole('button', { name: 'Show the picture again' });
  await expect(dark).toBeVisible();
  await dark.click();
  await expect(notes.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'false');

  await page.getByLabel('Key 1').fill('1 2 3 4 5 6');
  await notes.getByText('Inputs').click();
  await expect(notes.getByLabel('Key 1')).toHaveValue('1 2 3 4 5 6');
  await notes.getByLabel('Key 1').fill('9 8 7');
  await expect(page.getByLabel('Key 1')).toHaveValue('9 8 7');

  // From lesson to lesson as well.
  await page.evaluate(() => {
    location.hash = '#/learn/inside-md5';
  });
  await expect(notes.getByRole('combobox', { name: 'Lesson', exact: true })).toHaveValue('inside-md5');
  await expect(page.locator('[data-presenting]')).toHaveCount(1);
  await expect(page.locator('[data-lesson="inside-md5"]')).toBeVisible();
  const begun = await at(page);
  await page.keyboard.press('ArrowRight');
  await leaveTogether(page, notes, begun);

  // A reload finds its session again, at the step where the others are.
  const gone = await at(notes);
  await notes.keyboard.press(']');
  await leaveTogether(page, notes, gone);
  const there = await at(notes);
  await page.reload();
  await ready(page);
  await expectAt(page, there);
  await expectAt(notes, there);
  await page.close();
  await expect(notes.getByText('No other window is open')).toBeVisible();
  expect(noise).toEqual([]);
});

test('two presentations on one machine do not disturb each other', async ({ page, context }) => {
  await open(page, `${STEP}/v1/present=aaaa`);
  const other = await context.newPage();
  await other.goto(`/${STEP}/v1/present=bbbb`);
  await ready(other);
  const here = await at(page);
  await other.keyboard.press('End');
  await expect.poll(() => at(other)).toBeGreaterThan(here);
  await expectAt(page, here);
});

test('where no second window may be opened, a link takes its place', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await open(page, `${STEP}/v1/present`);
  await page.keyboard.press('n');
  const link = page.getByRole('dialog').getByRole('link', { name: 'speaker notes' });
  await expect(link).toHaveAttribute('href', /\/v1\/notes=[a-z0-9]+/);
});

test('where windows cannot be tied together, the button says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'BroadcastChannel', { value: undefined });
  });
  await open(page, `${STEP}/v1/present`);
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toContainText('BroadcastChannel');
});
