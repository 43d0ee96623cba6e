/**
 * What a watched hash shows. Steps are drawn from recorded words when somebody looks, so the trace of a long message is
 * small. Words are unsigned, 32 bits; registers stand in the order a, b, c, d(, e).
 */

import type { Source } from '../bytes/source.ts';
import type { SourceId, Span } from '../bytes/span.ts';
import type { PhaseRange, Term, Trace } from '../bytes/trace.ts';

export type HashAlgorithm = 'sha1' | 'md5';
export type ByteOrder = 'big-endian' | 'little-endian';
/** Which of the four functions and constants is in use. */
export type Stage = 0 | 1 | 2 | 3;
/** FIPS 180-4 §4.1.1. */
export type Sha1Function = 'Ch' | 'Parity' | 'Maj';
/** RFC 1321 §3.4. */
export type Md5Function = 'F' | 'G' | 'H' | 'I';

/** The words of the chaining value, as RFC 3174 names them; MD5 has four. */
export type ChainName = 'h0' | 'h1' | 'h2' | 'h3' | 'h4';
/** The registers; MD5 has four. */
export type RegisterName = 'a' | 'b' | 'c' | 'd' | 'e';
export type ByteName = 'byte-0' | 'byte-1' | 'byte-2' | 'byte-3';
export type LengthName = 'high' | 'low';
export type EarlierName = 'w[t-3]' | 'w[t-8]' | 'w[t-14]' | 'w[t-16]';
/** `f` is what the function gives; `w` and `k` are SHA-1's word and constant, `x` and `t` those of MD5. */
export type SummandName = 'rotl5' | 'f' | 'w' | 'k' | 'x' | 't';
export type TermName = 'bytes' | LengthName | ByteName | EarlierName | ChainName | RegisterName | SummandName;

/** `from` says where an earlier step put it; empty for constants. See the sources below. */
export type HashTerm = Term<TermName>;

/** One of the four bytes of a word, and how far left it goes. */
export interface ByteTerm extends Term<ByteName> {
  readonly shift: 0 | 8 | 16 | 24;
}

/** What a register holds, and how it came there. */
export interface RegisterTerm<Name extends RegisterName = RegisterName> extends Term<Name> {
  /** The word of the chaining value, or the word that a round of this block made. `from` is its place. */
  readonly origin: { readonly kind: 'chain' | 'round'; readonly index: number };
  /** How far that word has been rotated left since: by 30 once it has left SHA-1's b. */
  readonly rotl: 0 | 30;
}

/** Words added up: together `carry · 2^32 + value`, of which only `value` is kept. */
export interface WordSum {
  readonly value: number;
  readonly carry: number;
}

/** What all steps have. Where one has a `span`, it is where the step puts what it makes. */
interface StepOf<Kind extends string, Phase extends string> {
  readonly kind: Kind;
  readonly phase: Phase;
  readonly algorithm: HashAlgorithm;
  readonly index: number;
  /** The registers; outside rounds and before `fold` the chaining value. `after` is `before` of the next step. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Where the specification says so. */
  readonly section: string;
}

interface BlockStepOf<Kind extends string, Phase extends string> extends StepOf<Kind, Phase> {
  /** From 0. */
  readonly block: number;
}

export interface CopyMessageStep extends StepOf<'copy-message', 'pad'> {
  readonly terms: readonly [Term<'bytes'>];
  readonly span: Span;
}

/** A single 1. As everything is made of bytes, it is the top bit of 0x80. */
export interface AppendOneBitStep extends StepOf<'append-one-bit', 'pad'> {
  readonly span: Span;
}

/** Zeros, up to 64 bits before the end of a block. */
export interface AppendZerosStep extends StepOf<'append-zeros', 'pad'> {
  /** How many, in bits: the seven beside the 1 among them. */
  readonly zeros: number;
  /** How many blocks that makes of the message. */
  readonly blocks: number;
  readonly span: Span;
}

export interface AppendLengthStep extends StepOf<'append-length', 'pad'> {
  /** The length of the message in bits: `high · 2^32 + low`. */
  readonly bits: number;
  /** As they are written: SHA-1 the high one first, MD5 the low one. */
  readonly terms: readonly [Term<LengthName>, Term<LengthName>];
  readonly order: ByteOrder;
  /** The eight bytes. */
  readonly bytes: readonly number[];
  readonly span: Span;
}

/** Four bytes of the block become a word. */
export interface ReadWordStep extends BlockStepOf<'read-word', 'read'> {
  /** Which word, 0 to 15. */
  readonly t: number;
  readonly order: ByteOrder;
  /** As they lie in the block. */
  readonly terms: readonly [ByteTerm, ByteTerm, ByteTerm, ByteTerm];
  readonly word: number;
  readonly span: Span;
}

/** SHA-1 only: a word from four earlier ones, `word = rotl(xor, rotation)`. */
export interface ExpandWordStep extends BlockStepOf<'expand-word', 'expand'> {
  readonly algorithm: 'sha1';
  /** Which word, 16 to 79. */
  readonly t: number;
  readonly terms: readonly [Term<'w[t-3]'>, Term<'w[t-8]'>, Term<'w[t-14]'>, Term<'w[t-16]'>];
  readonly xor: number;
  readonly rotation: 1;
  readonly word: number;
  readonly span: Span;
}

/** The registers start as the chaining value, which is kept for `fold`. */
export interface LoadStep extends BlockStepOf<'load', 'load'> {
  readonly terms: readonly Term<ChainName>[];
}

