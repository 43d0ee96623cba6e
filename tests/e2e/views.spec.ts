import type { Page } from '@playwright/test';
import { axe, expect, layoutFaults, open, seen, settle, test, VIEWS } from './page.ts';

interface Stop {
  readonly route: string;
  /** What is done there before one looks. */
  readonly act?: (page: Page) => Promise<void>;
}

const QUESTION = '#/learn/md5-handshake/key1-ask';

/** What is looked at in every view, in this order, in one page. Lessons have a test of their own, in lessons.spec.ts. */
const STOPS: Readonly<Record<string, Stop>> = {
  home: { route: '#/' },
  'a long message and an odd key': {
    route: '#/',
    act: async (page) => {
      await page.getByRole('button', { name: /65.536/ }).click();
      await page.locator('main input[aria-invalid]').fill('1');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  'no room': { route: '#/nowhere' },
  'an empty workbench': { route: '#/decode' },
  'a workbench with problems': {
    route: '#/decode',
    act: async (page) => {
      await page.locator('[data-sample="chat-broken"]').click();
      await expect(page.locator('[role=option]').first()).toBeVisible();
      await page.getByRole('treeitem').nth(2).click();
    },
  },
  'Python, not started': {
    route: '#/python/v1/data=8185&colour=red',
    act: (page) => expect(page.locator('.cm-editor')).toBeVisible(),
  },
  'the reference': { route: '#/reference' },
  'an entry': { route: '#/reference/rule/accept-mismatch' },
  'no such entry': { route: '#/reference/opcode/pign' },
  'the search': {
    route: '#/reference/opcode/ping',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.locator('dialog input').fill('mask');
      await expect(page.locator('dialog [role=option]').first()).toContainText('MASK');
    },
  },
  course: { route: '#/learn' },
  'a question': { route: QUESTION },
  'a projector': {
    route: `${QUESTION}/v1/present`,
    act: async (page) => {
      await expect(page.locator('[data-presenting]')).toHaveCount(1);
      // What the keyboard has reached does not fade away.
      await page.keyboard.press('Shift');
      await page.getByRole('slider').focus();
    },
  },
  'speaker notes': {
    route: `${QUESTION}/v1/notes`,
    act: (page) => expect(page.getByRole('timer')).toBeVisible(),
  },
};

for (const view of VIEWS) {
  test.describe(`${view.size}, ${view.theme}, ${view.locale}`, () => {
    test.use(seen(view));

    test('every room is sound: nothing logged, axe content, nothing cut', async ({ page }) => {
      // What is looked at is where things come to rest.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (const [name, { route, act }] of Object.entries(STOPS)) {
        await test.step(name, async () => {
          await open(page, route);
          await act?.(page);
          await settle(page);
          expect.soft(await layoutFaults(page), name).toEqual([]);
          expect.soft(await axe(page), name).toEqual([]);
        });
      }
    });
  });
}
