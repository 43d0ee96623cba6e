import type { BrowserContext, Page } from '@playwright/test';
import { axe, expect, LOCALES, layoutFaults, open, ready, SIZES, THEMES, test } from './page.ts';

/** The player, on the lesson with the most kinds of inputs. What is in the lessons is the business of lessons.spec.ts. */
const LESSON = '#/learn/md5-handshake';
const STEP = `${LESSON}/key1-17`;
/** Asks something, with three answers to pick from. */
const QUESTION = `${LESSON}/key1-ask`;

const scrubber = (page: Page) => page.getByRole('slider');
const controls = (page: Page) => page.getByRole('region', { name: 'Steps' });
const stage = (page: Page) => page.locator('figure').first();
const at = async (page: Page) => Number(await scrubber(page).inputValue());
const expectAt = (page: Page, index: number) => expect(scrubber(page)).toHaveValue(String(index));

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

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of THEMES) {
    for (const locale of LOCALES) {
      test.describe(`on a ${size}, ${colorScheme}, ${locale}`, () => {
        test.use({ viewport, colorScheme, locale, hasTouch: size === 'phone' });

        test('course, question and a presenter’s window are sound: nothing logged, axe content, nothing cut', async ({
          page,
        }) => {
          const presenter = `${QUESTION}/v1/${colorScheme === 'light' ? 'present' : 'notes'}`;
          for (const route of ['#/learn', QUESTION, presenter]) {
            await open(page, route);
            // What the keyboard has reached does not fade away.
            if (route === presenter) {
              await page.keyboard.press('Shift');
              await scrubber(page).focus();
            }
            expect(await axe(page), route).toEqual([]);
            expect(await layoutFaults(page), route).toEqual([]);
          }
        });
      });
    }
  }
}

