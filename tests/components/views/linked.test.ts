import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { framed } from '../../../src/components/home/framed.ts';
import type { Selection } from '../../../src/components/state/selection.ts';
import { type Lights, lit, nodeAt, touch } from '../../../src/components/views/linked.ts';
import { type Source, sourceOf } from '../../../src/protocol/bytes/source.ts';
import { byteSpan, type Span } from '../../../src/protocol/bytes/span.ts';

const WIRE = 'client-to-server';
const CLEAR = 'client-to-server/frame/0/unmasked';

const at = (span: Span): Selection => ({ path: null, span, view: 'hex' });

/** Indexes of the bytes of a source that are lit, each with `!` where it is what was selected. */
function bytesLit(lights: Lights, source: string, length: number): string[] {
  const out: string[] = [];
  for (let i = 0; i < length; i++) {
    const how = touch(lights.get(source), i * 8, i * 8 + 8);
    if (how) out.push(how === 'self' ? `${i}!` : `${i}`);
  }
  return out;
}

describe('the masked Hello of RFC 6455 section 5.7', () => {
  const { tree, sources, bytes, payload } = framed('Hello', Uint8Array.of(0x37, 0xfa, 0x21, 0x3d));
  const look = (selection: Selection) => {
    const lights = lit(selection, tree, sources);
    return { wire: bytesLit(lights, WIRE, bytes.length), clear: bytesLit(lights, CLEAR, payload.length) };
  };

  test('a byte of the unmasked payload lights its byte on the wire and its byte of the key', () => {
    expect(look(at(byteSpan(CLEAR, 1, 1)))).toEqual({ wire: ['3', '7'], clear: ['1!'] });
    expect(look(at(byteSpan(CLEAR, 4, 1)))).toEqual({ wire: ['2', '10'], clear: ['4!'] });
  });

  test('a byte of the masked payload lights its unmasked byte and its byte of the key', () => {
    expect(look(at(byteSpan(WIRE, 8, 1)))).toEqual({ wire: ['4', '8!'], clear: ['2'] });
  });

  test('a byte of the key lights every fourth byte that it was used for', () => {
    expect(look(at(byteSpan(WIRE, 2, 1)))).toEqual({ wire: ['2!', '6', '10'], clear: ['0', '4'] });
    expect(look(at(byteSpan(WIRE, 5, 1)))).toEqual({ wire: ['5!', '9'], clear: ['3'] });
  });

  test('two bytes across the end of the key light its last and its first byte', () => {
    expect(look(at(byteSpan(CLEAR, 3, 2)))).toEqual({ wire: ['2', '5', '9', '10'], clear: ['3!', '4!'] });
  });

  test('a field of the header lights its own bits and nothing else', () => {
    const path = `${WIRE}/frame/0/opcode`;
    const lights = lit({ path, span: null, view: 'tree' }, tree, sources);
    expect(nodeAt(tree, path)?.span).toEqual({ source: WIRE, start: 4, end: 8 });
    expect(touch(lights.get(WIRE), 3, 4)).toBeNull();
    expect(touch(lights.get(WIRE), 4, 5)).toBe('self');
    expect(touch(lights.get(WIRE), 8, 9)).toBeNull();
    expect(lights.has(CLEAR)).toBe(false);
  });

  test('nothing selected lights nothing', () => {
    expect(lit(null, tree, sources).size).toBe(0);
  });
});

describe('a message joined from two frames', () => {
  const wire = sourceOf(WIRE, new Uint8Array(40), 'wire');
  const first = sourceOf('first', new Uint8Array(3), 'unmask', [byteSpan(WIRE, 2, 4), byteSpan(WIRE, 6, 3)]);
  const second = sourceOf('second', new Uint8Array(5), 'unmask', [byteSpan(WIRE, 11, 4), byteSpan(WIRE, 15, 5)]);
  const joined = sourceOf('joined', new Uint8Array(8), 'reassemble', [
    byteSpan('first', 0, 3),
    byteSpan('second', 0, 5),
  ]);
  const inflated = sourceOf('inflated', new Uint8Array(30), 'inflate', [byteSpan('joined', 0, 8)]);
  const sources = [wire, first, second, joined, inflated];

  test('a joined byte leads through the frame it came from to the wire', () => {
    const lights = lit(at(byteSpan('joined', 4, 1)), null, sources);
    expect(bytesLit(lights, 'first', 3)).toEqual([]);
    expect(bytesLit(lights, 'second', 5)).toEqual(['1']);
    expect(bytesLit(lights, WIRE, 40)).toEqual(['12', '16']);
  });

  test('a byte on the wire lights the joined byte, and what was inflated from all of it', () => {
    const lights = lit(at(byteSpan(WIRE, 15, 1)), null, sources);
    expect(bytesLit(lights, 'joined', 8)).toContain('3');
    expect(bytesLit(lights, 'inflated', 30)).toHaveLength(30);
  });

  test('a range over the border of two frames lights both', () => {
    const lights = lit(at(byteSpan('joined', 2, 2)), null, sources);
    expect(bytesLit(lights, 'first', 3)).toEqual(['2']);
    expect(bytesLit(lights, 'second', 5)).toEqual(['0']);
  });
});

test('what a computed field was computed from lights for it', () => {
  const path = 'x';
  const node = { path, field: 'accept-expected', span: null, from: [byteSpan(WIRE, 3, 2)] } as const;
  const tree = { ...node, value: 'y', status: 'complete', issues: [], children: [] } as const;
  const lights = lit({ path, span: null, view: 'tree' }, tree, [sourceOf(WIRE, new Uint8Array(9), 'wire')]);
  expect(bytesLit(lights, WIRE, 9)).toEqual(['3', '4']);
});

test('lighting is mutual: where a byte lights another, that one lights it', () => {
  const length = 23;
  const wire = sourceOf(WIRE, new Uint8Array(40), 'wire');
  const clear = sourceOf(CLEAR, new Uint8Array(length), 'unmask', [byteSpan(WIRE, 2, 4), byteSpan(WIRE, 6, length)]);
  const sources: Source[] = [wire, clear];
  fc.assert(
    fc.property(fc.nat({ max: length - 1 }), fc.nat({ max: 39 }), (i, j) => {
      const there = touch(lit(at(byteSpan(CLEAR, i, 1)), null, sources).get(WIRE), j * 8, j * 8 + 8) !== null;
      const back = touch(lit(at(byteSpan(WIRE, j, 1)), null, sources).get(CLEAR), i * 8, i * 8 + 8) !== null;
      expect(back).toBe(there);
      expect(there).toBe(j === 6 + i || j === 2 + (i % 4));
    }),
  );
});

test('a message of very many frames is answered byte by byte', () => {
  const count = 50_000;
  const pieces = Array.from({ length: count }, (_, i) => byteSpan(WIRE, 3 * i + 2, 1));
  const joined = sourceOf('joined', new Uint8Array(count), 'reassemble', pieces);
  const lights = lit(at(byteSpan('joined', 0, count)), null, [joined]);
  for (const i of [0, 1, 25_000, count - 1]) {
    expect(touch(lights.get(WIRE), (3 * i + 2) * 8, (3 * i + 3) * 8)).toBe('linked');
    expect(touch(lights.get(WIRE), (3 * i + 1) * 8, (3 * i + 2) * 8)).toBeNull();
  }
});
