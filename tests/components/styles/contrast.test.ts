import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/components/styles/tokens.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

const THEMES = ['light', 'dark'] as const;
const ROLES = ['control', 'mask', 'length', 'payload', 'key', 'plain', 'issue'];
const SURFACES = ['paper', 'panel', 'raised', 'selected', 'hovered'];

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: (typeof THEMES)[number], front: string, back: string): number {
  const [a = 0, b = 0] = [front, back].map((name) => {
    const colour = tokens.get(name)?.[theme];
    if (colour === undefined) throw new Error(`no token --${name}`);
    return luminance(colour);
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

test('the ratio itself is that of the definition', () => {
  expect((luminance('#ffffff') + 0.05) / (luminance('#000000') + 0.05)).toBeCloseTo(21, 5);
  expect(luminance('#ffffff') + 0.05).toBeCloseTo(1.05, 5);
});

test.each(THEMES)('in the %s theme words stand out from every surface by 4.5', (theme) => {
  const inks = ['ink', 'ink-soft', ...ROLES.map((role) => `${role}-ink`)];
  for (const surface of SURFACES) {
    for (const ink of inks) expect(contrast(theme, ink, surface), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(THEMES)('in the %s theme bytes stand out from their fill by 7', (theme) => {
  for (const role of ROLES) {
    expect(contrast(theme, `${role}-ink`, `${role}-fill`), role).toBeGreaterThanOrEqual(7);
    expect(contrast(theme, 'ink', `${role}-fill`), role).toBeGreaterThanOrEqual(7);
  }
});

test.each(THEMES)('in the %s theme marks, outlines and the focus stand out by 3', (theme) => {
  for (const surface of ['paper', 'panel', 'raised']) {
    for (const mark of [...ROLES, 'line-strong', 'focus']) {
      expect(contrast(theme, mark, surface), `${mark} on ${surface}`).toBeGreaterThanOrEqual(3);
    }
  }
  for (const role of ROLES) expect(contrast(theme, role, `${role}-fill`), role).toBeGreaterThanOrEqual(3);
});
