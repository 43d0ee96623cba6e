import type { Page } from '@playwright/test';
import { expect, open, test } from './page.ts';
import { stage } from './player.ts';

const code = (page: Page) => stage(page).getByRole('region', { name: 'The file server.py' });
const lit = (page: Page) => code(page).locator('[data-state="current"]');

/** Whether a line stands inside the window of the file, and not only inside the page. */
async function inWindow(page: Page, line: string): Promise<boolean> {
  const [window, box] = await Promise.all([
    code(page).boundingBox(),
    lit(page).filter({ hasText: line }).boundingBox(),
  ]);
  return window !== null && box !== null && box.y >= window.y && box.y + box.height <= window.y + window.height;
}

test('the lines that run are lit and in view, wherever one comes from', async ({ page }) => {
  await open(page, '#/learn/python-server/call-2-key');
  const key = 'key = data[start : start + 4]';
  expect(await inWindow(page, key)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect(lit(page)).toHaveText(/payload = data\[start \+ 4 : end\]/);
  await page.keyboard.press('Home');
  await expect(lit(page)).toHaveCount(0);
  await expect(code(page).getByText('A WebSocket server in one file')).toBeInViewport();
  await open(page, '#/learn/python-server/frame-1-left');
  expect(await inWindow(page, 'self.buffer = self.buffer[size:]')).toBe(true);
});

test('the file can be read above and below with the keyboard, and the next step comes back', async ({ page }) => {
  await open(page, '#/learn/python-server/call-2-key');
  const top = () => code(page).evaluate((element) => element.scrollTop);
  const before = await top();
  await code(page).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  // A browser scrolls smoothly: until it has come to rest.
  let last = before;
  await expect
    .poll(async () => {
      const now = await top();
      const rests = now === last && now < before;
      last = now;
      return rests;
    })
    .toBe(true);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => inWindow(page, 'payload = data[start + 4 : end]')).toBe(true);
});

test('other bytes light other lines, and go along into the room where one writes Python', async ({ page }) => {
  await open(page, '#/learn/python-server/call-2-mask');
  await stage(page).getByRole('textbox', { name: 'Bytes that the client sends' }).fill('81 05 48 65 6c 6c 6f');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The second byte: 05|A rule is broken/);
  await stage(page).getByRole('link', { name: 'run the parser on these bytes' }).click();
  await expect(page).toHaveURL(/#\/python\/v1\/.*data=810548656c6c6f/);
});

test('both files are there to be fetched', async ({ page, request }) => {
  await open(page, '#/learn/python-server/terminals');
  for (const file of ['server.py', 'client.py']) {
    const href = await stage(page)
      .getByRole('link', { name: `Download ${file}` })
      .getAttribute('href');
    const answer = await request.get(`/${href}`);
    expect(await answer.text()).toContain('Python 3.9 or newer');
  }
});
