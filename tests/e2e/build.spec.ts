import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, expect, layoutFaults, open, SIZES, test } from './page.ts';

const bit = (page: Page, name: string) =>
  page.getByRole('group', { name: 'The frame, bit by bit' }).getByRole('button', { name, exact: true });
const strip = (page: Page) => page.getByRole('region', { name: 'The conversation' });
const answer = (page: Page) => page.getByRole('region', { name: /^A strict/ });
const tree = (page: Page) => page.getByRole('tree', { name: 'Fields as they are read' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const menu = (page: Page, name: string) => page.locator('summary').filter({ hasText: name }).click();

test('a flipped bit is a changed field, and what a strict server does follows; undo takes it back', async ({
  page,
}) => {
  await open(page, '#/build');
  await expect(answer(page)).toContainText('No answer is needed');
  await bit(page, 'bit 2, RSV2, 0').click();
  await expect(page.getByLabel('RSV2', { exact: true })).toBeChecked();
  await expect(answer(page)).toContainText('Close with 1002');
  await expect(answer(page)).toContainText('88 02 03 ea');
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('RSV2', { exact: true })).not.toBeChecked();
  await page.keyboard.press('Control+Shift+z');
  await expect(bit(page, 'bit 2, RSV2, 1')).toBeVisible();
  await press(page, 'Undo');
  await page.getByLabel('Opcode', { exact: true }).selectOption({ label: '0x9 ping' });
  await expect(bit(page, 'bit 4, Opcode, 1')).toBeVisible();
  await expect(answer(page)).toContainText('8a 05 48 65 6c 6c 6f');
  await press(page, 'Put it into the conversation');
  await expect(strip(page).getByRole('button', { name: /Number 2, server → client: pong/ })).toBeVisible();
});

test('typing is one step to undo, bad input says so in place, and the box keeps what is typed', async ({ page }) => {
  await open(page, '#/build');
  const payload = page.getByRole('textbox', { name: 'In clear' });
  await payload.fill('你好');
  await payload.press('End');
  await payload.pressSequentially('!?');
  await expect(page.getByRole('textbox', { name: 'Says' })).toHaveValue('8');
  const key = page.getByRole('textbox', { name: 'Masking key' });
  await key.fill('00 00 00');
  await expect(page.getByRole('alert')).toContainText('4 bytes');
  await key.fill('00000000');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('Masking key of zeros');
  await page.getByRole('heading', { name: 'Build' }).click();
  await press(page, 'Undo');
  await press(page, 'Undo');
  await expect(payload).toHaveValue('Hello');
});

test('a length can lie: the frame then waits, or leaves bytes to the next', async ({ page }) => {
  await open(page, '#/build');
  const says = page.getByRole('textbox', { name: 'Says' });
  await says.fill('9');
  await expect(answer(page)).toContainText('waits for the rest');
  await says.fill('3');
  await expect(answer(page)).toContainText('is read as 1 more frame');
  await press(page, 'Say what is there');
  await page.getByLabel('16 bits').check();
  await expect(answer(page)).toContainText('Length form too long');
  await expect(page.getByText('13 bytes').first()).toBeVisible();
});

test('a message is cut into fragments, reordered, and the strict server objects', async ({ page }) => {
  await open(page, '#/build');
  await page.getByLabel('Cut at byte').fill('2, 4');
  await press(page, 'Cut into fragments');
  await expect(strip(page).getByRole('listitem')).toHaveCount(3);
  await expect(strip(page).getByRole('listitem').nth(2)).toContainText('continuation');
  await strip(page)
    .getByRole('button', { name: /Number 1/ })
    .focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(strip(page).getByRole('listitem').nth(0)).toContainText('error');
  await strip(page)
    .getByRole('button', { name: /Number 1/ })
    .click();
  await expect(answer(page)).toContainText('Continuation of nothing');
  await page.keyboard.press('Delete');
  await expect(strip(page).getByRole('listitem')).toHaveCount(2);
});

test('a handshake is put in front; a wrong proof is named and can be computed again', async ({ page }) => {
  await open(page, '#/build');
  // The arrows go through a menu as soon as it is open, and scroll nothing. No task comes between the two events here.
  await page
    .locator('summary')
    .filter({ hasText: 'Add' })
    .evaluate(async (summary: HTMLElement) => {
      summary.focus();
      summary.click();
      await Promise.resolve();
      summary.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    });
  await expect(page.getByRole('radio', { name: 'client → server' })).toBeFocused();
  await page.getByRole('checkbox', { name: /permessage-deflate/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('checkbox', { name: /permessage-deflate/ })).not.toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await press(page, 'Put it in front');
  await expect(answer(page)).toContainText('HTTP/1.1 101 Switching Protocols');
  await strip(page)
    .getByRole('button', { name: /response/ })
    .click();
  await page.getByLabel('Proof of a server like this').selectOption('no-guid');
  await expect(answer(page)).toContainText('without a word');
  await strip(page).getByRole('button', { name: /text/ }).click();
  await expect(answer(page)).toContainText('does not read this any more');
  await strip(page)
    .getByRole('button', { name: /response/ })
    .click();
  await press(page, 'Compute again');
  await expect(answer(page)).toContainText('No answer is needed');
  const lines = page.getByLabel('Lines of the head');
  await lines.fill((await lines.inputValue()).replace(/Upgrade: .*\n/, ''));
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('Upgrade missing');
});

test('a rule is broken by choosing it; the workbench and a link open the same bytes', async ({ page }) => {
  await open(page, '#/build');
  await press(page, 'Break a rule…');
  await page.getByLabel('Search', { exact: true }).fill('inside a message');
  await page.getByRole('button', { name: /^Message inside a message/ }).click();
  await expect(strip(page).getByRole('listitem')).toHaveCount(2);
  await press(page, 'Link or file');
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open in the workbench' }).click();
  await expect(page.getByRole('textbox', { name: 'Pasted bytes' })).toHaveValue(/^018337fa213d/);
  await expect(page.locator('[role=option]')).toHaveCount(2);
  await page.goto(`${link}&colour=red`);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('colour');
  await expect(strip(page).getByRole('listitem').nth(1)).toContainText('error');
});

test('packets, pictures and every notation are saved and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#/build');
  const save = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
    return readFileSync(await download.path());
  };
  await menu(page, 'Copy or save');
  expect((await save('Save as SVG')).toString()).toContain('<title>Frame: text</title>');
  expect((await save('Save as PNG')).subarray(1, 4).toString()).toBe('PNG');
  await press(page, 'Copy as plain text');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('|1|0|0|0|0 0 0 1|1|0 0 0 0 1 0 1|');
  await press(page, 'Python bytes');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe("b'\\x81\\x857\\xfa!=\\x7f\\x9fMQX'\n");
  expect((await save('Save as pcapng, for Wireshark')).readUInt32LE(0)).toBe(0x0a0d0d0a);
});

