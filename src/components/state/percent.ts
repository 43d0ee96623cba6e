/** Text in the fragment of a link: readable, and exact on the way back. */

/**
 * `encodeURIComponent`, and the marks that programs looking for links cut off at the end. A lone surrogate, which has no
 * UTF-8, becomes U+FFFD.
 */
export function toPercent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Null where it is no percent-encoded UTF-8. */
export function fromPercent(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
