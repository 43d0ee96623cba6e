import type { Source } from '../bytes/source.ts';
import type { Direction } from '../bytes/span.ts';
import type { Dialect, Framing } from '../model/drafts.ts';
import { frameRuleBit, type RuleId } from '../model/rules.ts';
import type { DraftLayout } from './draft-layout.ts';
import { exactHixieLength } from './hixie-length.ts';
import { extendedLengthBytes, type LengthForm, lengthFormOf, readBigEndian } from './length.ts';

/** What is missing of a frame; only the last of a direction can lack anything. */
export type FrameStatus = 'complete' | 'header' | 'payload' | 'terminator';

/** How a hixie frame tells where it ends: at the byte FF, or after as many bytes as its length says. */
export type HixieForm = 'sentinel' | 'length-prefixed';

export const STATUS = { complete: 0, header: 1, payload: 2, terminator: 3 } as const;
const STATUSES: readonly FrameStatus[] = ['complete', 'header', 'payload', 'terminator'];

/** Frames a block, once the table is not small any more. */
const SHIFT = 14;
const BLOCK = 1 << SHIFT;
const SLOT = BLOCK - 1;
/** Frames the first block begins with: a pasted frame should not cost half a megabyte. */
const SMALL = 32;

const BYTE1_SHIFT = 8;
const HEADER_SHIFT = 16;
const STATUS_SHIFT = 24;

/** 28 bytes a frame, in columns. */
class Block {
  readonly offset: Float64Array;
  readonly length: Float64Array;
  readonly message: Int32Array;
  readonly flags: Uint32Array;
  readonly issues: Uint32Array;

  constructor(size: number) {
    this.offset = new Float64Array(size);
    this.length = new Float64Array(size);
    this.message = new Int32Array(size);
    this.flags = new Uint32Array(size);
    this.issues = new Uint32Array(size);
  }

  copyOf(size: number): Block {
    const copy = new Block(size);
    copy.offset.set(this.offset);
    copy.length.set(this.length);
    copy.message.set(this.message);
    copy.flags.set(this.flags);
    copy.issues.set(this.issues);
    return copy;
  }
}

/** The flags word of a frame: its first two bytes, header size, and what is missing. */
export function frameFlags(byte0: number, byte1: number, headerLength: number, status: number): number {
  return byte0 | (byte1 << BYTE1_SHIFT) | (headerLength << HEADER_SHIFT) | (status << STATUS_SHIFT);
}

/**
 * The frames of one direction as columns of numbers: no object per frame, whatever their count. Blocks are added, never
 * copied (the first one, while small, excepted). All offsets count bytes of the direction's wire source. Indexes are the
 * caller's promise: reading a frame that is not there gives a meaningless number, never an exception.
 */
export class FrameTable {
  readonly direction: Direction;
  readonly dialect: Dialect;
  readonly framing: Framing;
  /** What is peculiar to frames of hybi-01 to -06; null in all other generations. */
  readonly layout: DraftLayout | null;
  #blocks: Block[] = [new Block(SMALL)];
  #tail: Block = this.#blocks[0] as Block;
  #tailStart = 0;
  #tailEnd = SMALL;
  #count = 0;
  #streamEnd = 0;

  constructor(direction: Direction, dialect: Dialect, layout: DraftLayout | null = null) {
    this.direction = direction;
    this.dialect = dialect;
    this.framing = dialect.framing;
    this.layout = layout;
  }

  /** Bytes in front of each header: 4 from a client of hybi-04 to -06, whose headers are masked, else 0. */
  get prefix(): number {
    return this.layout?.prefix ?? 0;
  }

  get count(): number {
    return this.#count;
  }

  /** Offset up to which the wire has been read. */
  get streamEnd(): number {
    return this.#streamEnd;
  }

  offset(i: number): number {
    return this.#block(i).offset[i & SLOT] as number;
  }

  /** Bytes up to the payload, as the first two bytes demand; 2 where the second is missing. hixie: type and length. */
  headerLength(i: number): number {
    const block = this.#block(i);
    const wide = block.message[i & SLOT] as number;
    if (wide < -1) return -wide;
    return ((block.flags[i & SLOT] as number) >>> HEADER_SHIFT) & 0xff;
  }

