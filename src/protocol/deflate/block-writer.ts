/** Blocks written (RFC 1951 §3.2.3). */

import type { BitWriter } from './bit-writer.ts';
import { codeLengths, type LengthSymbol, shortened } from './code-lengths.ts';
import {
  CODE_LENGTH_ORDER,
  CODE_LENGTH_SYMBOLS,
  type Code,
  canonicalCodes,
  DISTANCE_SYMBOLS,
  DISTANCES,
  END_OF_BLOCK,
  FIRST_LENGTH,
  FIXED_DISTANCES,
  FIXED_LITERALS,
  LENGTHS,
  LITERAL_SYMBOLS,
  MAX_BITS,
  MAX_LENGTH,
  type Range,
} from './huffman.ts';
import type { Token } from './matcher.ts';
import type { BlockType } from './trace.ts';

/** LEN has 16 bits. */
const MOST_STORED = 0xffff;
/** The length of a code length code has three. */
const MOST_LENGTH_BITS = 7;
const TYPES = { stored: 0, fixed: 1, dynamic: 2 } as const satisfies Record<BlockType, number>;

const LENGTH_SYMBOLS = new Uint16Array(MAX_LENGTH + 1);
for (const [i, { base, extra }] of LENGTHS.entries()) {
  // The last range takes 258 from the one before.
  LENGTH_SYMBOLS.fill(FIRST_LENGTH + i, base, base + 2 ** extra);
}

function distanceSymbol(distance: number): number {
  if (distance <= 2) return distance - 1;
  const top = 31 - Math.clz32(distance - 1);
  return 2 * top + (((distance - 1) >>> (top - 1)) & 1);
}

type CodesBySymbol = readonly (Code | undefined)[];

function bySymbol(lengths: Uint8Array): CodesBySymbol {
  const codes: (Code | undefined)[] = [];
  for (const code of canonicalCodes(lengths)) codes[code.symbol] = code;
  return codes;
}

const FIXED_LITERAL_CODES = bySymbol(FIXED_LITERALS);
const FIXED_DISTANCE_CODES = bySymbol(FIXED_DISTANCES);

/** How often symbols occur, and the extra bits between them. */
class Counts {
  readonly literals = new Uint32Array(LITERAL_SYMBOLS);
  readonly distances = new Uint32Array(DISTANCE_SYMBOLS);
  extraBits = 0;

  constructor(tokens: readonly Token[]) {
    for (const token of tokens) {
      if (token <= 0xff) add(this.literals, token);
      else {
        const length = LENGTH_SYMBOLS[token >>> 16] as number;
        const distance = distanceSymbol(token & 0xffff);
        add(this.literals, length);
        add(this.distances, distance);
        this.extraBits += rangeOf(length).extra + (DISTANCES[distance] as Range).extra;
      }
    }
    add(this.literals, END_OF_BLOCK);
  }

  /** Bits of all symbols, if their codes have these lengths. */
  bits(literals: Uint8Array, distances: Uint8Array): number {
    const sum = (counts: Uint32Array, lengths: Uint8Array) =>
      counts.reduce((bits, count, symbol) => bits + count * (lengths[symbol] ?? 0), 0);
    return sum(this.literals, literals) + sum(this.distances, distances) + this.extraBits;
  }
}

function add(counts: Uint32Array, symbol: number): void {
  counts[symbol] = (counts[symbol] as number) + 1;
}

function rangeOf(lengthSymbol: number): Range {
  return LENGTHS[lengthSymbol - FIRST_LENGTH] as Range;
}

/** The codes of a dynamic block, and how they are written. */
class Description {
  readonly literals: Uint8Array;
  readonly distances: Uint8Array;
  readonly #symbols: readonly LengthSymbol[];
  readonly #lengths: Uint8Array;
  /** How many of `#lengths`, in the order in which they are written. */
  readonly #count: number;

