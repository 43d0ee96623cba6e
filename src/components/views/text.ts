/** Shows text from the wire as text: nothing in it may act on the page, hide, or reorder what stands around it. */

/** Characters that have no picture of their own and are not control characters: [first, last] code points. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad], // soft hyphen
  [0x034f, 0x034f], // combining grapheme joiner
  [0x061c, 0x061c], // Arabic letter mark
  [0x115f, 0x1160], // Hangul fillers
  [0x17b4, 0x17b5], // Khmer inherent vowels
  [0x180b, 0x180f], // Mongolian selectors
  [0x200b, 0x200f], // zero width, direction marks
  [0x2028, 0x202e], // separators, embeddings and overrides
  [0x2060, 0x206f], // word joiner, isolates
  [0x3164, 0x3164], // Hangul filler
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff], // byte order mark
  [0xffa0, 0xffa0], // halfwidth Hangul filler
  [0xfff9, 0xfffb], // interlinear annotation
  [0xe0000, 0xe0fff], // tags
];

function unseen(code: number): boolean {
  return UNSEEN.some(([first, last]) => code >= first && code <= last);
}

/** What a piece of text is made of: characters shown as they are, or stand-ins for those that cannot be seen. */
interface VisiblePiece {
  readonly text: string;
  /** True for a stand-in. */
  readonly made: boolean;
}

function standIn(code: number): string | null {
  // U+2400 has a picture for each control character; the C1 range has none and is named by number.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  if ((code >= 0x80 && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || unseen(code)) {
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  }
  return null;
}

/** Emoji are glued and coloured by zero-width joiners and selectors: there they are part of what is seen. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)*/uy;

/** The text in pieces, stand-ins apart from what is shown as it is. Both, put together, are `visible(text)`. */
export function visiblePieces(text: string): VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let plain = '';
  const flush = () => {
    if (plain) pieces.push({ text: plain, made: false });
    plain = '';
  };
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0;
    const made = standIn(code);
    if (made === null) {
      EMOJI.lastIndex = i;
      const emoji = code > 0xff ? EMOJI.exec(text)?.[0] : undefined;
      const taken = emoji ?? String.fromCodePoint(code);
      plain += taken;
      i += taken.length;
      continue;
    }
    flush();
    pieces.push({ text: made, made: true });
    i += code > 0xffff ? 2 : 1;
  }
  flush();
  return pieces;
}

/**
 * Control characters as their pictures (␀ ␊), bidirectional controls, zero-width characters and lone surrogates as
 * ⟨U+202E⟩. The result has no character that hides or moves others.
 */
export function visible(text: string): string {
  return visiblePieces(text)
    .map((piece) => piece.text)
    .join('');
}

/** The ASCII column of a dump: printable characters as they are, a dot for the rest. */
export function ascii(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}

/** Cuts to at most `limit` characters (code points), with … where something is missing. */
export function excerpt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (let taken = 0; taken < limit && end < text.length; taken++) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end < text.length ? `${text.slice(0, end)}…` : text;
}
