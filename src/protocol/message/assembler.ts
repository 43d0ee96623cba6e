import { advanceUtf8, UTF8_START } from '../bytes/utf8.ts';
import { ruleBit } from '../frame/rule-bits.ts';
import type { FrameSink } from '../frame/sink.ts';
import type { FrameTable } from '../frame/table.ts';
import { closeCodeIsFault, hasCloseCodes } from '../model/close-codes.ts';
import type { Dialect } from '../model/drafts.ts';
import { OPCODE } from '../model/opcodes.ts';
import type { InflateStage } from './inflate-stage.ts';

const FIN = 0x80;
const RSV = 0x70;
const RSV1 = 0x40;

export interface AssemblerOptions {
  readonly table: FrameTable;
  readonly dialect: Dialect;
  /** The bytes begin inside a connection: a first continuation may belong to a message nobody saw. */
  readonly midStream: boolean;
  /** Bytes; Infinity for no limit. */
  readonly maxMessageBytes: number;
  /** Told of every compressed message that has ended; null where there are none. */
  readonly inflate: InflateStage | null;
}

/** What the payload being delivered is checked for; a compressed one is read back when its message has ended. */
type Reading = 'text' | 'close' | 'deflated';

/**
 * Messages out of frames (RFC 6455 sections 5.4 to 5.6): which frame continues which message, whether text is UTF-8 over
 * the whole message, what a Close says. Keeps a few numbers, never a payload; a fault is told as a bit on the frame that
 * holds the faulty byte, and its details are worked out again when somebody looks (utf8.ts, control.ts).
 */
export class Assembler implements FrameSink {
  readonly #table: FrameTable;
  readonly #dialect: Dialect;
  readonly #midStream: boolean;
  readonly #maxMessageBytes: number;
  readonly #inflate: InflateStage | null;
  readonly #bit;

  /** First frame of the message that waits for more frames, or -1. */
  #open = -1;
  /** Its last frame so far. */
  #lastOfOpen = -1;
  /** Declared bytes of the message so far. */
  #length = 0;
  #tooBig = false;
  #compressed = false;
  /** Whether it is text that can be checked here, and the check's state. */
  #text = false;
  #utf8 = UTF8_START;
  /** The frame with the last payload byte of the message. */
  #lastWithBytes = -1;
  #sawData = false;

  #closeFrame = -1;
  #reading: Reading = 'text';
  #endsMessage = false;
  /** Close body: bytes seen, code, state of the reason. */
  #bodyBytes = 0;
  #code = 0;
  #reason = UTF8_START;

