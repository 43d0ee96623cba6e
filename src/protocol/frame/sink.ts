/**
 * What a frame scanner tells the floor above it. The scanner knows headers, keys and where payloads lie; what the frames
 * mean together (messages, text, closing) is not its business.
 */
export interface FrameSink {
  /**
   * Issue bits that the first byte and the declared length prove, given the frames before; `length` is -1 while unknown.
   * Must change nothing: it is asked about headers that the bytes end inside of.
   */
  foresee(byte0: number, length: number): number;

  /**
   * The header of frame `row` is known and its row written. `length` is the declared payload length. Returns whether
   * the payload is to be looked at; where not, the scanner does not touch it.
   */
  begin(row: number, byte0: number, length: number): boolean;

  /**
   * Payload of frame `row`, in order, unmasked: `bytes[start, end)`. The memory is used again after the call. `ascii` is
   * true where all of these bytes are known to be below 0x80; false says nothing.
   */
  payload(row: number, bytes: Uint8Array, start: number, end: number, ascii: boolean): void;

  /** The last byte of a frame whose payload was looked at has been seen. */
  end(row: number): void;
}

/** What both framings offer: bytes in, rows of a table out. */
export interface Scanner {
  /** Reads on. Any chunking gives the same table as the whole. Nothing is kept of the chunk. */
  push(chunk: Uint8Array): void;
}
