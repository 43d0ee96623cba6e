import type { Source } from '../bytes/source.ts';
import { byteSpan, DIRECTIONS, type Direction } from '../bytes/span.ts';
import { unmaskedSource } from '../frame/payload.ts';
import { explainRequest, explainResponse } from '../handshake/explain.ts';
import { assumedDeflate } from '../handshake/extensions.ts';
import { type Handshake, readHandshake } from '../handshake/handshake.ts';
import { looksLikeHead } from '../handshake/head.ts';
import { explainFrameOf, explainMessage, joinedSource } from '../message/explain.ts';
import { messageAt, messagesOf } from '../message/messages.ts';
import type { Scan } from '../message/scan.ts';
import { DIALECTS, type DialectId } from '../model/drafts.ts';
import type { Issue } from '../model/issue.ts';
import type { FieldNode } from '../model/node.ts';
import type { Gap } from '../text/reading.ts';
import { choice, chooseDialectOfFrames, WINDOW } from './choose.ts';
import { captureIssues, collectIssues, strictStop } from './issues.ts';
import { Lane, newScan, type Plan } from './lane.ts';
import type { Assumptions, Choice, ConnectionView, DirectionView, Message, Part, Phase, PingPong } from './model.ts';
import { type Front, PartOrder, type Run } from './order.ts';
import { type Place, parsePath, partPath } from './paths.ts';
import { pairPings } from './pings.ts';
import { findFirstFrame } from './plausible.ts';

/** How many explained parts are remembered. */
const REMEMBERED = 64;

type Both<T> = Record<Direction, T>;

const both = <T>(make: (direction: Direction) => T): Both<T> => ({
  'client-to-server': make('client-to-server'),
  'server-to-client': make('server-to-client'),
});

/**
 * One connection, from bytes pushed in any pieces and any order of directions. Sans-I/O: push, and read the view
 * whenever wanted. Chunks are kept by reference; what was concluded from few bytes is concluded anew when more arrive, so
 * the result never depends on how the bytes were cut.
 */
export class Connection implements ConnectionView {
  readonly #assumptions: Assumptions;
  readonly #runs: Run[] = [];
  readonly #ordered: boolean;
  readonly #gaps = both((): Gap[] => []);
  readonly #lanes = both((direction) => new Lane(direction));
  #stale = true;
  #ended = false;
  #handshake!: Handshake;
  #dialect!: Choice<DialectId>;
  #firstFrame!: Both<Choice<number>>;
  #views!: Both<DirectionView>;
  #order!: PartOrder;
  #pings: readonly PingPong[] = [];
  #captureIssues!: Both<readonly Issue[]>;
  readonly #trees = new Map<string, FieldNode | null>();

  /** @param ordered whether pushes come in the order of the capture across directions */
  constructor(assumptions: Assumptions = {}, ordered = false) {
    this.#assumptions = assumptions;
    this.#ordered = ordered;
  }

