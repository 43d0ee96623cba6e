import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIALECT_IDS } from '../../../src/protocol/model/drafts.ts';
import { fuzz } from './fuzz.ts';
import { checkAll, checkSame, checkTable } from './invariants.ts';
import { everything, type Setting, scan } from './scans.ts';

const setting: fc.Arbitrary<Setting> = fc.record({
  dialect: fc.constantFrom(...DIALECT_IDS),
  direction: fc.constantFrom('client-to-server', 'server-to-client'),
  midStream: fc.boolean(),
  deflate: fc.constantFrom(
    null,
    { windowBits: 8, noContextTakeover: false },
    { windowBits: 15, noContextTakeover: true },
  ),
  fromStart: fc.boolean(),
  maxMessageBytes: fc.constantFrom(3, Infinity),
  start: fc.constantFrom(0, 7),
});

test('any bytes are read to their end, in any pieces, and everything can be asked about them', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      setting,
      fc.array(fc.integer({ min: 1, max: 9 })),
      (bytes, chosen, sizes) => {
        const whole = scan(bytes, chosen);
        const start = chosen.start ?? 0;
        checkTable(whole, start, start + bytes.length);
        checkAll(whole);
        checkSame(whole, scan(bytes, chosen, sizes));
      },
    ),
    { numRuns: 3000 },
  );
});

test('after every byte the table is that of the bytes so far', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), setting, fc.nat(40), (bytes, chosen, length) => {
      const sofar = bytes.subarray(0, length);
      expect(
        everything(
          scan(
            sofar,
            chosen,
            sofar.map(() => 1),
          ),
        ),
      ).toEqual(everything(scan(sofar, chosen)));
    }),
    { numRuns: 500 },
  );
});

test('made-up streams, sound and broken, keep every promise', () => {
  expect(fuzz(20_000, 101)).toBe(20_000);
}, 60_000);
