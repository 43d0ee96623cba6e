/** Which generation a handshake belongs to, and what says so. */

import type { DialectId } from '../model/drafts.ts';
import { headersOf } from './checks.ts';
import type { RequestHead, ResponseHead } from './head.ts';

/** How sure a conclusion is. The same words as everywhere in the engine. */
export type HandshakeCertainty = 'certain' | 'likely' | 'guess' | 'assumed';

/** Every kind of evidence, and what became of it. Ids only; the words live beside the views. */
export const HANDSHAKE_REASONS = [
  // Fixed from outside.
  'chosen-by-hand',
  // The request.
  'version-header-13',
  'version-header-8',
  'version-header-7',
  'version-header-6',
  'version-header-5',
  'version-header-4',
  'version-header-unknown',
  /** `Sec-WebSocket-Draft`: hybi-02 or -03. */
  'draft-header',
  /** `Sec-WebSocket-Draft: 0`, which a library gave hybi-00. */
  'draft-header-0',
  /** `Sec-WebSocket-Key1` or `-Key2`. */
  'key1-header',
  /** `Sec-WebSocket-Key` without a version. */
  'key-header',
  /** `Upgrade: WebSocket`, written like this, and no key. */
  'upgrade-websocket-no-key',
  /** `Upgrade: websocket` in lower case, as only the younger generations write it, and no key. */
  'upgrade-lower-case-no-key',
  /** `WebSocket-Protocol` without `Sec-`. */
  'old-protocol-header',
  // The first bytes behind the heads of hixie-76 and hybi-01.
  'first-frame-sentinel',
  'first-frame-binary',
  // The response.
  'accept-header',
  /** `Sec-WebSocket-Nonce`: only hybi-04. */
  'nonce-header',
  /** `Sec-WebSocket-Location` or `-Origin`. */
  'sec-location-header',
  /** `WebSocket-Location` or `-Origin`. */
  'location-header',
  'status-101',
  // Both together.
  'response-agrees',
  'response-disagrees',
  'request-not-captured',
  'no-evidence',
] as const;

export type HandshakeReason = (typeof HANDSHAKE_REASONS)[number];

export interface Evidence {
  readonly dialect: DialectId;
  readonly certainty: HandshakeCertainty;
  readonly reasons: readonly HandshakeReason[];
  /** Set where the request announces a generation that is not read: `draft-2`. */
  readonly unsupported: string | null;
}

/** The generation by both heads, or null where neither says anything. */
export function chooseGeneration(request: RequestHead | null, response: ResponseHead | null): Evidence | null {
  const asked = request && ofRequest(request);
  const answered = response && ofResponse(response);
  if (!asked || (asked.certainty === 'guess' && answered && answered.certainty !== 'guess')) {
    if (!answered) return asked;
    const because: HandshakeReason = request ? 'response-disagrees' : 'request-not-captured';
    const agrees = asked && sameProof(asked.dialect, answered.dialect);
    return { ...answered, reasons: [...answered.reasons, agrees ? 'response-agrees' : because] };
  }
  // A bare 101 says nothing about the generation.
  if (!answered || answered.certainty === 'guess') return asked;
  if (sameProof(asked.dialect, answered.dialect)) return { ...asked, reasons: [...asked.reasons, 'response-agrees'] };
  const certainty = asked.certainty === 'certain' ? 'likely' : asked.certainty;
  return { ...asked, certainty, reasons: [...asked.reasons, 'response-disagrees'] };
}

function evidence(
  dialect: DialectId,
  certainty: HandshakeCertainty,
  reasons: readonly HandshakeReason[],
  unsupported: string | null = null,
): Evidence {
  return { dialect, certainty, reasons, unsupported };
}

const MD5: readonly DialectId[] = ['hixie-76', 'hybi-01', 'hybi-03'];

/** An answer does not tell its version, only what it proves with; but for the nonce of version 4. */
function sameProof(asked: DialectId, answered: DialectId): boolean {
  const proofOf = (id: DialectId) => (id === 'hixie-75' ? 'none' : MD5.includes(id) ? 'md5' : 'sha1');
  return asked === answered || (proofOf(asked) === proofOf(answered) && answered !== 'version-4');
}