  /** Appends bytes by reference; they must not change afterwards. */
  push(direction: Direction, chunk: Uint8Array): void {
    const lane = this.#lanes[direction];
    if (this.#ordered) this.#runs.push({ direction, offset: lane.source.length, length: chunk.length });
    lane.push(chunk);
    this.#stale = true;
  }

  /** Names ranges of what was or will be pushed that nobody captured: other bytes only hold their place. */
  missing(direction: Direction, gaps: readonly Gap[]): void {
    this.#gaps[direction].push(...gaps);
    this.#stale = true;
  }

  /** No more bytes will come: what is unfinished is an issue now. */
  end(): void {
    this.#ended = true;
    this.#stale = true;
  }

  get handshake(): Handshake {
    this.#settle();
    return this.#handshake;
  }

  get dialect(): Choice<DialectId> {
    this.#settle();
    return this.#dialect;
  }

  get directions(): Both<DirectionView> {
    this.#settle();
    return this.#views;
  }

  get orderKnown(): boolean {
    this.#settle();
    return this.#order.known;
  }

  get partCount(): number {
    this.#settle();
    return this.#order.count;
  }

  part(index: number): Part {
    this.#settle();
    return this.#order.part(index);
  }

  rowOf(path: string): number {
    this.#settle();
    const place = parsePath(path);
    if (!place) return -1;
    return place.index >= 0
      ? this.#order.rowOfFrame(place.direction, place.index)
      : this.#order.rowOfFront(partPath(place));
  }

  /** The scan behind a direction, for readers of payloads. Null where the direction holds no frames. */
  scanOf(direction: Direction): Scan | null {
    this.#settle();
    return this.#lanes[direction].scan;
  }

  get phase(): Phase {
    this.#settle();
    const { verdict, request, response } = this.#handshake;
    if (request || response) {
      if (verdict === 'reject') return 'failed';
      if (verdict === 'incomplete' || (request && !response && !this.#anyFrames())) return 'connecting';
    }
    if (DIRECTIONS.some((d) => this.#views[d].strict?.closeCode != null)) return 'failed';
    const closes = DIRECTIONS.filter((d) => (this.#lanes[d].scan?.closeFrame ?? -1) >= 0).length;
    return (['open', 'closing', 'closed'] as const)[closes] ?? 'open';
  }

  explain(path: string): FieldNode | null {
    this.#settle();
    const place = parsePath(path);
    if (!place) return null;
    const part = partPath(place);
    const known = this.#trees.get(part);
    if (known !== undefined) return known;
    const tree = this.#explain(place, part);
    const oldest = this.#trees.keys().next();
    if (this.#trees.size >= REMEMBERED && !oldest.done) this.#trees.delete(oldest.value);
    this.#trees.set(part, tree);
    return tree;
  }

  sourcesOf(path: string): readonly Source[] {
    this.#settle();
    const place = parsePath(path);
    const scan = place && this.#lanes[place.direction].scan;
    if (!place || !scan || place.index >= scan.table.count) return [];
    const { table } = scan;
    const first = place.kind === 'message' ? place.index : table.message(place.index);
    const message = first >= 0 ? messageAt(scan, first) : null;
    const joined = message && message.frames.length > 1 ? joinedSource(scan, message) : null;
    const unmasked = place.kind === 'frame' ? unmaskedSource(table, place.index, scan.source) : null;
    return [unmasked, joined].filter((source) => source !== null);
  }

  source(id: string): Source | null {
    const wire = DIRECTIONS.find((direction) => direction === id);
    if (wire) return this.#lanes[wire].source;
    return this.sourcesOf(id).find((source) => source.id === id) ?? null;
  }

  messages(direction: Direction): readonly Message[] {
    this.#settle();
    const scan = this.#lanes[direction].scan;
    if (!scan) return [];
    return Array.from(messagesOf(scan), (message) => ({
      path: `${direction}/message/${message.first}`,
      direction,
      opcode: message.opcode,
      frames: message.frames,
      complete: message.complete,
      compressed: message.compressed,
      length: message.length,
    }));
  }

  pings(): readonly PingPong[] {
    this.#settle();
    return this.#pings;
  }

  issues(limit = Number.POSITIVE_INFINITY): { readonly list: readonly Issue[]; readonly total: number } {
    this.#settle();
    return collectIssues(this.#handshake, this.#captureIssues, this.#bare(), limit);
  }

  #bare(): Both<Scan | null> {
    return both((direction) => this.#lanes[direction].scan);
  }

  #anyFrames(): boolean {
    return DIRECTIONS.some((direction) => (this.#lanes[direction].scan?.table.count ?? 0) > 0);
  }

  #explain({ direction, kind, index }: Place, path: string): FieldNode | null {
    if (kind === 'request') return explainRequest(this.#handshake);
    if (kind === 'response') return explainResponse(this.#handshake);
    const issues = this.#captureIssues[direction].filter((issue) => issue.part === path);
    if (kind === 'unparsed') {
      const length = this.#firstFrame[direction].value;
      const span = byteSpan(direction, 0, length);
      const value = this.#lanes[direction].source.read(0, Math.min(length, WINDOW));
      return { path, field: 'unparsed', span, from: [], value, status: 'unparsed', issues, children: [] };
    }
    const scan = this.#lanes[direction].scan;
    if (!scan || index >= scan.table.count) return null;
    if (kind === 'message') return scan.table.message(index) === index ? explainMessage(scan, index) : null;
    const tree = explainFrameOf(scan, index);
    return issues.length > 0 ? { ...tree, issues: [...tree.issues, ...issues] } : tree;
  }

  /** Brings every conclusion up to date with the bytes. */
  #settle(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#trees.clear();
    const heads = both((direction) => this.#headBytes(direction));
    const bare = DIRECTIONS.filter((d) => !heads[d]).map((d) => this.#lanes[d].source.read(0, WINDOW));
    const { dialect: byHand } = this.#assumptions;
    const fallback = chooseDialectOfFrames(bare);
    this.#handshake = readHandshake({
      request: heads['client-to-server'],
      response: heads['server-to-client'],
      ...(byHand ? { dialect: byHand } : {}),
      fallback: { dialect: fallback.value, certainty: fallback.certainty, reasons: fallback.reasons },
    });
    const { dialect, certainty, reasons } = this.#handshake;
    this.#dialect = { value: dialect, certainty, reasons };
    this.#firstFrame = both((direction) => this.#findStart(direction));
    for (const direction of DIRECTIONS) this.#rescan(direction);
    const scans = this.#bare();
    this.#pings = pairPings(scans);
    const fronts = DIRECTIONS.flatMap((direction) => this.#fronts(direction));
    const tables = both(
      (direction) => (scans[direction] ?? newScan(this.#lanes[direction], this.#plan(direction))).table,
    );
    this.#order = new PartOrder(fronts, tables, this.#runs);
    this.#captureIssues = captureIssues({
      handshake: this.#handshake,
      firstFrame: this.#firstFrame,
      gaps: this.#gaps,
      tables,
      order: this.#order,
      runs: this.#runs,
    });
    this.#views = both((direction) => ({
      direction,
      source: this.#lanes[direction].source,
      firstFrame: this.#firstFrame[direction],
      headLength: this.#headLength(direction),
      frames: tables[direction],
      strict: strictStop(direction, this.#handshake, scans[direction]),
    }));
  }

  /** The bytes a handshake is read from, or null where the direction does not begin with a head. */
  #headBytes(direction: Direction): Uint8Array | null {
    const source = this.#lanes[direction].source;
    if (source.length === 0) return null;
    // A head is bounded; its body (a refusal's) runs to the end of the direction and is cut below.
    const bytes = source.read(0, 2 * WINDOW);
    const kind = looksLikeHead(bytes);
    return kind === (direction === 'client-to-server' ? 'request' : 'response') ? bytes : null;
  }

  #headLength(direction: Direction): number {
    const client = direction === 'client-to-server';
    const reading = client ? this.#handshake.request : this.#handshake.response;
    if (!reading) return 0;
    const { length } = this.#lanes[direction].source;
    // After a refusal the rest is HTTP; an unfinished head swallows everything there is.
    if (!reading.head.complete || (!client && this.#handshake.switched === false)) return length;
    return Math.min(length, client ? this.#handshake.requestLength : this.#handshake.responseLength);
  }

  #findStart(direction: Direction): Choice<number> {
    const byHand = this.#assumptions.firstFrame?.[direction];
    const { length } = this.#lanes[direction].source;
    if (byHand !== undefined && byHand >= 0) return choice(Math.min(byHand, length), 'assumed', 'chosen-by-hand');
    const head = this.#headLength(direction);
    // After any answer but 101 the connection stays HTTP: what else the client sends are further requests.
    if (head > 0 && this.#handshake.switched === false) return choice(length, 'certain', 'no-frames-after-refusal');
    if (head > 0) return choice(head, 'certain', 'starts-after-head');
    if (DIALECTS[this.#dialect.value].framing === 'hixie') return choice(0, 'likely', 'starts-at-first-byte');
    const start = findFirstFrame(this.#lanes[direction].source.read(0, WINDOW), this.#deflate());
    return start > 0 ? choice(start, 'guess', 'starts-resynchronised') : choice(0, 'likely', 'starts-at-first-byte');
  }

  #deflate(): boolean {
    const { extensions } = this.#assumptions;
    return extensions !== undefined ? assumedDeflate(extensions) !== null : this.#handshake.deflate !== null;
  }

  #plan(direction: Direction): Plan {
    const { value: start, reasons } = this.#firstFrame[direction];
    const midStream = this.#assumptions.midStream ?? reasons.includes('starts-resynchronised');
    const { maxMessageBytes } = this.#assumptions;
    return { start, dialect: this.#dialect.value, deflate: this.#deflate(), midStream, maxMessageBytes };
  }

  #rescan(direction: Direction): void {
    const lane = this.#lanes[direction];
    const plan = this.#plan(direction);
    if (plan.start >= lane.source.length) lane.rest();
    else lane.run(plan, this.#ended);
  }

  #fronts(direction: Direction): Front[] {
    const head = this.#headLength(direction);
    const start = this.#firstFrame[direction].value;
    const fronts: Front[] = [];
    const kind = direction === 'client-to-server' ? ('request' as const) : ('response' as const);
    if (head > 0) fronts.push({ path: `${direction}/${kind}`, kind, direction, offset: 0, length: head });
    if (start > head) {
      const path = `${direction}/unparsed`;
      fronts.push({ path, kind: 'unparsed', direction, offset: head, length: start - head });
    }
    return fronts;
  }
}