  constructor(counts: Counts) {
    this.literals = trimmed(codeLengths(counts.literals, MAX_BITS), END_OF_BLOCK + 1);
    this.distances = trimmed(codeLengths(counts.distances, MAX_BITS), 1);
    this.#symbols = shortened(Uint8Array.of(...this.literals, ...this.distances));
    const used = new Uint32Array(CODE_LENGTH_SYMBOLS);
    for (const { symbol } of this.#symbols) add(used, symbol);
    this.#lengths = codeLengths(used, MOST_LENGTH_BITS);
    this.#count = trimmed(
      Uint8Array.from(CODE_LENGTH_ORDER, (symbol) => this.#lengths[symbol] as number),
      4,
    ).length;
  }

  get bits(): number {
    const symbols = this.#symbols.reduce(
      (bits, { symbol, extraBits }) => bits + (this.#lengths[symbol] as number) + extraBits,
      0,
    );
    return 5 + 5 + 4 + 3 * this.#count + symbols;
  }

  write(writer: BitWriter): void {
    writer.write(this.literals.length - END_OF_BLOCK - 1, 5);
    writer.write(this.distances.length - 1, 5);
    writer.write(this.#count - 4, 4);
    for (const symbol of CODE_LENGTH_ORDER.slice(0, this.#count)) writer.write(this.#lengths[symbol] as number, 3);
    const codes = bySymbol(this.#lengths);
    for (const { symbol, extra, extraBits } of this.#symbols) {
      writeCode(writer, codes, symbol);
      writer.write(extra, extraBits);
    }
  }
}

/** Without zeros at the end, but not below `least`. */
function trimmed(lengths: Uint8Array, least: number): Uint8Array {
  let end = lengths.length;
  while (end > least && lengths[end - 1] === 0) end -= 1;
  return lengths.subarray(0, end);
}

/** BFINAL 0, and BTYPE: no block of a message is the last one. */
export function writeHeader(writer: BitWriter, type: BlockType): void {
  writer.write(TYPES[type] << 1, 3);
}

/** `tokens`, which make `bytes`, in the given form, or in the shortest. */
export function writeBlock(
  writer: BitWriter,
  tokens: readonly Token[],
  bytes: Uint8Array,
  form: BlockType | undefined,
): void {
  const counts = new Counts(tokens);
  const description = form === 'fixed' || form === 'stored' ? null : new Description(counts);
  const type = form ?? (description === null ? 'fixed' : shortest(counts, description, bytes.length));
  if (type === 'stored') {
    writeStored(writer, bytes);
    return;
  }
  writeHeader(writer, type);
  if (description === null || type === 'fixed') writeTokens(writer, tokens, FIXED_LITERAL_CODES, FIXED_DISTANCE_CODES);
  else {
    description.write(writer);
    writeTokens(writer, tokens, bySymbol(description.literals), bySymbol(description.distances));
  }
}

function shortest(counts: Counts, description: Description, length: number): BlockType {
  const fixed = counts.bits(FIXED_LITERALS, FIXED_DISTANCES);
  const dynamic = description.bits + counts.bits(description.literals, description.distances);
  // LEN and NLEN, and at worst seven bits up to them.
  const stored = length > MOST_STORED ? Infinity : 7 + 32 + 8 * length;
  if (stored < Math.min(fixed, dynamic)) return 'stored';
  return fixed <= dynamic ? 'fixed' : 'dynamic';
}

/** As many stored blocks as it takes, at least one. */
function writeStored(writer: BitWriter, bytes: Uint8Array): void {
  let at = 0;
  do {
    const part = bytes.subarray(at, at + MOST_STORED);
    writeHeader(writer, 'stored');
    writer.align();
    writer.write(part.length, 16);
    writer.write(part.length ^ 0xffff, 16);
    writer.append(part);
    at += part.length;
  } while (at < bytes.length);
}

function writeTokens(
  writer: BitWriter,
  tokens: readonly Token[],
  literals: CodesBySymbol,
  distances: CodesBySymbol,
): void {
  for (const token of tokens) {
    if (token <= 0xff) {
      writeCode(writer, literals, token);
      continue;
    }
    const length = token >>> 16;
    const lengthSymbol = LENGTH_SYMBOLS[length] as number;
    writeCode(writer, literals, lengthSymbol);
    writer.write(length - rangeOf(lengthSymbol).base, rangeOf(lengthSymbol).extra);
    const distance = token & 0xffff;
    const symbol = distanceSymbol(distance);
    writeCode(writer, distances, symbol);
    const { base, extra } = DISTANCES[symbol] as Range;
    writer.write(distance - base, extra);
  }
  writeCode(writer, literals, END_OF_BLOCK);
}

function writeCode(writer: BitWriter, codes: CodesBySymbol, symbol: number): void {
  const { code, length } = codes[symbol] as Code;
  writer.writeCode(code, length);
}
