import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChunkedSource } from '../../../src/protocol/bytes/source.ts';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { forEachPayload, payloadOf, unmaskedSource } from '../../../src/protocol/frame/payload.ts';
import { scan } from '../message/scans.ts';

const KEY = Uint8Array.of(1, 2, 3, 4);
const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i);

test('an excerpt begins and ends where it is told', () => {
  const { table, source } = scan(encodeFrame({ opcode: 2, maskingKey: KEY, payload: counting(100) }));
  expect([...payloadOf(table, 0, source, 3, 50)]).toEqual([50, 51, 52]);
  expect([...payloadOf(table, 0, source, 30, 98)]).toEqual([98, 99]);
  expect([...payloadOf(table, 0, source, 30, 200)]).toEqual([]);
});

test('the unmasked source says from which bits it was computed', () => {
  const { table, source } = scan(encodeFrame({ opcode: 2, maskingKey: KEY, payload: counting(100) }));
  const clear = unmaskedSource(table, 0, source);
  expect(clear).toMatchObject({
    id: 'client-to-server/frame/0/unmasked',
    how: 'unmask',
    length: 100,
    from: [
      { source: 'client-to-server', start: 16, end: 48 },
      { source: 'client-to-server', start: 48, end: 848 },
    ],
  });
  expect([...(clear?.read(97, 200) ?? [])]).toEqual([97, 98, 99]);
  expect([...(clear?.read(-5, 2) ?? [])]).toEqual([0, 1]);
});

test('an unmasked frame has no unmasked source', () => {
  const { table, source } = scan(encodeFrame({ opcode: 2, maskingKey: null, payload: counting(3) }));
  expect(unmaskedSource(table, 0, source)).toBeNull();
});

test('all payload is given in order, whatever the chunks', () => {
  const frame = fc.record({
    opcode: fc.constantFrom(0, 1, 2, 9),
    maskingKey: fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 })),
    payload: fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constant(counting(40_000))),
  });
  fc.assert(
    fc.property(
      fc.array(frame, { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 60 })),
      fc.nat(4),
      (all, sizes, cut) => {
        const wire = Uint8Array.from(Buffer.concat(all.map(encodeFrame)));
        const { table, source } = scan(wire.subarray(0, wire.length - Math.min(cut, wire.length)), {}, sizes);
        const got = Array.from({ length: table.count }, () => Buffer.alloc(0));
        forEachPayload(table, source as ChunkedSource, (i, bytes, start, end, position) => {
          const before = got[i] as Buffer;
          expect(position).toBe(before.length);
          got[i] = Buffer.concat([before, bytes.subarray(start, end)]);
          return true;
        });
        got.forEach((payload, i) => {
          const wanted = all[i]?.payload.subarray(0, table.presentPayloadLength(i)) ?? new Uint8Array(0);
          expect(payload.equals(wanted)).toBe(true);
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('a visitor that has seen enough is given no more', () => {
  const payload = counting(40_000);
  for (const maskingKey of [null, Uint8Array.of(1, 2, 3, 4)]) {
    const frame = encodeFrame({ opcode: 2, maskingKey, payload });
    const { table, source } = scan(Uint8Array.from([...frame, ...frame]), {}, [20_000]);
    const seen: number[] = [];
    forEachPayload(table, source as ChunkedSource, (i, _bytes, _start, _end, position) => {
      seen.push(i, position);
      return false;
    });
    expect(seen).toEqual([0, 0]);
  }
});
