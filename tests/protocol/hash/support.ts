import type { Span } from '../../../src/protocol/bytes/span.ts';
import type { HashStep, HashStepKind, HashTerm, HashTrace } from '../../../src/protocol/hash/trace.ts';

export const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
export const words = (text: string) => text.split(' ').map((word) => Number.parseInt(word, 16));

/** By arithmetic, not by shifts: the other way to say it. */
export const rotl = (word: number, places: number) =>
  ((word * 2 ** places) % 2 ** 32) + Math.floor(word / 2 ** (32 - places));

/** Bytes that repeat neither by word nor by block. */
export function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 13) & 0xff);
}

/** RFC 6455 §1.3: two blocks. */
export const ACCEPT_INPUT = ascii('dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11');
/** hixie-76 §1.2: one block. */
export const CHALLENGE = Uint8Array.from(Buffer.from('316e41130f7ed63c5e6e3a64735b3455', 'hex'));

export function stepsOf<Step extends HashStep>(trace: HashTrace<Step>): readonly Step[] {
  return Array.from({ length: trace.stepCount }, (_, i) => trace.step(i) as Step);
}

export function ofKind<Step extends HashStep, Kind extends HashStepKind>(
  trace: HashTrace<Step>,
  kind: Kind,
): readonly Extract<Step, { kind: Kind }>[] {
  return stepsOf(trace).filter((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
}

/** Every term a step has, wherever it has it. */
export function termsOf(step: HashStep): readonly HashTerm[] {
  if (step.kind === 'round') return [...step.registers, ...step.terms];
  if (step.kind === 'fold') return step.sums.flatMap(({ chain, register }) => [chain, register]);
  if (step.kind === 'write-digest') return step.words.map(({ chain }) => chain);
  return 'terms' in step ? step.terms : [];
}

/** The bytes a span names. */
export function read(trace: HashTrace, span: Span): Uint8Array {
  const source = trace.source(span.source);
  if (source === null) throw new Error(`no source ${span.source}`);
  if (span.end > source.length * 8) throw new Error(`past the end of ${span.source}`);
  return source.read(span.start / 8, span.end / 8);
}

/** The word a span names. */
export function readWord(trace: HashTrace, span: Span | undefined): number {
  if (!span) throw new Error('no span');
  const bytes = read(trace, span);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, trace.algorithm === 'md5');
}
