/**
 * How well bytes would read as frames, without decoding them: enough to choose a dialect, a sender and a starting
 * point. Looks at a bounded window; says nothing about rules.
 */

/** Result of walking frame headers from one offset. */
export interface Walk {
  /** Frames whose header was read. */
  readonly frames: number;
  /** Headers that no conforming peer sends: reserved bits or opcode, broken control frame, overlong length. */
  readonly odd: number;
  readonly masked: number;
  /** The last frame ends exactly where the bytes do. */
  readonly exact: boolean;
}

/** A header as it was found; `end` may lie beyond the bytes. */
export interface HeaderAt {
  readonly start: number;
  readonly opcode: number;
  readonly fin: boolean;
  readonly masked: boolean;
  readonly length: number;
  /** Things in it that no conforming peer sends. */
  readonly faults: number;
  /** One past the payload it declares. */
  readonly end: number;
}

/** Reads a header (RFC 6455 section 5.2); null where the bytes end inside it. */
function headerAt(bytes: Uint8Array, start: number, rsv1: boolean): HeaderAt | null {
  if (start + 2 > bytes.length) return null;
  const first = bytes[start] as number;
  const second = bytes[start + 1] as number;
  const opcode = first & 15;
  const fin = first >= 128;
  const masked = second >= 128;
  const short = second & 127;
  const size = short < 126 ? 0 : short === 126 ? 2 : 8;
  const header = 2 + size + (masked ? 4 : 0);
  if (start + 2 + size > bytes.length) return null;
  let length = size === 0 ? short : 0;
  for (let i = start + 2; i < start + 2 + size; i += 1) length = length * 256 + (bytes[i] as number);
  const control = opcode >= 8;
  let faults = 0;
  if ((first & (rsv1 && !control && opcode !== 0 ? 0x30 : 0x70)) !== 0) faults += 1;
  if ((opcode > 2 && opcode < 8) || opcode > 10) faults += 1;
  if (control && !fin) faults += 1;
  if (control && short > 125) faults += 1;
  else if (size === 2 ? length < 126 : size === 8 && (length < 65_536 || length >= 2 ** 63)) faults += 1;
  return { start, opcode, fin, masked, length, faults, end: start + header + length };
}

/** The headers that a reader starting at `start` would find, at most `most`. */
export function headersFrom(bytes: Uint8Array, start: number, rsv1: boolean, most: number): HeaderAt[] {
  const headers: HeaderAt[] = [];
  let at = start;
  while (headers.length < most) {
    const header = headerAt(bytes, at, rsv1);
    if (!header) break;
    headers.push(header);
    at = header.end;
  }
  return headers;
}

const MOST = 64;

/**
 * Walks RFC 6455 headers from `start`.
 * @param rsv1 whether RSV1 may be set (permessage-deflate)
 */
export function walkFrames(bytes: Uint8Array, start: number, rsv1: boolean): Walk {
  const headers = headersFrom(bytes, start, rsv1, MOST);
  return {
    frames: headers.length,
    odd: headers.filter(({ faults }) => faults > 0).length,
    masked: headers.filter(({ masked }) => masked).length,
    exact: (headers.at(-1)?.end ?? start) === bytes.length,
  };
}

/** Walks hixie-75/76 frames from `start` (draft-hixie-76 section 4.2). */
export function walkHixie(bytes: Uint8Array, start: number): Walk {
  let at = start;
  let frames = 0;
  let odd = 0;
  while (frames < MOST && at < bytes.length) {
    const type = bytes[at] ?? 0;
    if (type < 128) {
      if (type !== 0) odd += 1;
      const end = bytes.indexOf(0xff, at + 1);
      frames += 1;
      if (end < 0) return { frames, odd, masked: 0, exact: false };
      at = end + 1;
    } else {
      if (type !== 0xff || bytes[at + 1] !== 0) odd += 1;
      let length = 0;
      at += 1;
      for (let more = true; more && at < bytes.length; at += 1) {
        length = length * 128 + ((bytes[at] ?? 0) & 127);
        more = (bytes[at] ?? 0) >= 128;
      }
      frames += 1;
      at += length;
    }
  }
  return { frames, odd, masked: 0, exact: at === bytes.length };
}