test('every key does what the list of keys says', async ({ page }) => {
  await open(page, LESSON);
  const last = Number(await scrubber(page).getAttribute('max'));
  const moves = [
    ['ArrowRight', 1],
    ['PageDown', 2],
    ['ArrowLeft', 1],
    ['PageUp', 0],
    ['ArrowLeft', 0],
    ['End', last],
    ['ArrowRight', last],
    ['Home', 0],
  ] as const;
  for (const [key, index] of moves) {
    await page.keyboard.press(key);
    await expectAt(page, index);
  }
  await page.keyboard.press(']');
  const second = await at(page);
  expect(second).toBeGreaterThan(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('[');
  await expectAt(page, second);
  await page.keyboard.press('[');
  await expectAt(page, 0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Stop presenting');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expectAt(page, 0);
});

test('the same keys stay with whoever types', async ({ page }) => {
  await open(page, STEP);
  const here = await at(page);
  const key1 = page.getByLabel('Key 1');
  await key1.fill('');
  await key1.pressSequentially('12 p?b[ ]');
  await key1.press('Home');
  await expect(key1).toHaveValue('12 p?b[ ]');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[data-presenting]')).toHaveCount(0);
  await expect(key1).toBeFocused();
  expect(await at(page)).toBeLessThanOrEqual(here);
});

test('the slider has our keys too, and keeps the focus', async ({ page }) => {
  await open(page, LESSON);
  await scrubber(page).focus();
  await page.keyboard.press('PageDown');
  await expectAt(page, 1);
  await page.keyboard.press('ArrowRight');
  await expectAt(page, 2);
  await expect(scrubber(page)).toBeFocused();
});

test('the buttons step, and keep the focus even at the ends', async ({ page }) => {
  await open(page, LESSON);
  const next = controls(page).getByRole('button', { name: 'Next' });
  const back = controls(page).getByRole('button', { name: 'Back' });
  await next.click();
  await next.click();
  await back.click();
  await expectAt(page, 1);
  await back.click();
  await expect(back).toBeFocused();
  await expect(back).toHaveAttribute('aria-disabled', 'true');
});

test('the outline names every part and leads to its start', async ({ page }) => {
  await open(page, LESSON);
  const here = controls(page).getByRole('button', { name: 'Outline' });
  await here.click();
  const parts = page.locator('[popover] ol button');
  await expect(parts.first()).toHaveAttribute('aria-current', 'step');
  const name = (await parts.nth(2).locator('span').first().textContent()) ?? '';
  await parts.nth(2).click();
  await expect(here).toContainText(name);
  await expect(parts.first()).toBeHidden();
  expect(await at(page)).toBeGreaterThan(0);
});

test('plays by itself, and stops at a question', async ({ page }) => {
  await open(page, QUESTION);
  const question = await at(page);
  await page.keyboard.press('ArrowLeft');
  await controls(page).getByLabel('Speed').selectOption('8');
  await controls(page).getByRole('button', { name: 'Play' }).click();
  await expectAt(page, question);
  await expect(controls(page).getByRole('button', { name: 'Play' })).toBeVisible();
});

test('a question is answered in place and blocks nothing', async ({ page }) => {
  await open(page, QUESTION);
  const box = page.getByRole('region', { name: 'Before you go on' });
  const answers = box.getByRole('button');
  const words = new Set<string>();
  for (let i = 0; i < (await answers.count()); i += 1) {
    await answers.nth(i).click();
    await expect(answers.nth(i)).toHaveAttribute('aria-pressed', 'true');
    words.add((await box.locator('[aria-live]').textContent()) ?? '');
  }
  expect(words.size).toBe(await answers.count());
  expect([...words].filter((text) => text.includes('Right.'))).toHaveLength(1);
  await page.keyboard.press('ArrowRight');
  await expect(box).toHaveCount(0);
});

test('a good input changes picture, words and address; a bad one is answered in place', async ({ page }) => {
  await open(page, STEP);
  const key1 = page.getByLabel('Key 1');
  const before = await stage(page).textContent();
  await key1.fill('1 2 3 4 5 6 7 8 9 10 ');
  await expect(page.getByRole('alert')).toContainText('HTTP trims');
  await expect(key1).toHaveAttribute('aria-invalid', 'true');
  // The last good picture stays: all of it but the answer.
  const answer = (await page.getByRole('alert').textContent()) ?? '';
  expect((await stage(page).textContent())?.replace(answer, '')).toBe(before);
  await key1.fill('1 2 3 4 5 6 7 8 9 10 11');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(() => stage(page).textContent()).not.toBe(before);
  await expect.poll(() => page.url()).toContain('key1=1%202%203');
  const [picture, url] = [await stage(page).textContent(), page.url()];
  await page.goto('about:blank');
  await page.goto(url);
  await ready(page);
  expect(await stage(page).textContent()).toBe(picture);
  await expect(key1).toHaveValue('1 2 3 4 5 6 7 8 9 10 11');
});

test('another language keeps step and inputs', async ({ page }) => {
  await open(page, `${STEP}/v1/key1=${encodeURIComponent('5 67 8 9 01 2345 67')}`);
  const here = await at(page);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('button', { name: '下一步' })).toBeVisible();
  await expectAt(page, here);
  await expect(page.getByRole('textbox').first()).toHaveValue('5 67 8 9 01 2345 67');
  await expect(page).toHaveTitle(/MD5 握手/);
});

test('the place is remembered, and the first page leads back to it', async ({ page }) => {
  await open(page, STEP);
  await page.keyboard.press('ArrowRight');
  const here = await at(page);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('websocket-101-course')))
    .toContain(`"index":${here}`);
  await open(page, '');
  await page.getByRole('link', { name: 'Go on where you left off' }).click();
  await expectAt(page, here);
  await page.getByRole('navigation').first().getByRole('link', { name: 'Learn' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `step ${here + 1} of` })).toHaveCount(1);
});

