import { visible } from '../views/text.ts';

/** A character and the bytes it takes in UTF-8. */
export interface Letter {
  /** Made visible. */
  readonly text: string;
  /** Byte of the payload it starts at, and how many it takes. */
  readonly start: number;
  readonly length: number;
}

const encoder = new TextEncoder();

/** The characters that have a byte among the first `limit` of the message. */
export function letters(message: string, limit: number): Letter[] {
  const out: Letter[] = [];
  let start = 0;
  for (const character of message.slice(0, limit)) {
    if (start >= limit) break;
    const { length } = encoder.encode(character);
    out.push({ text: character === ' ' ? '␣' : visible(character), start, length: Math.min(length, limit - start) });
    start += length;
  }
  return out;
}
