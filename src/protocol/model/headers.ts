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
  /** The message may have it at most once. */
  readonly once: boolean;
  /** Its value is a comma-separated list, and several headers of the name join like one. */
  readonly list: boolean;
  /** The generation it is the mark of, null where it is ordinary HTTP or in use today. */
  readonly fossilOf: Draft | null;
}

const HIXIE: readonly DialectId[] = ['hixie-75', 'hixie-76'];
const HYBI: readonly DialectId[] = ['version-7', 'version-8', 'rfc6455'];
const ALL: readonly DialectId[] = [...HIXIE, ...HYBI];
const NONE: readonly DialectId[] = [];

const header = (
  name: string,
  section: string,
  request: readonly DialectId[],
  response: readonly DialectId[],
  count: 'once' | 'list' | 'any',
  fossilOf: Draft | null = null,
): Header => ({
  id: name.toLowerCase(),
  name,
  section,
  request,
  response,
  once: count === 'once',
  list: count === 'list',
  fossilOf,
});

export const HEADERS: readonly Header[] = [
  // Ordinary HTTP that a handshake depends on.
  header('Host', 'RFC 7230 §5.4', ALL, NONE, 'once'),
  header('Upgrade', 'RFC 7230 §6.7', ALL, ALL, 'list'),
  header('Connection', 'RFC 7230 §6.1', ALL, ALL, 'list'),
  header('Origin', 'RFC 6454 §7', ALL, NONE, 'once'),
  header('Cookie', 'RFC 6265 §5.4', ALL, NONE, 'any'),
  header('Set-Cookie', 'RFC 6265 §4.1', NONE, ALL, 'any'),
  header('Authorization', 'RFC 7235 §4.2', ALL, NONE, 'once'),
  header('WWW-Authenticate', 'RFC 7235 §4.1', NONE, ALL, 'list'),
  header('Location', 'RFC 7231 §7.1.2', NONE, ALL, 'once'),
  header('Content-Length', 'RFC 7230 §3.3.2', ALL, ALL, 'once'),
  header('Content-Type', 'RFC 7231 §3.1.1.5', ALL, ALL, 'once'),
  header('Transfer-Encoding', 'RFC 7230 §3.3.1', ALL, ALL, 'list'),
  header('User-Agent', 'RFC 7231 §5.5.3', ALL, NONE, 'once'),
  header('Server', 'RFC 7231 §7.4.2', NONE, ALL, 'once'),
  header('Date', 'RFC 7231 §7.1.1.2', NONE, ALL, 'once'),
  header('Pragma', 'RFC 7234 §5.4', ALL, NONE, 'list'),
  header('Cache-Control', 'RFC 7234 §5.2', ALL, ALL, 'list'),
  header('Accept-Encoding', 'RFC 7231 §5.3.4', ALL, NONE, 'list'),
  header('Accept-Language', 'RFC 7231 §5.3.5', ALL, NONE, 'list'),

  // The SHA-1 handshake.
  header('Sec-WebSocket-Key', 'RFC 6455 §11.3.1', HYBI, NONE, 'once'),
  header('Sec-WebSocket-Accept', 'RFC 6455 §11.3.3', NONE, HYBI, 'once'),
  header('Sec-WebSocket-Version', 'RFC 6455 §11.3.5', HYBI, HYBI, 'once'),
  header('Sec-WebSocket-Extensions', 'RFC 6455 §11.3.2', HYBI, HYBI, 'list'),
  // A list in a request, one name in an answer; hixie-76 has it too, with one string.
  header('Sec-WebSocket-Protocol', 'RFC 6455 §11.3.4', ['hixie-76', ...HYBI], ['hixie-76', ...HYBI], 'list'),

  // Older generations. Sec-WebSocket-Origin was the answer's in hixie-76 and the request's from hybi-04 to hybi-10.
  header('Sec-WebSocket-Origin', 'draft-hixie-76 §4.1', ['version-7', 'version-8'], ['hixie-76'], 'once', 'hixie-76'),
  header('Sec-WebSocket-Location', 'draft-hixie-76 §4.1', NONE, ['hixie-76'], 'once', 'hixie-76'),
  header('Sec-WebSocket-Key1', 'draft-hixie-76 §4.1', ['hixie-76'], NONE, 'once', 'hixie-76'),
  header('Sec-WebSocket-Key2', 'draft-hixie-76 §4.1', ['hixie-76'], NONE, 'once', 'hixie-76'),
  header('Sec-WebSocket-Draft', 'draft-hybi-02', NONE, NONE, 'once', 'hybi-02'),
  header('Sec-WebSocket-Nonce', 'draft-hybi-04', NONE, NONE, 'once', 'hybi-04'),
  header('WebSocket-Origin', 'draft-hixie-75 §4.1', NONE, ['hixie-75'], 'once', 'hixie-75'),
  header('WebSocket-Location', 'draft-hixie-75 §4.1', NONE, ['hixie-75'], 'once', 'hixie-75'),
  header('WebSocket-Protocol', 'draft-hixie-75 §4.1', ['hixie-75'], ['hixie-75'], 'once', 'hixie-75'),
];

const BY_ID = new Map(HEADERS.map((entry) => [entry.id, entry]));

/** The entry of a header name in any case, or undefined. */
export function headerEntry(name: string): Header | undefined {
  return BY_ID.get(name.toLowerCase());
}

/** The generation that a header gives away where the dialect has no use for it, or null. */
export function fossilOf(name: string, kind: 'request' | 'response', dialect: DialectId): Draft | null {
  const entry = headerEntry(name);
  return entry && !entry[kind].includes(dialect) ? entry.fossilOf : null;
}
