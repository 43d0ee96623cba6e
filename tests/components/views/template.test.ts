import { expect, test } from 'vitest';
import { template } from '../../../src/components/views/template.ts';

test('a template gives what the text itself gives, in whatever order it names its values', () => {
  const text = ({ name, bit }: Record<'name' | 'bit', string>) => `${name}: bit ${bit} of ${name}`;
  const fill = template(['bit', 'name'], text);
  for (const values of [
    { bit: '7', name: 'FIN' },
    { bit: '', name: '$& {{bit}}' },
  ]) {
    expect(fill(values)).toBe(text(values));
  }
});
