import type { Page } from '@playwright/test';
import { expect, open, test } from './page.ts';

const message = (page: Page) => page.getByLabel('Message', { exact: true });
const key = (page: Page) => page.getByLabel('Masking key', { exact: true });
const ruler = (page: Page) => page.getByRole('grid', { name: 'Header, bit by bit' });
const masking = (page: Page) => page.getByRole('grid', { name: 'How the payload is masked' });
const tree = (page: Page) => page.getByRole('tree', { name: 'Fields of the frame' });
const explanation = (page: Page) => page.getByRole('region', { name: 'Explanation' });

/** The bytes of the wire row, as hex. */
async function wire(page: Page): Promise<string> {
  const cells = masking(page).getByRole('gridcell', { name: /^on the wire/ });
  return (await cells.allTextContents()).join(' ');
}

test.beforeEach(({ page }) => open(page, '#/'));

test('shows the frame of the first example of the RFC, and of what is typed', async ({ page }) => {
  await expect.poll(() => wire(page)).toBe('81 85 37 fa 21 3d 7f 9f 4d 51 58');
  await message(page).fill('你好');
  await expect.poll(() => wire(page)).toBe('81 86 37 fa 21 3d d3 47 81 d8 92 47');
  await expect(masking(page)).toContainText('好');
  await message(page).fill('👋');
  await expect.poll(() => wire(page)).toBe('81 84 37 fa 21 3d c7 65 b0 b6');
});

test('an empty message is a frame, too', async ({ page }) => {
  await page.getByRole('button', { name: 'empty' }).click();
  await expect.poll(() => wire(page)).toBe('81 80 37 fa 21 3d');
  await expect(page.getByText('has no payload to mask')).toBeVisible();
});

test('the length moves to the longer forms as the message grows', async ({ page }) => {
  const bits = (name: string) => ruler(page).getByRole('gridcell', { name });
  await expect(page.getByText('7-bit length')).toBeVisible();
  await page.getByRole('button', { name: '126 bytes' }).click();
  await expect(bits('16-bit length')).toHaveCount(16);
  await page.getByRole('button', { name: '65,536 bytes' }).click();
  await expect(bits('64-bit length')).toHaveCount(64);
  await expect(tree(page).getByRole('treeitem', { name: '64-bit length' })).toContainText(
    '65 536'.replace(' ', '\u202f'),
  );
  await expect.poll(() => wire(page)).toMatch(/^81 ff 00 00 00 00 00 01 00 00 37 fa 21 3d/);
});

test('the key can be typed and rolled; a bad one says so and the picture stays', async ({ page }) => {
  await key(page).fill('00 00 00 00');
  await expect.poll(() => wire(page)).toBe('81 85 00 00 00 00 48 65 6c 6c 6f');
  await key(page).fill('00 00 zz');
  await expect(page.getByRole('alert')).toContainText('Four bytes of hex');
  expect(await wire(page)).toBe('81 85 00 00 00 00 48 65 6c 6c 6f');
  await page.getByRole('button', { name: 'New key' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(() => wire(page)).not.toContain('00 00 00 00');
});

test('pointing at a byte lights it everywhere: key, wire, tree and words', async ({ page }) => {
  await masking(page).getByRole('gridcell', { name: 'your byte 1: 65' }).hover();
  await expect(masking(page).getByRole('gridcell', { name: 'offset 7: 9f' })).toHaveAttribute('data-hovered', 'l');
  await expect(masking(page).getByRole('gridcell', { name: 'offset 3: fa' })).toHaveAttribute('data-hovered', 'l');
  await expect(masking(page).getByRole('gridcell', { name: 'offset 4: 21' })).not.toHaveAttribute('data-hovered');
  await expect(explanation(page).getByRole('heading')).toContainText('Text');
  await page.mouse.move(5, 5);
  await expect(explanation(page).getByRole('heading')).toContainText('Opcode');
});

test('the ruler is walked by keyboard, and Enter selects', async ({ page }) => {
  const bit = (name: string) => ruler(page).getByRole('gridcell', { name, exact: true });
  await bit('bit 4, Opcode, 0').focus();
  await page.keyboard.press('Home');
  await expect(bit('bit 0, FIN, 1')).toBeFocused();
  await page.keyboard.press('End');
  await expect(bit('bit 31, Masking key, 0')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(bit('row 2, bit 31, Payload, 1')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(tree(page).getByRole('treeitem', { name: 'RSV1' })).toHaveAttribute('aria-selected', 'true');
  await expect(explanation(page)).toContainText('kept for extensions');
});

test('the tree is walked by keyboard: arrows, letters, opening and closing', async ({ page }) => {
  const row = (name: string | RegExp) => tree(page).getByRole('treeitem', { name });
  await tree(page).focus();
  await page.keyboard.press('End');
  await expect(row(/^Text/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(row(/^Unmasked/)).toHaveAttribute('aria-expanded', 'false');
  await expect(row(/^Text/)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(row(/^Text/)).toHaveCount(1);
  await page.keyboard.press('m');
  await expect(row(/^MASK/)).toHaveAttribute('aria-selected', 'true');
  await expect(ruler(page).getByRole('gridcell', { name: 'bit 8, MASK, 1' })).toHaveAttribute('aria-selected', 'true');
});

test('a citation is a link to the public text, and loads nothing by itself', async ({ page }) => {
  const link = explanation(page).getByRole('link', { name: 'RFC 6455 §5.2' });
  await expect(link).toHaveAttribute('href', 'https://www.rfc-editor.org/rfc/rfc6455#section-5.2');
  await expect(link).toHaveAttribute('rel', /noopener/);
});

test('text that tries to act on the page is shown as text', async ({ page }) => {
  await message(page).fill('<img src=x onerror=alert(1)>\u202egpj');
  const text = tree(page).getByRole('treeitem', { name: /^Text/ });
  await expect(text).toContainText('<img src=x');
  await expect(text).toContainText('⟨U+202E⟩');
  await expect(page.locator('main img')).toHaveCount(0);
});

test('leads to the workbench with the very bytes on show', async ({ page }) => {
  await page.getByRole('button', { name: 'Open in the workbench' }).click();
  await expect(page).toHaveURL(/#\/decode/);
  await expect(page.getByRole('textbox', { name: 'Pasted bytes' })).toHaveValue(
    /^81 85 37 fa 21 3d 7f 9f 4d 51 58\s*$/,
  );
});

test('bytes pasted anywhere open in the workbench', async ({ page }) => {
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '81 05 48 65 6c 6c 6f');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(page).toHaveURL(/#\/decode/);
});

test('bytes can be typed into the box, and what was typed here is kept', async ({ page }) => {
  await message(page).fill('kept');
  await page.getByLabel('Captured bytes').fill('8105');
  await page.getByRole('button', { name: 'Explain' }).click();
  await expect(page).toHaveURL(/#\/decode/);
  await page.goBack();
  await expect(message(page)).toHaveValue('kept');
});
