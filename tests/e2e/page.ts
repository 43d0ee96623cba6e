/**
 * The `test` of every browser test: a page that fails its test when it logs an error or a warning, throws, asks another
 * origin for anything, or gets an error status. Helpers that specs share stand here too.
 */
import { readFileSync } from 'node:fs';
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
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a route such as `#/decode` and waits until React has taken the page over and the room is there. */
export async function open(page: Page, route: string): Promise<void> {
  await page.goto(`/${route}`);
  await ready(page);
}

/** Waits until React has taken the page over from the first view in index.html, and the room is there. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator('[data-first]')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
}

/** Every way in which people see the site. */
export const SIZES = {
  laptop: { width: 1440, height: 900 },
  projector: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
} as const;
export const THEMES = ['light', 'dark'] as const;
export const LOCALES = ['en-GB', 'zh-CN'] as const;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    id: string;
    help: string;
    nodes: readonly { target: readonly string[]; html: string }[];
  }[];
}

/** What axe finds on the page as it is now, one line each; empty when it is clean. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })',
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
