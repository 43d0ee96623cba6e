/** The column of characters beside the bytes of a dump: checked, never read. */

/** `byte` may be drawn as the code unit `shown`: itself, or a dot or a sign beyond ASCII where it has no letter. */
export function shows(shown: number, byte: number): boolean {
  if (byte > 0x20 && byte < 0x7f) return shown === byte;
  if (byte === 0x20) return shown === 0x20 || shown === 0x2e || shown === 0xa0;
  return shown === 0x2e || shown > 0x7e;
}

/**
 * Compares the gutter that starts at `start` with `count` bytes. A gutter cut short fits (editors drop blanks at line
 * ends). Follow-stream dumps put a blank after the eighth character.
 * @returns -1 where it fits, else the first position that does not.
 */
export function misfit(
  text: string,
  start: number,
  end: number,
  bytes: Uint8Array,
  from: number,
  count: number,
  split: boolean,
): number {
  let at = start;
  for (let k = 0; k < count; k++) {
    if (split && k === 8 && at < end && text.charCodeAt(at) === 0x20) at += 1;
    if (at >= end) return -1;
    if (!shows(text.charCodeAt(at), bytes[from + k] as number)) return at;
    at += 1;
  }
  while (at < end) {
    const c = text.charCodeAt(at);
    if (c !== 0x20 && c !== 0x09 && c !== 0xa0) return at;
    at += 1;
  }
  return -1;
}