test('a link that cannot be used in full says so, and keeps the rest', async ({ page }) => {
  await open(page, `${LESSON}/no-such-step/v1/key1=%zz&key3=nonsense&key2=${encodeURIComponent('1 23')}`);
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('Not all of the link');
  await expect(notice.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByLabel('Key 2')).toHaveValue('1 23');
  await notice.getByRole('button').click();
  await expect(notice).toHaveCount(0);
  await open(page, '#/learn/no-such-lesson');
  await expect(page.getByRole('alert')).toContainText('no-such-lesson');
});

test('a step that was gone to is said, with its picture, and not while stepping on', async ({ page }) => {
  await open(page, LESSON);
  const said = page.locator('main [aria-live=polite].unseen');
  await expect(said).toHaveText('');
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
  const text = async () => ((await said.textContent()) ?? '').replace(/\s+/g, ' ').trim();
  await expect.poll(text).toMatch(/^Step 6 of \d+\. .+\. .{20,}/);
});

test('a link shared from here opens the same step, on a projector if wanted', async ({ page }) => {
  await open(page, STEP);
  await page.getByRole('button', { name: 'Share' }).first().click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(page.url());
  await page.getByRole('checkbox', { name: /presenter/ }).check();
  await page.goto(await link.inputValue());
  await page.reload();
  await ready(page);
  await expect(page.locator('[data-presenting]')).toHaveCount(1);
});

test('presenting leaves the stage and one line, and the way back restores the focus', async ({ page }) => {
  await open(page, STEP);
  const button = page.getByRole('button', { name: 'Present' }).first();
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await button.click();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const { height } = (await stage(page).locator('..').boundingBox()) ?? { height: 0 };
  expect(height).toBeGreaterThan(700);
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
    for (const lesson of [
      'two-protocols',
      'hixie-75',
      'md5-handshake',
      'inside-md5',
      'sha1-handshake',
      'inside-sha1',
    ]) {
      await page.goto('about:blank');
      await open(page, `#/learn/${lesson}/v1/present`);
      for (let i = 0; i < 3; i += 1) {
        await page.keyboard.press(']');
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
  await expectAt(page, await at(notes));

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
  await page.keyboard.press('ArrowRight');
  await expectAt(notes, await at(page));

  // A reload finds its session again, at the step where the others are.
  await notes.keyboard.press(']');
  await expectAt(page, await at(notes));
  await page.reload();
  await ready(page);
  await expectAt(page, await at(notes));
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

test.describe('on a phone', () => {
  test.use({ viewport: SIZES.phone, hasTouch: true });

  test('a swipe over the stage steps, and the way down does not', async ({ page }) => {
    await open(page, LESSON);
    const swipe = (dx: number, dy: number) =>
      stage(page).evaluate(
        (figure, [x, y]) => {
          const touch = (x: number, y: number) => new Touch({ identifier: 1, target: figure, clientX: x, clientY: y });
          const [start, end] = [touch(200, 300), touch(200 + x, 300 + y)];
          figure.dispatchEvent(
            new TouchEvent('touchstart', { touches: [start], changedTouches: [start], bubbles: true }),
          );
          figure.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [end], bubbles: true }));
        },
        [dx, dy] as const,
      );
    await swipe(-120, 10);
    await expectAt(page, 1);
    await swipe(-60, 200);
    await expectAt(page, 1);
    await swipe(120, -10);
    await expectAt(page, 0);
  });

  test('words never push the stage or the controls away', async ({ page }) => {
    await open(page, LESSON);
    const boxes = async () => [await stage(page).locator('..').boundingBox(), await controls(page).boundingBox()];
    const first = await boxes();
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press(']');
      expect(await boxes()).toEqual(first);
    }
    expect((first[1]?.y ?? 0) + (first[1]?.height ?? 0)).toBeCloseTo(SIZES.phone.height, 0);
  });
});

test('a printed step has words and picture, and no controls', async ({ page }) => {
  await open(page, STEP);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(stage(page)).toBeVisible();
  await expect(scrubber(page)).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
});
