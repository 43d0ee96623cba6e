import { describe, expect, test } from 'vitest';
import { fromHex } from '../../../src/protocol/bytes/hex.ts';
import type { Direction } from '../../../src/protocol/bytes/span.ts';
import { issuesOf } from '../../../src/protocol/message/issues.ts';
import type { DialectId } from '../../../src/protocol/model/drafts.ts';
import { isFatal } from '../../../src/protocol/model/rules.ts';
import { askWs } from './peers.ts';
import { type Setting, scan } from './scans.ts';

const bytes = (text: string) => fromHex(text.replaceAll(' ', '')) as Uint8Array;

function fatal(data: Uint8Array, setting: Setting, sizes: readonly number[] = []) {
  return issuesOf(scan(data, setting, sizes), 0).filter(({ rule }) => isFatal(rule));
}

/** Section 5.2: the top bit; section 5.5: at most 125 bytes, which never need a longer form. */
test.each<[hex: string, dialect: DialectId, rule: string | null, offset?: number]>([
  ['89 fe', 'rfc6455', 'control-too-long', 1],
  ['8a ff', 'rfc6455', 'control-too-long', 1],
  ['88 fe 00', 'rfc6455', 'control-too-long', 1],
  ['82 ff 80', 'rfc6455', 'length-msb-set', 2],
  ['82 ff 80 00 00 00 00 00 00', 'rfc6455', 'length-msb-set', 2],
  ['82 fe ff', 'rfc6455', null],
  ['82 ff 7f', 'rfc6455', null],
  ['82 ff', 'rfc6455', null],
  ['89 fd', 'rfc6455', null],
  ['89', 'rfc6455', null],
  // Before hybi-14 a longer form could still turn out to hold a short length.
  ['89 fe', 'version-8', null],
  ['89 fe 00', 'version-8', null],
  ['89 fe 01', 'version-8', 'control-too-long', 1],
  ['82 ff 80', 'version-8', 'length-msb-set', 2],
])('%s, cut there, in %s: %s', (hex, dialect, rule, offset) => {
  const data = bytes(hex);
  const sizes = Array.from(data, () => 1);
  for (const cuts of [[], sizes]) {
    const found = fatal(data, { dialect }, cuts);
    expect(found.map((issue) => issue.rule)).toEqual(rule === null ? [] : [rule]);
    if (rule !== null) expect(found[0]?.offset).toBe(offset);
    // How long it is nobody knows yet.
    expect(found[0]?.values.length).toBeUndefined();
  }
});

test('ws refuses a control frame at the same byte', () => {
  expect(askWs(bytes('89fe'), true).refuses).toBe(true);
  expect(askWs(bytes('89fd'), true).refuses).toBe(false);
});

describe.each<[DialectId, Direction]>([
  ['rfc6455', 'client-to-server'],
  ['rfc6455', 'server-to-client'],
  ['version-8', 'client-to-server'],
  ['version-5', 'server-to-client'],
  ['hybi-03', 'client-to-server'],
])('in %s, %s', (dialect, direction) => {
  const mask =
    dialect.startsWith('version-5') || dialect.startsWith('hybi') || direction === 'server-to-client' ? 0 : 128;
  const refused = (data: readonly number[]) => fatal(Uint8Array.from(data), { dialect, direction }).length > 0;

  test('what the beginning of a length proves, every end of it confirms', () => {
    const ends = [0x00, 0x05, 0x7d, 0x7e, 0x80, 0xff];
    for (let byte0 = 0; byte0 < 256; byte0 += 1) {
      for (const [seven, size] of [
        [126, 2],
        [127, 8],
      ] as const) {
        for (const first of [null, 0x00, 0x01, 0x7f, 0x80, 0xff]) {
          const cut = [byte0, mask | seven, ...(first === null ? [] : [first])];
          if (!refused(cut)) continue;
          const missing = size + 2 - cut.length;
          for (const end of ends) {
            const whole = [...cut, ...new Array<number>(missing - 1).fill(0), end, 1, 2, 3, 4];
            if (!refused(whole)) expect.fail(`${cut} is refused, ${whole} is not`);
          }
        }
      }
    }
  });
});