/** hybi-01 to -03: close, ping and pong are opcodes 1 to 3, text and binary 4 and 5. */
const FIRST_CONTROL = 1;
const LAST_CONTROL = 3;
const LAST_OPCODE = 5;

/**
 * Whether all of the bytes are whole frames of hybi-01 to -03, none reserved, and whole messages: text or binary, the MORE
 * bit on every frame but the last of each. Nothing less is believed of a format that nobody speaks any more.
 */
export function readsAsHybi01(bytes: Uint8Array): boolean {
  let at = 0;
  let open = false;
  let frames = 0;
  while (at + 2 <= bytes.length) {
    const first = bytes[at] as number;
    const second = bytes[at + 1] as number;
    const opcode = first & 15;
    const control = opcode >= FIRST_CONTROL && opcode <= LAST_CONTROL;
    if ((first & 0x70) !== 0 || second > 127 || opcode > LAST_OPCODE) return false;
    if (control ? first > 127 || second > 125 : (opcode === 0) !== open) return false;
    if (!control) open = first > 127;
    const size = second < 126 ? 0 : second === 126 ? 2 : 8;
    let length = size === 0 ? second : 0;
    for (let i = at + 2; i < at + 2 + size; i += 1) length = length * 256 + (bytes[i] ?? 0);
    at += 2 + size + length;
    frames += 1;
  }
  return frames > 0 && !open && at === bytes.length;
}

/** How many starting points are tried at the most. */
const SEARCH = 65_536;

/**
 * Where the first whole frame probably begins in bytes captured from the middle of a connection. A faulty stream that
 * begins where it should is far more common than one cut inside a frame, so this says 0 unless the very first header
 * makes no sense, reading on from it stays nonsense, and some other byte starts a run of clean frames.
 * @param masked what the sender's MASK bits must be, null where the sender is not known
 */
export function findFirstFrame(bytes: Uint8Array, rsv1: boolean, masked: boolean | null = null): number {
  const here = headersFrom(bytes, 0, rsv1, MOST);
  const first = here[0];
  if (!first || first.faults === 0 || !isNonsense(here, bytes.length)) return 0;
  const reached = new Set(here.map(({ start }) => start));
  const last = Math.min(bytes.length - 2, SEARCH);
  for (let start = 1; start <= last; start += 1) {
    // A start that reading from 0 comes to as well explains nothing.
    if (!reached.has(start) && isCleanRun(bytes, start, rsv1, masked)) return start;
  }
  return 0;
}

/** A stream with faults still adds up; garbage does not, or only after headers that are wrong in several ways at once. */
function isNonsense(headers: readonly HeaderAt[], length: number): boolean {
  if (headers.at(-1)?.end !== length) return true;
  const odd = headers.filter(({ faults }) => faults > 0);
  const faults = odd.reduce((sum, header) => sum + header.faults, 0);
  const mixed = odd.some(({ masked }) => masked) && odd.some(({ masked }) => !masked);
  return odd.length > 1 && (mixed || faults >= 2 * odd.length);
}

/** Frames of one sender, whole messages among them, to the end of the bytes or for long enough. */
function isCleanRun(bytes: Uint8Array, start: number, rsv1: boolean, masked: boolean | null): boolean {
  const headers = headersFrom(bytes, start, rsv1, 8);
  const lead = headers[0];
  if (!lead) return false;
  const mask = masked ?? lead.masked;
  // What came before the first frame is not known: it may continue a message.
  let open: boolean | null = null;
  let filled = 0;
  for (const { opcode, fin, faults, length, masked: bit } of headers) {
    if (faults > 0 || bit !== mask) return false;
    if (opcode === 0 ? open === false || (length === 0 && !fin) : opcode < 8 && open === true) return false;
    if (opcode < 8) open = !fin;
    if (length > 0) filled += 1;
  }
  const exact = headers.at(-1)?.end === bytes.length;
  return exact ? headers.length >= 2 && filled >= 1 : headers.length >= 4 && filled >= 2;
}
