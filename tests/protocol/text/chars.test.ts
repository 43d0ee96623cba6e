import { describe, expect, it, vi } from 'vitest';
import { streamsOf } from '../../../src/protocol/capture/packets.ts';
import { readText } from '../../../src/protocol/text/import.ts';
import type { FormId, Stream } from '../../../src/protocol/text/reading.ts';
import { SAMPLES } from './samples.ts';

// Many readings in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

const NAMED: Record<string, number> = { '\\n': 10, '\\r': 13, '\\t': 9, '\\\\': 92, "\\'": 39, '\\"': 34 };
const SIXTY_FOUR = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function unescaped(piece: string): number {
  if (/^\\x/.test(piece)) return Number.parseInt(piece.slice(2), 16);
  if (/^\\[0-7]/.test(piece)) return Number.parseInt(piece.slice(1), 8);
  return NAMED[piece] ?? (piece.length === 1 ? piece.charCodeAt(0) : -1);
}

/** What a piece of text says by itself, in each notation; null where the rule needs its neighbours. */
function meaning(form: FormId, piece: string, index: number, sample: string): number | null {
  switch (form) {
    case 'hex-list':
    case 'c-array':
    case 'c-arrays-wireshark':
      return /^0x/.test(piece)
        ? Number(piece)
        : sample.includes('0x8183')
          ? Number.parseInt(piece, 16)
          : Number(piece.replace(/^\(byte\)/, ''));
    case 'decimal':
    case 'json':
      return Number(piece);
    case 'js-buffer':
      return sample.startsWith('<Buffer') ? Number.parseInt(piece, 16) : Number(piece);
    case 'escaped':
      return unescaped(piece);
    case 'python-bytes':
      return sample.startsWith('bytes.fromhex') ? Number.parseInt(piece, 16) : unescaped(piece);
    case 'base64':
    case 'base64url':
    case 'follow-yaml': {
      const [a, b] = [...piece.replace(/\s/g, '')].map((c) =>
        SIXTY_FOUR.indexOf(c === '-' ? '+' : c === '_' ? '/' : c),
      );
      const word = (((a as number) << 6) | (b as number)) >> (4 - 2 * (index % 3));
      return word & 255;
    }
    case 'od':
      return null;
    case 'http-text':
      return /^[\r\n]+$/.test(piece)
        ? null
        : piece.length === 1
          ? piece.charCodeAt(0)
          : /^\\/.test(piece)
            ? unescaped(piece)
            : Number.parseInt(piece, 16);
    default:
      return Number.parseInt(piece, 16);
  }
}

function check(form: FormId, text: string, stream: Stream): void {
  const wrong: string[] = [];
  // Base64 groups begin anew with each packet of a YAML export.
  const alone = form === 'follow-yaml';
  for (let i = 0; i < stream.bytes.length; i++) {
    const [start, end] = stream.chars?.charsOf(i) ?? [0, 0];
    const byte = stream.bytes[i] as number;
    const piece = text.slice(start, end);
    const said = alone
      ? [0, 1, 2].map((k) => meaning(form, piece, k, text)).includes(byte)
        ? byte
        : -1
      : meaning(form, piece, i, text);
    if (piece === '' || (said !== null && said !== byte)) wrong.push(`${i}: ${JSON.stringify(piece)} is not ${byte}`);
    const back = stream.chars?.byteAt(end - 1) ?? -1;
    const [from, to] = stream.chars?.charsOf(back) ?? [0, 0];
    if (!(from < end && to >= end)) wrong.push(`${i}: byteAt(${end - 1}) is ${back}`);
  }
  expect(wrong).toEqual([]);
}

describe('characters of bytes', () => {
  it.each(SAMPLES.map((sample) => [sample.form, sample.name, sample] as const))(
    'are exact in %s: %s',
    (form, _, { text }) => {
      const { reading } = readText(text);
      for (const stream of reading.streams) check(form, text, stream);
      const packets = streamsOf(reading.packets);
      for (const stream of packets.streams) check(form, text, stream);
    },
  );

  it('point into the comment-free part only', () => {
    const text = '81 /* 05 */ 48';
    const chars = readText(text).reading.streams[0]?.chars;
    expect([chars?.charsOf(0), chars?.charsOf(1)]).toEqual([
      [0, 2],
      [12, 14],
    ]);
    expect([chars?.byteAt(6), chars?.byteAt(13), chars?.byteAt(-1), chars?.byteAt(99)]).toEqual([-1, 1, -1, -1]);
  });

  it('swap with the bytes of little-endian words', () => {
    const chars = readText('0000000 0581 6f48\n0000004\n').reading.streams[0]?.chars;
    expect([0, 1, 2, 3].map((i) => chars?.charsOf(i))).toEqual([
      [10, 12],
      [8, 10],
      [15, 17],
      [13, 15],
    ]);
  });

  it('are the star for lines that a dump does not repeat', () => {
    const row = '00 '.repeat(8);
    const text = `00000000  ${row} ${row} |................|\n*\n00000030\n`;
    const stream = readText(text).reading.streams[0];
    const star = text.indexOf('*');
    expect(stream?.bytes.length).toBe(48);
    expect([stream?.chars?.charsOf(16), stream?.chars?.charsOf(47)]).toEqual([
      [star, star + 1],
      [star, star + 1],
    ]);
    expect(stream?.chars?.byteAt(star)).toBe(16);
  });

  it('give both bytes of a restored CR LF to the line feed', () => {
    const text = 'HTTP/1.1 101 A\n\n';
    const stream = readText(text).reading.streams[0];
    expect([14, 15].map((i) => stream?.chars?.charsOf(i))).toEqual([
      [14, 15],
      [14, 15],
    ]);
  });
});