  /** Declared payload length, exact below 2^53. Of a sentinel frame: the bytes before FF, so far. */
  payloadLength(i: number): number {
    return this.#block(i).length[i & SLOT] as number;
  }

  /** Declared payload length, exact. hixie lengths beyond 64 bits are given as 2^64. */
  exactLength(i: number, source: Source): bigint {
    const length = this.payloadLength(i);
    if (length <= Number.MAX_SAFE_INTEGER) return BigInt(length);
    const offset = this.offset(i);
    if (this.framing === 'hixie') return exactHixieLength(source.read(offset + 1, offset + this.headerLength(i)));
    const end = 2 + extendedLengthBytes(this.lengthForm(i));
    return readBigEndian(this.layout?.clear(source, offset, 2, end) ?? source.read(offset + 2, offset + end));
  }

  payloadOffset(i: number): number {
    return this.offset(i) + this.headerLength(i);
  }

  /** One past the last byte the frame claims. */
  declaredEnd(i: number): number {
    const end = this.payloadOffset(i) + this.payloadLength(i);
    return this.#hasTerminator(i) && this.status(i) === 'complete' ? end + 1 : end;
  }

  /** One past the last byte of it that was captured. */
  presentEnd(i: number): number {
    return this.status(i) === 'complete' ? this.declaredEnd(i) : this.#streamEnd;
  }

  presentHeaderLength(i: number): number {
    return Math.min(this.headerLength(i), this.presentEnd(i) - this.offset(i));
  }

