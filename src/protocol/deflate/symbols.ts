import type { BitReader } from './bits.ts';
import type { InflateFault } from './fault.ts';
import { BAD, COPY, END, LONG, type Table } from './huffman.ts';
import type { DecodeLog, Stop } from './log.ts';
import type { Output } from './output.ts';

/**
 * Literals and copies up to the end of a block (RFC 1951 §3.2.3); null at the end. All time goes here, so what the loop
 * needs is in variables, and the fetching of bits is written out. `window` is the size of the one that was agreed.
 */
export function decodeSymbols(
  reader: BitReader,
  output: Output,
  literalTable: Table,
  distanceTable: Table,
  window: number,
  log: DecodeLog | null,
): Stop | null {
  const input = reader.bytes;
  const end = reader.end;
  const { entries: literals, bits: literalBits } = literalTable;
  const { entries: distances, bits: distanceBits } = distanceTable;
  const literalMask = (1 << literalBits) - 1;
  const distanceMask = (1 << distanceBits) - 1;
  let { hold, count, next } = reader;
  let { bytes, base, at, safe } = output;
  let { farthest, farthestBit } = output;
  let stop: Stop | null = null;
  for (;;) {
    if (at > safe) {
      output.at = at;
      if (!output.room()) {
        stop = 'limit';
        break;
      }
      ({ bytes, base, at, safe } = output);
    }
    if (count < 15) {
      hold |= ((input[next] as number) | ((input[next + 1] as number) << 8)) << count;
      next += 2;
      count += 16;
    }
    let entry = literals[hold & literalMask] as number;
    if ((entry & LONG) !== 0) {
      entry = literals[(entry >>> 16) + ((hold >>> literalBits) & ((1 << (entry & 15)) - 1))] as number;
    }
    hold >>>= entry & 15;
    count -= entry & 15;
    if (next > end && next * 8 - count > end * 8) break;
    if ((entry & (COPY | END | BAD)) === 0) {
      if (log !== null) log.literal(next * 8 - count - (entry & 15), entry);
      bytes[at] = entry >>> 16;
      at += 1;
      continue;
    }
    if ((entry & COPY) === 0) {
      const begin = next * 8 - count - (entry & 15);
      if ((entry & BAD) !== 0) stop = { kind: 'bad-code', bit: begin, values: { code: 'literals' } };
      else if (log !== null) log.end(begin, entry);
      break;
    }
    const lengthEntry = entry;
    let extra = (entry >>> 4) & 15;
    if (count < extra) {
      hold |= ((input[next] as number) | ((input[next + 1] as number) << 8)) << count;
      next += 2;
      count += 16;
    }
    const length = (entry >>> 16) + (hold & ((1 << extra) - 1));
    hold >>>= extra;
    count -= extra;
    if (count < 15) {
      hold |= ((input[next] as number) | ((input[next + 1] as number) << 8)) << count;
      next += 2;
      count += 16;
    }
    const distanceBit = next * 8 - count;
    entry = distances[hold & distanceMask] as number;
    if ((entry & LONG) !== 0) {
      entry = distances[(entry >>> 16) + ((hold >>> distanceBits) & ((1 << (entry & 15)) - 1))] as number;
    }
    hold >>>= entry & 15;
    count -= entry & 15;
    extra = (entry >>> 4) & 15;
    if (count < extra) {
      hold |= ((input[next] as number) | ((input[next + 1] as number) << 8)) << count;
      next += 2;
      count += 16;
    }
    const distance = (entry >>> 16) + (hold & ((1 << extra) - 1));
    hold >>>= extra;
    count -= extra;
    if (next > end && next * 8 - count > end * 8) break;
    if ((entry & BAD) !== 0) {
      stop = { kind: 'bad-code', bit: distanceBit, values: { code: 'distances' } };
      break;
    }
    if (distance > at - base) {
      stop = tooFar(distanceBit, distance, at - base, window);
      break;
    }
    if (distance > farthest) {
      farthest = distance;
      farthestBit = distanceBit;
    }
    if (log !== null) {
      const lengthBits = (lengthEntry & 15) + ((lengthEntry >>> 4) & 15);
      log.copy(distanceBit - lengthBits, lengthEntry, entry, length, distance);
    }
    // Byte by byte: a copy may reach into what it has just written, and so makes runs.
    const last = at + length;
    for (let from = at - distance; at < last; from += 1, at += 1) bytes[at] = bytes[from] as number;
  }
  reader.hold = hold;
  reader.count = count;
  reader.next = next;
  output.at = at;
  output.farthest = farthest;
  output.farthestBit = farthestBit;
  return stop;
}

function tooFar(bit: number, distance: number, known: number, window: number): InflateFault {
  if (distance <= window) return { kind: 'distance-too-far', bit, values: { distance, known } };
  return { kind: 'distance-beyond-window', bit, values: { distance, known, window } };
}