/** TEMP = rotl5 + f + e + w + k; then e = d, d = c, c = rotl30(b), b = a, a = TEMP (RFC 3174 §6.1). */
export interface Sha1Round extends BlockStepOf<'round', 'rounds'> {
  readonly algorithm: 'sha1';
  /** RFC 3174's t, 0 to 79. */
  readonly round: number;
  readonly stage: Stage;
  readonly registers: readonly [
    RegisterTerm<'a'>,
    RegisterTerm<'b'>,
    RegisterTerm<'c'>,
    RegisterTerm<'d'>,
    RegisterTerm<'e'>,
  ];
  /** Of b, c and d. */
  readonly fn: Sha1Function;
  /** The summands. */
  readonly terms: readonly [Term<'rotl5'>, Term<'f'>, RegisterTerm<'e'>, Term<'w'>, Term<'k'>];
  readonly temp: WordSum;
  /** b rotated: the new c. */
  readonly rotl30: number;
  readonly span: Span;
}

/** sum = a + f + x + t; a = b + rotl(sum, s) (RFC 1321 §3.4, there written [abcd k s i]). */
export interface Md5Round extends BlockStepOf<'round', 'rounds'> {
  readonly algorithm: 'md5';
  /** 0 to 63; RFC 1321 counts i = round + 1. */
  readonly round: number;
  readonly stage: Stage;
  /** The registers (0 to 3, in `before` and `after`) that play a, b, c, d. Only the first of them changes. */
  readonly roles: readonly [number, number, number, number];
  /** What the four hold, by role. */
  readonly registers: readonly [RegisterTerm<'a'>, RegisterTerm<'b'>, RegisterTerm<'c'>, RegisterTerm<'d'>];
  /** Of b, c and d. */
  readonly fn: Md5Function;
  /** Which word of the block is x, 0 to 15. */
  readonly k: number;
  /** Places to the left. */
  readonly s: number;
  /** The summands. */
  readonly terms: readonly [RegisterTerm<'a'>, Term<'f'>, Term<'x'>, Term<'t'>];
  readonly sum: WordSum;
  readonly rotated: number;
  /** b + rotated: the new value of register `roles[0]`. */
  readonly result: WordSum;
  readonly span: Span;
}

export interface FoldSum {
  readonly chain: Term<ChainName>;
  readonly register: RegisterTerm;
  readonly sum: WordSum;
}

/** The registers are added to the chaining value; the sums are the next one. */
export interface FoldStep extends BlockStepOf<'fold', 'fold'> {
  readonly sums: readonly FoldSum[];
  readonly span: Span;
}

export interface DigestWord {
  readonly chain: Term<ChainName>;
  /** The four bytes as written. */
  readonly bytes: readonly number[];
  readonly span: Span;
}

/** The last chaining value as bytes. */
export interface WriteDigestStep extends StepOf<'write-digest', 'digest'> {
  readonly order: ByteOrder;
  readonly words: readonly DigestWord[];
  readonly span: Span;
}

export type PadStep = CopyMessageStep | AppendOneBitStep | AppendZerosStep | AppendLengthStep;
/** The steps both hashes have alike. */
export type CommonStep = PadStep | ReadWordStep | LoadStep | FoldStep | WriteDigestStep;
export type Sha1Step = CommonStep | ExpandWordStep | Sha1Round;
export type Md5Step = CommonStep | Md5Round;
/** One step, complete in itself: tell them apart by `kind`, the rounds also by `algorithm`. */
export type HashStep = Sha1Step | Md5Step;
export type HashStepKind = HashStep['kind'];

/** `pad` comes first, `digest` last; the others repeat for every block. Rounds come in four stages. */
export type HashPhaseRange =
  | PhaseRange<'pad' | 'digest'>
  | (PhaseRange<'read' | 'expand' | 'load' | 'fold'> & { readonly block: number })
  | (PhaseRange<'rounds'> & { readonly block: number; readonly stage: Stage });

/** Everything computed about one block. */
export interface HashBlock {
  readonly index: number;
  /** Chaining value before and after. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** SHA-1: W(0)..W(79). MD5: X[0]..X[15]. */
  readonly schedule: readonly number[];
  /** The word each round made: SHA-1's TEMP, the new value of MD5's a. */
  readonly written: readonly number[];
}

/** What does not depend on the message. */
export interface HashShape {
  /** Words in the schedule of a block. */
  readonly words: number;
  /** Rounds for each block. */
  readonly rounds: number;
  readonly digestBytes: number;
  /** Of a word's four bytes, which comes first. */
  readonly order: ByteOrder;
}

export interface HashTrace<Step extends HashStep = HashStep> extends Trace<Step, HashPhaseRange> {
  readonly algorithm: HashAlgorithm;
  readonly shape: HashShape;
  readonly digest: Uint8Array;
  /** The message and its padding; reading it copies only what is asked for. */
  readonly padded: Source;
  readonly blockCount: number;
  /** The block at `index`, or null outside. */
  block(index: number): HashBlock | null;
  /** The bytes that spans of steps speak of, by the names below; null for any other. */
  source(id: SourceId): Source | null;
}

/*
 * Where spans lie. Words are four bytes there, in the byte order of the hash. A value is put into one of these by one
 * step (`span`) and found there by later ones (`from`); only the message and `chain/0` are there from the start.
 */

/** What is hashed. */
export const MESSAGE_SOURCE = 'message';
/** The message and its padding: all blocks. */
export const PADDED_SOURCE = 'padded';
/** The words of a block: 80 in SHA-1, 16 in MD5. */
export function scheduleSource(block: number): string {
  return `schedule/${block}`;
}
/** The word each round of a block made: 80 in SHA-1, 64 in MD5. */
export function roundsSource(block: number): string {
  return `rounds/${block}`;
}
/** The chaining value before a block. `chain/0` are the constants of the specification, the last one is the digest. */
export function chainSource(block: number): string {
  return `chain/${block}`;
}
export const DIGEST_SOURCE = 'digest';