  presentPayloadLength(i: number): number {
    if (this.status(i) === 'complete') return this.payloadLength(i);
    return Math.max(0, this.#streamEnd - this.payloadOffset(i));
  }

  /**
   * The first byte: FIN, RSV1-3 and opcode; in hixie the frame type. That of hybi-01 to -06 is given as today's frames have
   * it: FIN instead of MORE, today's opcode.
   */
  byte0(i: number): number {
    return (this.#block(i).flags[i & SLOT] as number) & 0xff;
  }

  /** False where the bytes end inside what stands in front of the header, so that nothing of it is known. */
  opened(i: number): boolean {
    return this.status(i) !== 'header' || this.#streamEnd - this.offset(i) > this.prefix;
  }

  /**
   * The second byte: MASK and seven bits of length; -1 where the bytes end before it. Not for hixie. That of hybi-01 to -06
   * has MASK where the frame is masked, and no RSV4.
   */
  byte1(i: number): number {
    if (this.status(i) === 'header' && this.#streamEnd - this.offset(i) < 2 + this.prefix) return -1;
    return ((this.#block(i).flags[i & SLOT] as number) >>> BYTE1_SHIFT) & 0xff;
  }

  fin(i: number): boolean {
    return (this.byte0(i) & 0x80) !== 0;
  }

  rsv1(i: number): boolean {
    return (this.byte0(i) & 0x40) !== 0;
  }

  rsv2(i: number): boolean {
    return (this.byte0(i) & 0x20) !== 0;
  }

  rsv3(i: number): boolean {
    return (this.byte0(i) & 0x10) !== 0;
  }

  opcode(i: number): number {
    return this.byte0(i) & 0x0f;
  }

  masked(i: number): boolean {
    return ((this.#block(i).flags[i & SLOT] as number) & (0x80 << BYTE1_SHIFT)) !== 0;
  }

  lengthForm(i: number): LengthForm {
    return lengthFormOf((this.#block(i).flags[i & SLOT] as number) >>> BYTE1_SHIFT);
  }

  /** hixie only: bit 7 of the type decides (draft-hixie-76 section 4.2). */
  form(i: number): HixieForm {
    return (this.byte0(i) & 0x80) === 0 ? 'sentinel' : 'length-prefixed';
  }

  /** Index of the first frame of the message this one belongs to; -1 for control frames and for those of no message. */
  message(i: number): number {
    const first = this.#block(i).message[i & SLOT] as number;
    return first < 0 ? -1 : first;
  }

  status(i: number): FrameStatus {
    const code = ((this.#block(i).flags[i & SLOT] as number) >>> STATUS_SHIFT) & 3;
    return STATUSES[code] as FrameStatus;
  }

  /** One bit per rule about frames, in the order of `FRAME_RULES`. */
  issueBits(i: number): number {
    return this.#block(i).issues[i & SLOT] as number;
  }

  hasIssue(i: number, rule: RuleId): boolean {
    return (this.issueBits(i) & frameRuleBit(rule)) !== 0;
  }

  /** First frame from `from` on with one of the issues in `bits`, or -1. */
  nextWithIssues(from: number, bits = 0xffffffff): number {
    for (let i = Math.max(0, from); i < this.#count; i += 1) if ((this.issueBits(i) & bits) !== 0) return i;
    return -1;
  }

  /** The frame that holds this wire offset, or -1. */
  frameAt(offset: number): number {
    let low = 0;
    let high = this.#count - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.offset(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return high >= 0 && offset >= this.offset(low) && offset < this.presentEnd(low) ? low : -1;
  }

  /** For scanners. Appends a frame and returns its index. */
  add(offset: number, length: number, flags: number, issues: number): number {
    const i = this.#count;
    if (i === this.#tailEnd) this.#grow();
    this.#count = i + 1;
    const tail = this.#tail;
    const slot = i - this.#tailStart;
    tail.offset[slot] = offset;
    tail.length[slot] = length;
    tail.message[slot] = -1;
    tail.flags[slot] = flags;
    tail.issues[slot] = issues;
    return i;
  }

  /** For scanners. Writes a frame again whose header was not whole before. */
  replace(i: number, length: number, flags: number, issues: number): void {
    const block = this.#block(i);
    block.length[i & SLOT] = length;
    block.flags[i & SLOT] = flags;
    block.issues[i & SLOT] = issues;
  }

  /** For scanners. */
  setMessage(i: number, first: number): void {
    this.#block(i).message[i & SLOT] = first;
  }

  /** For scanners. hixie length bytes may be padded without end, so their number has no place in the flags. */
  setWideHeader(i: number, headerLength: number): void {
    this.#block(i).message[i & SLOT] = -headerLength;
  }

  /** For scanners. */
  setPayload(i: number, length: number, status: number): void {
    const block = this.#block(i);
    block.length[i & SLOT] = length;
    block.flags[i & SLOT] = ((block.flags[i & SLOT] as number) & ~(3 << STATUS_SHIFT)) | (status << STATUS_SHIFT);
  }

  /** For scanners. */
  complete(i: number): void {
    const block = this.#block(i);
    block.flags[i & SLOT] = (block.flags[i & SLOT] as number) & ~(3 << STATUS_SHIFT);
  }

  /** For scanners, and for whoever finds out more about a frame later. */
  addIssue(i: number, bits: number): void {
    const block = this.#block(i);
    block.issues[i & SLOT] = (block.issues[i & SLOT] as number) | bits;
  }

  removeIssue(i: number, bits: number): void {
    const block = this.#block(i);
    block.issues[i & SLOT] = (block.issues[i & SLOT] as number) & ~bits;
  }

  /** For scanners. */
  readUpTo(offset: number): void {
    this.#streamEnd = offset;
  }

  #hasTerminator(i: number): boolean {
    return this.framing === 'hixie' && this.form(i) === 'sentinel';
  }

  #block(i: number): Block {
    return (this.#blocks[i >>> SHIFT] ?? this.#tail) as Block;
  }

  #grow(): void {
    const size = this.#tailEnd - this.#tailStart;
    if (size < BLOCK) {
      this.#tail = this.#tail.copyOf(Math.min(size * 4, BLOCK));
      this.#blocks[this.#blocks.length - 1] = this.#tail;
    } else {
      this.#tail = new Block(BLOCK);
      this.#blocks.push(this.#tail);
      this.#tailStart += BLOCK;
    }
    this.#tailEnd = this.#tailStart + this.#tail.offset.length;
  }
}

/** Identity of a frame: `client-to-server/frame/3`. */
export function framePath(table: FrameTable, i: number): string {
  return `${table.direction}/frame/${i}`;
}
