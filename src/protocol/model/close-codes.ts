/** Close status codes and where each number comes from (RFC 6455 section 7.4, IANA registry). */

export type CloseCodeOrigin = 'rfc6455' | 'iana';

/** What a code in a received Close frame is. */
export type CloseCodeClass =
  /** Defined and allowed on the wire. */
  | 'defined'
  /** 3000-3999: registered for libraries and frameworks. */
  | 'registered'
  /** 4000-4999: private agreement. */
  | 'private'
  /** 1004-1006, 1015: named, but must never be sent. */
  | 'never-sent'
  /** 0-999. */
  | 'unused'
  /** 1016-2999: kept for later versions of the protocol. */
  | 'reserved'
  /** 5000 and above: the RFC says nothing. */
  | 'undefined';

export interface CloseCode {
  readonly code: number;
  readonly name: string;
  readonly origin: CloseCodeOrigin;
  readonly onWire: boolean;
  /** The section that defines it. */
  readonly section: string;
}

const rfc = (code: number, name: string, onWire = true): CloseCode => ({
  code,
  name,
  origin: 'rfc6455',
  onWire,
  section: 'RFC 6455 §7.4.1',
});
const iana = (code: number, name: string): CloseCode => ({
  code,
  name,
  origin: 'iana',
  onWire: true,
  section: 'IANA WebSocket Close Code registry',
});

export const CLOSE_CODES: readonly CloseCode[] = [
  rfc(1000, 'normal-closure'),
  rfc(1001, 'going-away'),
  rfc(1002, 'protocol-error'),
  rfc(1003, 'unsupported-data'),
  rfc(1004, 'reserved', false),
  rfc(1005, 'no-status-received', false),
  rfc(1006, 'abnormal-closure', false),
  rfc(1007, 'invalid-payload'),
  rfc(1008, 'policy-violation'),
  rfc(1009, 'message-too-big'),
  rfc(1010, 'mandatory-extension'),
  rfc(1011, 'internal-error'),
  iana(1012, 'service-restart'),
  iana(1013, 'try-again-later'),
  iana(1014, 'bad-gateway'),
  rfc(1015, 'tls-handshake', false),
];

const BY_CODE = new Map(CLOSE_CODES.map((entry) => [entry.code, entry]));

export function closeCodeClass(code: number): CloseCodeClass {
  const known = BY_CODE.get(code);
  if (known) return known.onWire ? 'defined' : 'never-sent';
  if (code < 1000) return 'unused';
  if (code < 3000) return 'reserved';
  if (code < 4000) return 'registered';
  if (code < 5000) return 'private';
  return 'undefined';
}

/** Whether a strict receiver fails the connection over this code with 1002. Codes from 5000 on are left open. */
export function closeCodeIsFault(code: number): boolean {
  const kind = closeCodeClass(code);
  return kind === 'never-sent' || kind === 'unused' || kind === 'reserved';
}
