import type { Direction } from '../bytes/span.ts';
import type { CharMap, FormId, Packet, Place, Problem, ProblemKind, Reading, Segment, Stream } from './reading.ts';

/** Problems beyond this many are counted, not listed. */
export const MAX_PROBLEMS = 1000;

interface RawProblem {
  kind: ProblemKind;
  position: number;
  length: number;
  values: Record<string, string | number>;
}

/** The bytes of one stream while they are being read, and (in the second pass only) where each was written. */
export class Track {
  bytes: Uint8Array;
  length = 0;
  /** First code unit of each byte; null in the plain pass. */
  starts: Uint32Array | null;
  /** How many code units each byte covers, at most 65,535. */
  spans: Uint16Array | null;
  readonly direction: Direction | null;

  constructor(direction: Direction | null, capacity: number, marking: boolean) {
    this.direction = direction;
    this.bytes = new Uint8Array(capacity);
    this.starts = marking ? new Uint32Array(capacity) : null;
    this.spans = marking ? new Uint16Array(capacity) : null;
  }

  /** Makes room for `extra` more bytes. Loops that keep `bytes` in a local must fetch it again afterwards. */
  reserve(extra: number): void {
    const need = this.length + extra;
    if (need <= this.bytes.length) return;
    const size = Math.max(need, this.bytes.length * 2, 256);
    const grown = new Uint8Array(size);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
    if (this.starts !== null && this.spans !== null) {
      const starts = new Uint32Array(size);
      starts.set(this.starts.subarray(0, this.length));
      this.starts = starts;
      const spans = new Uint16Array(size);
      spans.set(this.spans.subarray(0, this.length));
      this.spans = spans;
    }
  }

  /** Appends one byte written by the code units `[start, end)`. */
  put(byte: number, start: number, end: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    const n = this.length;
    this.bytes[n] = byte;
    if (this.starts !== null && this.spans !== null) {
      this.starts[n] = start;
      this.spans[n] = Math.min(end - start, 0xffff);
    }
    this.length = n + 1;
  }

  /** Notes where byte `index`, already stored, was written. */
  mark(index: number, start: number, end: number): void {
    if (this.starts === null || this.spans === null) return;
    this.starts[index] = start;
    this.spans[index] = Math.min(end - start, 0xffff);
  }
}

/** What a scan writes into. The same scan runs twice: without marks for the bytes, with marks when places are asked for. */
export class Recorder {
  readonly tracks: Track[] = [];
  readonly problems: RawProblem[] = [];
  readonly segments: Segment[] = [];
  /** Packets as runs of the first track. */
  readonly packets: { offset: number; length: number; time: number | null; position: number }[] = [];
  /** Problems found, listed or not. */
  found = 0;
  /** The directions stand in the text in words. */
  stated = false;
  readonly marking: boolean;

  constructor(marking: boolean) {
    this.marking = marking;
  }

  /** The stream of that direction, made when first asked for. `capacity` in bytes; more is made when needed. */
  track(direction: Direction | null = null, capacity = 256): Track {
    for (const track of this.tracks) if (track.direction === direction) return track;
    const track = new Track(direction, Math.max(16, capacity), this.marking);
    this.tracks.push(track);
    return track;
  }

  /** Notes something that could not be read. `position` and `length` in code units. */
  problem(kind: ProblemKind, position: number, length: number, values: Record<string, string | number> = {}): void {
    this.found += 1;
    if (this.problems.length < MAX_PROBLEMS && !this.marking) this.problems.push({ kind, position, length, values });
  }

  /** As `segment`, but a run that continues the last one becomes part of it. */
  extend(track: Track, offset: number): void {
    const last = this.segments[this.segments.length - 1];
    if (last === undefined || last.stream !== this.tracks.indexOf(track) || last.offset + last.length !== offset) {
      this.segment(track, offset);
    } else this.segments[this.segments.length - 1] = { ...last, length: track.length - last.offset };
  }

  /** Appends a run, from `offset` to the end of the track, to the order of the capture. */
  segment(track: Track, offset: number, time: number | null = null, packet: number | null = null): void {
    const length = track.length - offset;
    if (length <= 0) return;
    this.segments.push({ stream: this.tracks.indexOf(track), offset, length, time, packet });
  }
}

/** Reads a text: writes bytes and problems into the recorder. Never throws. */
export type Scan = (text: string, recorder: Recorder) => void;

