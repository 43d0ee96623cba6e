import { CLOSE_CODES, FIRST_CODES } from '../../protocol/model/close-codes.ts';
import type { Draft } from '../../protocol/model/drafts.ts';
import type { FieldId } from '../../protocol/model/fields.ts';
import type { AfterwardsId } from '../../protocol/model/history.ts';
import { RULES, type RuleId } from '../../protocol/model/rules.ts';
import type { PageId } from './kinds.ts';

/** The text that first had it; null for what HTTP had before there was a WebSocket. */
export type Since = Draft | AfterwardsId | null;

const FIELD_SINCE = {
  request: 'hixie-75',
  response: 'hixie-75',
  'interim-response': null,
  'request-line': 'hixie-75',
  'status-line': 'hixie-75',
  method: 'hixie-75',
  target: 'hixie-75',
  'http-version': 'hixie-75',
  'status-code': 'hixie-75',
  'reason-phrase': 'hixie-75',
  header: null,
  'header-name': null,
  'header-value': null,
  delimiter: null,
  'blank-line': null,
  'http-body': null,
  key: 'hybi-04',
  'key-nonce': 'hybi-04',
  accept: 'hybi-04',
  'accept-input': 'hybi-04',
  'accept-expected': 'hybi-04',
  'hixie-key': 'hixie-76',
  'hixie-key-digits': 'hixie-76',
  'hixie-key-spaces': 'hixie-76',
  'hixie-key-part': 'hixie-76',
  key3: 'hixie-76',
  challenge: 'hixie-76',
  'challenge-expected': 'hixie-76',
  'challenge-response': 'hixie-76',
  frame: 'hixie-75',
  fin: 'hybi-04',
  rsv1: 'hybi-01',
  rsv2: 'hybi-01',
  rsv3: 'hybi-01',
  opcode: 'hybi-01',
  mask: 'hybi-07',
  'length-7': 'hybi-01',
  'length-16': 'hybi-01',
  'length-64': 'hybi-01',
  'masking-key': 'hybi-07',
  payload: 'hixie-75',
  'payload-unmasked': 'hybi-04',
  text: 'hixie-75',
  'close-code': FIRST_CODES,
  'close-reason': FIRST_CODES,
  'frame-type': 'hixie-75',
  'hixie-length': 'hixie-75',
  'frame-end': 'hixie-75',
  'server-nonce': 'hybi-04',
  'connection-key': 'hybi-04',
  more: 'hybi-01',
  rsv4: 'hybi-01',
  'draft-opcode': 'hybi-01',
  'frame-nonce': 'hybi-04',
  'frame-masking-key': 'hybi-05',
  'frame-key': 'hybi-04',
  'masked-frame': 'hybi-04',
  'frame-unmasked': 'hybi-04',
  message: 'hybi-01',
  'message-payload': 'hybi-01',
  'payload-inflated': 'rfc7692',
  'inflate-ratio': 'rfc7692',
  /** A name of ours, for every text. */
  unparsed: undefined,
} as const satisfies Record<FieldId, Since | undefined>;

/** Headers of HTTP are not here. */
const HEADER_SINCE: Readonly<Record<string, Draft>> = {
  host: 'hixie-75',
  upgrade: 'hixie-75',
  connection: 'hixie-75',
  origin: 'hixie-75',
  cookie: 'hixie-75',
  'sec-websocket-key': 'hybi-04',
  'sec-websocket-accept': 'hybi-04',
  'sec-websocket-version': 'hybi-04',
  'sec-websocket-extensions': 'hybi-04',
  'sec-websocket-protocol': 'hixie-76',
  'sec-websocket-origin': 'hixie-76',
  'sec-websocket-location': 'hixie-76',
  'sec-websocket-key1': 'hixie-76',
  'sec-websocket-key2': 'hixie-76',
  'sec-websocket-draft': 'hybi-02',
  'sec-websocket-nonce': 'hybi-04',
  'websocket-origin': 'hixie-75',
  'websocket-location': 'hixie-75',
  'websocket-protocol': 'hixie-75',
};

/** Since when the thing of a page is there; undefined where the question makes no sense. */
export function sinceOf({ kind, id }: PageId): Since | undefined {
  switch (kind) {
    case 'field':
      return FIELD_SINCE[id as FieldId];
    case 'opcode':
      // The numbers of today; see draft-hybi-07 section 4.
      return 'hybi-07';
    case 'close':
      return CLOSE_CODES.find(({ code }) => String(code) === id)?.since ?? FIRST_CODES;
    case 'header':
      return HEADER_SINCE[id] ?? null;
    case 'rule':
      return RULES[id as RuleId].since;
    default:
      return undefined;
  }
}