/** First bytes of a frame of hybi-01: text or binary, whole or not, or a control frame. All other bits are 0. */
const BINARY_STARTS: readonly number[] = [0x01, 0x02, 0x03, 0x04, 0x05, 0x84, 0x85];
/** First bytes of a frame that a hixie-76 peer sends: text, or FF 00. */
const SENTINEL_STARTS: readonly number[] = [0x00, 0xff];

/** hixie-76 and hybi-01 told apart by the first byte behind each head, null where there is none: their frames share none. */
export function refineByFirstFrames(seen: Evidence, starts: readonly (number | null)[]): Evidence {
  const some = (known: readonly number[]) => starts.some((byte) => byte !== null && known.includes(byte));
  const [sentinel, binary] = [some(SENTINEL_STARTS), some(BINARY_STARTS)];
  if (sentinel === binary) return seen;
  if (sentinel) return { ...seen, reasons: [...seen.reasons, 'first-frame-sentinel'] };
  return { ...seen, dialect: 'hybi-01', reasons: [...seen.reasons, 'first-frame-binary'] };
}

/** In the order in which the generations can be told apart: version, draft, two keys, one key, no key. */
function ofRequest(head: RequestHead): Evidence | null {
  const has = (id: string) => headersOf(head, id).length > 0;
  const version = headersOf(head, 'sec-websocket-version')[0]?.value;
  switch (version) {
    case undefined:
      break;
    case '13':
      return evidence('rfc6455', 'certain', ['version-header-13']);
    case '8':
      return evidence('version-8', 'certain', ['version-header-8']);
    case '7':
      return evidence('version-7', 'certain', ['version-header-7']);
    case '6':
      return evidence('version-6', 'certain', ['version-header-6']);
    case '5':
      return evidence('version-5', 'certain', ['version-header-5']);
    case '4':
      return evidence('version-4', 'certain', ['version-header-4']);
    default:
      return evidence('rfc6455', 'likely', ['version-header-unknown']);
  }
  // hybi-02 and -03 kept the two keys but not the frames. Both said 2; libraries took the number for that of the draft.
  const draft = headersOf(head, 'sec-websocket-draft')[0]?.value;
  if (draft === '0') return evidence('hixie-76', 'likely', ['draft-header-0']);
  if (draft === '2') return evidence('hybi-03', 'certain', ['draft-header']);
  if (draft === '1' || draft === '3') return evidence('hybi-03', 'likely', ['draft-header']);
  if (draft !== undefined) return evidence('hybi-03', 'guess', ['draft-header'], `draft-${draft}`);
  // hybi-01 has the same handshake: only the first frame can tell.
  if (has('sec-websocket-key1') || has('sec-websocket-key2')) return evidence('hixie-76', 'likely', ['key1-header']);
  if (has('sec-websocket-key')) return evidence('rfc6455', 'likely', ['key-header']);

  const upgrade = headersOf(head, 'upgrade')[0]?.value;
  const old = has('websocket-protocol');
  // What is missing may still come.
  const sure = head.complete ? 'likely' : 'guess';
  if (upgrade === 'WebSocket') {
    return evidence('hixie-75', sure, ['upgrade-websocket-no-key', ...(old ? (['old-protocol-header'] as const) : [])]);
  }
  if (old) return evidence('hixie-75', 'guess', ['old-protocol-header']);
  if (upgrade?.toLowerCase() === 'websocket') return evidence('rfc6455', 'guess', ['upgrade-lower-case-no-key']);
  return null;
}

function ofResponse(head: ResponseHead): Evidence | null {
  const has = (id: string) => headersOf(head, id).length > 0;
  if (has('sec-websocket-accept') && has('sec-websocket-nonce')) {
    return evidence('version-4', 'likely', ['accept-header', 'nonce-header']);
  }
  if (has('sec-websocket-accept')) return evidence('rfc6455', 'likely', ['accept-header']);
  if (has('sec-websocket-location') || has('sec-websocket-origin')) {
    return evidence('hixie-76', 'likely', ['sec-location-header']);
  }
  if (has('websocket-location') || has('websocket-origin')) return evidence('hixie-75', 'likely', ['location-header']);
  return head.code === 101 ? evidence('rfc6455', 'guess', ['status-101']) : null;
}
