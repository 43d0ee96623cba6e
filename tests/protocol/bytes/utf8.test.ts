import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advanceUtf8,
  decodeUtf8,
  encodeUtf8,
  UTF8_START,
  type Utf8Fault,
  type Utf8FaultKind,
  utf8EndFault,
  utf8FaultOf,
  validateUtf8,
} from '../../../src/protocol/bytes/utf8.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const strict = new TextDecoder('utf-8', { fatal: true });

function accepts(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The first fault of bytes fed in pieces. */
function inPieces(pieces: readonly Uint8Array[]): Utf8Fault | null {
  let state = UTF8_START;
  let length = 0;
  for (const piece of pieces) {
    state = advanceUtf8(state, piece, 0, piece.length);
    if (state < 0) return utf8FaultOf(state, length);
    length += piece.length;
  }
  return utf8EndFault(state, length);
}

/** By the table of RFC 3629 §4, one line for each kind of sequence: the only shapes there are. */
const SHAPES: readonly (readonly (readonly [number, number])[])[] = [
  [[0x00, 0x7f]],
  [
    [0xc2, 0xdf],
    [0x80, 0xbf],
  ],
  [
    [0xe0, 0xe0],
    [0xa0, 0xbf],
    [0x80, 0xbf],
  ],
  [
    [0xe1, 0xec],
    [0x80, 0xbf],
    [0x80, 0xbf],
  ],
  [
    [0xed, 0xed],
    [0x80, 0x9f],
    [0x80, 0xbf],
  ],
  [
    [0xee, 0xef],
    [0x80, 0xbf],
    [0x80, 0xbf],
  ],
  [
    [0xf0, 0xf0],
    [0x90, 0xbf],
    [0x80, 0xbf],
    [0x80, 0xbf],
  ],
  [
    [0xf1, 0xf3],
    [0x80, 0xbf],
    [0x80, 0xbf],
    [0x80, 0xbf],
  ],
  [
    [0xf4, 0xf4],
    [0x80, 0x8f],
    [0x80, 0xbf],
    [0x80, 0xbf],
  ],
];

/** The same answer from the grammar alone. */
function byGrammar(bytes: Uint8Array): Utf8Fault | null {
  let start = 0;
  while (start < bytes.length) {
    let depth = 0;
    let shapes = SHAPES;
    while (true) {
      const at = start + depth;
      if (at === bytes.length) return { kind: 'truncated-sequence', index: at, sequenceStart: start };
      const byte = bytes[at] ?? 0;
      const fits = shapes.filter((shape) => byte >= (shape[depth]?.[0] ?? 256) && byte <= (shape[depth]?.[1] ?? -1));
      if (fits.length === 0) {
        const kind = depth === 0 ? 'invalid-start-byte' : 'invalid-continuation-byte';
        return { kind, index: at, sequenceStart: start };
      }
      shapes = fits;
      depth += 1;
      if (fits.every((shape) => shape.length === depth)) break;
    }
    start += depth;
  }
  return null;
}

describe('where a fault shows', () => {
  const cases: readonly [bytes: string, kind: Utf8FaultKind, index: number, sequenceStart: number][] = [
    ['c0 af', 'invalid-start-byte', 0, 0],
    ['c1', 'invalid-start-byte', 0, 0],
    ['f5 80 80 80', 'invalid-start-byte', 0, 0],
    ['ff', 'invalid-start-byte', 0, 0],
    ['41 80', 'invalid-start-byte', 1, 1],
    ['e0 80 80', 'invalid-continuation-byte', 1, 0],
    ['ed a0 80', 'invalid-continuation-byte', 1, 0],
    ['f0 8f bf bf', 'invalid-continuation-byte', 1, 0],
    ['f4 90 80 80', 'invalid-continuation-byte', 1, 0],
    ['ce ba e1 bd 41', 'invalid-continuation-byte', 4, 2],
    ['f0 9f 98 c3', 'invalid-continuation-byte', 3, 0],
    ['41 42 43 44 45 46 47 48 49 c3 28', 'invalid-continuation-byte', 10, 9],
    ['c3', 'truncated-sequence', 1, 0],
    ['41 f0 9f 98', 'truncated-sequence', 4, 1],
    ['e2 82', 'truncated-sequence', 2, 0],
  ];

  test.each(cases)('%s is %s at %i of the sequence at %i', (text, kind, index, sequenceStart) => {
    expect(validateUtf8(hex(text))).toEqual({ kind, index, sequenceStart });
  });

  test.each(cases.filter(([, kind]) => kind !== 'truncated-sequence'))(
    '%s is known as soon as its byte is',
    (text, _, index) => {
      expect(advanceUtf8(UTF8_START, hex(text), 0, index + 1)).toBeLessThan(0);
      expect(advanceUtf8(UTF8_START, hex(text), 0, index)).toBeGreaterThanOrEqual(0);
    },
  );

  test('a failed state stays failed', () => {
    const failed = advanceUtf8(UTF8_START, hex('41 ff'), 0, 2);
    expect(advanceUtf8(failed, hex('41'), 0, 1)).toBe(failed);
  });

  test('indexes of a part count from its start', () => {
    expect(validateUtf8(hex('ff 41 42 c3 28 ff'), 1, 5)).toEqual({
      kind: 'invalid-continuation-byte',
      index: 3,
      sequenceStart: 2,
    });
    expect(validateUtf8(hex('ff 41 ff'), 1, 2)).toBeNull();
  });
});

describe('agreement', () => {
  test('every code point but the surrogates is well-formed', () => {
    for (let first = 0; first < 0x110000; first += 0x1000) {
      if (first >= 0xd800 && first < 0xe000) continue;
      const points = Array.from(
        { length: Math.min(0x1000, 0xd800 - first > 0 ? 0xd800 - first : 0x1000) },
        (_, i) => first + i,
      );
      expect(validateUtf8(encodeUtf8(String.fromCodePoint(...points)))).toBeNull();
    }
  });

  test('every one and two bytes, and three and four from the edges of the grammar, as it and TextDecoder say', () => {
    const bytes = new Uint8Array(4);
    const edges = [
      0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5,
      0xff,
    ];
    const check = (length: number) => {
      const text = bytes.subarray(0, length);
      const fault = validateUtf8(text);
      const due = byGrammar(text);
      if (fault?.kind !== due?.kind || fault?.index !== due?.index || fault?.sequenceStart !== due?.sequenceStart) {
        expect(fault).toEqual(due);
      }
      if ((fault === null) !== accepts(text)) expect.unreachable(`TextDecoder disagrees on ${text.join()}`);
    };
    for (let a = 0; a < 256; a += 1) {
      bytes[0] = a;
      check(1);
      for (let b = 0; b < 256; b += 1) {
        bytes[1] = b;
        check(2);
      }
    }
    for (const a of edges) {
      for (const b of edges) {
        for (const c of edges) {
          bytes.set([a, b, c]);
          check(3);
          for (const d of edges) {
            bytes[3] = d;
            check(4);
          }
        }
      }
    }
  });

  const likely = fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map((text) => Buffer.from(text)) },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes)) },
      ),
      { maxLength: 6 },
    )
    .map((parts) => Uint8Array.from(Buffer.concat(parts)));

  test('bytes at random, as the grammar and TextDecoder say', () => {
    fc.assert(
      fc.property(likely, (bytes) => {
        const fault = validateUtf8(bytes);
        expect(fault).toEqual(byGrammar(bytes));
        expect(fault === null).toBe(accepts(bytes));
      }),
      { numRuns: 3000 },
    );
  });

  test('two cuts anywhere change nothing', () => {
    fc.assert(
      fc.property(likely, (bytes) => {
        const whole = validateUtf8(bytes);
        for (let a = 0; a <= bytes.length; a += 1) {
          for (let b = a; b <= bytes.length; b += 3) {
            expect(inPieces([bytes.subarray(0, a), bytes.subarray(a, b), bytes.subarray(b)])).toEqual(whole);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('byte by byte gives the same', () => {
    fc.assert(
      fc.property(likely, (bytes) => {
        expect(inPieces(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(validateUtf8(bytes));
      }),
    );
  });
});

interface FrameVector {
  readonly fin: boolean;
  readonly opcode: number;
  readonly payload?: string;
}
interface StreamVector {
  readonly id: string;
  readonly section: string;
  readonly expect: {
    readonly frames: readonly FrameVector[];
    readonly violation?: {
      readonly utf8?: { kind: Utf8FaultKind; offendingInMessage?: number; sequenceStartInMessage: number };
    };
  };
}

describe('conformance streams of section 6', () => {
  const vectors = JSON.parse(
    readFileSync(new URL('../../vectors/autobahn.json', import.meta.url), 'utf8'),
  ) as readonly StreamVector[];
  const cases = vectors.filter(({ id }) => id.startsWith('autobahn-6.'));

  test('there are some of both kinds', () => {
    const broken = cases.filter((vector) => vector.expect.violation?.utf8);
    expect(broken.length).toBeGreaterThan(5);
    expect(cases.length).toBeGreaterThan(broken.length);
  });

  test.each(cases.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    const pieces = vector.expect.frames.filter(({ opcode }) => opcode <= 2).map(({ payload }) => hex(payload ?? ''));
    const fault = vector.expect.violation?.utf8;
    expect(inPieces(pieces)).toEqual(
      fault ? { kind: fault.kind, index: fault.offendingInMessage, sequenceStart: fault.sequenceStartInMessage } : null,
    );
  });
});

describe('text', () => {
  test('faults become U+FFFD and a byte order mark stays', () => {
    expect(decodeUtf8(hex('ef bb bf 41 ff c3 a9'))).toBe('\ufeffA\ufffdé');
  });

  test('a part is decoded on its own', () => {
    expect(decodeUtf8(hex('41 c3 a9 42'), 1, 3)).toBe('é');
  });
});
