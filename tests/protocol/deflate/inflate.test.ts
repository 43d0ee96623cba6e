import { expect, test } from 'vitest';
import { toHex } from '../../../src/protocol/bytes/hex.ts';
import { Inflater } from '../../../src/protocol/deflate/inflate.ts';
import { bytesOf } from '../vectors.ts';
import { pickOptions, Random, randomMessages } from './streams.ts';
import { zlibInflate, zlibMessages } from './zlib.ts';

const LIMIT = 1 << 22;

function inflater(options: Partial<ConstructorParameters<typeof Inflater>[0]> = {}): Inflater {
  return new Inflater({ windowBits: 15, takeover: true, maxOutput: LIMIT, ...options });
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

test.each([
  ['one block, RFC 7692 §7.2.3.1', 'f248cdc9c90700'],
  ['no compression, RFC 7692 §7.2.3.3', '000500faff48656c6c6f00'],
  ['BFINAL set, RFC 7692 §7.2.3.4', 'f348cdc9c9070000'],
  ['two blocks, RFC 7692 §7.2.3.5', 'f248050000 00ffffcac9c90700'.replace(' ', '')],
])('Hello in %s', (_, hex) => {
  const found = inflater().message(bytesOf(hex));
  expect(textOf(found.bytes)).toBe('Hello');
  expect(found).toMatchObject({ fault: null, capped: false });
});

test('the second Hello is copied from the first, and cannot be read without it (RFC 7692 §7.2.3.2)', () => {
  const both = inflater();
  both.message(bytesOf('f248cdc9c90700'));
  const second = both.message(bytesOf('f200110000'));
  expect(textOf(second.bytes)).toBe('Hello');
  expect(second).toMatchObject({ farthest: 5, farthestBit: 18 });
  const alone = inflater().message(bytesOf('f200110000'));
  expect(alone.fault).toEqual({ kind: 'distance-too-far', bit: 18, values: { distance: 5, known: 1 } });
  expect(textOf(alone.bytes)).toBe('H');
});

test('an empty message is one byte (RFC 7692 §7.2.3.6); with the tail left on, or with no byte, it is empty too', () => {
  for (const hex of ['00', '000000ffff', '']) {
    expect(inflater().message(bytesOf(hex))).toMatchObject({ fault: null, bytes: new Uint8Array(0) });
  }
  expect(inflater().message(bytesOf('f248')).fault?.kind).toBe('truncated');
});

test('streams of zlib, of any options and with the window carried over, give their messages', () => {
  const random = new Random(1);
  for (let stream = 0; stream < 400; stream += 1) {
    const options = pickOptions(random);
    const takeover = random.chance(0.7);
    const messages = randomMessages(random);
    const ours = inflater({ windowBits: options.windowBits, takeover });
    zlibMessages(messages, options, takeover).forEach((payload, i) => {
      const { bytes, fault, farthest } = ours.message(payload);
      expect(fault).toBeNull();
      expect(Buffer.compare(bytes, messages[i] as Uint8Array)).toBe(0);
      expect(farthest).toBeLessThanOrEqual(2 ** options.windowBits);
    });
  }
});

test('what is changed or cut off ends in a fault, or in the bytes that zlib makes of it', () => {
  const random = new Random(2);
  const seen = new Set<string>();
  for (let stream = 0; stream < 200; stream += 1) {
    const ours = inflater();
    for (const payload of zlibMessages(randomMessages(random), pickOptions(random))) {
      const window = ours.window();
      ours.message(payload);
      for (let i = 0; i < 3; i += 1) {
        const spoilt = random.spoil(payload.subarray(0, 400));
        const alone = inflater();
        alone.restore(window);
        const found = alone.message(spoilt);
        const theirs = zlibInflate(spoilt, window);
        seen.add(found.fault?.kind ?? 'none');
        expect([toHex(spoilt), found.fault === null]).toEqual([toHex(spoilt), theirs !== null]);
        if (theirs !== null) expect(Buffer.compare(found.bytes, theirs)).toBe(0);
        if (found.fault !== null) expect(found.fault.bit).toBeLessThanOrEqual(spoilt.length * 8);
      }
    }
  }
  const all = ['bad-code', 'block-type', 'code-lengths', 'distance-too-far', 'none', 'repeat', 'stored-length'];
  expect([...seen].sort()).toEqual([...all, 'symbol-count', 'truncated']);
}, 60_000);
