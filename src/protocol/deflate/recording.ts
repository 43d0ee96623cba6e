import { TAIL } from './decoder.ts';
import type { InflateFault } from './fault.ts';
import type { DecodeLog } from './log.ts';
import type { InflateStepKind } from './trace.ts';

/** What a block says of itself. */
export interface BlockRecord {
  readonly final: boolean;
  readonly type: number;
  /** Lengths of the code length code as they come, and their symbols. */
  readonly order: { readonly symbol: number; readonly length: number }[];
  /** How many lengths there are for literals. */
  literals: number;
  /** Lengths for literals, and for distances behind them. */
  readonly lengths: number[];
}

const KINDS: readonly InflateStepKind[] = [
  'header',
  'stored-length',
  'stored-bytes',
  'counts',
  'length-code',
  'code-length',
  'codes',
  'literal',
  'copy',
  'end',
  'fault',
];

/** Numbers kept of a step: kind, block, bytes before it, bit, and three of its own. */
const WIDTH = 7;

/** A step as recorded: where it begins, and up to three numbers of which `drawStep` makes the rest. */
export interface StepRecord {
  readonly kind: InflateStepKind;
  readonly block: number;
  readonly before: number;
  readonly bit: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Writes down what the decoder reads: a few numbers a step, from which steps are drawn when somebody looks. */
export class Recording implements DecodeLog {
  blocks: BlockRecord[] = [];
  fault: InflateFault | null = null;
  #facts: number[] = [];
  #before = 0;
  /** Payload and tail. */
  #input: Uint8Array = TAIL;
  #output = 0;

  /** How many steps there are. */
  get count(): number {
    return this.#facts.length / WIDTH;
  }

  begin(): void {
    this.blocks = [];
    this.#facts = [];
    this.#before = 0;
  }

  block(bit: number, final: boolean, type: number): void {
    this.blocks.push({ final, type, order: [], literals: 0, lengths: [] });
    this.#note('header', bit);
  }

  stored(bit: number, length: number): void {
    this.#note('stored-length', bit, length);
    if (length > 0) this.#note('stored-bytes', bit + 32, length);
    this.#before += length;
  }

  counts(bit: number, literals: number, distances: number, lengths: number): void {
    this.#last().literals = literals;
    this.#note('counts', bit, literals, distances, lengths);
  }

  order(bit: number, symbol: number, length: number): void {
    const { order } = this.#last();
    if (order.length === 0) this.#note('length-code', bit);
    order.push({ symbol, length });
  }

  lengths(bit: number, entry: number, first: number, count: number, length: number): void {
    const { lengths } = this.#last();
    for (let i = 0; i < count; i += 1) lengths.push(length);
    this.#note('code-length', bit, entry, first, count);
  }

  literal(bit: number, entry: number): void {
    this.#codes(bit);
    this.#note('literal', bit, entry);
    this.#before += 1;
  }

  copy(bit: number, lengthEntry: number, distanceEntry: number, length: number, distance: number): void {
    this.#codes(bit);
    // Bases and extra bits can be read again: three numbers are enough.
    this.#note('copy', bit, lengthEntry, distanceEntry, distance);
    this.#before += length;
  }

  end(bit: number, entry: number): void {
    this.#codes(bit);
    this.#note('end', bit, entry);
  }

  /** When all has been decoded: the payload, how much came out of it, and what is wrong. */
  finish(payload: Uint8Array, output: number, fault: InflateFault | null): void {
    const input = new Uint8Array(payload.length + TAIL.length);
    input.set(payload);
    input.set(TAIL, payload.length);
    this.#input = input;
    this.#output = output;
    this.fault = fault;
    this.#before = output;
    if (fault !== null) this.#note('fault', fault.bit);
  }

  step(index: number): StepRecord | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return null;
    const facts = this.#facts.slice(index * WIDTH, (index + 1) * WIDTH);
    const [kind = 0, block = 0, before = 0, bit = 0, a = 0, b = 0, c = 0] = facts;
    return { kind: KINDS[kind] as InflateStepKind, block, before: this.#atMost(before), bit, a, b, c };
  }

  /** Kind, block and bytes before a step that there is. */
  kind(index: number): InflateStepKind {
    return KINDS[this.#facts[index * WIDTH] as number] as InflateStepKind;
  }

  blockOf(index: number): number {
    return this.#facts[index * WIDTH + 1] as number;
  }

  /** Bytes of the message before step `index`; behind the last step all of them. */
  before(index: number): number {
    return this.#atMost(this.#facts[index * WIDTH + 2] ?? this.#output);
  }

  /** `count` bits from `bit` on as a number, the first one lowest. */
  bits(bit: number, count: number): number {
    let value = 0;
    for (let i = 0; i < count; i += 1) value += (((this.#input[(bit + i) >> 3] ?? 0) >> ((bit + i) & 7)) & 1) * 2 ** i;
    return value;
  }

  #last(): BlockRecord {
    return this.blocks.at(-1) as BlockRecord;
  }

  /** A limit, or a message that is cut off, may leave less than the last step promised. */
  #atMost(bytes: number): number {
    return Math.min(bytes, this.#output);
  }

  /** Before the first symbol of a dynamic block: now its codes are known to be good. */
  #codes(bit: number): void {
    if (this.kind(this.count - 1) === 'code-length') this.#note('codes', bit);
  }

  #note(kind: InflateStepKind, bit: number, a = 0, b = 0, c = 0): void {
    const block = Math.max(0, this.blocks.length - 1);
    this.#facts.push(KINDS.indexOf(kind), block, this.#before, bit, a, b, c);
  }
}
