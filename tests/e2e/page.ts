/**
 * The `test` of every browser test: a page that fails its test when it logs an error or a warning, throws, asks another
 * origin for anything, or gets an error status. Helpers that specs share stand here too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

export const test = base.extend<{ quiet: string[] }>({
  /** What the page did that it should not; a test that provokes something may empty it. */
  quiet: [
    async ({ page, baseURL }, use) => {
      const noise: string[] = [];
      page.on('console', (message) => {
        const blocked = message.text().startsWith('Service Worker registration blocked by Playwright');
        if (['error', 'warning'].includes(message.type()) && !blocked)
          noise.push(`console ${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => noise.push(`thrown: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && origin !== baseURL) noise.push(`foreign request: ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) noise.push(`${response.status()} ${response.url()}`);
      });
      await use(noise);
      // All that tests change of a browser and `reuseContext` leaves as it is.
      await page.context().clearPermissions();
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a route such as `#/decode`, and waits until what it names is there. */
export async function open(page: Page, route: string): Promise<void> {
  await page.goto(`/${route}`);
  await ready(page);
}

/**
 * Waits until React has taken the page over from the first view in index.html, the room or the lesson that the address
 * names has come, the one before it has gone, and keys are listened to.
 */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator('[data-first]')).toHaveCount(0);
  const [, room = '', lesson = ''] = new URL(page.url()).hash.split(/[/?&]/);
  const known = ['', 'learn', 'decode', 'build', 'python', 'reference'].includes(room);
  const main = page.locator(`main[data-room="${known ? room || 'home' : 'not-found'}"]`);
  await expect(main.getByRole('heading').first()).toBeVisible();
  if (room === 'learn') {
    await expect(main.locator('[data-lesson]')).toHaveCount(lesson === '' ? 0 : 1);
    if (lesson !== '') await expect(main.locator(`[data-lesson="${lesson}"]`)).toBeVisible();
  }
  await settle(page);
}

/** Waits until what is on the page has been painted, and has come to rest: effects have run, nothing moves any more. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Asks again soon: for what follows at once, or after a known moment. */
export const SOON = { intervals: [20, 50] };

export const SIZES = {
  laptop: { width: 1440, height: 900 },
  projector: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
} as const;

interface View {
  readonly size: keyof typeof SIZES;
  readonly theme: 'light' | 'dark';
  readonly locale: 'en-GB' | 'zh-CN';
}

/** Ways in which people see the site: every size, theme and language meets every one of the other two kinds. */
export const VIEWS: readonly View[] = [
  { size: 'laptop', theme: 'light', locale: 'en-GB' },
  { size: 'laptop', theme: 'dark', locale: 'zh-CN' },
  { size: 'projector', theme: 'light', locale: 'zh-CN' },
  { size: 'projector', theme: 'dark', locale: 'en-GB' },
  { size: 'phone', theme: 'light', locale: 'en-GB' },
  { size: 'phone', theme: 'dark', locale: 'zh-CN' },
];

/** What `test.use` wants for a view. */
export function seen({ size, theme, locale }: View) {
  return { viewport: SIZES[size], colorScheme: theme, locale, hasTouch: size === 'phone' };
}

/** Every lesson that there is. */
export const LESSONS = readdirSync('src/lessons', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    id: string;
    help: string;
    nodes: readonly { target: readonly string[]; html: string }[];
  }[];
}

/** What axe finds on the page when it has come to rest, one line each; empty when it is clean. */
export async function axe(page: Page): Promise<string[]> {
  await settle(page);
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource);
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })',
  )) as AxeResult;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.html}`),
  );
}

/** Things that can be seen to be wrong with a layout: sideways scrolling, cut or tiny text, targets too small to hit. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const name = (e: Element) => `${e.tagName.toLowerCase()} “${(e.textContent ?? '').trim().slice(0, 40)}”`;
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth + 1) faults.push(`scrolls sideways: ${root.scrollWidth} > ${innerWidth}`);
    const visible = (e: Element) => {
      const box = e.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    };
    for (const e of document.querySelectorAll('body *')) {
      const hasText = [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
      if (!hasText || !visible(e)) continue;
      const style = getComputedStyle(e);
      if (Number.parseFloat(style.fontSize) < 12) faults.push(`text of ${style.fontSize}: ${name(e)}`);
      const cuts =
        /hidden|clip/.test(style.overflowX) && style.textOverflow !== 'ellipsis' && style.clipPath === 'none';
      if (cuts && e.scrollWidth > e.clientWidth + 2) faults.push(`cut: ${name(e)}`);
    }
    for (const e of document.querySelectorAll(
      'button, a[href], input, select, [role=button], [role=tab], [role=slider]',
    )) {
      const { width, height } = e.getBoundingClientRect();
      const inline = getComputedStyle(e).display === 'inline';
      if (visible(e) && !inline && Math.min(width, height) < 24) faults.push(`target ${width}×${height}: ${name(e)}`);
    }
    return faults;
  });
}
