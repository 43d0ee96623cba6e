import type { Source } from '../bytes/source.ts';
import { byteSpan, DIRECTIONS, type Direction } from '../bytes/span.ts';
import { unmaskedSource } from '../frame/payload.ts';
import { explainRequest, explainResponse } from '../handshake/explain.ts';
import type { DeflateParameters } from '../handshake/extensions.ts';
import type { Handshake } from '../handshake/handshake.ts';
import { explainMessage, inflatedSourceOf, joinedSource } from '../message/explain.ts';
import { explainFrameOf } from '../message/explain-frame.ts';
import type { Glance } from '../message/glance.ts';
import { isCompressed, messageAt, messagesOf } from '../message/messages.ts';
import type { Scan } from '../message/scan.ts';
import type { DialectId } from '../model/drafts.ts';
import type { Issue } from '../model/issue.ts';
import type { FieldNode } from '../model/node.ts';
import type { Gap } from '../text/reading.ts';
import { type Both, both } from './both.ts';
import { WINDOW } from './choose.ts';
import { type Conclusions, conclude } from './conclude.ts';
import { captureIssues, collectIssues, strictStop } from './issues.ts';
import { Lane, newScan } from './lane.ts';
import type { Assumptions, Choice, ConnectionView, DirectionView, Message, Part, Phase, PingPong } from './model.ts';
import { type Front, PartOrder, type Run } from './order.ts';
import { type Place, parsePath, partPath } from './paths.ts';
import { pairPings } from './pings.ts';

/** How many explained parts are remembered. */
const REMEMBERED = 64;

/**
 * One connection, from bytes pushed in any pieces and any order of directions. Sans-I/O: push, and read the view
 * whenever wanted. Chunks are kept by reference; what was concluded from few bytes is concluded anew when more arrive, so
 * the result never depends on how the bytes were cut.
 */
export class Connection implements ConnectionView {
  readonly #assumptions: Assumptions;
  readonly #runs: Run[] = [];
  readonly #ordered: boolean;
  readonly #lanes = both((direction) => new Lane(direction));
  #stale = true;
  #ended = false;
  #concluded!: Conclusions;
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
    if (this.#ordered) this.#ran(direction, lane.source.length, chunk.length);
    lane.push(chunk);
    this.#stale = true;
  }

  /** Notes that a run of bytes came next in the capture. */
  #ran(direction: Direction, offset: number, length: number): void {
    const last = this.#runs.at(-1);
    if (last?.direction === direction) this.#runs[this.#runs.length - 1] = { ...last, length: last.length + length };
    else this.#runs.push({ direction, offset, length });
  }

  /** Names ranges of what was or will be pushed that nobody captured: other bytes only hold their place. */
  missing(direction: Direction, gaps: readonly Gap[]): void {
    this.#lanes[direction].missing(gaps);
    this.#stale = true;
  }

  /** No more bytes will come: what is unfinished is an issue now. */
  end(): void {
    this.#ended = true;
    this.#stale = true;
  }

  get handshake(): Handshake {
    this.#settle();
    return this.#concluded.handshake;
  }

  get dialect(): Choice<DialectId> {
    this.#settle();
    return this.#concluded.dialect;
  }

  get compression(): Choice<DeflateParameters | null> {
    this.#settle();
    return this.#concluded.compression;
  }

  /** hybi-04: what the masks of the client's frames are derived from, assumed or by the handshake; null where neither says. */
  get connectionKey(): Uint8Array | null {
    this.#settle();
    return this.#concluded.plans['client-to-server'].connectionKey;
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
    const { verdict, request, response } = this.#concluded.handshake;
    if (request || response) {
      if (verdict === 'reject') return 'failed';
      if (verdict === 'incomplete' || (request && !response && !this.#anyFrames())) return 'connecting';
    }
    if (DIRECTIONS.some((d) => (this.#views[d].strict?.frame ?? -1) >= 0)) return 'failed';
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
    const inflated = message && inflatedSourceOf(scan, message);
    return [unmasked, joined, inflated].filter((source) => source !== null);
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
      inflatedLength: message.inflatedLength,
    }));
  }

  glance(direction: Direction, first: number): Glance | null {
    this.#settle();
    const scan = this.#lanes[direction].scan;
    if (!scan || scan.table.message(first) !== first || !isCompressed(scan, first)) return null;
    return scan.inflate?.glance(first) ?? null;
  }

  pings(): readonly PingPong[] {
    this.#settle();
    return this.#pings;
  }

  issues(limit = Number.POSITIVE_INFINITY): { readonly list: readonly Issue[]; readonly total: number } {
    this.#settle();
    return collectIssues(this.#concluded.handshake, this.#captureIssues, this.#bare(), limit);
  }

  #bare(): Both<Scan | null> {
    return both((direction) => this.#lanes[direction].scan);
  }

  #anyFrames(): boolean {
    return DIRECTIONS.some((direction) => (this.#lanes[direction].scan?.table.count ?? 0) > 0);
  }

  #explain({ direction, kind, index }: Place, path: string): FieldNode | null {
    if (kind === 'request') return explainRequest(this.#concluded.handshake);
    if (kind === 'response') return explainResponse(this.#concluded.handshake);
    const issues = this.#captureIssues[direction].filter((issue) => issue.part === path);
    if (kind === 'unparsed' || kind === 'rest') {
      const part = this.#fronts(direction).find((front) => front.path === path);
      if (!part) return null;
      const { offset, length } = part;
      const span = byteSpan(direction, offset, length);
      const value = this.#lanes[direction].source.read(offset, offset + Math.min(length, WINDOW));
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
    this.#concluded = conclude(
      both((direction) => this.#lanes[direction].source),
      this.#assumptions,
    );
    const { handshake, firstFrame, headLength, plans } = this.#concluded;
    for (const direction of DIRECTIONS) this.#lanes[direction].run(plans[direction], this.#ended);
    const scans = this.#bare();
    const fronts = DIRECTIONS.flatMap((direction) => this.#fronts(direction));
    const tables = both((direction) => (scans[direction] ?? newScan(this.#lanes[direction], plans[direction])).table);
    this.#order = new PartOrder(fronts, tables, this.#runs);
    this.#pings = pairPings(scans, this.#order);
    this.#captureIssues = captureIssues({
      handshake,
      firstFrame,
      gaps: both((direction) => this.#lanes[direction].gaps),
      tables,
      order: this.#order,
      runs: this.#runs,
    });
    this.#views = both((direction) => ({
      direction,
      source: this.#lanes[direction].source,
      firstFrame: firstFrame[direction],
      headLength: headLength[direction],
      frames: tables[direction],
      strict: strictStop(direction, handshake, scans[direction]),
    }));
  }

  #fronts(direction: Direction): Front[] {
    const head = this.#concluded.headLength[direction];
    const start = this.#concluded.firstFrame[direction].value;
    const fronts: Front[] = [];
    const kind = direction === 'client-to-server' ? ('request' as const) : ('response' as const);
    if (head > 0) fronts.push({ path: `${direction}/${kind}`, kind, direction, offset: 0, length: head });
    if (start > head) {
      const path = `${direction}/unparsed`;
      fronts.push({ path, kind: 'unparsed', direction, offset: head, length: start - head });
    }
    const { stop, source } = this.#lanes[direction];
    if (stop !== null && stop < source.length) {
      const path = `${direction}/rest`;
      fronts.push({ path, kind: 'unparsed', direction, offset: stop, length: source.length - stop });
    }
    return fronts;
  }
}
