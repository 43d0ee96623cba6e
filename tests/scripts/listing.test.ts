import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import server from '../../public/python/server.py?listing';
import { listingOf } from '../../scripts/build/listing.ts';
import { lineOf } from '../../src/components/lesson/listing.ts';

test('a listing is the file in public, line by line', () => {
  expect(`${server.lines.join('\n')}\n`).toBe(readFileSync('public/python/server.py', 'utf8'));
});

test('marks lie inside their lines, in order', () => {
  server.marks.forEach((marks, i) => {
    let last = 0;
    for (const { from, to } of marks) {
      expect(from).toBeGreaterThanOrEqual(last);
      expect(to).toBeGreaterThan(from);
      last = to;
    }
    expect(last).toBeLessThanOrEqual(server.lines[i]?.length ?? 0);
  });
});

test('keywords are bold, comments and docstrings soft, other strings neither', async () => {
  const { lines, marks } = await listingOf('def f():\r\n    """Says\n    two."""\n    return "if"  # why\n');
  const marked = marks.flatMap((line, i) => line.map(({ from, to, kind }) => [lines[i]?.slice(from, to), kind]));
  expect(marked).toEqual([
    ['def', 'keyword'],
    ['"""Says', 'remark'],
    ['    two."""', 'remark'],
    ['return', 'keyword'],
    ['# why', 'remark'],
  ]);
});

test('a line that is gone stops the lesson', () => {
  const line = lineOf(server, 'from __future__ import annotations');
  expect(line).toBeGreaterThan(1);
  expect(() => lineOf(server, 'from __future__ import annotations', line)).toThrow('no such line');
});
