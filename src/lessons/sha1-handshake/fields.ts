/** What people may change: the key of the handshake, a mistake to look at, and an answer to be judged. */

import type { Field, FieldReading } from '../../components/lesson/fields.ts';
import { choiceField, problem, textField } from '../../components/lesson/fields.ts';
import { fromBase64, toBase64 } from '../../protocol/bytes/base64.ts';
import { fromHex } from '../../protocol/bytes/hex.ts';
import { MISTAKE_IDS } from '../../protocol/handshake/accept-mistakes.ts';
import { judgeKey } from '../../protocol/handshake/rfc6455-request.ts';

/** Base64 of 16 bytes (RFC 6455 §4.1 item 7). */
const KEY_CHARACTERS = 24;
const NONCE_BYTES = 16;

/** A value as people copy it: with its header name, and with spaces that HTTP does not count. */
function headerValue(text: string, name: string): string {
  const trimmed = text.trim();
  return trimmed.toLowerCase().startsWith(`${name}:`) ? trimmed.slice(name.length + 1).trim() : trimmed;
}

/** A key as it stands in a request, or the 16 bytes behind it as hex. What it reads is always base64 of 16 bytes. */
function readKey(text: string): FieldReading<string> {
  const key = headerValue(text, 'sec-websocket-key');
  const digits = key.replace(/\s/g, '');
  if (digits.length === 2 * NONCE_BYTES && /^[0-9a-f]+$/i.test(digits)) {
    return { value: toBase64(fromHex(digits) ?? new Uint8Array()) };
  }
  const { problem: fault, position } = judgeKey(key);
  if (fault === null) return { value: key };
  if (fault === 'not-base64') {
    const character = String.fromCodePoint(key.codePointAt(position) ?? 0);
    return problem('not-base64', { position: position + 1, character });
  }
  if (key.length < KEY_CHARACTERS) return problem('too-short', { limit: KEY_CHARACTERS, found: key.length });
  if (key.length > KEY_CHARACTERS) return problem('too-long', { limit: KEY_CHARACTERS, found: key.length });
  // As long as a key, but not of 16 bytes, or with an `=` in its midst.
  const { bytes } = fromBase64(key);
  return fault === 'wrong-length'
    ? problem('wrong-size', { limit: NONCE_BYTES, found: bytes.length })
    : problem('not-base64', { position: position + 1, character: key.charAt(position) });
}

const key: Field<string> = { kind: 'text', role: 'key', width: KEY_CHARACTERS + 2, read: readKey };

/** A longer value is nobody's accept. */
const anyValue = textField({ role: 'key', width: 30, most: 120, header: true });

const accept: Field<string> = {
  ...anyValue,
  read: (text) => anyValue.read(headerValue(text, 'sec-websocket-accept')),
};

export const fields = { key, mistake: choiceField(MISTAKE_IDS), accept };
