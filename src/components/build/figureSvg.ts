/** The figure of a frame as a picture for documents: plain SVG text, the same on every page, light. */

import { hexByte } from '../../protocol/bytes/hex.ts';
import { bitAt, type FigureCell, type FigureField, type FrameFigure } from '../../protocol/frame/figure.ts';
import { type ColourRole, FIELDS } from '../../protocol/model/fields.ts';

export interface SvgLabels extends Readonly<Record<FigureField, string>> {
  /** What the picture is, for whoever cannot see it. */
  readonly title: string;
  /** Below the figure: payload bytes that are not drawn. */
  readonly more: (bytes: bigint) => string;
}

/** Pixels. */
const BIT = 28;
const MARGIN = 12;
const NUMBERS = 30;
const BITS = 26;
const NAMES = 40;
/** Names of single bits are written downwards. */
const LETTER = 12;
const GAP = 8;

/** Mark, ink and fill of each colour family in the light theme: a document is printed on white. */
const COLOURS: Readonly<Record<ColourRole, readonly [mark: string, ink: string, fill: string]>> = {
  control: ['#d66002', '#813803', '#fee8dc'],
  mask: ['#b55fce', '#77278d', '#f7e6fc'],
  length: ['#069763', '#005b3a', '#daf5e5'],
  payload: ['#0388e0', '#035087', '#dfefff'],
  key: ['#a37e05', '#614a01', '#ffebbc'],
  plain: ['#7d8287', '#474d52', '#eceae4'],
};
const INK = '#1a1d21';
const SOFT = '#565b62';
const BYTES = "'Atkinson Hyperlegible Mono',ui-monospace,Menlo,Consolas,monospace";
const WORDS = "'Atkinson Hyperlegible Next',system-ui,sans-serif";

export function figureSvg(figure: FrameFigure, labels: SvgLabels): string {
  const { rows, omitted } = figure;
  const out: string[] = [];
  let y = MARGIN + NUMBERS;
  for (const { start, cells } of rows) {
    const letters = Math.max(
      0,
      ...cells.filter(({ bits }) => bits === 1).map(({ field }) => [...labels[field]].length),
    );
    const names = Math.max(NAMES, letters * LETTER + 8);
    for (const cell of cells) out.push(cellSvg(cell, figure, labels, MARGIN + (cell.start - start) * BIT, y, names));
    y += BITS + names + GAP;
  }
  if (omitted > 0n) {
    out.push(text(MARGIN, y + 12, labels.more(omitted), { anchor: 'start', size: 13, colour: SOFT, face: WORDS }));
    y += 22;
  }
  const width = 32 * BIT + 2 * MARGIN;
  const height = y + MARGIN - GAP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(labels.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...numbers(),
    ...out,
    '</svg>\n',
  ].join('\n');
}

/** Tens above ones, as in the RFC. */
function numbers(): string[] {
  return Array.from({ length: 32 }, (_, bit) => {
    const x = MARGIN + bit * BIT + BIT / 2;
    const tens = bit % 10 === 0 ? text(x, MARGIN + 10, String(bit / 10), { size: 12, colour: INK }) : '';
    return tens + text(x, MARGIN + 24, String(bit % 10), { size: 12, colour: SOFT });
  });
}

function cellSvg(
  cell: FigureCell,
  { bytes }: FrameFigure,
  labels: SvgLabels,
  x: number,
  y: number,
  names: number,
): string {
  const { field, start, bits } = cell;
  const [mark, ink, fill] = COLOURS[FIELDS[field].colour];
  const width = bits * BIT;
  const middle = x + width / 2;
  const out = [
    `<rect x="${x + 1}" y="${y}" width="${width - 2}" height="${BITS}" fill="${fill}"/>`,
    ...Array.from({ length: bits }, (_, i) => {
      const value = bitAt(bytes, start + i);
      return text(x + i * BIT + BIT / 2, y + 19, value === null ? '·' : String(value), {
        size: 17,
        colour: ink,
        weight: value === 1 ? 700 : 400,
      });
    }),
    `<rect x="${x + 1}" y="${y}" width="${width - 2}" height="${BITS + names}" rx="3" fill="none" stroke="${mark}" stroke-width="1.5"${cell.value === null ? ' stroke-dasharray="4 3"' : ''}/>`,
  ];
  const name = labels[field];
  if (bits === 1) {
    for (const [i, letter] of [...name].entries()) {
      out.push(text(middle, y + BITS + 14 + i * LETTER, letter, { size: 12, colour: ink, weight: 600 }));
    }
    return out.join('\n');
  }
  const value = readingOf(cell, bytes);
  const wide = widthOf(name) <= width - 6;
  out.push(text(middle, y + BITS + 17, wide ? name : '…', { size: 13, colour: ink, weight: 600, face: WORDS }));
  if (value !== null) out.push(text(middle, y + BITS + 33, value, { size: 13, colour: INK }));
  return out.join('\n');
}

function readingOf({ field, value, start, bits }: FigureCell, bytes: Uint8Array): string | null {
  if (value === null) return null;
  if (field === 'opcode') return `0x${value.toString(16)}`;
  if (bits % 8 !== 0 || field === 'length-16') return String(value);
  return Array.from(bytes.subarray(start / 8, (start + bits) / 8), hexByte).join(' ');
}

interface TextLook {
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle';
  readonly face?: string;
}

function text(x: number, y: number, content: string, look: TextLook): string {
  const { size, colour, weight = 400, anchor = 'middle', face = BYTES } = look;
  return `<text x="${x}" y="${y}" font-family="${face}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escaped(content)}</text>`;
}

/** Rough, in pixels: wide characters are as wide as they are high. */
function widthOf(words: string): number {
  let width = 0;
  for (const character of words) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 13 : 7.4;
  return width;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