  constructor({ table, dialect, midStream, maxMessageBytes, inflate }: AssemblerOptions) {
    this.#table = table;
    this.#dialect = dialect;
    this.#midStream = midStream;
    this.#maxMessageBytes = maxMessageBytes;
    this.#inflate = inflate;
    // Before hybi-10 bad UTF-8 did not fail the connection; the receiver showed U+FFFD.
    const replaced = ruleBit('utf8-replaced', dialect);
    this.#bit = {
      afterClose: ruleBit('frame-after-close', dialect),
      unseen: ruleBit('continues-unseen-message', dialect),
      unexpected: ruleBit('unexpected-continuation', dialect),
      expected: ruleBit('expected-continuation', dialect),
      tooBig: ruleBit('message-too-big', dialect),
      closeLength: ruleBit('close-payload-length-1', dialect),
      closeCode: ruleBit('close-code-invalid', dialect),
      closeReason: hasCloseCodes(dialect) ? ruleBit('close-reason-invalid-utf8', dialect) || replaced : 0,
      text: ruleBit('invalid-utf8', dialect) || replaced,
    };
  }

  /** First frame of the message that waits for more frames, or -1. */
  get open(): number {
    return this.#open;
  }

  /** Last frame of that message. */
  get lastOfOpen(): number {
    return this.#lastOfOpen;
  }

  /** First Close frame, or -1. */
  get closeFrame(): number {
    return this.#closeFrame;
  }

  foresee(byte0: number, length: number): number {
    const opcode = byte0 & 0x0f;
    let issues = this.#closeFrame < 0 ? 0 : this.#bit.afterClose;
    if (opcode === OPCODE.continuation) {
      if (this.#open < 0) issues |= this.#unseen() ? this.#bit.unseen : this.#bit.unexpected;
    } else if (opcode <= OPCODE.binary) {
      if (this.#open >= 0) issues |= this.#bit.expected;
    } else if (opcode === OPCODE.close && length === 1) issues |= this.#bit.closeLength;
    return issues;
  }

  begin(row: number, byte0: number, length: number): boolean {
    const opcode = byte0 & 0x0f;
    const issues = this.foresee(byte0, length);
    if (issues !== 0) this.#table.addIssue(row, issues);
    if (opcode <= OPCODE.binary) return this.#beginData(row, byte0, opcode, length);
    return opcode === OPCODE.close && this.#beginClose(row, length);
  }

  #beginData(row: number, byte0: number, opcode: number, length: number): boolean {
    if (opcode === OPCODE.continuation) {
      if (this.#open < 0) {
        if (!this.#unseen()) return false;
        this.#start(row, false);
      }
    } else {
      if (this.#open >= 0 && this.#compressed) this.#inflate?.finish(this.#open);
      // RSV bits are an extension's: what it did to the payload is not known here. A compressed text is checked after
      // it has been inflated.
      this.#start(row, opcode === OPCODE.text && (byte0 & RSV) === 0);
      this.#compressed = (byte0 & RSV1) !== 0 && this.#inflate !== null;
    }
    this.#sawData = true;
    this.#table.setMessage(row, this.#open);
    this.#lastOfOpen = row;
    this.#length += length;
    if (this.#length > this.#maxMessageBytes && !this.#tooBig) {
      this.#tooBig = true;
      this.#table.addIssue(row, this.#bit.tooBig);
    }
    // No frame can come before this one's payload has ended, so the message is over for whoever asks next.
    this.#endsMessage = byte0 >= FIN;
    if (this.#endsMessage) this.#open = -1;
    if (this.#compressed) {
      this.#reading = 'deflated';
      return this.#endsMessage;
    }
    this.#reading = 'text';
    return this.#text;
  }

  #start(row: number, text: boolean): void {
    this.#open = row;
    this.#length = 0;
    this.#tooBig = false;
    this.#compressed = false;
    this.#text = text;
    this.#utf8 = UTF8_START;
    this.#lastWithBytes = row;
  }

  #beginClose(row: number, length: number): boolean {
    if (this.#closeFrame < 0) this.#closeFrame = row;
    this.#reading = 'close';
    this.#bodyBytes = 0;
    this.#code = 0;
    this.#reason = UTF8_START;
    return length > 1;
  }

  payload(row: number, bytes: Uint8Array, start: number, end: number, ascii: boolean): void {
    if (this.#reading !== 'text') {
      if (this.#reading === 'close') this.#closeBody(row, bytes, start, end);
      return;
    }
    this.#lastWithBytes = row;
    if (ascii && this.#utf8 === UTF8_START) return;
    this.#utf8 = advanceUtf8(this.#utf8, bytes, start, end);
    if (this.#utf8 < 0) {
      this.#table.addIssue(row, this.#bit.text);
      this.#text = false;
    }
  }

  end(row: number): void {
    if (this.#reading === 'close') {
      if (this.#reason > UTF8_START) this.#table.addIssue(row, this.#bit.closeReason);
    } else if (this.#reading === 'deflated') {
      // The table must show the frame as whole: its row is, when the scanner calls this.
      this.#inflate?.finish(this.#table.message(row));
    } else if (this.#endsMessage && this.#utf8 > UTF8_START) this.#table.addIssue(this.#lastWithBytes, this.#bit.text);
  }

  /** Two bytes of code, then the reason (section 5.5.1). */
  #closeBody(row: number, bytes: Uint8Array, start: number, end: number): void {
    let i = start;
    while (this.#bodyBytes < 2 && i < end) {
      this.#code = this.#code * 256 + (bytes[i] as number);
      this.#bodyBytes += 1;
      i += 1;
      if (this.#bodyBytes === 2 && closeCodeIsFault(this.#code, this.#dialect)) {
        this.#table.addIssue(row, this.#bit.closeCode);
      }
    }
    if (this.#reason < 0) return;
    this.#reason = advanceUtf8(this.#reason, bytes, i, end);
    if (this.#reason < 0) this.#table.addIssue(row, this.#bit.closeReason);
  }

  /** Whether a continuation with nothing open may be forgiven. */
  #unseen(): boolean {
    return this.#midStream && !this.#sawData;
  }
}
