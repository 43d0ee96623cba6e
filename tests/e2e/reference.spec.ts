import { expect, open, test } from './page.ts';

test('an entry shows its bytes and opens them in the workbench and the builder', async ({ page }) => {
  await open(page, '#/reference');
  await page.getByRole('textbox').fill('ping');
  await page.getByRole('link', { name: '0x9' }).click();
  await expect(page).toHaveTitle('0x9 ping · Reference · WebSocket 101');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('0x9ping');
  await page.getByRole('link', { name: 'Open in the workbench' }).click();
  await expect(page.getByRole('treeitem').filter({ hasText: '0x9 · ping' })).toHaveCount(1);
  await page.goBack();
  await page.getByRole('link', { name: 'Open in the builder' }).click();
  await expect(page.locator('main[data-room="build"]')).toContainText('ping');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('0x9ping');
  // The list is as it was left.
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reference');
  await expect(page.getByRole('textbox')).toHaveValue('ping');
});

test('a phone shows the bytes right after the words, a projector the whole page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '#/reference/draft/hybi-04');
  const top = async (text: string) => (await page.getByText(text, { exact: true }).boundingBox())?.y ?? 0;
  expect(await top('What it is')).toBeLessThan(await top('Bytes that show it'));
  expect(await top('Bytes that show it')).toBeLessThan(await top('Written in'));
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const id of ['close/1002', 'rule/close-code-invalid', 'draft/hybi-05']) {
    await open(page, `#/reference/${id}`);
    await expect(page.locator(`[data-page="${id}"]`)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight), id).toBeLessThanOrEqual(720);
  }
});

test('a field of the workbench leads to its entry, and Back finds what was there', async ({ page }) => {
  await open(page, '#/decode/v1/form=hex&text=818537fa213d7f9f4d5158');
  await page.getByRole('textbox').first().fill('8180aabbccdd');
  await page.locator('[role=treeitem][data-path$="/mask"]').click();
  await page.getByRole('link', { name: 'Reference: MASK' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('MASK');
  await page.goBack();
  await expect(page.getByRole('textbox').first()).toHaveValue('8180aabbccdd');
  await expect(page.getByRole('link', { name: 'Reference: MASK' })).toBeVisible();
});

test('the search opens by its keys, never while somebody types, and leads to what is chosen', async ({ page }) => {
  await open(page, '#/learn/masking/start');
  await page.keyboard.press('/');
  const box = page.locator('dialog input');
  const first = page.locator('dialog [role=option]').first();
  await expect(box).toBeFocused();
  await box.fill('1006');
  await expect(first).toContainText('Abnormal closure');
  await box.fill('88 02 03 e8');
  await expect(first).toContainText('Decode these bytes');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem').filter({ hasText: '1000' })).toHaveCount(1);
  await expect(box).toHaveCount(0);
  await page.getByRole('textbox').first().press('/');
  await expect(box).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(box).toHaveValue('88 02 03 e8');
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
});

test('an address that leads nowhere says so, as text, and offers what is near', async ({ page }) => {
  await open(page, '#/reference/rule/<img src=x onerror=alert(1)>');
  await expect(page.getByRole('alert')).toContainText('<img src=x');
  await open(page, '#/reference/opcode/pign');
  await page.getByRole('link', { name: 'ping' }).click();
  await expect(page).toHaveURL(/#\/reference\/opcode\/ping$/);
});

test.describe('on a phone, in Chinese', () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });

  test('the rooms are a menu, and the search fills the screen', async ({ page }) => {
    await open(page, '#/decode');
    await page.getByRole('button', { name: '栏目' }).click();
    await page.getByRole('link', { name: '参考' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('参考');
    await expect(page.getByRole('link', { name: '课程' })).toBeHidden();
    await page.getByRole('button', { name: '全站搜索' }).click();
    await page.locator('dialog input').fill('分片');
    const first = page.locator('dialog [role=option]').first();
    await expect(first).toContainText('延续');
    expect(await page.locator('dialog[open]').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await first.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('0x0延续');
  });
});
