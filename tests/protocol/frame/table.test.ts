import { expect, test } from 'vitest';
import { FrameTable, frameFlags, STATUS } from '../../../src/protocol/frame/table.ts';
import { DIALECTS } from '../../../src/protocol/model/drafts.ts';

const COUNT = 50_000;

function filled(): FrameTable {
  const table = new FrameTable('server-to-client', DIALECTS.rfc6455);
  for (let i = 0; i < COUNT; i += 1) {
    const row = table.add(i * 10, i % 100, frameFlags(0x80 | (i & 15), i % 100, 2, STATUS.complete), 0);
    table.setMessage(row, i - 1);
    if (i % 999 === 5) table.addIssue(row, 1 << 25);
  }
  table.readUpTo(COUNT * 10);
  return table;
}

test('keeps every frame while it grows from a few to many blocks', () => {
  const table = filled();
  expect(table.count).toBe(COUNT);
  for (let i = 0; i < COUNT; i += 1) {
    const row = [table.offset(i), table.payloadLength(i), table.opcode(i), table.message(i), table.headerLength(i)];
    if (row.join() !== [i * 10, i % 100, i & 15, i - 1, 2].join()) expect.fail(`frame ${i} is ${row.join()}`);
  }
});

test('finds the frames with issues, and those with a certain one', () => {
  const table = filled();
  const found: number[] = [];
  for (let i = table.nextWithIssues(0); i >= 0; i = table.nextWithIssues(i + 1)) found.push(i);
  expect(found).toEqual(Array.from({ length: COUNT }, (_, i) => i).filter((i) => i % 999 === 5));
  expect(table.nextWithIssues(0, 1)).toBe(-1);
  table.removeIssue(5, 1 << 25);
  expect(table.nextWithIssues(0)).toBe(1004);
});

test('knows the frame of an offset, and where there is none', () => {
  const table = filled();
  expect(table.frameAt(123_450)).toBe(12_345);
  expect(table.frameAt(20 * 10 + 21)).toBe(22);
  expect(table.frameAt(10 + 5)).toBe(-1);
  expect(table.frameAt(-1)).toBe(-1);
  expect(new FrameTable('client-to-server', DIALECTS.rfc6455).frameAt(0)).toBe(-1);
});
