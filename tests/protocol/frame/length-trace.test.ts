import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { lengthTrace } from '../../../src/protocol/frame/length-trace.ts';

const lengths = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  fc.bigInt({ min: 0n, max: 300n }),
  fc.bigInt({ min: 65500n, max: 65600n }),
);

test('the steps write the bytes that an independent encoder writes', () => {
  fc.assert(
    fc.property(lengths, (length) => {
      const trace = lengthTrace(length);
      const steps = Array.from({ length: trace.stepCount }, (_, i) => trace.step(i));
      const seven = steps.flatMap((step) => (step?.kind === 'seven' ? [step.value] : []));
      const bytes = steps.flatMap((step) => (step?.kind === 'byte' ? [step.byte] : []));
      const buffer = Buffer.alloc(8);
      buffer.writeBigUInt64BE(length);
      const size = length < 126n ? 0 : length <= 0xffffn ? 2 : 8;
      expect(seven).toEqual([size === 0 ? Number(length) : size === 2 ? 126 : 127]);
      expect(bytes).toEqual([...buffer.subarray(8 - size)]);
      const head = encodeFrame({ opcode: 2, maskingKey: null, payload: new Uint8Array(0), declaredLength: length });
      expect([...seven, ...bytes]).toEqual([...head.subarray(1)]);
    }),
  );
});

test('each byte takes its share, and nothing is left after the last', () => {
  fc.assert(
    fc.property(lengths, (length) => {
      const trace = lengthTrace(length);
      let left = length;
      for (let i = 0; i < trace.stepCount; i += 1) {
        const step = trace.step(i);
        if (step?.kind !== 'byte') continue;
        expect(step.before).toBe(left);
        expect(step.after).toBeLessThan(256n ** BigInt(step.power));
        left = step.after;
      }
      expect(trace.form === 7 || left === 0n).toBe(true);
    }),
  );
});

test.each([
  [125n, [[126, true]]],
  [
    126n,
    [
      [126, false],
      [65536, true],
    ],
  ],
  [
    65535n,
    [
      [126, false],
      [65536, true],
    ],
  ],
  [
    65536n,
    [
      [126, false],
      [65536, false],
    ],
  ],
])('%i is compared until it is below', (length, compared) => {
  const trace = lengthTrace(length);
  const steps = Array.from({ length: trace.stepCount }, (_, i) => trace.step(i));
  expect(steps.flatMap((step) => (step?.kind === 'compare' ? [[step.bound, step.below]] : []))).toEqual(compared);
  expect(trace.step(-1)).toBeNull();
  expect(trace.step(trace.stepCount)).toBeNull();
});
