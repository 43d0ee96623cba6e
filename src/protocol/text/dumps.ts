import { traceSide } from './curl.ts';
import { scanDump } from './dump.ts';
import { type DumpState, type DumpStyle, sideOf } from './dump-style.ts';
import { type Look, lookAt, shareOf } from './look.ts';
import { namedByComment, orderedByComments } from './named.ts';
import { areProven, hasOffsets, offsetsOf } from './offsets.ts';
import type { Claim, FormId, Importer } from './reading.ts';
import { readWith } from './recorder.ts';
import { scanXxdCells, xxdLayout } from './xxd-cells.ts';

/** Lines that some viewers print above the columns. */
function columnHeading(text: string, from: number, end: number): boolean {
  return /^\s*(?:offset(?:\(h\))?[\s:]*)?(?:0?0\s+0?1\s+0?2\s+0?3\b.*)?$/i.test(
    text.slice(from, Math.min(end, from + 120)),
  );
}

const PLAIN: DumpStyle = {
  colon: false,
  prefix: false,
  bar: null,
  gap: 2,
  middle: false,
  split: false,
  loose: false,
  details: false,
  packets: false,
  sides: false,
  heading: columnHeading,
};

function importer(
  form: FormId,
  style: DumpStyle,
  judge: (look: Look) => Claim,
): Importer & { judge(look: Look): Claim } {
  return {
    form,
    judge,
    claim: (text) => judge(lookAt(text)),
    read: (text) => readWith(form, text, (t, recorder) => scanDump(t, recorder, style)),
  };
}

/** Score of a dump from the share of its lines that look like it: one bad line among several must not hide it. */
function lineScore(form: FormId, look: Look, pattern: RegExp, top: number, reason: string): Claim {
  const share = shareOf(look.lines, pattern);
  if (share === 0) return { form, score: 0, reasons: [] };
  const score = share >= 0.3 ? top * (0.8 + 0.2 * share) : top * 0.5;
  return { form, score, reasons: [reason] };
}

const XXD = /^\s*(?:[0-9a-f]{4,5}: {1,2}[0-9a-f]{2,32}(?: |$)|[0-9a-f]{6,16}: {1,16}\S{2,})/i;

/** Above the dumps of `curl --trace` stands who sent them. */
function traceHeading(text: string, from: number, end: number, state: DumpState): boolean {
  const line = text.slice(from, Math.min(end, from + 120));
  const side = namedByComment(line) ?? traceSide(line);
  if (side === undefined) return columnHeading(text, from, end);
  state.aside = side === null;
  if (side !== null) {
    state.side = side;
    state.restart = true;
  }
  return true;
}

const plainXxd = importer('xxd', { ...PLAIN, colon: true, heading: traceHeading }, (look) =>
  lineScore(
    'xxd',
    { ...look, lines: look.lines.filter((line) => namedByComment(line) === null) },
    XXD,
    0.99,
    'offset-colon-lines',
  ),
);

export const xxd: typeof plainXxd = {
  ...plainXxd,
  read: (text) => {
    const layout = xxdLayout(text);
    if (layout === null) return orderedByComments(plainXxd.read(text), text);
    return readWith('xxd', text, (t, r) => scanXxdCells(t, r, layout));
  },
};

const CANONICAL = /^\s*[0-9a-f]{6,16}\s+(?:[0-9a-z?]{2}\s+){1,32}\|/i;

export const hexdumpC = importer('hexdump-C', { ...PLAIN, bar: '|', middle: true }, (look) => {
  const claim = lineScore('hexdump-C', look, CANONICAL, 0.99, 'offset-bar-lines');
  if (claim.score > 0) return claim;
  // Without its gutter: eight digits, and the length alone on the last line.
  const offsets = offsetsOf(look);
  if (!areProven(offsets) || !offsets.total || offsets.digits !== 8 || shareOf(look.lines, NO_GUTTER) < 0.3)
    return claim;
  return { form: 'hexdump-C', score: 0.95, reasons: ['offset-lines', 'offsets-agree'] };
});

const NO_GUTTER = /^\s*[0-9a-f]{8}\s+(?:[0-9a-f]{2}(?:\s+|$)){1,32}$/i;

const TCPDUMP = /^\s*0x[0-9a-f]{4,8}: +\S{2}/i;

/** Seconds of a tcpdump line: of the day (`14:42:15.08`), or since 1970 (`-tt`), or the difference (`-ttt`). */
function tcpdumpTime(line: string): number | null {
  const clock = /^(?:(\d{4})-(\d\d)-(\d\d) )?(\d\d):(\d\d):(\d\d(?:\.\d+)?) /.exec(line);
  if (clock !== null) {
    const days = clock[1] === undefined ? 0 : Date.UTC(Number(clock[1]), Number(clock[2]) - 1, Number(clock[3])) / 1000;
    return days + Number(clock[4]) * 3600 + Number(clock[5]) * 60 + Number(clock[6]);
  }
  const seconds = /^\s*(\d+\.\d+) /.exec(line);
  return seconds === null ? null : Number(seconds[1]);
}

