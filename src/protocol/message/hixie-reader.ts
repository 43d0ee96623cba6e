import { advanceUtf8, UTF8_START } from '../bytes/utf8.ts';
import { ruleBit } from '../frame/rule-bits.ts';
import type { FrameSink } from '../frame/sink.ts';
import type { FrameTable } from '../frame/table.ts';
import type { Dialect } from '../model/drafts.ts';

const TEXT = 0x00;
const CLOSING = 0xff;

/** What a hixie frame is for. Only type 00 carries anything; whatever else arrives is read and dropped. */
export type HixieKind = 'text' | 'discarded' | 'closing';

/** `length` is the declared one; FF 00 closes from hixie-76 on (section 5.3), before it was one more frame to drop. */
export function hixieKind(type: number, length: number, dialect: Dialect): HixieKind {
  if (type === TEXT) return 'text';
  return type === CLOSING && length === 0 && dialect.id === 'hixie-76' ? 'closing' : 'discarded';
}

/** Meaning of hixie frames: every text frame is a whole message, and bad UTF-8 is shown, not refused. */
export class HixieReader implements FrameSink {
  readonly #table: FrameTable;
  readonly #dialect: Dialect;
  readonly #afterClose: number;
  readonly #discarded: number;
  readonly #replaced: number;
  #utf8 = UTF8_START;
  #closeFrame = -1;

  constructor(table: FrameTable, dialect: Dialect) {
    this.#table = table;
    this.#dialect = dialect;
    this.#afterClose = ruleBit('frame-after-close', dialect);
    this.#discarded = ruleBit('frame-discarded', dialect);
    this.#replaced = ruleBit('utf8-replaced', dialect);
  }

  /** The first closing frame, or -1. */
  get closeFrame(): number {
    return this.#closeFrame;
  }

  foresee(): number {
    return this.#closeFrame < 0 ? 0 : this.#afterClose;
  }

  begin(row: number, type: number, length: number): boolean {
    const kind = hixieKind(type, length, this.#dialect);
    if (kind === 'text') {
      this.#table.setMessage(row, row);
      this.#utf8 = UTF8_START;
      return true;
    }
    if (kind === 'discarded') this.#table.addIssue(row, this.#discarded);
    else if (this.#closeFrame < 0) this.#closeFrame = row;
    return false;
  }

  payload(row: number, bytes: Uint8Array, start: number, end: number): void {
    this.#utf8 = advanceUtf8(this.#utf8, bytes, start, end);
    if (this.#utf8 < 0) this.#table.addIssue(row, this.#replaced);
  }

  end(row: number): void {
    if (this.#utf8 > UTF8_START) this.#table.addIssue(row, this.#replaced);
  }
}