/** Runs a scan and wraps what it found; places of bytes are found by a second run, when first asked for. */
export function readWith(form: FormId, text: string, scan: Scan): Reading {
  const recorder = new Recorder(false);
  scan(text, recorder);
  let marked: Recorder | null = null;
  const marksOf = (index: number): Track | undefined => {
    if (marked === null) {
      marked = new Recorder(true);
      scan(text, marked);
    }
    return marked.tracks[index];
  };
  const maps = recorder.tracks.map((track, index) => new Marks(() => marksOf(index), 0, track.length));
  const streams: Stream[] = recorder.tracks.map((track, index) => ({
    direction: track.direction,
    ...(recorder.stated && { stated: true }),
    bytes: track.bytes.subarray(0, track.length),
    chars: maps[index] ?? null,
  }));
  const first = streams[0];
  const walk = new Places(text);
  const packets: Packet[] =
    first === undefined
      ? []
      : recorder.packets.map((packet, index) => ({
          bytes: first.bytes.subarray(packet.offset, packet.offset + packet.length),
          chars: new Marks(() => marksOf(0), packet.offset, packet.length),
          starts: null,
          time: packet.time,
          number: index + 1,
          place: walk.at(packet.position),
        }));
  return {
    form,
    streams,
    segments: recorder.segments,
    packets,
    problems: placed(text, recorder.problems, recorder.found),
  };
}

/** A map over part of a track that is filled when first asked. */
class Marks implements CharMap {
  readonly #track: () => Track | undefined;
  readonly #offset: number;
  readonly #length: number;

  constructor(track: () => Track | undefined, offset: number, length: number) {
    this.#track = track;
    this.#offset = offset;
    this.#length = length;
  }

  charsOf(index: number): readonly [start: number, end: number] {
    const track = this.#track();
    if (!(index >= 0 && index < this.#length)) return [0, 0];
    const at = this.#offset + index;
    const start = track?.starts?.[at] ?? 0;
    return [start, start + (track?.spans?.[at] ?? 0)];
  }

  byteAt(position: number): number {
    const track = this.#track();
    const starts = track?.starts;
    const spans = track?.spans;
    if (!starts || !spans || this.#length === 0) return -1;
    const first = this.#offset;
    const last = first + this.#length - 1;
    let low = first;
    let high = last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= position) low = middle;
      else high = middle - 1;
    }
    // Bytes of one little-endian word stand in reverse order, and repeated lines share one place: look around.
    let best = -1;
    for (let i = Math.max(first, low - 8); i <= Math.min(last, low + 8); i++) {
      const start = starts[i] as number;
      if (start <= position && position < start + (spans[i] as number)) {
        best = i;
        break;
      }
    }
    if (best < 0) return -1;
    return firstAtSamePlace(starts, first, best) - first;
  }
}

function firstAtSamePlace(starts: Uint32Array, first: number, found: number): number {
  const place = starts[found] as number;
  if (found === first || starts[found - 1] !== place) return found;
  let low = first;
  let high = found;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lines and columns of positions asked for in ascending order, in one walk over the text. */
class Places {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  at(wanted: number): Place {
    const text = this.#text;
    const position = Math.min(Math.max(0, wanted), text.length);
    for (; this.#at < position; this.#at++) {
      const c = text.charCodeAt(this.#at);
      if (c === 0x0a || (c === 0x0d && text.charCodeAt(this.#at + 1) !== 0x0a)) {
        this.#line += 1;
        this.#lineStart = this.#at + 1;
      }
    }
    const code = text.codePointAt(position);
    return {
      position,
      line: this.#line,
      column: position - this.#lineStart + 1,
      character: code === undefined ? '' : String.fromCodePoint(code),
    };
  }
}

/** Gives each problem its place. */
function placed(text: string, raw: RawProblem[], found: number): Problem[] {
  const sorted = [...raw].sort((a, b) => a.position - b.position);
  const walk = new Places(text);
  return sorted.map((problem, index) => {
    const place = walk.at(problem.position);
    const more = index === sorted.length - 1 && found > sorted.length ? { more: found - sorted.length } : {};
    return {
      ...place,
      kind: problem.kind,
      length: Math.max(0, Math.min(problem.length, text.length - place.position)),
      values: { ...problem.values, ...more },
    };
  });
}