export const tcpdump = importer(
  'tcpdump',
  {
    ...PLAIN,
    colon: true,
    prefix: true,
    packets: true,
    heading: (text, from, end, state) => {
      const line = text.slice(from, Math.min(end, from + 200));
      if (/^\s+\S/.test(line) && /^\s+0?x?[0-9a-f]{3,}/i.test(line)) return false;
      if (/^\S/.test(line)) state.time = tcpdumpTime(line);
      return true;
    },
  },
  (look) => lineScore('tcpdump', look, TCPDUMP, 0.99, 'offset-0x-lines'),
);

/** tshark names the parts of a packet where there are several: only the first is the packet. */
function tsharkHeading(text: string, from: number, end: number, state: DumpState): boolean {
  const line = text.slice(from, Math.min(end, from + 200));
  const source = /^(\S.*) \(\d+ bytes?\):\s*$/.exec(line);
  if (source !== null) {
    state.aside = !/^(?:Frame|Packet)\b/i.test(source[1] as string);
    return true;
  }
  const side = sideOf(line);
  if (side !== null) state.side = side;
  if (side !== null || columnHeading(text, from, end)) return true;
  // Packet lists and details that `-P` and `-V` print between the dumps.
  return /^\s*\d+\s+\d+[.:]\d|^(?:Frame|Packet|No\.) ?\S|^\s+\[?[A-Z.01][^:]*: |^\[\d|^(?:Continue|Ethernet|Internet|Transmission|WebSocket|Hypertext|Linux|Null|Raw|Line-based|Data|Domain|User|JavaScript)\b|^\s{4,}\[|^\s{4,}\S.*\S$/.test(
    line,
  );
}

const TSHARK = /^[0-9a-f]{4,8} {2}(?:[0-9a-f]{2} ){1,16}/i;
const WIRESHARK = /^[0-9a-f]{4,8} {3,4}[0-9a-f]{2}(?: (?! [0-9a-f]{2}(?: |$))|$)/i;
const SHORT = /^\s*[0-9a-f]{4,8}\s+(?:[0-9a-f]{2}(?:\s+|$)){1,16}/i;
const PACKETS: DumpStyle = { ...PLAIN, gap: 3, middle: true, packets: true, details: true, heading: tsharkHeading };

export const tshark = importer('tshark', PACKETS, (look) => {
  // `-V` prints pages of details before the first dump line.
  if (/^Frame \d+: \d+ bytes on wire/.test(look.head))
    return { form: 'tshark', score: 0.9, reasons: ['tshark-details'] };
  const claim = lineScore('tshark', look, TSHARK, 0.93, 'offset-lines');
  if (claim.score === 0) return claim;
  // Eight digits are what hexdump and Follow write; a bar, a colon or an indent is somebody else's.
  const long = shareOf(look.lines, /^[0-9a-f]{7,8} {2}/i);
  const first = /^0000 {2}/m.test(look.head);
  const score = claim.score * (1 - 0.4 * long) + (first ? 0.03 : 0);
  return { form: 'tshark', score, reasons: claim.reasons };
});

export const wiresharkDump = importer('wireshark-dump', { ...PACKETS, loose: true }, (look) => {
  const form = 'wireshark-dump';
  const claim = lineScore(form, look, WIRESHARK, 0.97, 'offset-lines');
  if (claim.score > 0) return claim;
  const short = lineScore(form, look, SHORT, 0.8, 'offset-lines');
  // What text2pcap reads: a letter tells who sent the packet below it.
  if (short.score > 0 && sideOf(look.lines[0] ?? '') !== null) return { ...short, score: 0.97 };
  const zeros = look.lines.length > 0 && /^\s*0{4,6}\s/.test(look.lines[0] as string);
  const score = zeros ? short.score : short.score * 0.6;
  // Whatever the offsets look like: they count the bytes.
  if (score >= 0.78 || !hasOffsets(look)) return { ...short, score };
  return { form, score: 0.78, reasons: ['offset-lines', 'offsets-agree'] };
});

const FOLLOW = /^(?:\t| {4})?[0-9a-f]{8} {2}(?:[0-9a-f]{2} {1,2}){0,16}[0-9a-f]{2}(?: |$)/i;
const BANNER = /^=+$|^Follow: |^Filter: |^Node [01]: /;

/** Lines of the box that tshark prints around a followed stream. */
export function followBanner(text: string, from: number, end: number): boolean {
  return (
    columnHeading(text, from, Math.min(end, from + 120)) ||
    BANNER.test(text.slice(from, Math.min(end, from + 100)).trim())
  );
}

export const followHex = importer(
  'follow-hex',
  { ...PLAIN, middle: true, split: true, sides: true, heading: followBanner },
  (look) => {
    const form = 'follow-hex';
    if (/^Follow: \w+,hex/m.test(look.head)) return { form, score: 0.995, reasons: ['follow-banner'] };
    const lines = look.lines.filter((line) => !/\|.*\|\s*$/.test(line));
    if (lines.length < look.lines.length / 2) return { form, score: 0, reasons: [] };
    const claim = lineScore(form, { ...look, lines }, FOLLOW, 0.94, 'offset-lines');
    const sides = shareOf(look.lines, /^(?:\t| {4})[0-9a-f]{8} {2}[0-9a-f]{2}/i) > 0;
    return sides
      ? { form, score: Math.min(0.99, claim.score + 0.04), reasons: ['offset-lines', 'indented-lines'] }
      : claim;
  },
);
