import type { Direction } from '../bytes/span.ts';
import { type Look, lookAt } from './look.ts';
import { scanNumbers, skipComment } from './numbers.ts';
import type { Claim, FormId, Importer } from './reading.ts';
import { type Recorder, readWith, type Track } from './recorder.ts';
import { reportRest } from './rest.ts';

interface Block {
  /** Between the braces. */
  from: number;
  to: number;
  /** The code before the opening brace, back to the block before. */
  before: string;
}

/** The outermost `{ … }` of some source code, comments passed over. */
function* blocks(text: string, recorder: Recorder): Generator<Block> {
  let depth = 0;
  let open = 0;
  let after = 0;
  let i = 0;
  while (i < text.length) {
    const skipped = skipComment(text, i, text.length, recorder, false);
    if (skipped > i) {
      i = skipped;
      continue;
    }
    const c = text.charCodeAt(i);
    if (c === 0x27 && text.charCodeAt(i + 2) === 0x27) i += 2;
    else if (c === 0x7b) {
      if (depth === 0) open = i;
      depth += 1;
    } else if (c === 0x7d && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        yield { from: open + 1, to: i, before: text.slice(Math.max(after, open - 300), open) };
        after = i + 1;
      }
    }
    i += 1;
  }
  if (depth > 0) {
    recorder.problem('unterminated', open, 1, { expected: '}' });
    yield { from: open + 1, to: text.length, before: text.slice(Math.max(after, open - 300), open) };
  }
}

const RULES = { octal: true, wide: false, hash: false };

function scanArrays(text: string, recorder: Recorder): void {
  const track = recorder.track(null, (text.length >> 2) + 1);
  let end = 0;
  for (const block of blocks(text, recorder)) {
    scanNumbers(text, block.from, block.to, recorder, track, RULES);
    end = block.to;
  }
  // What xxd -i adds: the length of the array, which is no byte of it but should agree with it.
  if (end > 0) reportRest(text, Math.min(text.length, end + 1), text.length, recorder, 0);
  const length = /^[^{]{0,80}?_len(?:gth)?\s*=\s*(\d+)/.exec(text.slice(end, end + 400));
  if (length !== null && Number(length[1]) !== track.length && recorder.found === 0) {
    const digits = length[1] as string;
    recorder.problem('offset-mismatch', end + length[0].length - digits.length, digits.length, {
      expected: track.length,
      found: Number(digits),
    });
  }
}

const PEER = /peer([01])_(\d+)\s*(?:\[\s*\d*\s*\])?\s*=\s*$/;

function scanPeers(text: string, recorder: Recorder): void {
  const capacity = (text.length >> 2) + 1;
  let packet: number | null = null;
  for (const block of blocks(text, recorder)) {
    const name = PEER.exec(block.before.replace(/\/\*[\s\S]*?\*\//g, ' '));
    const number = /^\s*\/\* Packet (\d+) \*\//.exec(text.slice(block.from, block.from + 60));
    packet = number === null ? null : Number(number[1]);
    const direction: Direction | null =
      name === null ? null : name[1] === '0' ? 'client-to-server' : 'server-to-client';
    const track: Track = recorder.track(direction, capacity >> 1);
    const offset = track.length;
    scanNumbers(text, block.from, block.to, recorder, track, RULES);
    recorder.segment(track, offset, null, packet);
  }
}

function claimOf(form: FormId, score: number, reasons: string[]): Claim {
  return { form, score, reasons: score > 0 ? reasons : [] };
}

const PEERS = /\bpeer[01]_\d+\s*(?:\[[^\]]*\])?\s*=\s*\{/;
const DECLARATION =
  /(?:\b(?:char|u?int8_t|u?int8|byte|Byte|BYTE|uchar|u8|sbyte)\b[^={]{0,200}(?:=\s*(?:new\s+\w+\s*\[\s*\]\s*)?)?\{)|\]\s*(?:u?int8|byte)\s*\{|\[\s*\d*\s*\]\s*=\s*\{/;

function judgeArray(look: Look): Claim {
  const declared = DECLARATION.test(look.head.replace(/\/\*[\s\S]*?\*\//g, ' '));
  if (!declared) return claimOf('c-array', /^\s*\{[^:"]*\d[^:"]*\}\s*;?\s*$/.test(look.bare) ? 0.6 : 0, ['braces']);
  return claimOf('c-array', PEERS.test(look.head) ? 0.6 : 0.97, ['c-declaration']);
}

export const cArray: Importer & { judge(look: Look): Claim } = {
  form: 'c-array',
  judge: judgeArray,
  claim: (text) => judgeArray(lookAt(text)),
  read: (text) => readWith('c-array', text, scanArrays),
};

function judgePeers(look: Look): Claim {
  return claimOf('c-arrays-wireshark', PEERS.test(look.head) ? 0.99 : 0, ['peer-arrays']);
}

export const cArraysWireshark: Importer & { judge(look: Look): Claim } = {
  form: 'c-arrays-wireshark',
  judge: judgePeers,
  claim: (text) => judgePeers(lookAt(text)),
  read: (text) => readWith('c-arrays-wireshark', text, scanPeers),
};
