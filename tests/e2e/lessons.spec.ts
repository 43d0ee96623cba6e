import type { Page } from '@playwright/test';
import { axe, expect, LESSONS, layoutFaults, open, ready, SOON, seen, settle, test, VIEWS } from './page.ts';
import { at, expectAt, scrubber, stage } from './player.ts';

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
  await expectAt(page, index);
}

const lastOf = async (page: Page) => Number(await scrubber(page).getAttribute('max'));

/** How many places of a lesson are looked at: all views together see them, from the first step to the last. */
const PLACES = 9;
// Each view sees every other lesson, so that each lesson meets all sizes, both themes and both languages.
const TURNS = [0, 1, 1, 0, 1, 0];

VIEWS.forEach((view, v) => {
  test.describe(`${view.size}, ${view.theme}, ${view.locale}`, () => {
    test.use(seen(view));

    test('lessons can be seen and heard', async ({ page }) => {
      // Half of the course in one test: on a busy machine that is long.
      test.slow();
      // What is looked at is where things come to rest.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const visit = v >> 1;
      for (const lesson of LESSONS.filter((_, i) => i % 2 === TURNS[v])) {
        await test.step(lesson, async () => {
          await open(page, `#/learn/${lesson}`);
          const last = await lastOf(page);
          for (let place = visit; place < PLACES; place += 3) {
            await drag(page, Math.round((last * place) / (PLACES - 1)));
            await settle(page);
            const name = `${lesson}, step ${await at(page)}`;
            expect.soft(await layoutFaults(page), name).toEqual([]);
            if (place % 2 === 1) expect.soft(await axe(page), name).toEqual([]);
          }
        });
      }
    });
  });
});

for (const [i, lesson] of LESSONS.entries()) {
  test(`${lesson}: a step looks the same by link, by stepping and by dragging back`, async ({ page }) => {
    /** The address follows when the dragging has come to rest. */
    const comesTo = (address: string) => page.waitForFunction((href) => location.href === href, address);
    const leaves = (address: string) => page.waitForFunction((href) => location.href !== href, address);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, `#/learn/${lesson}`);
    const start = page.url();
    const last = await lastOf(page);
    await drag(page, last);
    await leaves(start);
    const end = page.url();
    for (const [turn, share] of [0.2, 0.5, 0.8].entries()) {
      const place = Math.round(last * share);
      await drag(page, place - 1);
      await page.locator('body').press('ArrowRight');
      await expectAt(page, place);
      await settle(page);
      const stepped = await picture(page);
      await drag(page, last);
      await comesTo(end);
      await drag(page, place);
      await expect.poll(() => picture(page), SOON).toBe(stepped);
      await leaves(end);
      const address = page.url();
      // A link leads into a page of its own, or to another place of this one.
      if (turn === i % 3) await page.goto('about:blank');
      else {
        await drag(page, last);
        await comesTo(end);
      }
      await page.goto(address);
      await ready(page);
      await expectAt(page, place);
      await expect.poll(() => picture(page), SOON).toBe(stepped);
    }
  });
}
