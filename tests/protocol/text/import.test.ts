import { describe, expect, it, vi } from 'vitest';
import { streamsOf } from '../../../src/protocol/capture/packets.ts';
import { claims, IMPORTERS, readText } from '../../../src/protocol/text/import.ts';
import type { FormId } from '../../../src/protocol/text/reading.ts';
import { REASONS } from '../../../src/protocol/text/reasons.ts';
import { SAMPLES } from './samples.ts';
import { capture, captureText, type ErrorSpec, hexOf, INPUTS, problemsOf, streamHex, textOf } from './vectors.ts';

// Many readings in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

function fits(
  problem: { kind: string; position: number; line: number; column: number; character: string },
  spec: ErrorSpec,
) {
  const { kind, position, line, column, character } = spec;
  expect([kind, ...(spec.kindsAccepted ?? [])]).toContain(problem.kind);
  if (position === undefined) return;
  if (spec.positionsAccepted?.includes(problem.position)) return;
  expect(problem).toMatchObject({ position, line, column, character });
}

describe('vectors of pasted text', () => {
  it.each(INPUTS.map((one) => [one.id, one] as const))('reads %s with no hint', (_, one) => {
    const { reading } = readText(textOf(one));
    const { bytes, error, otherDirection } = one.expect;
    if (error !== undefined) {
      expect(reading.problems.length).toBeGreaterThan(0);
      fits(reading.problems[0] as (typeof reading.problems)[0], error);
      return;
    }
    expect(problemsOf(reading)).toEqual([]);
    const packets = reading.packets.length > 0 ? streamsOf(reading.packets) : null;
    const streams = packets !== null && packets.chosen >= 0 ? packets.streams : reading.streams;
    expect(hexOf(streams[0]?.bytes)).toBe(bytes);
    if (otherDirection !== undefined) {
      expect(streamHex(reading, 'client-to-server')).toBe(bytes);
      expect(streamHex(reading, 'server-to-client')).toBe(otherDirection);
    }
  });

  it('keeps what could be read beside a missing line', () => {
    const one = INPUTS.find(({ id }) => id === 'input-xxd-missing-line');
    const alternative = one?.expect.alternatives?.[0] as { bytes: string };
    expect(hexOf(readText(one?.text ?? '').reading.streams[0]?.bytes)).toBe(alternative.bytes);
  });
});

describe('text exports of real captures', () => {
  const names = ['draft76.stream0', 'browser-deflate.stream1'];
  const both = ['c-arrays', 'follow-hex', 'follow-raw', 'follow-yaml', 'gui-hexdump', 'yaml-old'];
  it.each(names.flatMap((name) => both.map((form) => [name, form])))('reads both directions of %s.%s', (name, form) => {
    const { reading } = readText(captureText(`${name}.${form}.txt`));
    expect(problemsOf(reading)).toEqual([]);
    expect(streamHex(reading, 'client-to-server')).toBe(hexOf(capture(`${name}.c2s.bin`)));
    expect(streamHex(reading, 'server-to-client')).toBe(hexOf(capture(`${name}.s2c.bin`)));
    const total = reading.segments.reduce((sum, segment) => sum + segment.length, 0);
    expect(total).toBe(reading.streams.reduce((sum, stream) => sum + stream.bytes.length, 0));
  });

  it.each(
    names.flatMap((name) => ['c2s', 's2c'].flatMap((side) => ['xxd', 'hexdump-C'].map((form) => [name, side, form]))),
  )('reads %s.%s.%s', (name, side, form) => {
    const { reading } = readText(captureText(`${name}.${side}.${form}.txt`));
    expect(problemsOf(reading)).toEqual([]);
    expect(hexOf(reading.streams[0]?.bytes)).toBe(hexOf(capture(`${name}.${side}.bin`)));
  });

  it('keeps times and packet numbers of YAML', () => {
    const { segments } = readText(captureText('draft76.stream0.follow-yaml.txt')).reading;
    expect(segments[0]).toMatchObject({ packet: 4, time: 1795358535.083395 });
    expect(segments.map(({ packet }) => packet)).toEqual(
      [...segments.map(({ packet }) => packet)].sort((a, b) => Number(a) - Number(b)),
    );
  });

  it('says that ASCII exports do not hold all bytes', () => {
    const { reading } = readText(captureText('draft76.stream0.follow-ascii.txt'));
    expect(reading.problems[0]).toMatchObject({ kind: 'unrecognised', values: { looksLike: 'follow-ascii' } });
    expect(reading.streams).toEqual([]);
  });
});

describe('claims', () => {
  it.each(SAMPLES.map((sample) => [sample.form, sample.name, sample] as const))(
    'gives the text to %s: %s',
    (form, _, sample) => {
      const { reading, claims: ranked } = readText(sample.text);
      expect(reading.form).toBe(form);
      expect(ranked[0]?.form).toBe(form);
      expect(problemsOf(reading)).toEqual([]);
    },
  );

  it('lists every notation once, best first, with reasons that have a name', () => {
    for (const { text } of SAMPLES) {
      const ranked = claims(text);
      expect(new Set(ranked.map(({ form }) => form)).size).toBe(IMPORTERS.length);
      for (const [i, claim] of ranked.entries()) {
        expect(claim.score).toBeLessThanOrEqual(ranked[i - 1]?.score ?? 1);
        expect(claim.score).toBeGreaterThanOrEqual(0);
        for (const reason of claim.reasons) expect(REASONS).toContain(reason);
      }
    }
  });

  it('lets every importer read every sample without a throw', () => {
    for (const { text } of SAMPLES)
      for (const importer of IMPORTERS) expect(importer.read(text).form).toBe(importer.form);
  });

  it('lets a choice by hand win', () => {
    expect(hexOf(readText('4567').reading.streams[0]?.bytes)).toBe('4567');
    expect(hexOf(readText('4567', 'base64').reading.streams[0]?.bytes)).toBe('e39ebb');
    expect(hexOf(readText('4567', 'raw').reading.streams[0]?.bytes)).toBe('34353637');
    expect(problemsOf(readText('4567', 'decimal').reading)).toEqual(['value-out-of-range@04']);
  });

  it.each([
    ['4567', ['hex', 'base64']],
    ['10,20,30', ['decimal', 'hex']],
    ['[10, 20]', ['js-buffer', 'decimal']],
  ] as [string, FormId[]][])('shows that %s may be read in two ways', (text, forms) => {
    const shown = claims(text).filter(({ score }) => score >= 0.25);
    for (const form of forms) expect(shown.map((claim) => claim.form)).toContain(form);
  });

  it.each(['hello world', 'The quick brown fox', 'test', 'GG', '*', '[]', '{}', '\\', 'null'])(
    'believes nobody about %j',
    (text) => {
      const { reading } = readText(text);
      expect(problemsOf(reading)).toEqual([`unrecognised@0${text.charAt(0)}`]);
      expect(reading.streams).toEqual([]);
    },
  );

  it.each(['', ' ', '\n \t\n', '\ufeff', '\u200b\u00a0', ' '.repeat(200_000)])('calls blank text empty', (text) => {
    expect(readText(text).reading.problems.map(({ kind }) => kind)).toEqual(['empty']);
  });
});
