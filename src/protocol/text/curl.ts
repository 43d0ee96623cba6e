/** What curl prints of an exchange: `-v` marks each line of a head, `--trace` heads each dump. */

import type { Direction } from '../bytes/span.ts';
import { isPrompt, lineEnd, nextLine, skipBlanks } from './chars.ts';
import type { Look } from './look.ts';
import { putUtf8 } from './raw.ts';
import type { Recorder } from './recorder.ts';

const VERBOSE = /^(?:> [A-Z]{3,10} \S+ HTTP\/\d|< HTTP\/\d(?:\.\d)? \d{3}\b)/m;

/** The text is a log of `curl -v` with a head in it. */
export function isVerbose(look: Look): boolean {
  return VERBOSE.test(look.head);
}

/** Heads with `> ` before each line sent and `< ` before each line received; their line ends were CR LF. */
export function scanVerbose(text: string, recorder: Recorder): void {
  for (let i = 0; i < text.length; ) {
    const end = lineEnd(text, i, text.length);
    const next = nextLine(text, end, text.length);
    const mark = text.charAt(i);
    const blank = i + 1 === end || text.charCodeAt(i + 1) === 0x20;
    if ((mark === '>' || mark === '<') && blank) {
      const direction: Direction = mark === '>' ? 'client-to-server' : 'server-to-client';
      const track = recorder.track(direction);
      const offset = track.length;
      for (let k = i + 2; k < end; ) {
        const code = text.codePointAt(k) ?? 0;
        const size = code > 0xffff ? 2 : 1;
        if (code >= 0x80) recorder.problem('invalid-character', k, size, { expected: 'ascii' });
        if (code < 0xd800 || code > 0xdfff) putUtf8(code, k, k + size, track);
        k += size;
      }
      track.put(13, i, next);
      track.put(10, i, next);
      recorder.extend(track, offset);
    } else if (!/^(?:\*|[{}] \[)/.test(text.slice(i, i + 3)) && !isPrompt(text, i, end)) {
      const begin = skipBlanks(text, i, end);
      if (begin < end) recorder.problem('invalid-character', begin, end - begin, { expected: 'end' });
    }
    i = next;
  }
}

const TRACE = /^(?:[\d:.]+ )?(=>|<=|==) (?:(?:Send|Recv) (SSL )?(?:header|data), \d+ bytes|Info: )/;

/** The heading of a dump of `curl --trace`: its sender, or null where the bytes are not HTTP's; undefined: no heading. */
export function traceSide(line: string): Direction | null | undefined {
  const match = TRACE.exec(line);
  if (match === null) return undefined;
  if (match[2] !== undefined || match[1] === '==') return null;
  return match[1] === '=>' ? 'client-to-server' : 'server-to-client';
}

/** The sender of the first dump, or null where the text is no such trace. */
export function firstTraceSide(text: string): Direction | null {
  for (const line of text.slice(0, 10_000).split('\n')) {
    const side = traceSide(line);
    if (side) return side;
  }
  return null;
}
