import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstInView } from '../../../src/components/stage/CodeWindow.tsx';

test('the lines that are lit are in view, as far as they fit', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(30), fc.integer({ min: 4, max: 20 }), (start, more, rows) => {
      const count = 480;
      const [from, to] = [start + 1, start + 1 + more];
      const first = firstInView(from, to, rows, count);
      expect(first).toBeGreaterThanOrEqual(1);
      expect(first + rows - 1).toBeLessThanOrEqual(count);
      expect(to).toBeLessThanOrEqual(first + rows - 1);
      if (more < rows - 1) expect(from).toBeGreaterThanOrEqual(first);
    }),
  );
});

test('the next line does not move the view, mostly', () => {
  const views = Array.from({ length: 60 }, (_, i) => firstInView(i + 1, i + 1, 12, 480));
  expect(new Set(views).size).toBeLessThanOrEqual(11);
});
