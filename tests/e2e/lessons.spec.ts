import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, expect, LOCALES, layoutFaults, open, SIZES, THEMES, test } from './page.ts';

const LESSONS = readdirSync('src/lessons', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const scrubber = (page: Page) => page.locator('input[type=range]:not([data-input])');
const stage = (page: Page) => page.locator('figure').first();

/** The picture as it stands, without the ids that React counts up. */
async function picture(page: Page): Promise<string> {
  const html = await stage(page).evaluate((figure) => {
    const copy = figure.cloneNode(true) as HTMLElement;
    // An attribute that came with a later step stands behind the others; a style that went leaves an empty one.
    for (const element of copy.querySelectorAll('*')) {
      const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const { name } of attributes) element.removeAttribute(name);
      for (const { name, value } of attributes) if (value !== '' || name !== 'style') element.setAttribute(name, value);
    }
    return copy.innerHTML;
  });
  return html
    .replace(/ (?:id|for|aria-(?:describedby|labelledby|controls))="[^"]*"/g, '')
    .replace(/ style="--fit:[^"]*"/g, '');
}

/** Goes to a step as a drag does. */
async function drag(page: Page, index: number): Promise<void> {
  await scrubber(page).evaluate((range: HTMLInputElement, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(range, String(value));
    range.dispatchEvent(new Event('input', { bubbles: true }));
  }, index);
  await expect(scrubber(page)).toHaveValue(String(index));
}

// Each view of the site sees every other lesson, and each time another step of it: all views together see a good part.
const VIEWS = Object.keys(SIZES).flatMap((size) =>
  THEMES.flatMap((theme) => LOCALES.map((locale) => ({ size: size as keyof typeof SIZES, theme, locale }))),
);
VIEWS.forEach(({ size, theme, locale }, view) => {
  // A sum, so that no lesson always meets the same theme or language.
  const turn = Object.keys(SIZES).indexOf(size) + THEMES.indexOf(theme) + LOCALES.indexOf(locale);
  test.describe(`${size}, ${theme}, ${locale}`, () => {
    test.use({ viewport: SIZES[size], colorScheme: theme, locale });

    test('lessons can be seen and heard', async ({ page }) => {
      for (const [i, lesson] of LESSONS.entries()) {
        if ((i + turn) % 2 === 1) continue;
        await open(page, `#/learn/${lesson}`);
        // The lesson before stays until this one is there.
        await expect(page.locator(`[data-lesson="${lesson}"]`)).toBeVisible();
        const last = Number(await scrubber(page).getAttribute('max'));
        // The first and the last step come round as well.
        await drag(page, Math.round((last * ((view + 2 * i) % VIEWS.length)) / (VIEWS.length - 1)));
        expect(await layoutFaults(page), lesson).toEqual([]);
        expect(await axe(page), lesson).toEqual([]);
      }
    });
  });
});

for (const lesson of LESSONS) {
  test(`${lesson}: a step looks the same by link, by stepping and by dragging back`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, `#/learn/${lesson}`);
    const start = page.url();
    const last = Number(await scrubber(page).getAttribute('max'));
    await drag(page, last);
    await expect.poll(() => page.url()).not.toBe(start);
    const end = page.url();
    for (const place of [0.2, 0.5, 0.8].map((share) => Math.round(last * share))) {
      await drag(page, place - 1);
      await page.locator('body').press('ArrowRight');
      await expect(scrubber(page)).toHaveValue(String(place));
      const stepped = await picture(page);
      await drag(page, last);
      // The address follows when the dragging has come to rest.
      await expect.poll(() => page.url()).toBe(end);
      await drag(page, place);
      expect(await picture(page)).toBe(stepped);
      await expect.poll(() => page.url()).not.toBe(end);
      const address = page.url();
      await page.goto('about:blank');
      await page.goto(address);
      await expect(scrubber(page)).toHaveValue(String(place));
      expect(await picture(page)).toBe(stepped);
    }
  });
}
