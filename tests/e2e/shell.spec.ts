import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, open, ready, test } from './page.ts';

test('goes from room to room, names the page and moves the focus along', async ({ page }) => {
  await open(page, '');
  await page.getByRole('navigation').getByRole('link', { name: 'Decode' }).click();
  await expect(page).toHaveURL(/#\/decode$/);
  await expect(page).toHaveTitle(/Decode/);
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('link', { name: 'Decode' })).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(page).toHaveTitle(/bit by bit/);
});

test('helps where there is no page, and shows the address as text', async ({ page }) => {
  await open(page, '#/<img src=x onerror=alert(1)>');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading')).toHaveText('There is no page here');
  await expect(main.locator('img')).toHaveCount(0);
  await main.getByRole('link', { name: 'Decode' }).click();
  await expect(page).toHaveURL(/#\/decode$/);
});

test('the first press of Tab offers to skip the header', async ({ page }) => {
  await open(page, '#/decode');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('every control of the header is reached by Tab, in order', async ({ page }) => {
  await open(page, '#/nowhere');
  const reached: string[] = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
  }
  expect(reached).toEqual([
    'Skip to the content',
    'WebSocket 101',
    'Home',
    'Learn',
    'Decode',
    'Build',
    'Python',
    'Reference',
    '/',
    'EN',
    '中文',
    expect.stringContaining('Dark'),
  ]);
});

test('changes its language and remembers it', async ({ page }) => {
  await open(page, '#/nowhere');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading')).toHaveText('这里没有页面');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await page.reload();
  await expect(page.getByRole('heading')).toHaveText('这里没有页面');
  await expect(page).toHaveTitle(/页面不存在/);
});

test('changes its theme and remembers it from the first paint', async ({ page, quiet }) => {
  await open(page, '#/nowhere');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByLabel('Theme').selectOption('dark');
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.route('**/*.js', (route) => route.abort());
  await page.reload({ waitUntil: 'domcontentloaded' });
  await expect.poll(paper).toBe(dark);
  // That no script could be fetched is our own doing.
  quiet.length = 0;
});

test('works where storage is forbidden or holds rubbish', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await open(page, '#/nowhere');
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a view that cannot be fetched says so and leaves the rest standing', async ({ page, quiet }) => {
  await open(page, '#/nowhere');
  await page.route(/Decode-.*\.js/, (route) => route.abort());
  await page.getByRole('navigation').getByRole('link', { name: 'Decode' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be fetched');
  expect(quiet.length).toBeLessThan(10);
  await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  quiet.length = 0;
});

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('works offline after one visit, in both languages and every room', async ({ page, context }) => {
    await open(page, '');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('navigation').getByRole('link', { name: '解码' }).click();
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    // The first view brings the words of its own fields, and not those of a handshake.
    await page.locator('[data-sample="chat-broken"]').click();
    await page.locator('[role=option]').first().click();
    await expect(page.getByRole('treeitem').filter({ hasText: '请求行' }).first()).toBeVisible();
  });
});

for (const [locale, words] of [
  ['en-GB', 'Message'],
  ['zh-CN', '消息'],
] as const) {
  test.describe(`before any script, ${locale}`, () => {
    test.use({ locale });

    test('the first view already stands in the page, and only at home', async ({ page, quiet }) => {
      await page.route('**/*.js', (route) => route.abort());
      await page.goto('/', { waitUntil: 'load' });
      await expect(page.getByText(words, { exact: true }).filter({ visible: true })).toHaveCount(1);
      await expect(page.locator('h1').filter({ visible: true })).toHaveCount(1);
      await page.goto('/#/decode');
      await page.reload({ waitUntil: 'load' });
      await expect(page.locator('h1').filter({ visible: true })).toHaveCount(0);
      // That no script could be fetched is our own doing.
      quiet.length = 0;
    });
  });
}

test('the first view costs at most 8 requests and 110 kB of JavaScript', async ({ page }) => {
  const scripts = new Set<string>();
  const all: string[] = [];
  page.on('request', (request) => {
    all.push(request.url());
    if (request.resourceType() === 'script' || /\.js$/.test(request.url()))
      scripts.add(new URL(request.url()).pathname);
  });
  await open(page, '');
  await page.waitForLoadState('networkidle');
  const bytes = [...scripts].map((path) => brotliCompressSync(readFileSync(`dist${path}`)).length);
  const sum = bytes.reduce((a, b) => a + b, 0);
  test.info().annotations.push({
    type: 'first view',
    description: `${all.length} requests, ${sum} bytes of JavaScript (brotli)`,
  });
  expect(all.length, all.join('\n')).toBeLessThanOrEqual(8);
  expect(sum).toBeLessThanOrEqual(110_000);
});
