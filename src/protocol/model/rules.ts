import type { Draft } from './drafts.ts';

/** `error`: a MUST broken. `warning`: legal to receive, but something is off. `note`: worth knowing, nothing is wrong. */
export type Severity = 'error' | 'warning' | 'note';

/** What a strict receiver does about it. */
export type Reaction =
  /** Fails the WebSocket connection with this close code. */
  | { readonly kind: 'close'; readonly code: number }
  /** Server: answers with this HTTP status instead of 101. */
  | { readonly kind: 'refuse'; readonly status: number }
  /** Client: drops the connection without a word (section 4.1: _Fail the WebSocket Connection_). */
  | { readonly kind: 'abort' }
  | { readonly kind: 'carry-on' };

/** Implementations whose behaviour was measured. */
export type Peer = 'chromium' | 'ws' | 'websocket-driver' | 'python-websockets' | 'wsproto' | 'wireshark';

export interface Rule {
  readonly id: RuleId;
  /** Citation, shortest form a reader can look up. */
  readonly section: string;
  /** The text that introduced it. It binds that dialect and every younger one. */
  readonly since: Draft;
  readonly severity: Severity;
  readonly reaction: Reaction;
  /** Who is known to act on it, and who is known to let it pass. Silence means not measured. */
  readonly enforcedBy: readonly Peer[];
  readonly ignoredBy: readonly Peer[];
}

type Row = readonly [
  section: string,
  since: Draft,
  severity: Severity,
  reaction: Reaction | number,
  enforcedBy?: readonly Peer[],
  ignoredBy?: readonly Peer[],
];

const CARRY_ON: Reaction = { kind: 'carry-on' };
const ABORT: Reaction = { kind: 'abort' };
const BAD_REQUEST: Reaction = { kind: 'refuse', status: 400 };

