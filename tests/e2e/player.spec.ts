import { expect, open, ready, SIZES, settle, test } from './page.ts';
import { at, controls, expectAt, LESSON, QUESTION, STEP, scrubber, stage } from './player.ts';

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
  await expect.poll(() => at(page)).toBeGreaterThan(0);
  const second = await at(page);
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
  // With other inputs the lesson may be shorter.
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
  await expect.poll(() => at(page)).toBeGreaterThan(0);
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
  const reply = box.locator('[aria-live]');
  const words = new Set<string>();
  for (let i = 0; i < (await answers.count()); i += 1) {
    const before = (await reply.textContent()) ?? '';
    await answers.nth(i).click();
    await expect(answers.nth(i)).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => reply.textContent()).not.toBe(before);
    words.add((await reply.textContent()) ?? '');
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
  await expect.poll(() => stage(page).textContent()).toBe(picture);
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
  await page.goto('/#/learn/no-such-lesson');
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
  await expect(link).toHaveValue(/present/);
  await page.goto(await link.inputValue());
  await page.reload();
  await ready(page);
  await expect(page.locator('[data-presenting]')).toHaveCount(1);
});

test('what the address has just been changed to is opened, even if the address of a step is about to be written', async ({
  page,
}) => {
  await open(page, STEP);
  const here = page.url();
  await page.keyboard.press('ArrowRight');
  // Between the change of an address and its event a browser may do other things: here, all that was waiting.
  await page.evaluate(async (wanted) => {
    history.pushState(null, '', wanted);
    await new Promise((done) => setTimeout(done, 400));
    dispatchEvent(new HashChangeEvent('hashchange'));
  }, `${here}/v1/present`);
  await expect(page.locator('[data-presenting]')).toHaveCount(1);
  expect(page.url()).toContain('key1-17/v1/present');
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
      await settle(page);
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
