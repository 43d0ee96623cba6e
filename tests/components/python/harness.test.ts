import { expect, test } from 'vitest';
import { casesOf, type GroupId } from '../../../src/components/python/cases.ts';
import { codesOf, oursOf } from '../../../src/components/python/ours.ts';
import { STARTS } from '../../../src/components/python/starts.ts';
import { verdictOf } from '../../../src/components/python/verdict.ts';
import { fromHex } from '../../../src/protocol/bytes/hex.ts';
import { checkIn, runIn } from './python.ts';

const CASES = casesOf(101);
const bytes = (hex: string) => fromHex(hex.replaceAll(' ', '')) as Uint8Array;
const HELLO = bytes('818537fa213d7f9f4d5158');
const PING = bytes('89820102030469 6b'.replaceAll(' ', ''));

/** A parse_frame with this body, beside the classes it needs. */
const withBody = (body: string) => `${STARTS.own.replace(/\n {4}return None\n$/, '\n')}${body}\n`;

/** The real one with one thing changed. */
function changed(what: string, by: string): string {
  expect(STARTS.server.split(what), what).toHaveLength(2);
  return STARTS.server.replace(what, by);
}

function failedOf(code: string): GroupId[] {
  const [checked] = checkIn([code], CASES);
  return verdictOf(CASES, checked?.answers ?? [])
    .filter(({ failed }) => failed > 0)
    .map(({ group }) => group);
}

test('the parse_frame of the real server passes every check, for any seed', () => {
  for (const seed of [1, 0xffffffff]) {
    const cases = casesOf(seed);
    const [checked] = checkIn([STARTS.server], cases);
    expect(checked?.told.fault).toBeNull();
    expect(checked?.answers).toHaveLength(cases.length);
    const verdict = verdictOf(cases, checked?.answers ?? []);
    expect(verdict.filter(({ failed, tried }) => failed > 0 || tried === 0)).toEqual([]);
  }
});

test('the wrong parser passes where one text comes alone, and nowhere that the rest of the header or a rule matters', () => {
  const passed = ['first', 'masking'];
  const failed = failedOf(STARTS.wrong);
  expect(failed).toEqual(verdictOf(CASES, []).flatMap(({ group }) => (passed.includes(group) ? [] : [group])));
});

test('what is only begun fails wherever something is to be answered', () => {
  expect(failedOf(STARTS.own)).not.toContain('nothing');
  expect(failedOf(STARTS.own)).toContain('first');
});

/** One thing changed in the real one, and the group that must notice. */
const MISTAKES: readonly [GroupId, string, string][] = [
  ['two', 'return Frame(fin, opcode, payload), end', 'return Frame(fin, opcode, payload), len(data)'],
  ['unmasked', 'require(masked,', 'require(True,'],
  ['rsv', 'require(rsv == 0,', 'require(rsv != 0b0111_0000,'],
  ['opcodes', 'require(opcode < 3 or 8 <= opcode <= 10,', 'require(True,'],
  ['control-fin', 'require(opcode < CLOSE or fin,', 'require(True,'],
  ['control-long', 'require(opcode < CLOSE or length <= 125,', 'require(True,'],
  ['minimal', 'require(length >= 126,', 'require(True,'],
  ['minimal', 'require(length >= 65536,', 'require(True,'],
  ['length16', 'start = 4\n', 'start = 2\n'],
  ['length64', 'data[2:10], "big"', 'data[2:10], "little"'],
  ['masking', 'key[i % 4]', 'key[i % 3]'],
  ['kinds', 'bool(data[0] & 0b1000_0000)', 'True'],
  ['limit', 'require(length <= limit,', 'require(length < limit,'],
  ['limit', 'limit, 1009,', 'limit, 1002,'],
  ['missing', 'if len(data) < end:', 'if len(data) < end - 1:'],
  ['buffer', 'return Frame(fin, opcode, payload), end', 'return Frame(fin, opcode, payload), data.clear() or end'],
  ['early', 'if len(data) < 1:', 'if len(data) < 2:'],
];

test('every mistake shows in its group', () => {
  const checked = checkIn(
    MISTAKES.map(([, what, by]) => changed(what, by)),
    CASES,
  );
  MISTAKES.forEach(([group, what, by], i) => {
    const verdict = verdictOf(CASES, checked[i]?.answers ?? []);
    const failed = verdict.flatMap((one) => (one.failed > 0 ? [one.group] : []));
    expect(failed, `${what} → ${by}`).toContain(group);
  });
});