/** A number as reaction is the close code. */
const ROWS = {
  // Frames, in the order of the bits of a frame's issue word.
  'rsv-nonzero': [
    'RFC 6455 §5.2',
    'hybi-09',
    'error',
    1002,
    ['ws', 'websocket-driver', 'python-websockets'],
    ['wireshark'],
  ],
  'rsv1-on-control': ['RFC 7692 §6', 'hybi-09', 'error', 1002, ['ws', 'websocket-driver', 'python-websockets']],
  'rsv1-on-continuation': ['RFC 7692 §6.1', 'hybi-09', 'error', 1002, ['ws', 'websocket-driver', 'python-websockets']],
  'reserved-opcode': ['RFC 6455 §5.2', 'hybi-07', 'error', 1002, ['ws', 'websocket-driver', 'python-websockets']],
  'control-fragmented': [
    'RFC 6455 §5.5',
    'hybi-04',
    'error',
    1002,
    ['ws', 'websocket-driver', 'python-websockets'],
    ['wireshark'],
  ],
  'control-too-long': [
    'RFC 6455 §5.5',
    'hybi-04',
    'error',
    1002,
    ['ws', 'websocket-driver', 'python-websockets'],
    ['wireshark'],
  ],
  'unmasked-client-frame': [
    'RFC 6455 §5.1',
    'hybi-07',
    'error',
    1002,
    ['ws', 'websocket-driver', 'python-websockets'],
    ['wireshark'],
  ],
  'masked-server-frame': [
    'RFC 6455 §5.1',
    'hybi-07',
    'error',
    1002,
    ['ws', 'python-websockets', 'chromium'],
    ['websocket-driver', 'wireshark'],
  ],
  'length-not-minimal': [
    'RFC 6455 §5.2',
    'hybi-14',
    'error',
    1002,
    ['chromium', 'wsproto'],
    ['ws', 'python-websockets', 'websocket-driver', 'wireshark'],
  ],
  // Both answer 1009: no length above 2^53-1 can be counted in a JavaScript number.
  'length-msb-set': ['RFC 6455 §5.2', 'hybi-04', 'error', 1002, ['ws', 'websocket-driver']],
  'unexpected-continuation': [
    'RFC 6455 §5.4',
    'hybi-01',
    'error',
    1002,
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'expected-continuation': ['RFC 6455 §5.4', 'hybi-01', 'error', 1002, ['ws', 'websocket-driver', 'python-websockets']],
  'message-too-big': ['RFC 6455 §10.4', 'hybi-01', 'error', 1009, ['ws', 'websocket-driver', 'python-websockets']],
  'close-payload-length-1': [
    'RFC 6455 §5.5.1',
    'hybi-07',
    'error',
    1002,
    ['ws', 'websocket-driver', 'python-websockets'],
    ['wireshark'],
  ],
  'close-code-invalid': [
    'RFC 6455 §7.4',
    'hybi-07',
    'error',
    1002,
    ['ws', 'websocket-driver', 'python-websockets'],
    ['wireshark'],
  ],
  'close-reason-invalid-utf8': [
    'RFC 6455 §5.5.1',
    'hybi-10',
    'error',
    1007,
    ['ws', 'websocket-driver', 'python-websockets'],
    ['wireshark'],
  ],
  'invalid-utf8': [
    'RFC 6455 §8.1',
    'hybi-10',
    'error',
    1007,
    ['ws', 'websocket-driver', 'python-websockets'],
    ['wireshark'],
  ],
  'frame-after-close': ['RFC 6455 §5.5.1', 'hixie-76', 'warning', CARRY_ON],
  'masking-key-zero': ['RFC 6455 §5.3', 'hybi-05', 'warning', CARRY_ON],
  'masking-key-repeated': ['RFC 6455 §5.3', 'hybi-04', 'note', CARRY_ON],
  'pong-unsolicited': ['RFC 6455 §5.5.3', 'hybi-01', 'note', CARRY_ON],
  'frame-discarded': ['draft-hixie-76 §4.2', 'hixie-75', 'note', CARRY_ON, [], ['websocket-driver']],
  'utf8-replaced': ['draft-hixie-76 §4.2', 'hixie-75', 'warning', CARRY_ON],
  'bytes-end-inside-frame': ['RFC 6455 §5.2', 'hixie-75', 'note', CARRY_ON],
  'bytes-end-inside-message': ['RFC 6455 §5.4', 'hybi-01', 'note', CARRY_ON],
  'continues-unseen-message': ['RFC 6455 §5.4', 'hybi-01', 'note', CARRY_ON],
  'inflate-error': ['RFC 7692 §7.2.2', 'hybi-09', 'error', 1007, ['ws', 'python-websockets']],
  'distance-beyond-window': ['RFC 7692 §7.1.2', 'hybi-09', 'error', 1007],
  'inflated-in-part': ['RFC 7692 §7.2.2', 'hybi-09', 'warning', CARRY_ON],

  // The capture: what the bytes lack rather than what a peer did.
  'bytes-before-first-frame': ['RFC 6455 §5.2', 'hixie-75', 'note', CARRY_ON],
  'bytes-missing': ['RFC 6455 §5.2', 'hixie-75', 'warning', CARRY_ON],
  'frame-key-unknown': ['draft-hybi-04', 'hybi-04', 'note', CARRY_ON],
  'frame-before-response': ['RFC 6455 §4.1', 'hybi-07', 'warning', CARRY_ON],

  // HTTP heads of every generation.
  'head-incomplete': ['RFC 6455 §4.2.1', 'hixie-75', 'note', CARRY_ON],
  'bare-lf': ['RFC 7230 §3.5', 'hixie-75', 'warning', CARRY_ON, ['ws', 'python-websockets'], ['websocket-driver']],
  'blank-line-before-head': ['RFC 7230 §3.5', 'hixie-75', 'warning', CARRY_ON],
  'header-malformed': ['RFC 7230 §3.2', 'hixie-75', 'error', BAD_REQUEST, ['ws'], ['websocket-driver']],
  'header-folded': ['RFC 7230 §3.2.4', 'hixie-75', 'warning', CARRY_ON],
  'request-line-malformed': ['RFC 7230 §3.1.1', 'hixie-75', 'error', BAD_REQUEST],
  'status-line-malformed': ['RFC 7230 §3.1.2', 'hixie-75', 'error', ABORT],
  method: [
    'RFC 6455 §4.1',
    'hixie-75',
    'error',
    { kind: 'refuse', status: 405 },
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'http-version': ['RFC 6455 §4.1', 'hybi-07', 'error', BAD_REQUEST, [], ['ws', 'websocket-driver']],
  'target-invalid': ['RFC 6455 §4.1', 'hixie-75', 'error', BAD_REQUEST, [], ['ws', 'websocket-driver']],
  'host-missing': [
    'RFC 6455 §4.1',
    'hixie-75',
    'error',
    BAD_REQUEST,
    [],
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'host-duplicate': ['RFC 7230 §5.4', 'hixie-75', 'error', BAD_REQUEST, [], ['ws', 'websocket-driver']],
  'upgrade-missing': [
    'RFC 6455 §4.1',
    'hixie-75',
    'error',
    BAD_REQUEST,
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'upgrade-invalid': [
    'RFC 6455 §4.1',
    'hixie-75',
    'error',
    BAD_REQUEST,
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'connection-missing': [
    'RFC 6455 §4.1',
    'hixie-75',
    'error',
    BAD_REQUEST,
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'connection-invalid': [
    'RFC 6455 §4.1',
    'hixie-75',
    'error',
    BAD_REQUEST,
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'origin-missing': ['draft-hixie-76 §5.1', 'hixie-75', 'error', BAD_REQUEST, [], ['websocket-driver']],
  status: ['RFC 6455 §4.1', 'hixie-75', 'error', ABORT, ['ws', 'websocket-driver', 'python-websockets']],
  'fossil-header': ['draft-hixie-75 §4.1', 'hybi-04', 'note', CARRY_ON],

  // The SHA-1 handshake (versions 7, 8 and 13).
  'key-missing': ['RFC 6455 §4.1', 'hybi-04', 'error', BAD_REQUEST, ['ws', 'websocket-driver', 'python-websockets']],
  'key-duplicate': [
    'RFC 6455 §11.3.1',
    'hybi-14',
    'error',
    BAD_REQUEST,
    ['ws', 'python-websockets'],
    ['websocket-driver'],
  ],
  'key-invalid': ['RFC 6455 §4.1', 'hybi-04', 'error', BAD_REQUEST, ['ws', 'python-websockets'], ['websocket-driver']],
  'key-pad-bits': ['RFC 4648 §3.5', 'hybi-04', 'warning', CARRY_ON],
  'version-missing': [
    'RFC 6455 §4.1',
    'hybi-04',
    'error',
    { kind: 'refuse', status: 426 },
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'version-duplicate': ['RFC 6455 §11.3.5', 'hybi-14', 'error', BAD_REQUEST, ['ws', 'websocket-driver']],
  'version-unsupported': [
    'RFC 6455 §4.4',
    'hybi-04',
    'error',
    { kind: 'refuse', status: 426 },
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'nonce-missing': ['draft-hybi-04', 'hybi-04', 'error', ABORT],
  'nonce-invalid': ['draft-hybi-04', 'hybi-04', 'warning', CARRY_ON],
  'subprotocol-malformed': ['RFC 6455 §4.1', 'hybi-04', 'error', BAD_REQUEST, ['ws'], ['websocket-driver']],
  'extensions-malformed': ['RFC 6455 §9.1', 'hybi-04', 'error', BAD_REQUEST, ['ws', 'python-websockets']],
  'accept-missing': ['RFC 6455 §4.1', 'hybi-04', 'error', ABORT, ['ws', 'websocket-driver', 'python-websockets']],
  'accept-duplicate': ['RFC 6455 §11.3.3', 'hybi-14', 'error', ABORT, ['ws', 'websocket-driver']],
  'accept-mismatch': ['RFC 6455 §4.1', 'hybi-04', 'error', ABORT, ['ws', 'websocket-driver', 'python-websockets']],
  'subprotocol-not-offered': [
    'RFC 6455 §4.1',
    'hybi-04',
    'error',
    ABORT,
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'subprotocol-duplicate': ['RFC 6455 §11.3.4', 'hybi-14', 'error', ABORT, ['ws', 'websocket-driver']],
  'extension-not-offered': [
    'RFC 6455 §4.1',
    'hybi-04',
    'error',
    ABORT,
    ['ws', 'websocket-driver', 'python-websockets'],
  ],
  'pmd-invalid-parameter': ['RFC 7692 §7.1', 'rfc6455', 'error', ABORT, ['ws', 'python-websockets']],
  'pmd-invalid-value': ['RFC 7692 §7.1.2', 'rfc6455', 'error', ABORT, ['ws', 'python-websockets']],
  'pmd-duplicate-parameter': ['RFC 7692 §7.1', 'rfc6455', 'error', ABORT, ['ws', 'python-websockets']],
  'pmd-client-max-window-bits-not-offered': [
    'RFC 7692 §7.1.2.2',
    'rfc6455',
    'error',
    ABORT,
    ['ws'],
    ['websocket-driver'],
  ],
  'pmd-server-no-context-takeover-missing': [
    'RFC 7692 §7.1.1.1',
    'rfc6455',
    'error',
    ABORT,
    ['python-websockets'],
    ['ws', 'websocket-driver'],
  ],
  'pmd-server-max-window-bits-missing': ['RFC 7692 §7.1.2.1', 'rfc6455', 'error', ABORT, [], ['ws']],
  'pmd-server-max-window-bits-too-big': ['RFC 7692 §7.1.2.1', 'rfc6455', 'error', ABORT, [], ['ws']],
  'pmd-offer-declined': ['RFC 7692 §7.1', 'rfc6455', 'warning', CARRY_ON, ['ws']],
  'extension-duplicate': ['RFC 7692 §5', 'rfc6455', 'error', ABORT, [], ['ws']],

  // The two hixie handshakes.
  'hixie-key-missing': ['draft-hixie-76 §5.2', 'hixie-76', 'error', BAD_REQUEST, ['websocket-driver']],
  'hixie-key-duplicate': ['draft-hixie-76 §5.2', 'hixie-76', 'error', BAD_REQUEST],
  'hixie-key-no-digits': ['draft-hixie-76 §5.2', 'hixie-76', 'error', BAD_REQUEST, ['websocket-driver']],
  'hixie-key-no-spaces': ['draft-hixie-76 §5.2', 'hixie-76', 'error', BAD_REQUEST, ['websocket-driver']],
  'hixie-key-not-divisible': ['draft-hixie-76 §5.2', 'hixie-76', 'error', BAD_REQUEST, ['websocket-driver']],
  'hixie-key-number-too-big': ['draft-hixie-76 §5.2', 'hixie-76', 'error', BAD_REQUEST],
  'hixie-key-spaces-collapsed': ['draft-hixie-76 §4.1', 'hixie-76', 'warning', CARRY_ON],
  'challenge-response-mismatch': ['draft-hixie-76 §4.1', 'hixie-76', 'error', ABORT],
  'hixie-response-order': ['draft-hixie-75 §4.1', 'hixie-75', 'error', ABORT],
  'hixie-origin-mismatch': ['draft-hixie-76 §4.1', 'hixie-75', 'error', ABORT],
  'hixie-location-mismatch': ['draft-hixie-76 §4.1', 'hixie-75', 'error', ABORT],
  'hixie-origin-missing': ['draft-hixie-76 §4.1', 'hixie-75', 'error', ABORT],
  'hixie-location-missing': ['draft-hixie-76 §4.1', 'hixie-75', 'error', ABORT],
  'hixie-subprotocol-mismatch': ['draft-hixie-76 §4.1', 'hixie-75', 'error', ABORT],
  'hixie-field-duplicate': ['draft-hixie-76 §4.1', 'hixie-75', 'error', ABORT],
} as const satisfies Record<string, Row>;

export type RuleId = keyof typeof ROWS;

/** The rule catalogue: every issue the engine can raise. Its ids are a promise; they are in exports and in links. */
export const RULES: Readonly<Record<RuleId, Rule>> = Object.fromEntries(
  Object.entries(ROWS as Record<string, Row>).map(
    ([id, [section, since, severity, reaction, enforcedBy, ignoredBy]]) => [
      id,
      {
        id,
        section,
        since,
        severity,
        reaction: typeof reaction === 'number' ? { kind: 'close', code: reaction } : reaction,
        enforcedBy: enforcedBy ?? [],
        ignoredBy: ignoredBy ?? [],
      },
    ],
  ),
) as unknown as Record<RuleId, Rule>;

export const RULE_IDS = Object.keys(ROWS) as readonly RuleId[];

/** Rules about one frame, as bits of a frame's issue word: rule `FRAME_RULES[i]` is bit `i`. */
export const FRAME_RULES = RULE_IDS.slice(0, RULE_IDS.indexOf('bytes-before-first-frame'));

/** The bit of a frame rule in a frame's issue word. */
export function frameRuleBit(rule: RuleId): number {
  const index = FRAME_RULES.indexOf(rule);
  if (index < 0) throw new RangeError(`${rule} is not a rule about one frame`);
  return (1 << index) >>> 0;
}

/** Whether a strict receiver goes no further: it fails the connection, refuses the request, or drops the answer. */
export function isFatal(rule: RuleId): boolean {
  return RULES[rule].reaction.kind !== 'carry-on';
}

/** The close code a strict receiver would send over this rule, or null. */
export function closeCodeOf(rule: RuleId): number | null {
  const { reaction } = RULES[rule];
  return reaction.kind === 'close' ? reaction.code : null;
}
