import { isBlank, isPrompt, isWordChar, lineEnd, trimEnd } from './chars.ts';
import type { Recorder } from './recorder.ts';

/** A declaration beside the bytes: `unsigned int f_len = 7;`, `#define`, and the like. */
const STATEMENT =
  /^(?:(?:static|const|constexpr|unsigned|signed|int|long|short|char|size_t|u?int\d*(?:_t)?|usize|auto|let|var|return|extern)\b[^;{}"'\n]*;|#(?:define|endif|if|include|pragma)\b[^\n]*|as const\b|\w+(?:\.\w+)*\([^(){}\n]*\);|(?:\.\w+)+(?:\([^()\n]*\))?)/;

/** Brackets opened in `text` before `at` and not closed: what stands in them is code around the literal. */
export function openBefore(text: string, at: number): number {
  let open = 0;
  for (let i = Math.max(0, at - 400); i < at; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x28 || c === 0x5b || c === 0x7b) open += 1;
    else if ((c === 0x29 || c === 0x5d || c === 0x7d) && open > 0) open -= 1;
  }
  return open;
}

/**
 * Looks through what stands between the end of a literal and `to`: code that closes it, comments, declarations and
 * prompts are part of the notation. Anything else is one problem at its first character.
 * @param open brackets that were opened before the literal.
 * @returns how many of them are still open.
 */
export function reportRest(text: string, from: number, to: number, recorder: Recorder, open: number): number {
  let depth = open;
  let i = from;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (isBlank(c) || c === 0x3b || c === 0x2c || c === 0x5c) i += 1;
    else if (c === 0x29 || c === 0x5d || c === 0x7d) {
      depth = Math.max(0, depth - 1);
      i += 1;
    } else if (text.startsWith('//', i)) i = lineEnd(text, i, to);
    else if (text.startsWith('/*', i)) {
      const close = text.indexOf('*/', i + 2);
      i = close < 0 || close > to ? to : close + 2;
    } else if (depth > 0) {
      if (c === 0x28 || c === 0x5b || c === 0x7b) depth += 1;
      i += 1;
    } else {
      const end = lineEnd(text, i, to);
      const head = i === 0 || /[\r\n]/.test(text.charAt(i - 1));
      if (c === 0x23 || (head && isPrompt(text, i, end))) {
        i = end;
        continue;
      }
      const statement = isWordChar(text.charCodeAt(i - 1))
        ? null
        : STATEMENT.exec(text.slice(i, Math.min(to, i + 300)));
      if (statement === null) {
        recorder.problem('invalid-character', i, trimEnd(text, i, end) - i, { expected: 'end' });
        return 0;
      }
      i += statement[0].length;
    }
  }
  return depth;
}

/** Beginning of the line that `at` stands in, `from` at the least. */
export function lineStart(text: string, at: number, from: number): number {
  let i = at;
  while (i > from && text.charCodeAt(i - 1) !== 0x0a && text.charCodeAt(i - 1) !== 0x0d) i -= 1;
  return i;
}
