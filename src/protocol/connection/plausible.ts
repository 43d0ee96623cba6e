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
  /** Where the headers stood. */
  readonly starts: readonly number[];
}

/**
 * Walks RFC 6455 headers from `start` (section 5.2).
 * @param rsv1 whether a set RSV1 is expected (permessage-deflate)
 */
export function walkFrames(bytes: Uint8Array, start: number, rsv1: boolean, most = 64): Walk {
  let at = start;
  let frames = 0;
  let odd = 0;
  let masked = 0;
  const starts: number[] = [];
  while (frames < most && at + 2 <= bytes.length) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    const opcode = first & 15;
    const short = second & 127;
    const control = opcode >= 8;
    let length = short;
    let header = 2;
    if (short >= 126) {
      const size = short === 126 ? 2 : 8;
      header += size;
      if (at + header > bytes.length) break;
      length = 0;
      for (let i = at + 2; i < at + header; i += 1) length = length * 256 + (bytes[i] ?? 0);
    }
    const minimal = short < 126 || (short === 126 ? length > 125 : length > 65535);
    const reserved = (opcode > 2 && opcode < 8) || opcode > 10;
    const rsv = first & (rsv1 && !control && opcode !== 0 ? 0x30 : 0x70);
    if (reserved || rsv || !minimal || (control && (short > 125 || first < 128)) || length > 2 ** 48) odd += 1;
    if (second & 128) {
      masked += 1;
      header += 4;
    }
    frames += 1;
    starts.push(at);
    at += header + length;
  }
  return { frames, odd, masked, exact: at === bytes.length, starts };
}

/** Walks hixie-75/76 frames from `start` (draft-hixie-76 section 4.2). */
export function walkHixie(bytes: Uint8Array, start: number, most = 64): Walk {
  let at = start;
  let frames = 0;
  let odd = 0;
  const starts: number[] = [];
  while (frames < most && at < bytes.length) {
    starts.push(at);
    const type = bytes[at] ?? 0;
    if (type < 128) {
      if (type !== 0) odd += 1;
      const end = bytes.indexOf(0xff, at + 1);
      frames += 1;
      if (end < 0) return { frames, odd, masked: 0, exact: false, starts };
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
  return { frames, odd, masked: 0, exact: at === bytes.length, starts };
}

/** How many starting points are tried at the most, and how far into the bytes. */
const SEARCH = 65_536;

/**
 * Where the first whole frame probably begins in bytes captured from the middle of a connection. 0 unless reading from
 * the first byte makes no sense and some later byte starts a run of clean frames that fits to the end.
 */
export function findFirstFrame(bytes: Uint8Array, rsv1: boolean): number {
  const here = walkFrames(bytes, 0, rsv1);
  // One bad frame in a stream that fits to the end is a bad frame, not a bad starting point.
  if (here.odd === 0 || (here.exact && here.odd === 1)) return 0;
  // A wrong start falls into step with the real frames sooner or later; only after several bad ones is that the reason.
  const inStep = here.odd > 2 ? [] : here.starts;
  const last = Math.min(bytes.length - 2, SEARCH);
  for (let start = 1; start <= last; start += 1) {
    const first = bytes[start] ?? 0;
    const opcode = first & 15;
    // Prefilter: only headers that could be legal are worth a walk.
    if ((first & 0x30) !== 0 || (opcode > 2 && opcode < 8) || opcode > 10 || inStep.includes(start)) continue;
    const walk = walkFrames(bytes, start, rsv1, 8);
    const sameSender = walk.masked === 0 || walk.masked === walk.frames;
    if (walk.odd === 0 && sameSender && (walk.exact ? walk.frames >= 2 : walk.frames >= 4)) return start;
  }
  return 0;
}
