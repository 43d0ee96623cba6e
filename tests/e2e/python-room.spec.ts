import type { Page } from '@playwright/test';
import { axe, expect, layoutFaults, open, ready, SIZES, settle, test } from './page.ts';

/** As somebody writes it who has opened the hints, and not as server.py has it. */
const SOLUTION = `    if not data:
        return None
    fin, rsv, opcode = data[0] >= 128, data[0] >> 4 & 7, data[0] & 15
    control = opcode > 7
    if rsv or opcode not in {0, 1, 2, 8, 9, 10} or (control and not fin):
        raise ProtocolError(1002, "first byte")
    if len(data) == 1:
        return None
    size = data[1] - 128
    if size < 0 or (control and size > 125):
        raise ProtocolError(1002, "second byte")
    wide = {126: 2, 127: 8}.get(size, 0)
    if len(data) < 2 + wide:
        return None
    if wide:
        size = int.from_bytes(data[2 : 2 + wide], "big")
        if size < (126 if wide == 2 else 65536) or size >= 2**63:
            raise ProtocolError(1002, "length")
    if size > limit:
        raise ProtocolError(1009, "too big")
    start = 2 + wide + 4
    if len(data) < start + size:
        return None
    payload = bytearray(data[start : start + size])
    for i in range(size):
        payload[i] ^= data[start - 4 + i % 4]
    return Frame(fin, opcode, bytes(payload)), start + size
`;

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const begin = (page: Page, what: string) => page.getByLabel('Begin with').selectOption({ label: what });
const editor = (page: Page) => page.getByRole('textbox', { name: 'Python code' });
const bytes = (page: Page) => page.getByRole('textbox', { name: 'Bytes from a client, in hex' });
const result = (page: Page, name: string) => page.getByRole('region', { name });
const group = (page: Page, id: string) => page.locator(`[data-group="${id}"]`);

async function startPython(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Start Python/ }).click();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled({ timeout: 45_000 });
}

/** Puts a body in place of `return None`, at the end of the code, as by hand. */
async function writeBody(page: Page, body: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Shift+K');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.insertText(body);
}

test('Python judges: the server’s parser is right, the wrong one is not, and one can write one’s own', async ({
  page,
  quiet,
}) => {
  test.setTimeout(120_000);
  await open(page, '#/python');
  await startPython(page);

  await test.step('the real one passes all, and says what our decoder says', async () => {
    await begin(page, 'The real server’s parse_frame');
    await press(page, 'Check');
    await expect(result(page, 'Checks')).toContainText('All 19 groups are right');
    await press(page, 'Run');
    await expect(result(page, 'What parse_frame made of the bytes')).toContainText('says what our decoder says');
    expect(await axe(page)).toEqual([]);
  });

  await test.step('its steps are gone through by keyboard, with line, bytes and variables', async () => {
    await press(page, 'Step');
    const steps = result(page, 'Step by step');
    await expect(steps).toContainText(/Step 1 of \d\d/);
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
    await expect(steps).toContainText('looked at byte 0');
    await expect(steps.getByRole('row', { name: /^opcode/ })).toContainText('1');
    await expect(page.locator('.lit-next')).toContainText('require(rsv == 0,');
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('.lit-next')).toContainText('opcode = data[0]');
    await page.keyboard.press('End');
    await expect(steps).toContainText('parse_frame returns None');
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize(SIZES.phone);
    expect(await layoutFaults(page)).toEqual([]);
    await page.setViewportSize(SIZES.laptop);
  });

  await test.step('the wrong one fails nearly all, and a failing case opens in Step', async () => {
    await begin(page, 'The wrong parser');
    await press(page, 'Check');
    await expect(group(page, 'first')).toHaveAttribute('data-state', 'right');
    for (const id of ['two', 'missing', 'kinds', 'length16', 'unmasked', 'rsv', 'minimal', 'limit', 'random']) {
      await expect(group(page, id)).toHaveAttribute('data-state', 'wrong');
    }
    await group(page, 'two').locator('summary').click();
    await expect(group(page, 'two')).toContainText(/took everything|UnicodeDecodeError/);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize(SIZES.phone);
    expect(await layoutFaults(page)).toEqual([]);
    await page.setViewportSize(SIZES.laptop);
    await group(page, 'limit').locator('summary').click();
    await group(page, 'limit')
      .getByRole('button', { name: /Step through it/ })
      .click();
    await expect(result(page, 'Step by step')).toBeVisible();
    await expect(page.getByText('parse_frame(data, limit=')).toBeVisible();
    await press(page, /Back to the checks/);
    await expect(group(page, 'limit')).toBeVisible();
  });

  await test.step('a loop without end is cut, and one that Python cannot cut is ended from outside', async () => {
    await begin(page, 'Write parse_frame yourself');
    await writeBody(page, '    while True:\n        pass\n');
    await page.keyboard.press('Control+Enter');
    await expect(result(page, 'What parse_frame made of the bytes')).toContainText('loop without end');
    await press(page, 'Start over');
    await writeBody(page, '    return any(iter(int, 1))\n');
    await press(page, 'Run');
    await expect(page.getByText('Running …').first()).toBeVisible();
    await press(page, 'Stop');
    await expect(result(page, 'What parse_frame made of the bytes')).toContainText('Stopped.');
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled({ timeout: 45_000 });
  });

  await test.step('a correct one, written here, passes', async () => {
    await press(page, 'Start over');
    await writeBody(page, SOLUTION);
    await press(page, 'Check');
    await expect(result(page, 'Checks')).toContainText('All 19 groups are right');
  });
  // What Python said while it was ended is no fault of the page.
  expect(quiet).toEqual([]);
});

test('opens what a link says without running anything, keeps code and bytes, and lets go of the Tab key', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('pyodide')) fetched.push(request.url());
  });
  await open(page, '#/python/v1/start=wrong&data=8180%20&data=00&code=import%20os');
  await expect(page.getByRole('alert')).toContainText('not whole bytes in hex');
  await expect(page.getByRole('alert')).toContainText('code = import%20os: not known here');
  await expect(page.getByLabel('Begin with')).toHaveValue('wrong');
  await page.goto('/#/python/v1/data=818000000000');
  await expect(bytes(page)).toHaveValue('81 80 00 00 00 00');
  await bytes(page).fill('81 8');
  await expect(page.getByRole('alert')).toContainText('One digit is missing');
  await bytes(page).fill('8180 01020304');

  await editor(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Tab');
  await page.keyboard.type('# mine');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Examples')).toBeFocused();
  await page.goto('/#/python');
  await page.reload();
  await expect(editor(page)).toContainText('# mine');
  await expect(bytes(page)).toHaveValue('8180 01020304');
  await press(page, 'Start over');
  await expect(editor(page)).not.toContainText('# mine');
  await settle(page);
  expect(fetched).toEqual([]);
});

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('Python works offline after it was started once', async ({ page, context }) => {
    test.setTimeout(120_000);
    await open(page, '#/python');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await startPython(page);
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.open('pyodide')).keys()).length), { timeout: 45_000 })
      .toBe(4);
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    await page.getByRole('button', { name: 'Start Python (kept from last time)' }).click();
    await begin(page, 'The real server’s parse_frame');
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled({ timeout: 45_000 });
    await press(page, 'Run');
    await expect(result(page, 'What parse_frame made of the bytes')).toContainText('says what our decoder says');
  });
});
