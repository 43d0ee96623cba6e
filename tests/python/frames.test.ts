import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type FrameVector, load } from '../protocol/vectors.ts';
import { ask } from './peer.ts';

interface Answer {
  readonly frames: readonly (readonly [at: number, size: number, fin: boolean, opcode: number, payload: string])[];
  readonly rest?: number;
  readonly error?: number;
  readonly at?: number;
  readonly enough?: number;
}

interface HixieVector {
  readonly id: string;
  readonly kind: string;
  readonly hex: string;
  readonly expect: {
    readonly messages: readonly { readonly text: string }[];
    readonly frames: readonly { readonly complete: boolean; readonly end: number; readonly kind: string }[];
  };
}

/** Faults of one frame by itself, which parse_frame can see. */
const OF_FRAMES = new Set([
  'rsv-nonzero',
  'reserved-opcode',
  'control-fragmented',
  'unmasked-client-frame',
  'control-too-long',
  'length-not-minimal',
  'length-msb-set',
]);

const vectors = [...load('frames.json'), ...load('autobahn.json')].filter(
  ({ direction, midStream }) => direction === 'client-to-server' && !midStream,
);
const whole = '818537fa213d7f9f4d5158';
const cuts = Array.from({ length: whole.length / 2 + 1 }, (_, size) => whole.slice(0, size * 2));

const key = '00000000';
const lengths: readonly [name: string, hex: string, length: number][] = [
  ['7-bit, longest', `82fd${key}${'61'.repeat(125)}`, 125],
  ['16-bit, shortest', `82fe007e${key}${'61'.repeat(126)}`, 126],
  // The value 127 in the 16-bit field is a length, and not the sign of the next form.
  ['16-bit, 127', `82fe007f${key}${'61'.repeat(127)}`, 127],
  ['16-bit, longest', `82feffff${key}${'61'.repeat(65535)}`, 65535],
  ['64-bit, shortest', `82ff0000000000010000${key}${'61'.repeat(65536)}`, 65536],
];

const faults: readonly [name: string, hex: string, code: number, enough: number][] = [
  ['the top bit of a 64-bit length, at its byte', '82ff80', 1002, 3],
  ['a 64-bit length that 16 bits hold', '82ff000000000000ffff', 1002, 10],
  ['a 16-bit length that 7 bits hold', '82fe007d', 1002, 4],
  ['2^63 - 1 bytes', '82ff7fffffffffffffff', 1009, 10],
  ['2^40 bytes', '82ff0000010000000000', 1009, 10],
  ['a byte more than the limit', '82ff0000000000100001', 1009, 10],
  ['a long ping', '89fe', 1002, 2],
  ['a ping in fragments', '09', 1002, 1],
  ['RSV1', 'c1', 1002, 1],
  ['opcode 3', '83', 1002, 1],
  ['opcode F', '8f', 1002, 1],
  ['no mask', '8100', 1002, 2],
];

const hixie = load<HixieVector>('hixie.json').filter(({ kind }) => kind === 'frames');
const hixieFaults: readonly [name: string, hex: string][] = [
  ['a length of ten bytes', `80${'ff'.repeat(10)}`],
  ['a length that never ends', `80${'80'.repeat(30)}`],
  ['a text that never ends', `00${'61'.repeat(1024 * 1024 + 1)}`],
];

// One Python answers everything.
const rfc6455 = [...vectors.map(({ hex = '' }) => hex), ...cuts, ...lengths.map(([, hex]) => `${hex}89`)];
const questions = [
  ...[...rfc6455, ...faults.map(([, hex]) => hex)].map((frames) => ({ frames })),
  ...[...hixie.map(({ hex }) => hex), ...hixieFaults.map(([, hex]) => hex)].map((hixie) => ({ hixie })),
];
const answers = new Map(ask<Answer>(questions).map((answer, i) => [JSON.stringify(questions[i]), answer]));
function answerTo(hex: string, kind: 'frames' | 'hixie' = 'frames'): Answer {
  return answers.get(JSON.stringify({ [kind]: hex })) as Answer;
}

const cases = vectors.map((vector) => ({ id: vector.id, vector, answer: answerTo(vector.hex ?? '') }));

/** The frames before the first that is wrong by itself. */
function expected({ expect: { frames = [], violation } }: FrameVector) {
  const end = violation && OF_FRAMES.has(violation.kind) ? violation.frame : frames.length;
  return frames.slice(0, end).filter(({ complete }) => complete);
}

describe('parse_frame', () => {
  test.each(cases)('finds the frames of $id', ({ vector, answer }) => {
    const { violation } = vector.expect;
    // A frame above the limit is refused where its length is known.
    const big = vector.id === 'frame-len64-2pow53-1';
    expect(answer.frames.map(([at, , fin, opcode]) => [at, fin, opcode])).toEqual(
      expected(vector).map(({ offset, fin, opcode }) => [offset, fin, opcode]),
    );
    for (const [i, frame] of expected(vector).entries()) {
      const payload = Buffer.from(answer.frames[i]?.[4] ?? '', 'hex');
      if (frame.payload !== undefined) expect(payload.toString('hex')).toBe(frame.payload);
      else expect(createHash('sha256').update(payload).digest('hex')).toBe(frame.payloadSha256);
    }
    if (big) expect(answer.error).toBe(1009);
    else if (violation && OF_FRAMES.has(violation.kind)) expect(answer.error).toBe(violation.closeCode);
    else expect(answer.error).toBeUndefined();
  });

  test.each(cases.filter(({ answer }) => answer.error === 1002))(
    'needs only the header to refuse $id',
    ({ vector, answer }) => {
      const { violation, frames = [] } = vector.expect;
      const header = frames[violation?.frame ?? -1];
      const fault = (violation?.offset ?? 0) - (answer.at ?? 0);
      const enough = violation?.kind === 'length-not-minimal' ? (header?.lengthForm === 16 ? 4 : 10) : fault + 1;
      expect(answer.enough).toBe(enough);
    },
  );

  test('takes a frame from its last byte on, and never earlier', () => {
    expect(cuts.map((hex) => answerTo(hex).frames.length)).toEqual([...Array(cuts.length - 1).fill(0), 1]);
  });

  test.each(lengths)('reads a length in its shortest form: %s', (_, hex, length) => {
    const { frames, rest } = answerTo(`${hex}89`);
    expect(frames.map(([, size, , , payload]) => [size, payload.length / 2])).toEqual([[hex.length / 2, length]]);
    expect(rest).toBe(1);
  });

  test.each(faults)('refuses %s', (_, hex, code, enough) => {
    expect(answerTo(hex)).toMatchObject({ error: code, enough });
  });
});

describe('parse_hixie_frame', () => {
  test.each(hixie)('reads $id', ({ hex, expect: { messages, frames } }) => {
    const answer = answerTo(hex, 'hixie');
    const texts = answer.frames.filter(([, , , opcode]) => opcode === 1);
    expect(texts.map(([, , , , payload]) => Buffer.from(payload, 'hex').toString())).toEqual(
      messages.map(({ text }) => text),
    );
    const whole = frames.filter(({ complete }) => complete);
    expect(answer.frames.map(([at, size]) => at + size)).toEqual(whole.map(({ end }) => end));
    expect(answer.frames.some(([, , , opcode]) => opcode === 8)).toBe(whole.some(({ kind }) => kind === 'closing'));
  });

  test.each(hixieFaults)('refuses %s', (_, hex) => {
    expect(answerTo(hex, 'hixie')).toMatchObject({ frames: [], error: 1009 });
  });
});
