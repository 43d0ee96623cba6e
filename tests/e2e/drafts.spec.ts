import type { Page } from '@playwright/test';
import { expect, open, settle, test } from './page.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Handshake and frames' });
const tree = (page: Page) => page.getByRole('tree', { name: 'Fields' });
const strip = (page: Page) => page.getByRole('region', { name: 'The conversation' });

test('a frame that was masked as a whole is read, and lights the bytes it travelled as', async ({ page }) => {
  await open(page, '#/decode');
  await page.locator('[data-sample="chat-hybi-04"]').click();
  await expect(list(page).getByRole('option')).toHaveCount(11);
  await settle(page);
  await expect(page.getByRole('combobox', { name: 'Dialect' })).toHaveValue('version-4');
  await list(page).getByRole('option').nth(2).click();
  await expect(tree(page).getByRole('treeitem', { name: /^Frame nonce/ })).toContainText('37 fa 21 3d');
  await tree(page)
    .getByRole('treeitem', { name: /^Opcode/ })
    .click();
  await expect(page.getByRole('region', { name: 'Explanation' })).toContainText('0x4 · text');
  await expect(page.getByRole('article', { name: 'Selected part' })).toContainText('Frame, unmasked');
});

test('without its handshake a client of version 4 stays unread until its key is entered', async ({ page }) => {
  // Frame nonce 00000001 and "Hello", with the key of the worked example.
  await open(page, '#/decode/v1/from=client&dialect=version-4&text=000000017755c17db493de');
  await expect(list(page).getByRole('option')).toHaveCount(1);
  await expect(page.getByText('Frames whose key is not known').first()).toBeVisible();
  await page.getByText('Why, and more assumptions').click();
  const key = page.getByLabel('Connection key (version 4)');
  await key.fill('41e14f78311e4c34283e6d8b363b8848d58591a7');
  await key.press('Enter');
  await expect(list(page).getByRole('option').first()).toContainText('Hello');
});

test('the builder makes handshakes and frames of hybi-06', async ({ page }) => {
  await open(page, '#/build');
  await page.locator('summary').filter({ hasText: 'Add' }).click();
  await page.locator('details[data-align] select').selectOption('version-6');
  await page.getByRole('button', { name: 'Put it in front' }).click();
  await strip(page)
    .getByRole('button', { name: /response/ })
    .click();
  await page.locator('summary').filter({ hasText: 'Add' }).click();
  await page.getByRole('button', { name: 'text', exact: true }).click();
  await expect(page.getByLabel('In clear')).toHaveValue('Hello');
  await page.getByLabel('In clear').fill('Hi');
  await expect(strip(page).getByRole('listitem').nth(2)).toContainText('Hi');
});
