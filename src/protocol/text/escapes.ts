import { classOf, isHexDigit } from './chars.ts';
import type { Recorder, Track } from './recorder.ts';

export interface EscapeRules {
  /** What an escape that is not known means: itself, backslash included (Python), or a fault. */
  readonly unknown: 'keep' | 'problem';
  /** `\u0081` and `\u{81}`, as JavaScript and JSON write it. */
  readonly unicode: boolean;
}

/** Single-character escapes common to C, Python and JavaScript. */
function simpleEscape(c: number): number {
  switch (c) {
    case 0x6e: // n
      return 10;
    case 0x72: // r
      return 13;
    case 0x74: // t
      return 9;
    case 0x61: // a
      return 7;
    case 0x62: // b
      return 8;
    case 0x66: // f
      return 12;
    case 0x76: // v
      return 11;
    case 0x5c:
    case 0x27:
    case 0x22:
    case 0x60:
      return c;
    default:
      return -1;
  }
}

/**
 * Reads the escape whose backslash stands at `i`; `to` ends the text. Returns where reading goes on.
 * A backslash before a line end joins the lines and writes nothing.
 */
export function scanEscape(
  text: string,
  i: number,
  to: number,
  recorder: Recorder,
  track: Track,
  rules: EscapeRules,
): number {
  const c = i + 1 < to ? text.charCodeAt(i + 1) : -1;
  if (c === 0x78 || c === 0x58) return hexEscape(text, i, to, recorder, track);
  if (c >= 0x30 && c <= 0x37) {
    let end = i + 1;
    let value = 0;
    while (end < to && end < i + 4 && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x37) {
      value = value * 8 + text.charCodeAt(end) - 0x30;
      end += 1;
    }
    if (value > 255) recorder.problem('value-out-of-range', i, end - i, { value: text.slice(i, end), expected: 255 });
    else track.put(value, i, end);
    return end;
  }
  if (c === 0x0d && text.charCodeAt(i + 2) === 0x0a) return i + 3;
  if (c === 0x0a || c === 0x0d) return i + 2;
  if (rules.unicode && c === 0x75) {
    const match = /^\\u(?:([0-9a-fA-F]{4})|\{([0-9a-fA-F]{1,8})\})/.exec(text.slice(i, Math.min(to, i + 12)));
    if (match !== null) {
      const value = Number.parseInt((match[1] ?? match[2]) as string, 16);
      const end = i + match[0].length;
      if (value > 255) recorder.problem('value-out-of-range', i, end - i, { value: match[0], expected: 255 });
      else track.put(value, i, end);
      return end;
    }
  }
  const simple = simpleEscape(c);
  if (simple >= 0) {
    track.put(simple, i, i + 2);
    return i + 2;
  }
  if (rules.unknown === 'keep' && c > 0x20 && c < 0x7f) {
    track.put(0x5c, i, i + 1);
    return i + 1;
  }
  if (c < 0) recorder.problem('bad-escape', i, 1, { escape: '\\' });
  else recorder.problem('bad-escape', i, 2, { escape: text.slice(i, i + 2) });
  return c < 0 ? i + 1 : i + 2;
}

function hexEscape(text: string, i: number, to: number, recorder: Recorder, track: Track): number {
  const a = i + 2 < to ? text.charCodeAt(i + 2) : -1;
  const b = i + 3 < to ? text.charCodeAt(i + 3) : -1;
  if (isHexDigit(a) && isHexDigit(b)) {
    track.put(classOf(a) * 16 + classOf(b), i, i + 4);
    return i + 4;
  }
  // The wrong digit goes with its escape, unless it is what ends the text or the string, or begins another escape.
  let end = isHexDigit(a) ? i + 3 : i + 2;
  const last = end < to ? text.charCodeAt(end) : -1;
  const pair = end === i + 2 && isHexDigit(b) && /[g-zG-Z]/.test(text.charAt(end));
  if (pair) end = i + 4;
  else if (/[g-zG-Z]/.test(String.fromCharCode(Math.max(0, last))) && end === i + 3) end += 1;
  recorder.problem('bad-escape', i, end - i, { escape: text.slice(i, end) });
  return end;
}
