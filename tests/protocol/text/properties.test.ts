import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamsOf } from '../../../src/protocol/capture/packets.ts';
import { IMPORTERS, readText } from '../../../src/protocol/text/import.ts';
import type { Reading } from '../../../src/protocol/text/reading.ts';
import { SAMPLES } from './samples.ts';

/** What contradicts itself or the text in a reading; empty where all is well. */
function faults(text: string, reading: Reading): string[] {
  const out: string[] = [];
  for (const { kind, position, length, line, character } of reading.problems) {
    const before = text.slice(0, position);
    const inText = position >= 0 && position + length <= text.length && text.startsWith(character, position);
    const insidePair = before.endsWith('\r') && text.charAt(position) === '\n';
    if (!inText || (!insidePair && line !== before.split(/\r\n|\r|\n/).length)) out.push(`${kind} at ${position}`);
  }
  for (const { stream, offset, length } of reading.segments) {
    if (offset + length > (reading.streams[stream]?.bytes.length ?? -1)) out.push(`segment ${offset}`);
  }
  for (const { bytes, chars } of reading.streams) {
    for (const i of new Set([0, bytes.length >> 1, bytes.length - 1])) {
      if (i < 0 || i >= bytes.length) continue;
      const [start, end] = chars?.charsOf(i) ?? [0, 0];
      if (start < 0 || end <= start || end > text.length) out.push(`characters of byte ${i}`);
    }
  }
  return out;
}

const PIECES = [
  '8',
  '81 ',
  '0x',
  '\\x',
  '"',
  "b'",
  '/*',
  '*/',
  '//',
  '#',
  '*\n',
  '\n',
  '\t',
  '    ',
  '00000000',
  ': ',
  '  ',
  '|',
  '[',
  ']',
  '{',
  '}',
  '<Buffer ',
  '...',
  '==',
  '-',
  '😀',
  '\ud800',
  '０',
  '\u200b',
  'GET / HTTP/1.1\n',
  '\n\n',
  'peer0_0[] = {',
  'data: !!binary |\n',
  'gQ',
  '300',
  ',',
  '\r',
];

describe('any text', () => {
  it('is read by every importer without a throw', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const readings = [readText(input).reading, ...IMPORTERS.map((importer) => importer.read(input))];
        expect(readings.flatMap((reading) => faults(input, reading))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('made of a sample by a mutation is read without a throw', () => {
    const mutation = fc.record({
      sample: fc.constantFrom(...SAMPLES.filter(({ text }) => text.length < 3000)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 40 }),
      put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })),
    });
    fc.assert(
      fc.property(mutation, ({ sample, at, cut, put }) => {
        const place = Math.floor(at * sample.text.length);
        const text = sample.text.slice(0, place) + put + sample.text.slice(place + cut);
        const { reading } = readText(text);
        streamsOf(reading.packets);
        const chosen = readText(text, sample.form).reading;
        expect([...faults(text, reading), ...faults(text, chosen)]).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('with one wrong digit in a dump still shows that something is wrong', () => {
    const dumps = SAMPLES.filter(({ name }) => /^input-(?:xxd|hexdump-C|wireshark-hex-ascii|tshark-x)$/.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...dumps), fc.nat(), fc.constantFrom('G', '?', 'é'), (sample, n, bad) => {
        const digits = [...sample.text.matchAll(/(?<=[ ])[0-9a-f]{2}(?=[ 0-9a-f])/g)].map((match) => match.index);
        const place = digits[n % digits.length] as number;
        const text = sample.text.slice(0, place) + bad + sample.text.slice(place + 1);
        expect(readText(text, sample.form).reading.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  }, 30_000);
});
