import type { ChunkedSource } from '../bytes/source.ts';
import { ruleBit } from '../frame/rule-bits.ts';
import type { FrameTable } from '../frame/table.ts';
import type { DirectionDeflate } from '../handshake/extensions.ts';
import type { Dialect } from '../model/drafts.ts';
import { OPCODE } from '../model/opcodes.ts';
import { type Finding, FOUND_BY_INFLATING } from './finding.ts';
import { type Glance, glanceAt } from './glance.ts';
import { HistoryInflater, type Inflation, type SavedHistory } from './history.ts';
import { type Judging, judge, unknownBytes } from './inflated.ts';
import { InflatedLengths, NOT_INFLATED } from './inflated-lengths.ts';
import { type Gathered, JoinedPayloads } from './joined-payloads.ts';

/** Bytes of one message after which inflating stops, where no lower limit is set. */
export const MOST_INFLATED = 2 ** 24;
/** Payload bytes of one message that are looked at: what is longer and inflates to less says nothing. */
const MOST_COMPRESSED = MOST_INFLATED + 2 ** 20;
/** Bytes of all messages of a direction after which the rest is only inflated when somebody looks. */
const MOST_IN_ALL = 2 ** 27;
/** How far apart the places are, in inflated bytes, from which messages can be inflated again; and how many there are. */
const APART = 2 ** 18;
const MOST_PLACES = 128;
/** How many messages are remembered for a list of them. */
const REMEMBERED = 256;

export interface InflateOptions {
  readonly table: FrameTable;
  readonly source: ChunkedSource;
  readonly dialect: Dialect;
  readonly deflate: DirectionDeflate;
  /** The first message that was sent in this direction is among the bytes. */
  readonly fromStart: boolean;
  readonly maxMessageBytes: number;
  /** Ranges of the source that hold zeros for bytes nobody captured. */
  readonly lost: readonly { readonly offset: number; readonly length: number }[];
}

/** A message inflated; `unknown` as in a glance. */
export interface Inflated {
  readonly bytes: Uint8Array;
  readonly unknown: Uint8Array | null;
}

/** What was worked out for the message that begins with frame `first`, and up to where the bytes reached then. */
class Last<T> {
  first = -1;
  when = -1;
  value: T | null = null;
}

/**
 * permessage-deflate, one direction (RFC 7692 §7.2.2): a stage between the frames and the check of their text. Each message
 * is inflated once when its last frame has been read; what was found is bits in the frame table and one number, its length.
 * No payload is kept. Every now and then the window is, so that any message can be inflated again when somebody looks.
 */
export class InflateStage {
  readonly #options: InflateOptions;
  readonly #judging: Judging;
  readonly #payloads: JoinedPayloads;
  readonly #bits: ReadonlyMap<Finding['rule'], number>;
  #scanning: HistoryInflater | null = null;
  readonly #lengths = new InflatedLengths();
  #total = 0;
  /** Where to go on from: before which message, with what window. */
  #places: { readonly before: number; readonly history: SavedHistory }[] = [];
  #apart = APART;
  #sincePlace = 0;
  /** For looking: it stands before message `#next`, or anywhere (-1). */
  #looking: HistoryInflater | null = null;
  #next = -1;
  #glances = new Map<number, Glance>();
  /** What was asked for last: one message is looked at several times, by several views. */
  readonly #read = new Last<Inflated>();
  readonly #found = new Last<readonly Finding[]>();
  readonly #glanced = new Last<Glance>();
  /** Issues of the message that the bytes end inside of. */
  #ending: { readonly frame: number; readonly bit: number }[] = [];

  constructor(options: InflateOptions) {
    const { dialect, deflate, maxMessageBytes } = options;
    this.#options = options;
    this.#payloads = new JoinedPayloads({ ...options, most: MOST_COMPRESSED });
    this.#judging = { dialect, deflate, maxMessageBytes, maxOutput: Math.min(MOST_INFLATED, maxMessageBytes) };
    this.#bits = new Map(FOUND_BY_INFLATING.map((rule) => [rule, ruleBit(rule, dialect)]));
  }

