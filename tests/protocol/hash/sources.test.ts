import { describe, expect, test } from 'vitest';
import type { Span } from '../../../src/protocol/bytes/span.ts';
import { traceMd5 } from '../../../src/protocol/hash/md5-trace.ts';
import { traceSha1 } from '../../../src/protocol/hash/sha1-trace.ts';
import type { HashStep, HashTrace } from '../../../src/protocol/hash/trace.ts';
import { ACCEPT_INPUT, ascii, CHALLENGE, noise, ofKind, read, readWord, rotl, stepsOf, termsOf } from './support.ts';

/** The word that a step puts at its span, if it makes one. */
function made(step: HashStep): number | null {
  if (step.kind === 'read-word' || step.kind === 'expand-word') return step.word;
  if (step.kind === 'round') return step.algorithm === 'sha1' ? step.temp.value : step.result.value;
  return null;
}

const TRACES: readonly [string, HashTrace][] = [
  ['the accept key', traceSha1(ACCEPT_INPUT)],
  ['the hixie-76 challenge', traceMd5(CHALLENGE)],
  ['three blocks of SHA-1', traceSha1(noise(130))],
  ['three blocks of MD5', traceMd5(noise(130))],
  ['twenty blocks of MD5', traceMd5(noise(1250))],
];

describe.each(TRACES)('%s', (_, trace) => {
  const steps = stepsOf(trace);

  test('every term comes from what an earlier step wrote, the message, or the first chaining value', () => {
    // How far each source has been written, in bits: always from its start on.
    const written = new Map([
      ['message', Infinity],
      ['chain/0', Infinity],
    ]);
    for (const step of steps) {
      const late = termsOf(step)
        .flatMap(({ from }) => from)
        .filter((span) => !(span.end <= (written.get(span.source) ?? 0)));
      expect(late).toEqual([]);
      if (!('span' in step)) continue;
      expect(step.span.start).toBe(written.get(step.span.source) ?? 0);
      written.set(step.span.source, step.span.end);
    }
    for (const [id, end] of written) if (end !== Infinity) expect(end).toBe((trace.source(id)?.length ?? -1) * 8);
  });

  test('a step finds its word at its span', () => {
    for (const step of steps) {
      const word = made(step);
      if (word !== null && 'span' in step) expect(readWord(trace, step.span)).toBe(word);
    }
  });

  test('words, bytes and chaining values are found where they say they come from', () => {
    for (const step of steps) {
      if (step.kind === 'read-word') {
        expect(step.terms.map(({ from: [span] }) => [...read(trace, span as Span)])).toEqual(
          step.terms.map(({ value }) => [value]),
        );
      } else {
        const names = ['w', 'x', 'w[t-3]', 'w[t-8]', 'w[t-14]', 'w[t-16]', 'h0', 'h1', 'h2', 'h3', 'h4'];
        for (const term of termsOf(step)) {
          if (names.includes(term.name)) expect(readWord(trace, term.from[0])).toBe(term.value);
        }
      }
    }
  });

  test('a register holds the word it came from, rotated as it says; f comes from b, c and d', () => {
    for (const step of steps) {
      if (step.kind !== 'round' && step.kind !== 'fold') continue;
      const registers = step.kind === 'fold' ? step.sums.map(({ register }) => register) : step.registers;
      for (const { value, from, origin, rotl: places } of registers) {
        expect(from).toHaveLength(1);
        expect(rotl(readWord(trace, from[0]), places)).toBe(value);
        const source = origin.kind === 'chain' ? 'chain' : 'rounds';
        expect(from[0]).toEqual({
          source: `${source}/${step.block}`,
          start: 32 * origin.index,
          end: 32 * origin.index + 32,
        });
      }
      if (step.kind === 'round') {
        expect(step.terms[0].from).toEqual(step.registers[0].from);
        expect(step.terms[1].from).toEqual(step.registers.slice(1, 4).flatMap(({ from }) => from));
      }
    }
  });

  test('a fold leaves the chaining value where the next block and the digest find it', () => {
    for (const step of ofKind(trace, 'fold')) {
      expect(step.after.map((_, i) => readWord(trace, { ...step.span, start: 32 * i, end: 32 * i + 32 }))).toEqual(
        step.after,
      );
    }
    const [last] = ofKind(trace, 'write-digest');
    for (const { span, bytes } of last?.words ?? []) expect([...read(trace, span)]).toEqual(bytes);
    expect(trace.source(`chain/${trace.blockCount}`)?.read(0, 20)).toEqual(trace.digest);
  });

  test('a source names its origins, all of which exist', () => {
    const ids = ['padded', 'digest', 'schedule/0', 'rounds/0', 'chain/0', 'chain/1'];
    for (const id of ids) {
      const source = trace.source(id);
      expect(source?.id).toBe(id);
      for (const span of source?.from ?? []) expect(read(trace, span).length * 8).toBe(span.end - span.start);
    }
    const { blockCount } = trace;
    const none = [
      `schedule/${blockCount}`,
      `rounds/${blockCount}`,
      `chain/${blockCount + 1}`,
      'chain/',
      'chain/01',
      'x',
    ];
    expect(none.map((id) => trace.source(id))).toEqual(none.map(() => null));
  });
});

test('SHA-1: a value stays five rounds: made, moved, rotated as it leaves b, moved twice more', () => {
  const rounds = ofKind(traceSha1(ACCEPT_INPUT), 'round');
  const seen = [21, 22, 23, 24, 25].map((round, i) => rounds[round]?.registers[i]);
  expect(seen.map((register) => [register?.name, register?.origin, register?.rotl])).toEqual(
    (['a', 'b', 'c', 'd', 'e'] as const).map((name, i) => [name, { kind: 'round', index: 20 }, i < 2 ? 0 : 30]),
  );
});

test('the padded message reads the same in any piece', () => {
  const { padded } = traceSha1(ascii('y'.repeat(70)));
  const whole = [...padded.read(0, padded.length)];
  expect(whole).toHaveLength(128);
  for (let start = -1; start <= 128; start += 3) {
    for (let end = start; end <= 130; end += 5) {
      expect([...padded.read(start, end)]).toEqual(whole.slice(Math.max(0, start), Math.max(0, end)));
    }
  }
});
