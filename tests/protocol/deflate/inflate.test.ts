import { expect, test } from 'vitest';
import { toHex } from '../../../src/protocol/bytes/hex.ts';
import { Inflater } from '../../../src/protocol/deflate/inflate.ts';
import { bytesOf } from '../vectors.ts';
import { pickOptions, Random, randomMessages } from './streams.ts';
import { zlibInflateAnyhow, zlibMessages } from './zlib.ts';

const LIMIT = 1 << 22;
/** Much work: on a busy machine it may take its time. */
const LONG = 60_000;

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

test('an empty message is one byte (RFC 7692 §7.2.3.6)', () => {
  expect(inflater().message(bytesOf('00'))).toMatchObject({ fault: null, flushed: true, bytes: new Uint8Array(0) });
});

test.each([
  ['no byte at all', '', ''],
  ['a tail that was not cut off', 'f248cdc9c907000000ffff', 'Hello'],
  ['a last block and nothing behind it', 'f348cdc9c90700', 'Hello'],
])('%s is read, but it is not how a message ends', (_, hex, text) => {
  const found = inflater().message(bytesOf(hex));
  expect(found).toMatchObject({ fault: null, flushed: false });
  expect(textOf(found.bytes)).toBe(text);
});

test(
  'streams of zlib, of any options and with the window carried over, give their messages',
  () => {
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
  },
  LONG,
);

test(
  'what is changed or cut off ends in a fault, or in the bytes that zlib makes of it',
  () => {
    const random = new Random(2);
    const seen = new Set<string>();
    for (let stream = 0; stream < 300; stream += 1) {
      const ours = inflater();
      for (const payload of zlibMessages(randomMessages(random), pickOptions(random))) {
        const window = ours.window();
        ours.message(payload);
        for (let i = 0; i < 3; i += 1) {
          const spoilt = random.spoil(payload.subarray(0, 400));
          const alone = inflater();
          alone.restore(window);
          const found = alone.message(spoilt);
          const theirs = zlibInflateAnyhow(spoilt, window);
          seen.add(found.fault?.kind ?? 'none');
          expect([toHex(spoilt), found.fault === null]).toEqual([toHex(spoilt), theirs !== null]);
          if (theirs !== null) expect(Buffer.compare(found.bytes, theirs)).toBe(0);
          if (found.fault !== null) expect(found.fault.bit).toBeLessThanOrEqual(spoilt.length * 8);
        }
      }
    }
    const all = ['bad-code', 'block-type', 'code-lengths', 'distance-too-far', 'none', 'repeat', 'stored-length'];
    expect([...seen].sort()).toEqual([...all, 'symbol-count', 'truncated']);
  },
  LONG,
);

test('a bomb stops at the limit, in memory that does not grow with it', () => {
  const [payload] = zlibMessages([new Uint8Array(1 << 26)], {}) as [Uint8Array];
  const ours = inflater({ maxOutput: 100_000 });
  const found = ours.message(payload);
  expect(found).toMatchObject({ capped: true, fault: null });
  expect(found.bytes).toHaveLength(100_000);
  expect(found.bytes.buffer.byteLength).toBeLessThan(3 * 100_000);
  // All of it fits exactly, and a byte more does not.
  const [thousand] = zlibMessages([new Uint8Array(1000)], {}) as [Uint8Array];
  expect(inflater({ maxOutput: 1000 }).message(thousand)).toMatchObject({ capped: false, fault: null });
  expect(inflater({ maxOutput: 999 }).message(thousand)).toMatchObject({ capped: true });
  expect(inflater({ maxOutput: 4 }).message(bytesOf('000500faff48656c6c6f00')).bytes).toEqual(
    Uint8Array.from([72, 101, 108, 108]),
  );
});

test('what comes after a message that did not come out whole is missing where it copies from it, and never wrong', () => {
  const messages = ['the first message', 'the first message again', 'Hello', 'Hello'].map((text) => Buffer.from(text));
  const payloads = zlibMessages(messages, {});
  const ours = inflater();
  const broken = (payloads[0] as Uint8Array).subarray(0, 8);
  expect(ours.message(broken).fault?.kind).toBe('truncated');
  expect(ours.message(payloads[1] as Uint8Array).fault).toMatchObject({
    kind: 'distance-too-far',
    values: { known: 1 },
  });
  expect(textOf(ours.message(payloads[2] as Uint8Array).bytes)).toBe('Hello');
  expect(textOf(ours.message(payloads[3] as Uint8Array).bytes)).toBe('Hello');
});

test('what is beyond the agreed window is told from what is not known, and copied where it is known', () => {
  const phrase = new Random(9).bytes(40);
  const messages = [phrase, new Random(10).bytes(3000), phrase];
  const payloads = zlibMessages(messages, { windowBits: 15 });
  const narrow = inflater({ windowBits: 9 });
  for (const payload of payloads.slice(0, 2)) expect(narrow.message(payload).farthest).toBe(0);
  const last = narrow.message(payloads[2] as Uint8Array);
  expect(Buffer.compare(last.bytes, phrase)).toBe(0);
  expect(last.farthest).toBeGreaterThan(3000);
  const late = inflater({ windowBits: 9 });
  expect(late.message(payloads[2] as Uint8Array).fault).toMatchObject({
    kind: 'distance-beyond-window',
    values: { distance: last.farthest, window: 512 },
  });
});

test('an incomplete message gives what there is, and can be given again', () => {
  const messages = ['first things first', 'first things second'].map((text) => Buffer.from(text));
  const [first, second] = zlibMessages(messages, {}) as [Uint8Array, Uint8Array];
  const ours = inflater();
  for (let length = 0; length <= first.length; length += 1) {
    const { bytes, fault } = ours.message(first.subarray(0, length), false);
    expect(fault).toBeNull();
    expect(textOf(bytes)).toBe('first things first'.slice(0, bytes.length));
  }
  ours.message(first);
  expect(textOf(ours.message(second.subarray(0, -2), false).bytes)).toMatch(/^first things/);
  expect(textOf(ours.message(second).bytes)).toBe('first things second');
});

test(
  'a window that was kept is as good as having been there',
  () => {
    const random = new Random(12);
    for (let stream = 0; stream < 20; stream += 1) {
      const messages = randomMessages(random);
      const payloads = zlibMessages(messages, {});
      const ours = inflater();
      for (const [i, payload] of payloads.entries()) {
        const later = inflater();
        later.restore(ours.window());
        expect(Buffer.compare(later.message(payload).bytes, messages[i] as Uint8Array)).toBe(0);
        ours.message(payload);
      }
    }
  },
  LONG,
);

test(
  'bytes of any kind end in a fault or not, and never in a throw',
  () => {
    const random = new Random(13);
    const ours = inflater({ maxOutput: 100_000 });
    for (let i = 0; i < 20_000; i += 1) {
      const noise = random.bytes(random.whole(0, 40));
      // Most noise fails at once; a dynamic or fixed block to begin with gets farther.
      if (noise.length > 0 && random.chance(0.5)) noise[0] = ((noise[0] as number) & ~6) | random.pick([2, 4]);
      const { bytes, fault } = ours.message(noise);
      if (bytes.length > 100_000 || (fault !== null && fault.bit > noise.length * 8)) expect(toHex(noise)).toBe('');
    }
  },
  LONG,
);
