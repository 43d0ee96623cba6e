import { test } from 'vitest';
import { keyOf, PAGES } from '../src/components/reference/kinds.ts';
import { readExampleOf } from '../src/components/reference/reading.ts';

test('x', () => {
  const t0 = performance.now();
  let out = '';
  for (const p of PAGES) {
    const e = readExampleOf(p);
    if (!e) {
      out += `${keyOf(p)} NONE\n`;
      continue;
    }
    if (!e.node || e.lights.size === 0 || e.item.alone)
      out += `${keyOf(p)} node ${e.node?.path} lights ${[...e.lights.keys()]} alone ${e.item.alone} span ${JSON.stringify(e.span)} issues ${e.item.issues.map((i) => i.rule)}\n`;
  }
  console.log(PAGES.length, performance.now() - t0, '\n' + out);
});
