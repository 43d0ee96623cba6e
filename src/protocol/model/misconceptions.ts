/** What is often said about WebSocket, and wrong. Ids, and where the truth is to be found; never words. */

import type { Draft } from './drafts.ts';
import type { FieldId } from './fields.ts';
import type { OpcodeName } from './opcodes.ts';
import type { RuleId } from './rules.ts';

/** A thing that a claim is about, as `<kind>/<id>`. Headers by their names in small letters, close codes by number. */
export type ThingId =
  | `field/${FieldId}`
  | `opcode/${OpcodeName}`
  | `rule/${RuleId}`
  | `draft/${Draft}`
  | `header/${string}`
  | `close/${number}`;

export interface Misconception {
  readonly id: MisconceptionId;
  /** Citations of the texts that say how it is, the most direct one first. */
  readonly sections: readonly string[];
  /** What it is about, most of all the first: that is what there is to see in `misconceived` bytes. */
  readonly about: readonly [ThingId, ...ThingId[]];
  /** Where the course puts it right: a step of the first example of a lesson. */
  readonly lesson: string;
  readonly step: string;
}

type Row = readonly [sections: string | readonly string[], at: string, about: readonly [ThingId, ...ThingId[]]];

const ROWS = {
  // What it is for.
  'no-http': [
    ['RFC 6455 §1.7', 'RFC 6455 §4.1', 'RFC 8441 §4'],
    'two-protocols/switch',
    ['header/upgrade', 'field/status-code', 'header/connection'],
  ],
  'comet-full-duplex': [['RFC 6202 §2.2', 'RFC 6455 §1.1'], 'why-websocket/long-up', ['field/frame', 'header/upgrade']],
  'headers-dozens-of-bytes': [
    ['RFC 6202 §2.2', 'RFC 6455 §5.2'],
    'why-websocket/heads',
    ['field/request', 'header/cookie'],
  ],

  // The opening handshakes.
  'flash-handshake': [
    'draft-hixie-75 §1.3',
    'hixie-75/flash-handshake',
    ['draft/hixie-75', 'field/status-line', 'header/websocket-origin'],
  ],
  'key-division-rounds': [
    'draft-hixie-76 §5.2',
    'md5-handshake/key1-ask-divide',
    ['rule/hixie-key-not-divisible', 'field/hixie-key-part', 'header/sec-websocket-key1'],
  ],
  'key3-in-a-header': [
    ['draft-hixie-76 §5.2', 'draft-hixie-76 §1.3'],
    'md5-handshake/response-answer',
    ['rule/challenge-response-mismatch', 'field/challenge-response', 'field/key3'],
  ],
  'version-13-or-above': [
    ['RFC 6455 §4.1', 'RFC 6455 §4.2.1', 'RFC 6455 §4.4'],
    'two-protocols/version',
    ['rule/version-unsupported', 'header/sec-websocket-version'],
  ],
  'connection-equals-upgrade': [
    ['RFC 6455 §4.2.1', 'RFC 7230 §6.1'],
    'two-protocols/connection-list',
    ['header/connection', 'rule/connection-invalid'],
  ],
  'key-is-decoded': [
    ['RFC 6455 §4.2.2', 'RFC 6455 §1.3'],
    'sha1-handshake/as-text',
    ['rule/accept-mismatch', 'field/accept', 'field/accept-input', 'field/key', 'header/sec-websocket-accept'],
  ],
  'old-headers-needed': [
    ['RFC 6455 §4.2.2', 'draft-hixie-75 §1.3'],
    'hixie-75/fossils',
    ['rule/fossil-header', 'header/websocket-location', 'header/websocket-origin', 'field/reason-phrase'],
  ],
  'all-subprotocols-back': [
    ['RFC 6455 §4.2.2', 'RFC 6455 §11.3.4'],
    'two-protocols/protocol-list',
    ['rule/subprotocol-not-offered', 'header/sec-websocket-protocol'],
  ],

  // Frames.
  'rsv-ignored': ['RFC 6455 §5.2', 'frame-anatomy/rsv', ['rule/rsv-nonzero', 'field/rsv1', 'field/rsv2', 'field/rsv3']],
  'fin-ends-the-connection': [
    ['RFC 6455 §5.4', 'RFC 6455 §5.2'],
    'fragments/append',
    ['field/fin', 'opcode/continuation', 'opcode/close', 'field/message'],
  ],
  'length-edges-65525': [
    'RFC 6455 §5.2',
    'lengths/wrong-ranges',
    ['rule/length-not-minimal', 'field/length-16', 'field/length-64'],
  ],
  'length-65536-fits': ['RFC 6455 §5.2', 'lengths/off-by-one', ['field/length-16', 'field/length-64']],
  'length-equals-126': [
    'RFC 6455 §5.2',
    'lengths/equals-126',
    ['rule/length-not-minimal', 'field/length-64', 'field/length-16'],
  ],
  'length-read-twice': ['RFC 6455 §5.2', 'lengths/read-again', ['field/length-16', 'field/length-7']],

  // Masking.
  'masking-encrypts': [
    ['RFC 6455 §10.3', 'RFC 6455 §5.3', 'RFC 6455 §10.6'],
    'masking/recovered',
    ['field/masking-key', 'field/payload-unmasked', 'field/accept', 'field/challenge-response'],
  ],
  'server-masks': [
    'RFC 6455 §5.1',
    'masking/who',
    ['rule/masked-server-frame', 'field/mask', 'rule/unmasked-client-frame', 'field/masking-key'],
  ],
  'tls-needs-no-mask': [
    ['RFC 6455 §5.1', 'RFC 6455 §10.3'],
    'masking/direction',
    ['rule/unmasked-client-frame', 'field/mask'],
  ],
  'unmask-the-string': ['RFC 6455 §5.3', 'masking/undone', ['field/payload-unmasked', 'field/text', 'field/payload']],

  // Streams, messages and the end.
  'one-read-one-frame': ['RFC 6455 §5.2', 'fragments/one-read', ['field/frame', 'rule/bytes-end-inside-frame']],
  'and-127-is-a-parser': [
    'RFC 6455 §5.2',
    'python-server/wrong-file',
    ['field/length-7', 'field/opcode', 'field/frame', 'opcode/close'],
  ],
  'pongs-do-not-matter': [
    ['RFC 6455 §5.5.2', 'RFC 6455 §5.5.3'],
    'closing/pong-alone',
    ['opcode/pong', 'opcode/ping', 'rule/pong-unsolicited'],
  ],
  'no-code-is-1000': [
    ['RFC 6455 §7.1.5', 'RFC 6455 §7.4.1'],
    'closing/empty',
    ['opcode/close', 'close/1005', 'close/1000', 'field/close-code'],
  ],
} as const satisfies Record<string, Row>;

export type MisconceptionId = keyof typeof ROWS;

/** In the order in which the course meets what they are about. Ids are promises: they stand in links. */
export const MISCONCEPTIONS: readonly Misconception[] = (Object.keys(ROWS) as MisconceptionId[]).map((id) => {
  const [sections, at, about]: Row = ROWS[id];
  const [lesson = '', step = ''] = at.split('/');
  return { id, sections: typeof sections === 'string' ? [sections] : sections, about, lesson, step };
});
