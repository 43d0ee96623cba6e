/**
 * How many bytes HPACK (RFC 7541) makes of header fields: an encoder that puts every new field into its table and uses no
 * Huffman code. A real one saves about a quarter more of what it writes out, and leaves some fields out of the table.
 */

import { STATIC_TABLE } from './hpack-table.ts';

export type HeaderField = readonly [name: string, value: string];

/** RFC 9113 section 6.5.2: what a table may hold unless the peer says otherwise. */
const TABLE_SIZE = 4096;
/** RFC 7541 section 4.1: what an entry counts besides its texts. */
const ENTRY_OVERHEAD = 32;

const STATIC_FIELDS = new Map<string, number>();
const STATIC_NAMES = new Map<string, number>();
for (const [i, [name, value]] of STATIC_TABLE.entries()) {
  STATIC_FIELDS.set(`${name}\0${value}`, i + 1);
  if (!STATIC_NAMES.has(name)) STATIC_NAMES.set(name, i + 1);
}

/** Bytes of an integer after a prefix of so many bits (RFC 7541 section 5.1). */
function integerSize(value: number, prefix: number): number {
  const most = 2 ** prefix - 1;
  if (value < most) return 1;
  let size = 2;
  for (let rest = value - most; rest >= 128; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/** Bytes of a text that is not coded (section 5.2). */
function textSize(length: number): number {
  return integerSize(length, 7) + length;
}

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly size: number;
}

/** One direction of a connection: gives the size of each header block in turn, and remembers. */
export class HpackSizer {
  /** The newest first (section 2.3.2). */
  readonly #entries: Entry[] = [];
  #size = 0;
  readonly #most: number;

  constructor(most = TABLE_SIZE) {
    this.#most = most;
  }

  block(fields: readonly HeaderField[]): number {
    let size = 0;
    for (const [name, value] of fields) size += this.#field(name, value);
    return size;
  }

  #field(name: string, value: string): number {
    const known = STATIC_FIELDS.get(`${name}\0${value}`) ?? this.#indexOf((e) => e.name === name && e.value === value);
    if (known !== null) return integerSize(known, 7);
    const named = STATIC_NAMES.get(name) ?? this.#indexOf((entry) => entry.name === name);
    this.#add({ name, value, size: name.length + value.length + ENTRY_OVERHEAD });
    return (named === null ? 1 + textSize(name.length) : integerSize(named, 6)) + textSize(value.length);
  }

  #indexOf(matches: (entry: Entry) => boolean): number | null {
    const at = this.#entries.findIndex(matches);
    return at < 0 ? null : STATIC_TABLE.length + 1 + at;
  }

  /** The oldest make room (section 4.4); what is larger than the table empties it. */
  #add(entry: Entry): void {
    while (this.#entries.length > 0 && this.#size + entry.size > this.#most) {
      this.#size -= this.#entries.pop()?.size ?? 0;
    }
    if (entry.size > this.#most) return;
    this.#entries.unshift(entry);
    this.#size += entry.size;
  }
}