test('a top bit that is let through is found as a wait for bytes that cannot come', () => {
  const without = changed('require(len(data) < 3 or data[2] < 0x80,', 'require(True,');
  // The limit stops it all the same, and may.
  expect(failedOf(without)).toEqual([]);
  expect(failedOf(without.replace('require(length <= limit,', 'require(True,'))).toEqual(['top-bit', 'limit']);
});

test('whatever a solution does, its answer has a kind, and nothing goes on for ever', () => {
  const bodies: [string, object][] = [
    ['    return None', { kind: 'none' }],
    ['    return 7', { kind: 'wrong', problem: 'not-pair' }],
    ['    return Frame(True, 1, b""), "6"', { kind: 'wrong', problem: 'used-type' }],
    ['    return Frame(True, 1, b""), 0', { kind: 'wrong', problem: 'used-none' }],
    ['    return Frame(True, 1, b""), 999', { kind: 'wrong', problem: 'used-more' }],
    ['    return "frame", 5', { kind: 'wrong', problem: 'not-frame' }],
    ['    return Frame(128, 1, b""), 5', { kind: 'wrong', problem: 'fin' }],
    ['    return Frame(True, 129, b""), 5', { kind: 'wrong', problem: 'opcode' }],
    ['    return Frame(True, 1, "Hello"), 5', { kind: 'wrong', problem: 'payload-text' }],
    ['    return Frame(True, 1, bytearray()), 5', { kind: 'wrong', problem: 'payload-type' }],
    ['    data[0] = 1', { kind: 'error', type: 'TypeError' }],
    ['    return data[99]', { kind: 'error', type: 'IndexError' }],
    ['    while True:\n        data = data', { kind: 'endless' }],
    ['    return parse_frame(data)', { kind: 'error', type: 'RecursionError' }],
    ['    return [0] * (1 << 62)', { kind: 'error', type: 'MemoryError' }],
    ['    exit()', { kind: 'error' }],
    ['    input()', { kind: 'error', type: 'EOFError' }],
    ['    raise ProtocolError(1002, "x" * 9999)', { kind: 'refused', code: 1002 }],
    ['    raise ProtocolError("1002", "")', { kind: 'refused', code: null }],
    ['    raise KeyboardInterrupt', { kind: 'error', type: 'KeyboardInterrupt' }],
  ];
  const told = runIn(bodies.map(([body]) => ({ code: withBody(body), data: HELLO })));
  told.forEach(({ end }, i) => {
    expect(end, bodies[i]?.[0]).toMatchObject(bodies[i]?.[1] ?? {});
    expect(JSON.stringify(end).length).toBeLessThan(600);
  });
});

test('code that does not even begin says why, and where', () => {
  const [syntax, name, none, number, endless] = runIn(
    ['def f(:\n  pass', 'x = 1\ny = z', 'x = 1', 'parse_frame = 3', 'while True:\n    x = 1'].map((code) => ({
      code,
      data: HELLO,
    })),
  );
  expect(syntax?.end).toMatchObject({ kind: 'error', type: 'SyntaxError', line: 1 });
  expect(name?.end).toMatchObject({ kind: 'error', type: 'NameError', line: 2, loading: true });
  expect(none?.end).toMatchObject({ kind: 'missing' });
  expect(number?.end).toMatchObject({ kind: 'missing' });
  expect(endless?.end).toMatchObject({ kind: 'endless', loading: true });
});

test('a loop without end stops the check at that case', () => {
  const code = withBody('    while len(data) != 1:\n        data = data\n    return None');
  const [checked] = checkIn([code], CASES);
  const answers = checked?.answers ?? [];
  expect(answers.at(-1)).toMatchObject({ kind: 'endless' });
  const verdict = verdictOf(CASES, answers);
  expect(verdict.map(({ tried }) => tried).filter((tried) => tried > 0)).toEqual([1]);
});

test('what is printed is kept, up to a limit', () => {
  const [little, much] = runIn([
    { code: withBody('    print("seen", len(data))'), data: HELLO },
    { code: withBody('    print("x" * 100_000)'), data: HELLO },
  ]);
  expect(little).toMatchObject({ output: 'seen 11\n', outputCut: false });
  expect(much?.outputCut).toBe(true);
  expect(much?.output.length).toBe(4000);
});

