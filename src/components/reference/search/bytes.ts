/** Bytes in hex as people write them in a search box: `88 02 03 e8`, `0x88, 0x02`, `\x88\x02`, `880203e8`. */
const HEX = /^(?:(?:0x|\\x)?(?:[0-9a-f]{2})+(?:[\s,:-]+|$|(?=\\x)))+$/i;

/** What people put in front of them. */
const CALLED = /^(?:(?:bytes?|hex|frame)\b|字节|十六进制|帧)\s*[:：]?\s*/i;

/** The same, spaced; null where it is no hex, or too short to be worth decoding. */
export function bytesIn(text: string): string | null {
  const typed = text.trim().replace(CALLED, '');
  if (!HEX.test(typed)) return null;
  const digits = typed.replace(/0x|\\x|[\s,:-]/gi, '').toLowerCase();
  // `facade` is a word, and `1006` a close code.
  const spaced = /[\s,:\\]|0x/i.test(typed);
  if (digits.length < (spaced ? 4 : 6) || !(spaced || /\d/.test(digits))) return null;
  return digits.replace(/..(?=.)/g, '$& ');
}
