const decoder = new TextDecoder();

/** Text of bytes that are all below 0x80: what the encoders of this folder have just written. */
export function asciiText(codes: Uint8Array): string {
  return decoder.decode(codes);
}
