import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from '../../../src/protocol/bytes/hex.ts';
import { LENGTH_MISTAKES, type LengthMistakeId, runMistake } from '../../../src/protocol/frame/length-mistakes.ts';
import { readParts } from '../../../src/protocol/frame/parts.ts';

const PAYLOAD = new TextEncoder().encode('abcdefghijklmnop');
const run = (id: LengthMistakeId, length: bigint) => runMistake(id, length, PAYLOAD);

test.each<[LengthMistakeId, bigint, string, bigint | null, string]>([
  ['wrong-ranges', 125n, '7d', 125n, 'right'],
  // "ab" is taken for the length, "abcdefgh" for a longer one.
  ['wrong-ranges', 126n, '7e', 0x6162n, 'other'],
  ['wrong-ranges', 127n, '7f', 0x6162636465666768n, 'other'],
  ['wrong-ranges', 128n, '7e0080', 128n, 'right'],
  ['wrong-ranges', 65525n, '7efff5', 65525n, 'right'],
  ['wrong-ranges', 65526n, '7f000000000000fff6', 65526n, 'long'],
  ['wrong-ranges', 65536n, '7f0000000000010000', 65536n, 'right'],
  ['off-by-one', 65535n, '7effff', 65535n, 'right'],
  ['off-by-one', 65536n, '7e0000', 0n, 'other'],
  ['off-by-one', 65537n, '7f0000000000010001', 65537n, 'right'],
  ['equals-126', 126n, '7e007e', 126n, 'right'],
  ['equals-126', 127n, '7f000000000000007f', 127n, 'long'],
  ['equals-126', 65535n, '7f000000000000ffff', 65535n, 'long'],
  ['little-endian', 1000n, '7ee803', 0xe803n, 'other'],
  ['little-endian', 257n, '7e0101', 257n, 'right'],
  ['little-endian', 256n, '7e0001', 1n, 'other'],
  ['little-endian', 65536n, '7f0000010000000000', 1n << 40n, 'other'],
  ['read-again', 126n, '7e007e', 126n, 'right'],
  ['read-again', 127n, '7e007f', 0x6162636465666768n, 'other'],
  ['read-again', 128n, '7e0080', 128n, 'right'],
])('%s at %i sends %s, and %s is read: %s', (id, length, sent, read, outcome) => {
  const made = run(id, length);
  expect(toHex(made.sent)).toBe(sent);
  expect(made).toMatchObject({ read, outcome });
});

test('each mistake shows at the length it names', () => {
  for (const { id, shows } of LENGTH_MISTAKES) expect(run(id, shows).outcome, id).not.toBe('right');
});

test('what is read of a sender’s mistake is what the reader of frames reads', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LENGTH_MISTAKES.filter(({ side }) => side === 'sender')),
      fc.oneof(fc.bigInt({ min: 16n, max: 2n ** 63n - 1n }), fc.bigInt({ min: 16n, max: 70000n })),
      ({ id }, length) => {
        const { sent, read } = run(id, length);
        expect(readParts(Uint8Array.of(0x82, ...sent, ...PAYLOAD))?.declaredLength ?? null).toBe(read);
      },
    ),
  );
});

test('without enough payload the receiver waits', () => {
  expect(runMistake('wrong-ranges', 126n, new Uint8Array(1)).outcome).toBe('waits');
  expect(runMistake('read-again', 127n, new Uint8Array(4)).read).toBeNull();
});
