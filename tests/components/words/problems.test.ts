import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { problemContext } from '../../../src/components/words/context.ts';
import enInput from '../../../src/components/words/en/input.ts';
import zhInput from '../../../src/components/words/zh/input.ts';
import { readBinary } from '../../../src/protocol/capture/binary.ts';
import { streamsOf } from '../../../src/protocol/capture/packets.ts';
import { IMPORTERS, readText } from '../../../src/protocol/text/import.ts';
import type { Problem } from '../../../src/protocol/text/reading.ts';

/** Each with a fault of its own. */
const FAULTY = [
  '81 0',
  '82 03 0G 02 end',
  '0x82, 0x03, 0x1ff',
  '[130, 3, 300]',
  '[130, 3, ... 40 more items]',
  '81 05 /* never closed',
  'gQVIZWxsb!8=',
  'gQVIZWxsbw=',
  'gQVIZWxsbx==',
  'gQ==VIZW',
  'b"\\x81\\xZZ"',
  '"\\400\\q"',
  'b"\\x81',
  '\ufffd\x81',
  'GET / HTTP/1.1\nHost: é',
  '00000000: 8105 4865 6c6c 6f00 0102 0304 0506 0708  ..Hello.........\n00000020: 00',
  '00000000  81 05 48 65  |..XX|',
  '00000000  81 05 48 65\n*\n',
  '0000000 0581 6548\n0000004 999999\n',
  'Follow: tcp,ascii\nHello',
  '{"log": {"version": "1.2", "creator": {}}}',
  'nothing of the sort?',
  ' ',
];

const PACKETS = readFileSync('tests/vectors/captures/draft76.tcpdump-X.txt', 'utf8').split(/\n(?=\S)/);

/** The capture without one of its packets, for each of them, and with one that ends inside its header. */
const CAPTURES = [
  ...PACKETS.map((_, missing) => PACKETS.filter((_, i) => i !== missing)),
  [...PACKETS, 'cut\n\t0x0000:  4500 0040 0000 0000 4006'],
].map((packets) => packets.join('\n'));

const PASTED = (JSON.parse(readFileSync('tests/vectors/inputs.json', 'utf8')) as { text?: string }[]).flatMap(
  ({ text }) => text ?? [],
);

/** Every text read as every notation: what is right in one is wrong in most others. */
const problems: readonly Problem[] = [
  ...[...PASTED, ...FAULTY].flatMap((text) =>
    [undefined, ...IMPORTERS.map(({ form }) => form)].flatMap((form) => readText(text, form).reading.problems),
  ),
  ...CAPTURES.flatMap((text) => streamsOf(readText(text, 'tcpdump').reading.packets).problems),
  ...readBinary(Uint8Array.of(0xd4, 0xc3, 0xb2, 0xa1, ...new Uint8Array(20))).reading.problems,
];

const kinds = [...new Set(problems.map(({ kind }) => kind))].sort();

const instance = i18next.createInstance();
await instance.init({
  resources: { en: { input: enInput }, zh: { input: zhInput } },
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});
const translate = instance.t as (key: string, values: Record<string, unknown>) => string;

function say(
  { kind, line, column, character, values }: Pick<Problem, 'kind' | 'values'> & Partial<Problem>,
  lng = 'en',
) {
  return translate(`input:problems.${kind}.says`, {
    ...values,
    line,
    column,
    character,
    context: problemContext(values),
    lng,
  });
}

test('every kind of problem comes up here', () => {
  expect(kinds).toEqual(Object.keys(enInput.problems).sort());
});

describe.each(kinds)('%s', (kind) => {
  test.each(['en', 'zh'])('says what is wrong with the values it has, in %s', (lng) => {
    for (const problem of problems.filter((one) => one.kind === kind)) {
      expect(say(problem, lng), JSON.stringify(problem)).not.toMatch(/\{\{|input:|undefined/);
    }
  });
});

test('what was expected is named where the notation tells', () => {
  const place = { line: 1, column: 8, character: 'G' };
  const [hex, word] = [{ expected: 'hex-digit' }, { expected: 'hex-digit', word: 'GET' }];
  expect(say({ kind: 'invalid-character', values: hex, ...place })).toBe('Line 1, column 8: “G” is not a hex digit.');
  expect(say({ kind: 'invalid-character', values: word, ...place })).toContain('“GET” is not part of the bytes');
  expect(say({ kind: 'invalid-character', values: { expected: 'yaml' }, ...place })).toContain('does not belong here');
});
