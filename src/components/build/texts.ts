/** The text of bytes, or null where they are no UTF-8. A byte order mark is kept: it is sent, too. */
export function decodedText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8. What has none (half a surrogate pair) becomes U+FFFD. */
export function encodedText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The same, and null for a text that a text box would change: it knows one line end only. */
export function boxedText(bytes: Uint8Array): string | null {
  return bytes.includes(0x0d) ? null : decodedText(bytes);
}
