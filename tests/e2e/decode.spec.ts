import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, open, SIZES, settle, test } from './page.ts';

const box = (page: Page) => page.getByRole('textbox', { name: 'Pasted bytes' });
const list = (page: Page) => page.getByRole('listbox', { name: 'Handshake and frames' });
const options = (page: Page) => list(page).getByRole('option');
const selected = (page: Page) => page.getByRole('article', { name: 'Selected part' });
const tree = (page: Page) => page.getByRole('tree', { name: 'Fields' });
const explanation = (page: Page) => page.getByRole('region', { name: 'Explanation' });
/** Characters of the pasted text that carry a mark of this kind. */
const marked = (page: Page, kind: string) =>
  page
    .locator(`mark[data-kinds~="${kind}"]`)
    .allTextContents()
    .then((texts) => texts.join('|'));

/** Pastes as a browser does while nothing has the focus. */
function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    (document.activeElement as HTMLElement | null)?.blur();
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function sample(page: Page, id: string): Promise<void> {
  await page.locator(`[data-sample="${id}"]`).click();
  await expect(options(page).first()).toBeVisible();
  await settle(page);
}

function drop(page: Page, name: string, base64: string): Promise<void> {
  return page.evaluate(
    ([fileName = '', content = '']) => {
      const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], fileName));
      const init = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('dragenter', init));
      document.body.dispatchEvent(new DragEvent('drop', init));
    },
    [name, base64],
  );
}

test.beforeEach(({ page }) => open(page, '#/decode'));

const MASKED = '81 85 37 fa 21 3d 7f 9f 4d 51 58';
const NOTATIONS: Record<string, string> = {
  'spaced hex': MASKED,
  'bare hex': MASKED.replaceAll(' ', ''),
  'hex with colons': MASKED.replaceAll(' ', ':'),
  'hex numbers': MASKED.replace(/(\S+)/g, '0x$1,'),
  'a C array': `unsigned char frame[] = { ${MASKED.replace(/(\S+)/g, '0x$1,')} };`,
  'an escaped string': `"${MASKED.replace(/(\S\S) ?/g, '\\x$1')}"`,
  'Python bytes': "b'\\x81\\x857\\xfa!=\\x7f\\x9fMQX'",
  'a Node Buffer': `<Buffer ${MASKED}>`,
  JSON: '[129,133,55,250,33,61,127,159,77,81,88]',
  'decimal numbers': '129 133 55 250 33 61 127 159 77 81 88',
  base64: 'gYU3+iE9f59NUVg=',
  xxd: '00000000: 8185 37fa 213d 7f9f 4d51 58              ..7.!=..MQX\n',
  'hexdump -C': '00000000  81 85 37 fa 21 3d 7f 9f  4d 51 58                 |..7.!=..MQX|\n0000000b\n',
};

test('reads a frame in every notation', async ({ page }) => {
  for (const [name, text] of Object.entries(NOTATIONS)) {
    await test.step(name, async () => {
      await paste(page, text);
      await expect(box(page), name).toHaveValue(text);
      await expect(options(page), name).toHaveCount(1);
      await expect(options(page).first(), name).toContainText('“Hello”');
      await expect(options(page).first(), name).toHaveAccessibleName(/client → server.*text.*5 B · masked/);
      await expect.poll(() => marked(page, 'problem'), name).toBe('');
      await page.getByRole('button', { name: 'Clear' }).click();
      await expect(options(page), name).toHaveCount(0);
    });
  }
});

test('typing is read as it goes, and keeps the focus', async ({ page }) => {
  await box(page).click();
  await page.keyboard.type('81 02 68 69');
  await expect(options(page).first()).toContainText('“hi”');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type(' 8a');
  await expect(options(page)).toHaveCount(2);
});

test('a bad character is marked where it stands, and said in words', async ({ page }) => {
  await paste(page, '81 02 68 69\n89 0G');
  await expect.poll(() => marked(page, 'problem')).toBe('G');
  await expect(page.getByRole('list', { name: 'Problems in the text' })).toContainText('Line 2, column 5');
});

test('the other readings are one click away, and so is the way back', async ({ page }) => {
  await paste(page, '4567');
  await expect(options(page).first()).toBeVisible();
  const notation = page.getByRole('combobox', { name: 'Notation' });
  const before = await notation.locator('option:checked').textContent();
  await page
    .getByRole('button', { name: /^Read as/ })
    .first()
    .click();
  await expect(notation.locator('option:checked')).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Back to the guess' }).first().click();
  await expect(notation.locator('option:checked')).toHaveText(before ?? '');
});

