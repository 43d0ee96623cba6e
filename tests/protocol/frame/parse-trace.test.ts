import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat } from '../../../src/protocol/bytes/join.ts';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { type ParseStep, traceParse } from '../../../src/protocol/frame/parse-trace.ts';
import { readParts } from '../../../src/protocol/frame/parts.ts';
import { progressOf } from '../../../src/protocol/frame/progress.ts';
import { askWs } from '../message/peers.ts';

const LIMIT = 1 << 20;
const key = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const sound = fc
  .record({
    opcode: fc.constantFrom(0, 1, 2, 8, 9, 10),
    payload: fc.uint8Array({ maxLength: 125 }),
    maskingKey: fc.uint8Array({ minLength: 4, maxLength: 4 }),
  })
  .map(encodeFrame);
const anything = fc.oneof(sound, fc.uint8Array({ maxLength: 20 }));

function stepsOf(data: Uint8Array): readonly ParseStep[] {
  const trace = traceParse(data, LIMIT);
  return Array.from({ length: trace.stepCount }, (_, i) => trace.step(i) as ParseStep);
}

test('a frame is what was encoded, whatever stands behind it', () => {
  fc.assert(
    fc.property(sound, fc.uint8Array({ maxLength: 8 }), (frame, behind) => {
      const { result } = traceParse(concat([frame, behind]), LIMIT);
      const parts = readParts(frame);
      expect(result).toMatchObject({ kind: 'frame', used: frame.length, fin: parts?.fin, opcode: parts?.opcode });
      if (result.kind === 'frame') expect(hex(result.payload)).toBe(hex(parts?.payload ?? key));
    }),
  );
});

test('every beginning of a sound frame is incomplete, and wants no more than the frame has', () => {
  fc.assert(
    fc.property(sound, (frame) => {
      for (let size = 0; size < frame.length; size += 1) {
        const { result } = traceParse(frame.subarray(0, size), LIMIT);
        expect(result.kind).toBe('incomplete');
        if (result.kind === 'incomplete') {
          expect(result.needs).toBeGreaterThan(size);
          expect(result.needs).toBeLessThanOrEqual(frame.length);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('what is missing agrees with the reader that counts parts', () => {
  fc.assert(
    fc.property(anything, (data) => {
      const { result } = traceParse(data, LIMIT);
      if (result.kind !== 'incomplete') return;
      const { frame, part, needs } = progressOf(data);
      expect(frame).toBe(0);
      // The key and the payload are asked for together.
      if (part === 'payload') expect(result.needs).toBe(data.length + Number(needs));
      else expect(result.needs).toBeGreaterThan(data.length);
    }),
  );
});

test('ws fails over the same first frame with the same code', () => {
  // ws takes a length that is not minimal, and of a 64-bit one judges only what is beyond 2^53.
  const ignored = new Set(['length-not-minimal', 'length-msb-set', 'message-too-big']);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, maxLength: 12 }), (data) => {
      const { result } = traceParse(data, LIMIT);
      if (result.kind !== 'broken' || ignored.has(result.rule)) return;
      expect(askWs(data, true).closeCode).toBe(result.closeCode);
    }),
    { numRuns: 200 },
  );
});

describe('a fault is raised as soon as its byte is there', () => {
  test.each([
    ['c1', 'rsv-nonzero'],
    ['83', 'reserved-opcode'],
    ['09', 'control-fragmented'],
    ['8105', 'unmasked-client-frame'],
    ['89fe', 'control-too-long'],
    ['81ff80', 'length-msb-set'],
    ['81fe007d', 'length-not-minimal'],
    ['81ff000000000000ffff', 'length-not-minimal'],
    ['81ff0000000000100001', 'message-too-big'],
  ])('%s: %s', (bytes, rule) => {
    const data = Buffer.from(bytes, 'hex');
    expect(traceParse(data, LIMIT).result).toMatchObject({ kind: 'broken', rule });
    expect(stepsOf(data).at(-1)).toMatchObject({ kind: 'rule', rule, broken: true });
    expect(traceParse(data.subarray(0, -1), LIMIT).result.kind).toBe('incomplete');
  });

  test('the largest length of each form is none', () => {
    for (const [length, form] of [
      [126, 16],
      [65535, 16],
      [65536, 64],
    ] as const) {
      const frame = encodeFrame({ opcode: 2, maskingKey: key, payload: new Uint8Array(length) });
      expect(traceParse(frame, LIMIT).result).toMatchObject({ kind: 'frame', used: frame.length });
      expect(stepsOf(frame).find(({ kind }) => kind === 'form')).toMatchObject({ form });
    }
  });
});

test('steps look at bytes that are there, and the outline has no gap', () => {
  fc.assert(
    fc.property(anything, (data) => {
      const trace = traceParse(data, LIMIT);
      for (const { start, end } of stepsOf(data)) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(data.length);
      }
      const outline = trace.outline();
      expect(outline.reduce((next, { first, count }) => (first === next ? next + count : -1), 0)).toBe(trace.stepCount);
      expect([trace.step(-1), trace.step(trace.stepCount)]).toEqual([null, null]);
    }),
  );
});
