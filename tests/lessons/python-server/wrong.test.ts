import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STREAMS } from '../../../src/lessons/python-server/inputs.ts';
import { wrongParse } from '../../../src/lessons/python-server/wrong.ts';
import { readsOf, rightFrames } from '../../../src/lessons/python-server/wrong-steps.ts';
import { askPython, type Plain, plainVars } from './watch.ts';

interface Called {
  readonly given: object;
  readonly vars: Record<string, Plain>;
}

const bytes = (...all: number[]) => Uint8Array.from(all);
const key = [0, 0, 0, 0];

const READS: readonly Uint8Array[] = [
  ...Object.values(STREAMS).flatMap(({ data, cut }) => readsOf(data, cut)),
  bytes(),
  bytes(0x81),
  bytes(0x81, 0x80),
  bytes(0x81, 0xff, 1, 2, 3),
  // Ends and breaks of UTF-8 of every kind, in the clear.
  ...[
    [0xff],
    [0x80, 0x41],
    [0xe4, 0xbd],
    [0xe4, 0x41],
    [0xe4, 0xbd, 0x41],
    [0xf0, 0x9f, 0x91],
    [0xf0, 0x9f, 0x91, 0x41],
  ]
    .concat([
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90],
      [0xc0, 0xaf],
      [0x41, 0xc3],
      [0xe0, 0x80],
    ])
    .map((payload) => bytes(0x81, 0x80 | payload.length, ...key, ...payload)),
  ...fc.sample(fc.uint8Array({ maxLength: 24 }), { numRuns: 150, seed: 14 }),
  ...fc.sample(fc.uint8Array({ maxLength: 24 }), 50),
];

describe('the real wrong.py', () => {
  const reads = READS.map((read) => Buffer.from(read).toString('hex'));
  const [called] = askPython('src/components/python/starts/wrong.py', { kind: 'wrong', jobs: [{ reads }] }) as [
    Called[],
  ];

  test('returns or raises what the stage says, with these variables', () => {
    READS.forEach((read, i) => {
      const { given, length, key, body, clear } = wrongParse(read);
      const { given: real, vars } = called[i] as Called;
      expect(given, reads[i]).toEqual(real);
      if (length !== null) expect(vars, reads[i]).toMatchObject(plainVars({ read, length, key, body, clear }));
    });
  });
});

test('what the lesson says of the five cases is so', () => {
  const given = (name: keyof typeof STREAMS) =>
    readsOf(STREAMS[name].data, STREAMS[name].cut).map((read) => wrongParse(read).given);
  expect(given('hello')).toEqual([{ kind: 'text', text: 'Hello' }]);
  expect(given('coalesced')).toMatchObject([{ error: 'UnicodeDecodeError' }]);
  expect(given('split')).toEqual([
    { kind: 'text', text: 'He' },
    { kind: 'text', text: '' },
  ]);
  expect(given('close')).toMatchObject([{ error: 'UnicodeDecodeError' }]);
  expect(given('long')).toEqual([{ kind: 'text', text: `${'WebSocket '.repeat(12)}126 b.` }]);
  expect(given('unmasked')).toEqual([{ kind: 'text', text: "'" }]);
});

test('its length bytes are read by nobody', () => {
  const { data } = STREAMS.long;
  const other = Uint8Array.from(data);
  other.set([0xff, 0xff], 2);
  expect(wrongParse(other).given).toEqual(wrongParse(data).given);
  expect(rightFrames(other)).toEqual(['None']);
});

test.each([
  ['coalesced', ["text 'Hello'", "ping 'p?'"]],
  ['split', ["text 'Hello'"]],
  ['close', ['close 03 e8']],
  ['unmasked', ['ProtocolError 1002']],
] as const)('server.py finds in %s: %j', (name, frames) => {
  expect(rightFrames(STREAMS[name].data)).toEqual(frames);
});
