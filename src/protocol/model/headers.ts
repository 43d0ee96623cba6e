import type { DialectId, Draft } from './drafts.ts';

/** What is known of a header, whatever message it stands in. */
export interface Header {
  /** Lower-case name. */
  readonly id: string;
  /** The spelling of the text that defines it. */
  readonly name: string;
  readonly section: string;
  /** The dialects whose request or response has a use for it; empty where it is a fossil in all of them. */
  readonly request: readonly DialectId[];
  readonly response: readonly DialectId[];
  /** The generation it is the mark of, by message; null where it is ordinary HTTP or in use today. */
  readonly fossilOf: { readonly request: Draft | null; readonly response: Draft | null };
}

/** With the proof of hixie-76: two keys and an MD5. */
const MD5: readonly DialectId[] = ['hixie-76', 'hybi-01', 'hybi-03'];
/** With one key and a SHA-1. */
const SHA1: readonly DialectId[] = ['version-4', 'version-5', 'version-6', 'version-7', 'version-8', 'rfc6455'];
const ALL: readonly DialectId[] = ['hixie-75', ...MD5, ...SHA1];
const NONE: readonly DialectId[] = [];

const header = (
  name: string,
  section: string,
  request: readonly DialectId[],
  response: readonly DialectId[],
  fossil: Draft | null = null,
  fossilInRequest = fossil,
): Header => ({
  id: name.toLowerCase(),
  name,
  section,
  request,
  response,
  fossilOf: { request: fossilInRequest, response: fossil },
});

export const HEADERS: readonly Header[] = [
  // Ordinary HTTP that a handshake depends on.
  header('Host', 'RFC 7230 §5.4', ALL, NONE),
  header('Upgrade', 'RFC 7230 §6.7', ALL, ALL),
  header('Connection', 'RFC 7230 §6.1', ALL, ALL),
  header('Origin', 'RFC 6454 §7', ALL, NONE),
  header('Cookie', 'RFC 6265 §5.4', ALL, NONE),
  header('Set-Cookie', 'RFC 6265 §4.1', NONE, ALL),
  header('Authorization', 'RFC 7235 §4.2', ALL, NONE),
  header('WWW-Authenticate', 'RFC 7235 §4.1', NONE, ALL),
  header('Location', 'RFC 7231 §7.1.2', NONE, ALL),
  header('Content-Length', 'RFC 7230 §3.3.2', ALL, ALL),
  header('Content-Type', 'RFC 7231 §3.1.1.5', ALL, ALL),
  header('Transfer-Encoding', 'RFC 7230 §3.3.1', ALL, ALL),
  header('User-Agent', 'RFC 7231 §5.5.3', ALL, NONE),
  header('Server', 'RFC 7231 §7.4.2', NONE, ALL),
  header('Date', 'RFC 7231 §7.1.1.2', NONE, ALL),
  header('Pragma', 'RFC 7234 §5.4', ALL, NONE),
  header('Cache-Control', 'RFC 7234 §5.2', ALL, ALL),
  header('Accept-Encoding', 'RFC 7231 §5.3.4', ALL, NONE),
  header('Accept-Language', 'RFC 7231 §5.3.5', ALL, NONE),

  // The SHA-1 handshake.
  header('Sec-WebSocket-Key', 'RFC 6455 §11.3.1', SHA1, NONE),
  header('Sec-WebSocket-Accept', 'RFC 6455 §11.3.3', NONE, SHA1),
  header('Sec-WebSocket-Version', 'RFC 6455 §11.3.5', SHA1, SHA1),
  header('Sec-WebSocket-Extensions', 'RFC 6455 §11.3.2', SHA1, SHA1),
  // A list in a request, one name in an answer; hixie-76 has it too, with one string.
  header('Sec-WebSocket-Protocol', 'RFC 6455 §11.3.4', [...MD5, ...SHA1], [...MD5, ...SHA1]),

  // Older generations. Sec-WebSocket-Origin was the answer's in hixie-76 and the request's from hybi-04 to hybi-10, the
  // text that most clients of version 8 were made from.
  header(
    'Sec-WebSocket-Origin',
    'draft-hixie-76 §4.1',
    ['version-4', 'version-5', 'version-6', 'version-7', 'version-8'],
    MD5,
    'hixie-76',
    'hybi-10',
  ),
  header('Sec-WebSocket-Location', 'draft-hixie-76 §4.1', NONE, MD5, 'hixie-76'),
  header('Sec-WebSocket-Key1', 'draft-hixie-76 §4.1', MD5, NONE, 'hixie-76'),
  header('Sec-WebSocket-Key2', 'draft-hixie-76 §4.1', MD5, NONE, 'hixie-76'),
  header('Sec-WebSocket-Draft', 'draft-hybi-02', ['hybi-03'], NONE, 'hybi-02'),
  header('Sec-WebSocket-Nonce', 'draft-hybi-04', NONE, ['version-4'], 'hybi-04'),
  header('WebSocket-Origin', 'draft-hixie-75 §4.1', NONE, ['hixie-75'], 'hixie-75'),
  header('WebSocket-Location', 'draft-hixie-75 §4.1', NONE, ['hixie-75'], 'hixie-75'),
  header('WebSocket-Protocol', 'draft-hixie-75 §4.1', ['hixie-75'], ['hixie-75'], 'hixie-75'),
];

const BY_ID = new Map(HEADERS.map((entry) => [entry.id, entry]));

/** The entry of a header name in any case, or undefined. */
export function headerEntry(name: string): Header | undefined {
  return BY_ID.get(name.toLowerCase());
}

/** The generation that a header gives away where the dialect has no use for it, or null. */
export function fossilOf(name: string, kind: 'request' | 'response', dialect: DialectId): Draft | null {
  const entry = headerEntry(name);
  return entry && !entry[kind].includes(dialect) ? entry.fossilOf[kind] : null;
}
