import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureSvg, type SvgLabels } from '../../../src/components/build/figureSvg.ts';
import { figureOf } from '../../../src/protocol/frame/figure.ts';

const LABELS: SvgLabels = {
  fin: 'FIN',
  rsv1: 'RSV1',
  rsv2: 'RSV2',
  rsv3: 'RSV3',
  opcode: 'Opcode',
  mask: 'MASK',
  'length-7': 'Payload length',
  'length-16': '16-bit length',
  'length-64': '64-bit length',
  'masking-key': 'Masking key',
  payload: 'Payload <b>',
  unparsed: 'Rest',
  title: 'A & B',
  more: (bytes) => `${bytes} more`,
};

/** All texts of the picture, in order. */
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

test('shows every bit, the names and the values of a frame', () => {
  const svg = figureSvg(figureOf(Buffer.from('818537fa213d7f9f4d5158', 'hex')), LABELS);
  const texts = textsOf(svg).slice(36);
  expect(texts.filter((text) => text === '0' || text === '1').length).toBeGreaterThanOrEqual(88);
  expect(texts).toContain('0x1');
  expect(texts).toContain('37 fa');
  expect(texts).toContain('Payload length');
  expect(svg).toContain('Payload &lt;b&gt;');
  expect(svg).toContain('<title>A &amp; B</title>');
});

test('is whole and inside its own edges, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const svg = figureSvg(figureOf(bytes), LABELS);
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) as unknown as [string, string, string];
      for (const [, x, y] of svg.matchAll(/<(?:text|rect) x="([\d.]+)" y="([\d.]+)"/g)) {
        expect(Number(x)).toBeLessThan(Number(width));
        expect(Number(y)).toBeLessThan(Number(height));
      }
      expect(svg).not.toMatch(/NaN|undefined|null/);
    }),
  );
});

test('says how much of a long payload is not drawn', () => {
  const svg = figureSvg(figureOf(Buffer.concat([Buffer.from('827e0400', 'hex'), Buffer.alloc(1024)])), LABELS);
  expect(textsOf(svg).at(-1)).toBe('1012 more');
});
