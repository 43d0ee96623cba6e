/**
 * Whether permessage-deflate is in force, and how (RFC 7692 §7.1). The answer of the server decides; where it was not
 * captured, the first message that has RSV1 is tried: text that is not compressed hardly ever inflates to its end.
 */

import { concat } from '../bytes/join.ts';
import type { Source } from '../bytes/source.ts';
import { DIRECTIONS } from '../bytes/span.ts';
import { Inflater } from '../deflate/inflate.ts';
import { keyWord, unmask } from '../frame/mask.ts';
import { assumedDeflate, DEFLATE, type DeflateParameters } from '../handshake/extensions.ts';
import type { Handshake } from '../handshake/handshake.ts';
import { DIALECTS } from '../model/drafts.ts';
import type { Both } from './both.ts';
import { choice, WINDOW } from './choose.ts';
import type { Assumptions, Choice } from './model.ts';
import { type HeaderAt, headersFrom } from './plausible.ts';

/** What is in force where nothing was said: what every receiver can read. */
const USUAL: DeflateParameters = {
  serverNoContextTakeover: false,
  clientNoContextTakeover: false,
  serverMaxWindowBits: 15,
  clientMaxWindowBits: 15,
};

/** What the handshake, or somebody, says about compression; null where neither does. */
export function statedCompression(
  handshake: Handshake,
  { extensions }: Assumptions,
): Choice<DeflateParameters | null> | null {
  if (extensions !== undefined) return choice(assumedDeflate(extensions), 'assumed', 'chosen-by-hand');
  const { request, response, deflate, dialect } = handshake;
  if (DIALECTS[dialect].framing !== 'rfc6455') return choice(null, 'certain', 'compression-too-old');
  if (response) return choice(deflate, 'certain', deflate ? 'compression-agreed' : 'compression-not-agreed');
  const offered = request?.extensions.some(({ name }) => name === DEFLATE);
  return request && !offered ? choice(null, 'certain', 'compression-not-offered') : null;
}

/** The same from the frames alone, which begin at `start`. */
export function guessCompression(sources: Both<Source>, start: Both<number>): Choice<DeflateParameters | null> {
  const tried = DIRECTIONS.map((direction) =>
    tryFirst(sources[direction].read(start[direction], start[direction] + WINDOW)),
  );
  if (tried.includes('inflates')) return choice(USUAL, 'likely', 'compression-inflates');
  if (tried.includes('so-far')) return choice(USUAL, 'guess', 'compression-inflates-so-far');
  if (tried.includes('fails')) return choice(null, 'guess', 'compression-does-not-inflate');
  return choice(null, 'likely', 'compression-not-marked');
}

/** Frames looked at for the first one with RSV1. */
const MOST_FRAMES = 256;

/** What came of inflating the first message with RSV1; null where there is none, or too little of it to tell. */
function tryFirst(bytes: Uint8Array): 'inflates' | 'so-far' | 'fails' | null {
  const headers = headersFrom(bytes, 0, true, MOST_FRAMES);
  const first = headers.findIndex(
    ({ start, opcode }) => ((bytes[start] ?? 0) & 0x40) !== 0 && opcode > 0 && opcode < 3,
  );
  if (first < 0) return null;
  const { payload, complete } = firstMessage(bytes, headers.slice(first));
  const inflater = new Inflater({ windowBits: 15, takeover: true, maxOutput: WINDOW });
  // What was sent before is not known; it makes no difference to where the message ends.
  inflater.restore(new Uint8Array(2 ** 15));
  const { bytes: inflated, fault } = inflater.message(payload, complete);
  if (fault !== null) return 'fails';
  if (complete) return 'inflates';
  return inflated.length > 0 ? 'so-far' : null;
}

/** Payload of the message that begins with the first of these frames, as far as it is there. */
function firstMessage(bytes: Uint8Array, headers: readonly HeaderAt[]): { payload: Uint8Array; complete: boolean } {
  const parts: Uint8Array[] = [];
  let complete = false;
  for (const [i, { opcode, fin, masked, length, end }] of headers.entries()) {
    if (opcode > 2 || (i > 0 && opcode !== 0)) continue;
    const payload = bytes.subarray(end - length, end);
    const key = masked ? keyWord(bytes.subarray(end - length - 4, end - length)) : 0;
    parts.push(masked ? unmask(payload, key) : payload);
    complete = fin && end <= bytes.length;
    if (fin || end > bytes.length) break;
  }
  return { payload: concat(parts), complete };
}