test('steps hold the line, the variables, the bytes that the line looked at, and what came back', () => {
  const data = Uint8Array.of(...HELLO, ...PING, 0x81);
  const [told] = runIn([{ code: STARTS.server, data, steps: 1000 }]);
  const steps = told?.steps ?? [];
  const lines = STARTS.server.split('\n');
  const at = (text: string, call: number) =>
    steps.find((step) => step.call === call && lines[step.line - 1]?.trim().startsWith(text));
  expect(at('rsv =', 1)).toMatchObject({ touched: [[0, 1]], event: 'line' });
  expect(at('masked =', 2)).toMatchObject({ touched: [[12, 13]] });
  expect(at('payload = bytes(', 1)?.touched).toEqual([[2, 11]]);
  expect(Object.fromEntries(at('masked =', 1)?.names ?? [])).toMatchObject({
    fin: { text: 'True' },
    opcode: { text: '1' },
    data: { type: 'bytes', length: 20 },
  });
  const ends = steps.filter(({ event }) => event === 'return');
  expect(ends.map(({ value }) => value?.text)).toEqual([
    "(Frame(fin=True, opcode=1, payload=b'Hello'), 11)",
    "(Frame(fin=True, opcode=9, payload=b'hi'), 8)".replace('hi', 'hi'),
    'None',
  ]);
  expect(told?.frames.map(({ start, used }) => [start, used])).toEqual([
    [0, 11],
    [11, 8],
  ]);
  expect(told).toMatchObject({ end: { kind: 'none' }, at: 19, limit: 128 * 1024 });
});

test('a bytearray is shown as Python shows one, cut or not', () => {
  const told = runIn([
    { code: withBody('    some = bytearray(b"ab")\n    many = bytearray(99)\n    return None'), data: HELLO, steps: 9 },
  ]);
  const names = new Map(told[0]?.steps?.flatMap((step) => step.names));
  expect(names.get('some')).toMatchObject({ type: 'bytearray', text: "bytearray(b'ab')", hex: '6162', length: 2 });
  expect(names.get('many')?.text).toMatch(/^bytearray\(b'(\\x00)+'…\)$/);
});

test('an exception is a step, too, and steps have an end', () => {
  const [raised, many] = runIn([
    { code: STARTS.server, data: bytes('c1'), steps: 100 },
    { code: withBody('    while True:\n        data = data'), data: HELLO, steps: 50 },
  ]);
  // Out of `require`, which is stepped over: at the line that calls it.
  const line = STARTS.server.split('\n').findIndex((text) => text.includes('require(rsv == 0')) + 1;
  const at = { line, function: 'parse_frame' };
  expect(raised?.steps?.at(-1)).toMatchObject({ ...at, event: 'raise', value: { type: 'ProtocolError' } });
  expect(raised?.end).toMatchObject({ kind: 'refused', code: 1002, line });
  expect(many?.steps).toHaveLength(50);
  expect(many?.end).toMatchObject({ kind: 'stepped' });
});

test('on any bytes the real parse_frame says what our decoder says', () => {
  let state = 7;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const samples = Array.from({ length: 300 }, () => {
    const data = Uint8Array.from({ length: next(24) }, () => next(256));
    // Mostly headers that get somewhere.
    if (data.length > 1 && next(4) > 0)
      data.set([(next(2) << 7) | ([0, 1, 2, 8, 9, 10, 3][next(7)] ?? 0), 0x80 | next(10)]);
    return data;
  });
  runIn(samples.map((data) => ({ code: STARTS.server, data }))).forEach((told, i) => {
    const ours = oursOf(samples[i] as Uint8Array, told.limit);
    const where = `${samples[i]}`;
    expect(told.frames.map(({ fin, opcode, payload, start, used }) => ({ fin, opcode, payload, start, used }))).toEqual(
      ours.frames,
    );
    expect(told.at, where).toBe(ours.at);
    expect(told.end.kind, where).toBe(ours.end.kind);
    if (told.end.kind === 'refused' && ours.end.kind === 'refused') {
      expect(codesOf(ours.end.rules), where).toContain(told.end.code);
    }
  });
});