test('a field lights its bytes and its characters, and characters select their field', async ({ page }) => {
  await sample(page, 'frame-masked');
  await tree(page)
    .getByRole('treeitem', { name: /^Masking key/ })
    .click();
  await expect.poll(() => marked(page, 'self')).toBe('37 fa 21 3d');
  await expect(explanation(page)).toContainText('Masking key');
  await box(page).evaluate((element: HTMLTextAreaElement) => {
    element.focus();
    element.setSelectionRange(4, 4);
  });
  await page.keyboard.press('ArrowLeft');
  await expect(explanation(page)).toContainText('Payload length');
  await expect.poll(() => marked(page, 'self')).toBe('85');
});

test('a byte of the unmasked payload lights its byte on the wire and in the text', async ({ page }) => {
  await sample(page, 'frame-masked');
  await page
    .getByRole('grid', { name: 'Unmasked payload' })
    .getByRole('gridcell', { name: /^offset 1,/ })
    .click();
  await expect.poll(() => marked(page, 'linked')).toBe('fa|9f');
  await page.keyboard.press('Escape');
  await expect.poll(() => marked(page, 'linked')).toBe('');
});

test('the list is walked by keyboard, from anywhere', async ({ page }) => {
  await sample(page, 'chat-whole');
  await page.keyboard.press('j');
  await expect(selected(page).getByRole('heading', { level: 2 })).toHaveText(/^Response/);
  await page.keyboard.press('k');
  await list(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(2)).toHaveAttribute('aria-selected', 'true');
  await expect(selected(page)).toContainText(/text frame, masked, 5 bytes/i);
  await page.keyboard.press('End');
  await expect(selected(page)).toContainText(/close frame/i);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('fragments are shown with the message they make', async ({ page }) => {
  await sample(page, 'chat-whole');
  await options(page).filter({ hasText: '“lo”' }).click();
  await expect(selected(page)).toContainText('last fragment of a message');
  await expect(page.getByRole('grid', { name: 'Joined message' })).toContainText('Hello');
});

test('a problem leads to its part and its bytes', async ({ page }) => {
  await sample(page, 'chat-broken');
  await page
    .getByRole('list', { name: 'Problems', exact: true })
    .getByRole('button', { name: /not masked/i })
    .click();
  await expect(selected(page)).toContainText(/text frame, 2 bytes/i);
  await expect.poll(() => marked(page, 'self')).toBe('02');
});

test('the sender and the dialect are flipped with one click and given back with another', async ({ page }) => {
  await paste(page, MASKED);
  const sender = page.getByRole('group', { name: 'Sender' });
  await sender.getByText('From server').click();
  await expect(page.getByRole('region', { name: 'Problems', exact: true })).toContainText(/masked/i);
  await expect(sender).toContainText('your choice');
  await sender.getByRole('button', { name: 'Back to the guess' }).click();
  await expect(sender.getByRole('radio', { name: 'From client' })).toBeChecked();
  await page.getByRole('combobox', { name: 'Dialect' }).selectOption('hixie-76');
  await expect(options(page).first()).not.toContainText('“Hello”');
});

test('the strict switch shows where a peer stops and dims the rest', async ({ page }) => {
  await sample(page, 'chat-broken');
  const strict = page.getByRole('switch', { name: 'Strict endpoint' });
  await expect(strict).toBeChecked();
  const stop = options(page).filter({ hasText: 'strict peer stops: close 1002' });
  await expect(stop).not.toHaveCount(0);
  await expect(page.locator('[role=option][data-dimmed]')).not.toHaveCount(0);
  await expect(
    page.getByRole('button', { name: /^A strict server stops at byte 0xe1 and closes with 1002/ }),
  ).toBeVisible();
  await page.keyboard.press('s');
  await expect(strict).not.toBeChecked();
  await expect(page.locator('[role=option][data-dimmed]')).toHaveCount(0);
});

test('a shared link opens the same page in another browser', async ({ page, browser, baseURL }) => {
  await paste(page, `${MASKED}\n\u202e<b>8100</b>`);
  await page.getByRole('group', { name: 'Sender' }).getByText('From server').click();
  await tree(page)
    .getByRole('treeitem', { name: /^Opcode/ })
    .click();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to this page' }).inputValue();
  expect(link.startsWith(`${baseURL}/#/decode/v1/`)).toBe(true);

  const context = await browser.newContext({ locale: 'en-GB' });
  const other = await context.newPage();
  await other.goto(link);
  await expect(box(other)).toHaveValue(`${MASKED}\n\u202e<b>8100</b>`);
  await expect(other.getByRole('group', { name: 'Sender' })).toContainText('your choice');
  await expect(explanation(other)).toContainText('Opcode');
  await context.close();
});

test('a broken link opens what it can and says the rest', async ({ page }) => {
  await open(page, '#/decode/v1/form=nonsense&text=8100&colour=%3Cb%3Ered&part=%zz');
  await expect(options(page)).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('colour = <b>red: not known here');
  await page.evaluate(() => {
    location.hash = '#/decode/v1/%%%%';
  });
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(box(page)).toHaveValue('');
});

test('files are dropped: text, bytes, and a saved workbench', async ({ page }) => {
  const capture = new URL('../vectors/captures/draft76.stream0.follow-yaml.txt', import.meta.url);
  await drop(page, 'follow.txt', readFileSync(capture).toString('base64'));
  await expect(options(page).first()).toContainText('GET /old?draft=76');
  await expect(page.getByText('follow.txt')).toBeVisible();

  await drop(page, 'frame.bin', Buffer.from(MASKED.replaceAll(' ', ''), 'hex').toString('base64'));
  await expect(options(page)).toHaveCount(1);
  await expect(options(page).first()).toContainText('“Hello”');

  await page.getByRole('button', { name: 'Share' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const saved = readFileSync(await (await download).path());
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Clear' }).click();
  await drop(page, 'websocket-101.json', saved.toString('base64'));
  await expect(options(page).first()).toContainText('“Hello”');
});

test('a megabyte of hex is shown as an excerpt that follows the selection', async ({ page }) => {
  await paste(page, '8186a1b2c3d4e0d3a0b0c1d1'.repeat(41_667));
  await expect(page.getByText('41667 parts')).toBeVisible();
  await expect(page.getByText(/more characters; too long to edit here/)).toBeVisible();
  expect((await box(page).inputValue()).length).toBeLessThan(10_000);
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/more characters before this excerpt/)).toBeVisible();
  await expect.poll(() => marked(page, 'part')).toBe('8186a1b2c3d4e0d3a0b0c1d1');
});

test('the part on show is copied in the notation that is wanted', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await sample(page, 'frame-masked');
  await selected(page).getByText('Copy as').click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Hex, spaced' }).click();
  await expect.poll(copied).toContain(MASKED);
  await page.getByText('its payload, unmasked').click();
  await page.getByRole('button', { name: 'Hex', exact: true }).click();
  await expect.poll(copied).toContain('48656c6c6f');
  await page.getByRole('button', { name: /as JSON$/ }).click();
  await expect.poll(copied).toContain('"format"');
  expect(Object.keys(JSON.parse(await copied()))).toContain('version');
});

test('the language and the theme change nothing that was chosen', async ({ page }) => {
  await sample(page, 'chat-whole');
  await options(page).filter({ hasText: '“Hel”' }).click();
  await tree(page)
    .getByRole('treeitem', { name: /^Opcode/ })
    .click();
  await page.getByText('中文').click();
  await expect(page.getByRole('heading', { level: 1, name: '解码' })).toBeVisible();
  await expect(page.locator('[role=option][aria-selected=true]')).toContainText('“Hel”');
  await expect.poll(() => marked(page, 'self')).toBe('01');
});

test('pasting into the box, and typing from the first letter on, keeps what is written and the caret', async ({
  page,
}) => {
  await box(page).pressSequentially('8102', { delay: 5 });
  await expect(box(page)).toHaveValue('8102');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('0');
  await expect(box(page)).toHaveValue('81002');
});

test('the header of a masked frame takes rows of 32 bits on a projector, each name on one line', async ({ page }) => {
  await page.setViewportSize(SIZES.projector);
  await sample(page, 'frame-masked');
  const ruler = page.getByRole('grid', { name: 'Header, bit by bit' });
  await expect(ruler.getByRole('row').first().getByRole('gridcell')).toHaveCount(32);
  const heights = () => ruler.locator('[title]').evaluateAll((labels) => labels.map((label) => label.clientHeight));
  await expect.poll(async () => Math.max(...(await heights()))).toBeLessThan(24);
});

test('the list shows at least six parts on a projector, whatever stands above it', async ({ page }) => {
  await page.setViewportSize(SIZES.projector);
  const height = () => list(page).evaluate((element) => element.clientHeight);
  await sample(page, 'chat-whole');
  await expect.poll(height).toBeGreaterThanOrEqual(7 * 40);
  await page.getByRole('button', { name: 'Clear' }).click();
  await sample(page, 'broken-mid-stream');
  await expect.poll(height).toBeGreaterThanOrEqual(4 * 40);
});

test('what is rarely assumed opens without covering anything, and takes effect', async ({ page }) => {
  await page.setViewportSize(SIZES.projector);
  await paste(page, '80 02 68 69 81 02 68 69');
  await page.getByText('Why, and more assumptions').click();
  const top = async (part: Locator) => (await part.boundingBox())?.y ?? Number.NaN;
  const below = async () => (await top(page.getByRole('combobox', { name: 'Notation' }))) - (await top(box(page)));
  await expect.poll(below).toBeGreaterThan(60);
  await expect(options(page).first()).toContainText('Error');
  await page.getByRole('checkbox', { name: 'Begins inside a connection' }).check();
  await expect(options(page).first()).not.toContainText('Error');
});

test('with nothing selected, the part and all that is wrong in it is explained', async ({ page }) => {
  await sample(page, 'wrong-no-guid');
  await page.keyboard.press('j');
  await expect(explanation(page)).toContainText('The key was hashed alone.');
});

test('choosing a field never moves the list of fields', async ({ page }) => {
  await page.setViewportSize(SIZES.projector);
  await sample(page, 'frame-masked');
  const heights = new Set<number | undefined>();
  for (const name of [/^FIN/, /^Masking key/, /^Payload length/]) {
    const row = tree(page).getByRole('treeitem', { name });
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await settle(page);
    heights.add((await tree(page).boundingBox())?.height);
  }
  expect(heights.size).toBe(1);
});

test('of several TCP connections any can be shown, and a link keeps which', async ({ page, baseURL, context }) => {
  const packets = new URL('../../src/components/decode/samples/captures/draft76.tcpdump-X.txt', import.meta.url);
  const first = readFileSync(packets, 'utf8');
  // The same conversation from another port, 42868 to 42869.
  await paste(page, first + first.replaceAll('a774', 'a775'));
  const tcp = page.getByRole('combobox', { name: 'TCP connection' });
  await expect(tcp.locator('option')).toHaveCount(2);
  await expect(tcp.locator('option:checked')).toContainText('127.0.0.1:42868');
  await tcp.selectOption({ index: 1 });
  await expect(tcp.locator('option:checked')).toContainText('127.0.0.1:42869');
  await expect(options(page).first()).toContainText('GET /old?draft=76');
  await page.getByRole('button', { name: 'Back to the guess' }).click();
  await expect(tcp.locator('option:checked')).toContainText('127.0.0.1:42868');
  const other = await context.newPage();
  await other.goto(`${baseURL}/#/decode/v1/tcp=1&text=8100`);
  await expect(options(other)).toHaveCount(1);
  await expect(other.getByRole('alert')).toHaveCount(0);
});

test('opening a sample by keyboard leads to the list', async ({ page }) => {
  await page.locator('[data-sample="chat-whole"]').focus();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('nothing that was gone through to get ready stays on the page', async ({ page }) => {
  await expect.poll(() => page.locator('body > :not(#root, script, noscript)').count()).toBe(0);
  await page.waitForFunction(() => performance.getEntriesByName('warmed-up').length > 0);
  await expect(page.locator('body > [inert]')).toHaveCount(0);
  await expect(page.locator('[role=option]')).toHaveCount(0);
});

test('prints the parts and the fields without the controls of the page', async ({ page }) => {
  await sample(page, 'chat-whole');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('switch')).toBeHidden();
  await expect(options(page).first()).toBeVisible();
  await expect(tree(page)).toBeVisible();
});

test('how compression was found takes no room from the rest, and the list says the inflated length', async ({
  page,
}) => {
  await open(page, '#/decode');
  await box(page).fill('c107f248cdc9c90700 c105f200110000');
  await expect(page.getByRole('region', { name: 'Assumptions' })).toContainText('inflates to its end');
  const dialect = page.getByLabel('Dialect', { exact: true });
  expect(await dialect.evaluate((select) => select.scrollWidth <= select.clientWidth)).toBe(true);
  const second = page.locator('[role=option]').nth(1);
  await expect(second).toContainText('“Hello”');
  await expect(second).toContainText('5 B · inflated 5 B');
});