test('all 64 KiB of a payload are there bit by bit, and one flips', async ({ page }) => {
  await open(page, '#/build');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'big.bin', mimeType: '', buffer: Buffer.alloc(65_536, 0x41) });
  const grid = page.getByRole('grid', { name: 'All bits' });
  await grid.focus();
  await page.keyboard.press('Control+End');
  const last = grid.getByRole('gridcell', { name: /byte 65549, bit 7, Payload/ });
  const before = await last.textContent();
  await page.keyboard.press('Space');
  await expect(last).not.toHaveText(before ?? '');
  await expect(tree(page).getByRole('treeitem', { name: '64-bit length' })).toContainText('65');
});

const LOOKS = [
  ['laptop', 'light', 'en-GB'],
  ['projector', 'dark', 'zh-CN'],
  ['phone', 'light', 'zh-CN'],
  ['phone', 'dark', 'en-GB'],
] as const;

for (const [size, colorScheme, locale] of LOOKS) {
  test.describe(`on a ${size}, ${colorScheme}, ${locale}`, () => {
    test.use({ viewport: SIZES[size], colorScheme, locale });
    test('is sound: nothing logged, axe content, nothing cut', async ({ page }) => {
      // A length in too long a form, a response, a key that nobody knows.
      await open(
        page,
        '#/build/v1/client=gX4ABUhlbGxv&server=SFRUUC8xLjEgMTAxIFN3aXRjaGluZyBQcm90b2NvbHMNCg0K&at=0&x=1',
      );
      expect(await layoutFaults(page)).toEqual([]);
      expect(await axe(page)).toEqual([]);
      await page.locator('[data-item]').nth(1).click();
      await page.locator('summary').first().click();
      expect(await layoutFaults(page)).toEqual([]);
      expect(await axe(page)).toEqual([]);
    });
  });
}
