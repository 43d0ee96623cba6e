import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examples, fields, MOST_BYTES } from '../../../src/lessons/python-server/inputs.ts';
import { FUNCTIONS, server } from '../../../src/lessons/python-server/lines.ts';
import { type Work, workOf } from '../../../src/lessons/python-server/work.ts';
import { concat } from '../../../src/protocol/bytes/join.ts';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { askPython, type Plain, plainVars } from './watch.ts';

interface Given {
  readonly data: Uint8Array;
  readonly cut: number;
}

type Event = readonly [fn: string, line: number, vars: Record<string, Plain>];
interface Ran {
  readonly events: readonly Event[];
  readonly sent: readonly string[];
  readonly stopped: boolean;
}

const NONCE = Uint8Array.from({ length: 16 }, (_, i) => i * 11);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const work = ({ data, cut }: Given): Work => workOf({ data, cut, nonce: NONCE });

/** Lines that do nothing: whether Python passes them by is its own business, and differs from version to version. */
const IDLE = new Set(server.lines.flatMap((line, i) => (/^\s*(while True|try|finally):$/.test(line) ? [i + 1] : [])));

/** The handshake is watched for the examples alone: it is the same for all. */
const whole = (i: number) => i < SHOWN.length;

function ask(given: readonly Given[]): readonly Ran[] {
  const jobs = given.map((one, i) => {
    const { handshake, ends } = work(one);
    const reads = ends.map((end, i) => hex(one.data.subarray(ends[i - 1] ?? 0, end)));
    return { request: handshake.request, reads, begin: whole(i) ? null : 'talk' };
  });
  return askPython('public/python/server.py', { kind: 'server', functions: FUNCTIONS, jobs }) as Ran[];
}

/** Frames that are often nearly right, or any bytes. */
const key = fc.uint8Array({ minLength: 4, maxLength: 4 });
const payload = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => new TextEncoder().encode(text)),
  fc
    .constantFrom(1000, 1001, 1004, 1005, 1006, 1014, 1015, 2999, 3000, 4999, 5000, 65535)
    .map((code) => Uint8Array.of(code >> 8, code & 0xff, 0x6f, 0x6b)),
  fc
    .constantFrom([0xe4, 0xbd], [0xa0], [0xed, 0xa0], [0xf4, 0x90], [0xc0], [0xe4])
    .map((bytes) => Uint8Array.from(bytes)),
);
const frame = fc
  .record({
    fin: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
    rsv1: fc.oneof({ weight: 20, arbitrary: fc.constant(false) }, fc.boolean()),
    opcode: fc.oneof({ weight: 12, arbitrary: fc.constantFrom(0, 1, 1, 2, 8, 9, 10) }, fc.nat(15)),
    maskingKey: fc.oneof({ weight: 12, arbitrary: key }, fc.constant(null)),
    payload,
    lengthForm: fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, fc.constantFrom(16 as const, 64 as const)),
    declaredLength: fc.oneof(
      { weight: 30, arbitrary: fc.constant(undefined) },
      fc.constantFrom(126, 65535, 65536, 1 << 20, (1 << 20) + 1, 2n ** 63n - 1n, 2n ** 63n),
    ),
  })
  .map(({ lengthForm, declaredLength, ...parts }) =>
    encodeFrame({
      ...parts,
      ...(lengthForm && { lengthForm }),
      ...(declaredLength !== undefined && { declaredLength }),
    }),
  );
const data = fc
  .oneof(
    { weight: 8, arbitrary: fc.array(frame, { minLength: 1, maxLength: 5 }).map(concat) },
    fc.uint8Array({ minLength: 1, maxLength: 40 }),
  )
  .map((bytes) => bytes.slice(0, MOST_BYTES));
const anything: fc.Arbitrary<Given> = fc.record({ data, cut: fc.oneof(fc.nat(40), fc.nat(MOST_BYTES)) });

const SHOWN: readonly Given[] = examples.map(({ inputs }) => ({
  data: (fields.data.read(inputs.data ?? '') as { value: Uint8Array }).value,
  cut: Number(inputs.cut),
}));

/** Each first byte, second bytes round their borders, every cut of a message with a ping inside, and chance. */
const HOSTILE: readonly Given[] = [
  ...Array.from({ length: 256 }, (_, byte) => ({ data: Uint8Array.of(byte, 0x81, 1, 2, 3, 4, 5), cut: 0 })),
  ...[0, 5, 125, 126, 127, 128, 129, 253, 254, 255].flatMap((byte) =>
    [0x81, 0x89].map((first) => ({ data: Uint8Array.of(first, byte, 0, 0x7e, 3, 4, 5, 6, 7, 8, 9), cut: 3 })),
  ),
  ...Array.from({ length: 26 }, (_, cut) => ({ data: (SHOWN.at(-1) as Given).data, cut })),
  ...fc.sample(anything, { numRuns: 120, seed: 14 }),
  ...fc.sample(anything, 40),
];

describe('the real server.py', () => {
  const given = [...SHOWN, ...HOSTILE];
  const ran = ask(given);

  test('goes through exactly the lines that the steps light, in that order, with the variables shown', () => {
    given.forEach((one, i) => {
      const all = work(one).beats.flatMap((beat) => beat.events);
      const events = whole(i) ? all : all.slice(all.findIndex(({ fn }) => fn === 'talk'));
      const real = (ran[i] as Ran).events.filter(([, line]) => !IDLE.has(line));
      const at = `${hex(one.data)} cut at ${one.cut}`;
      expect(
        events.map(({ fn, line }) => `${fn} ${line}`),
        at,
      ).toEqual(real.map(([fn, line]) => `${fn} ${line}`));
      events.forEach(({ vars, fn, line }, j) => {
        const [, , names] = real[j] as Event;
        const shown = plainVars(vars);
        const theirs = Object.fromEntries(Object.keys(shown).map((name) => [name, names[name]]));
        expect(shown, `${at}: ${fn} ${line}`).toEqual(theirs);
      });
    });
  });

  test('sends the answers on the stage', () => {
    given.forEach((one, i) => {
      const { beats, handshake } = work(one);
      const { sent } = ran[i] as Ran;
      expect(Buffer.from(sent[0] ?? '', 'hex').toString('latin1')).toBe(handshake.response);
      expect(beats.at(-1)?.picture.sent.map(({ bytes }) => hex(bytes))).toEqual(sent.slice(1));
    });
  });
});
