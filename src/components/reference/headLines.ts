/** A piece of a line that is lit in one way, or not at all. */
export interface HeadRun {
  readonly text: string;
  readonly lit: string;
}

/**
 * The lines of a head (one character a byte), line ends included, each cut where the light changes; and what follows the
 * blank line, where that is no text.
 */
export function headLines(
  text: string,
  litAt: (at: number) => string,
): { readonly lines: readonly (readonly HeadRun[])[]; readonly rest: string } {
  const blank = /\r?\n\r?\n/.exec(text.replace(/^[\r\n]+/, (lead) => ' '.repeat(lead.length)));
  const end = blank ? blank.index + blank[0].length : text.length;
  const tail = text.slice(end);
  // A second head is text, and so is the body of a refusal; what belongs to a challenge is not.
  const isText = tail.startsWith('HTTP/') || /^HTTP\/\S+ (?!101)/.test(text);
  const upTo = isText ? text.length : end;
  const lines: HeadRun[][] = [];
  let at = 0;
  for (const line of text.slice(0, upTo).match(/[^\n]*\n|[^\n]+/g) ?? []) {
    const runs: { text: string; lit: string }[] = [];
    for (const character of line) {
      const lit = litAt(at);
      at += 1;
      const last = runs.at(-1);
      if (last && last.lit === lit) last.text += character;
      else runs.push({ text: character, lit });
    }
    lines.push(runs);
  }
  return { lines, rest: isText ? '' : tail };
}
