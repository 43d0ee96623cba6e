/** Payloads in and out of permessage-deflate (RFC 7692). Fetched when it is first wanted. */

import type { Direction } from '../../protocol/bytes/span.ts';
import type { Connection } from '../../protocol/connection/connection.ts';
import { Deflater } from '../../protocol/deflate/compress.ts';
import { Inflater } from '../../protocol/deflate/inflate.ts';
import { deflateOf } from '../../protocol/handshake/extensions.ts';
import type { RuleId } from '../../protocol/model/rules.ts';
import type { ItemReading } from './selectors.ts';

/** Bytes of a message that is inflated here. */
const MOST = 1 << 20;
const WINDOW_BITS = 15;

/** As its sender would compress it where it stands: it may copy from compressed messages before it. */
export function compressed({ connection, item, part }: ItemReading, content: Uint8Array): Uint8Array {
  const agreed = connection.compression.value;
  const { windowBits, noContextTakeover } = agreed
    ? deflateOf(agreed, item.direction)
    : { windowBits: WINDOW_BITS, noContextTakeover: false };
  const deflater = new Deflater({ windowBits, takeover: !noContextTakeover });
  if (!noContextTakeover) {
    for (const earlier of messagesBefore(connection, item.direction, part?.frame ?? 0)) deflater.message(earlier);
  }
  return deflater.message(content);
}

/** What the compressed messages before a frame say, in order. */
function messagesBefore(connection: Connection, direction: Direction, frame: number): Uint8Array[] {
  return connection.messages(direction).flatMap(({ frames, compressed: is, complete }) => {
    if (!is || !complete || (frames.at(-1) ?? frame) >= frame) return [];
    const source = inflatedSource(connection.sourcesOf(`${direction}/frame/${frames[0]}`));
    return source ? [source.read(0, source.length)] : [];
  });
}

const inflatedSource = (sources: ItemReading['sources']) => sources.find(({ how }) => how === 'inflate');

const IN_PART: readonly RuleId[] = ['inflate-error', 'distance-beyond-window', 'inflated-in-part'];

/** What a compressed message says; null where that cannot be found out. */
export function inflated({ sources, issues }: ItemReading, content: Uint8Array): Uint8Array | null {
  const known = inflatedSource(sources);
  if (known && !issues.some(({ rule }) => IN_PART.includes(rule))) return known.read(0, known.length).slice();
  const inflater = new Inflater({ windowBits: WINDOW_BITS, takeover: false, maxOutput: MOST });
  const { bytes, fault, capped } = inflater.message(content);
  return fault || capped ? null : bytes.slice();
}
