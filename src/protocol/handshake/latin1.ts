/** Few enough for one call of `fromCharCode` in every engine. */
const PIECE = 8192;

/** One character a byte (ISO 8859-1): the only reading of header bytes that loses nothing and keeps every offset. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  for (let at = start; at < end; at += PIECE) {
    const piece = bytes.subarray(at, Math.min(end, at + PIECE));
    // `apply` reads a typed array as it is; spreading would go through its iterator.
    text += String.fromCharCode.apply(null, piece as unknown as number[]);
  }
  return text;
}

/** Bytes of a text of characters up to U+00FF; the low eight bits of any other. */
export function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The part of `text` between `start` and `end` without the spaces and tabs around it. `trim` would take U+00A0 as well. */
export function inner(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
