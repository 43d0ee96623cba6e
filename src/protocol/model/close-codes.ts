/** Close status codes and where each number comes from (RFC 6455 section 7.4, IANA registry). */

import { type Dialect, type Draft, holds } from './drafts.ts';
import { sinceChange } from './history.ts';

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
  /** 1016-2999, and what only a younger text defines: kept for later versions of the protocol. */
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
  /** The text from which all this is so. */
  readonly since: Draft;
}

const rfc = (code: number, name: string, since: Draft, onWire = true): CloseCode => ({
  code,
  name,
  origin: 'rfc6455',
  onWire,
  section: 'RFC 6455 §7.4.1',
  since,
});
const iana = (code: number, name: string): CloseCode => ({
  code,
  name,
  origin: 'iana',
  onWire: true,
  section: 'IANA WebSocket Close Code registry',
  since: 'rfc6455',
});

/**
 * The first text whose Close frames begin with a number. Before, their body was for matching one Close to another; in
 * hybi-05 it began with a letter, C or S, for the side that sent it.
 */
export const FIRST_CODES: Draft = sinceChange('close-body');
/** 1004 lost its meaning, "too large", and 1008 to 1010 came. */
const REORDERED = sinceChange('close-codes');
const NEVER_SENT = sinceChange('codes-never-sent');
const LAST_CODES = sinceChange('last-codes');

export const CLOSE_CODES: readonly CloseCode[] = [
  rfc(1000, 'normal-closure', FIRST_CODES),
  rfc(1001, 'going-away', FIRST_CODES),
  rfc(1002, 'protocol-error', FIRST_CODES),
  rfc(1003, 'unsupported-data', FIRST_CODES),
  rfc(1004, 'reserved', REORDERED, false),
  rfc(1005, 'no-status-received', NEVER_SENT, false),
  rfc(1006, 'abnormal-closure', NEVER_SENT, false),
  rfc(1007, 'invalid-payload', sinceChange('utf8-fails')),
  rfc(1008, 'policy-violation', REORDERED),
  rfc(1009, 'message-too-big', REORDERED),
  rfc(1010, 'mandatory-extension', REORDERED),
  rfc(1011, 'internal-error', LAST_CODES),
  iana(1012, 'service-restart'),
  iana(1013, 'try-again-later'),
  iana(1014, 'bad-gateway'),
  rfc(1015, 'tls-handshake', LAST_CODES, false),
];

const BY_CODE = new Map(CLOSE_CODES.map((entry) => [entry.code, entry]));

/** Whether the body of a Close frame is a code and a reason. */
export function hasCloseCodes(dialect: Dialect): boolean {
  return holds(FIRST_CODES, dialect);
}

/** What a code is where this dialect is spoken. */
export function closeCodeClass(code: number, dialect: Dialect): CloseCodeClass {
  const known = BY_CODE.get(code);
  if (known && holds(known.since, dialect)) return known.onWire ? 'defined' : 'never-sent';
  // It meant "too large", which is 1009 today.
  if (code === 1004) return 'defined';
  if (code < 1000) return 'unused';
  if (code < 3000) return 'reserved';
  if (code < 4000) return 'registered';
  if (code < 5000) return 'private';
  return 'undefined';
}

/**
 * Whether a strict receiver fails the connection over this code with 1002. Codes from 5000 on are left open; so are, in
 * the drafts, those that they keep for later texts: peers already sent what the next draft was to define.
 */
export function closeCodeIsFault(code: number, dialect: Dialect): boolean {
  const kind = closeCodeClass(code, dialect);
  return kind === 'never-sent' || kind === 'unused' || (kind === 'reserved' && dialect.id === 'rfc6455');
}