  /** The message that begins with frame `first` has ended, or another one has cut it off. */
  finish(first: number): void {
    this.#scanning ??= this.#begin();
    const history = this.#scanning;
    const index = this.#lengths.count;
    const takeover = !this.#options.deflate.noContextTakeover;
    if (takeover && (this.#sincePlace >= this.#apart || index === 0)) this.#keep(index, history.save());
    this.#lengths.add(first);
    if (this.#total >= MOST_IN_ALL) {
      history.forget('limit');
      this.#options.table.addIssue(first, this.#bit('inflated-in-part'));
      return;
    }
    const gathered = this.#payloads.gather(first);
    const out = this.#inflate(history, gathered);
    const { length } = out.bytes;
    this.#lengths.set(index, length);
    this.#total += length;
    this.#sincePlace += length + gathered.payload.length;
    for (const { rule, frame } of this.#judge(out, gathered)) {
      this.#options.table.addIssue(frame, this.#bit(rule));
    }
  }

  /** The bytes end inside the message that begins with frame `first`: what can be said of it is an issue now. */
  endInside(first: number): void {
    const { table } = this.#options;
    for (const { rule, frame } of this.findings(first)) {
      const bit = this.#bit(rule);
      if ((table.issueBits(frame) & bit) === bit) continue;
      table.addIssue(frame, bit);
      this.#ending.push({ frame, bit });
    }
  }

  /** More bytes came after all. */
  goOn(): void {
    for (const { frame, bit } of this.#ending) this.#options.table.removeIssue(frame, bit);
    this.#ending = [];
  }

  /** Inflated bytes of a message, as far as it could be inflated. */
  lengthOf(first: number): number {
    const index = this.#lengths.indexOf(first);
    const length = index < 0 ? NOT_INFLATED : this.#lengths.at(index);
    return length === NOT_INFLATED ? this.glance(first).length : length;
  }

  /** The beginning of a message. The last few hundred are remembered. */
  glance(first: number): Glance {
    const known = this.#glances.get(first);
    if (known) return known;
    const glance = this.#ask(this.#glanced, first, () => {
      const gathered = this.#payloads.gather(first);
      return glanceAt(this.#look(gathered), gathered);
    });
    if (this.#lengths.indexOf(first) >= 0) this.#remember(first, glance);
    return glance;
  }

  /** The rules that a message breaks once it is inflated. */
  findings(first: number): readonly Finding[] {
    return this.#ask(this.#found, first, (index) => {
      if (index >= 0 && this.#lengths.at(index) === NOT_INFLATED) {
        const values = { reason: 'total', limit: MOST_IN_ALL };
        return [{ rule: 'inflated-in-part', frame: first, position: -1, shows: null, values }];
      }
      const gathered = this.#payloads.gather(first);
      return this.#judge(this.#look(gathered), gathered);
    });
  }

  /** All bytes of a message, as far as it can be inflated. */
  read(first: number): Inflated {
    return this.#ask(this.#read, first, () => {
      const { bytes, twin } = this.#look(this.#payloads.gather(first));
      return { bytes: bytes.slice(), unknown: unknownBytes(bytes, twin) };
    });
  }

  #ask<T>(last: Last<T>, first: number, make: (index: number) => T): T {
    const index = this.#lengths.indexOf(first);
    // A message that is not over may be another one when more bytes have come.
    const when = index >= 0 ? -1 : this.#options.table.streamEnd;
    if (last.first !== first || last.when !== when) {
      last.value = make(index);
      last.first = first;
      last.when = when;
    }
    return last.value as T;
  }

  #bit(rule: Finding['rule']): number {
    return this.#bits.get(rule) ?? 0;
  }

  #begin(): HistoryInflater {
    const history = new HistoryInflater(this.#options.deflate, this.#judging.maxOutput);
    if (!this.#options.fromStart) history.forget('before-capture');
    return history;
  }

  /** Half of the places go when there are many: the memory for them has an end, however much is inflated. */
  #keep(before: number, history: SavedHistory): void {
    this.#places.push({ before, history });
    this.#sincePlace = 0;
    if (this.#places.length <= MOST_PLACES) return;
    this.#places = this.#places.filter((_, i) => i % 2 === 0);
    this.#apart *= 2;
  }

  /** One message, and what it does to the history of the next. */
  #inflate(history: HistoryInflater, { payload, complete, lost, long }: Gathered): Inflation {
    const out = history.message(payload, complete && !long);
    if (lost) history.forget('bytes-lost');
    else if (out.capped || long) history.forget('limit');
    else if (out.fault !== null || !complete) history.forget('after-fault');
    return out;
  }

  /** Inflates a message again: from the nearest place before it, or from where the last look ended. */
  #look(gathered: Gathered): Inflation {
    const index = this.#lengths.indexOf(gathered.first);
    const { payload } = gathered;
    const history = this.#standBefore(index < 0 ? this.#lengths.count : index);
    // Standing there may have used the memory that the payload was in.
    const again = this.#payloads.holds(payload) ? this.#payloads.gather(gathered.first) : gathered;
    if (index < 0) return history.message(again.payload, false);
    const out = this.#inflate(history, again);
    if (this.#lengths.at(index) === NOT_INFLATED) history.forget('limit');
    this.#next = index + 1;
    return out;
  }

  #standBefore(index: number): HistoryInflater {
    this.#looking ??= this.#begin();
    const history = this.#looking;
    let at = this.#next;
    const place = this.#places.findLast(({ before }) => before <= index);
    if (this.#options.deflate.noContextTakeover) at = index;
    else if (at < 0 || at > index || (place !== undefined && place.before > at)) {
      if (place) history.restore(place.history);
      at = place?.before ?? 0;
    }
    for (; at < index; at += 1) {
      const first = this.#lengths.firstOf(at);
      if (this.#lengths.at(at) === NOT_INFLATED) {
        history.forget('limit');
        continue;
      }
      const gathered = this.#payloads.gather(first);
      this.#remember(first, glanceAt(this.#inflate(history, gathered), gathered));
    }
    this.#next = index;
    return history;
  }

  #remember(first: number, glance: Glance): void {
    const oldest = this.#glances.keys().next();
    if (this.#glances.size >= REMEMBERED && !oldest.done) this.#glances.delete(oldest.value);
    this.#glances.set(first, glance);
  }

  #judge(out: Inflation, { first, last, complete, lost, long }: Gathered): readonly Finding[] {
    const text = this.#options.table.opcode(first) === OPCODE.text;
    const frameOf = (byte: number) => this.#payloads.frameOf(first, last, byte);
    const frameThatSays = (index: number) => this.#frameThatSays(first, last, index);
    return judge(out, { text, complete, lost, long, lastFrame: last, frameOf, frameThatSays }, this.#judging);
  }

  /** By inflating as much of the message as ends with one frame or another: rare, and only where there are several. */
  #frameThatSays(first: number, last: number, index: number): number {
    if (first === last) return first;
    const found = this.#lengths.indexOf(first);
    const history = this.#standBefore(found < 0 ? this.#lengths.count : found);
    let low = first;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { payload } = this.#payloads.gather(first, middle);
      const { bytes, capped } = history.message(payload, false);
      if (capped || bytes.length > index) high = middle;
      else low = middle + 1;
    }
    return this.#options.table.message(low) === first ? low : first;
  }
}
