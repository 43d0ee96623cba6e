import { MISCONCEPTIONS } from '../../protocol/model/misconceptions.ts';
import type { RuleId } from '../../protocol/model/rules.ts';
import { RULE_IDS, RULES } from '../../protocol/model/rules.ts';
import { keyOf, type PageId, pageAt } from './kinds.ts';

/**
 * What has to do with what. Said once, from one side; the other side is turned round. That a rule shows in the field
 * named here is tested with the engine's own broken conversations.
 */

/** What each rule is about, the nearest first. Its close code comes from the catalogue. */
const RULES_ABOUT: Readonly<Record<RuleId, string>> = {
  'rsv-nonzero': 'field/rsv2 field/rsv3 field/rsv1',
  'rsv1-on-control': 'field/rsv1',
  'rsv1-on-continuation': 'field/rsv1 opcode/continuation',
  'reserved-opcode': 'field/opcode opcode/reserved-data opcode/reserved-control',
  'control-fragmented': 'field/fin opcode/ping opcode/pong opcode/close',
  'control-too-long': 'field/length-7 opcode/ping opcode/pong opcode/close',
  'unmasked-client-frame': 'field/mask field/masking-key',
  'masked-server-frame': 'field/mask field/masking-key',
  'length-not-minimal': 'field/length-16 field/length-64 field/length-7',
  'length-msb-set': 'field/length-64',
  'unexpected-continuation': 'field/opcode opcode/continuation field/message',
  'expected-continuation': 'field/opcode opcode/continuation opcode/text opcode/binary field/message',
  'message-too-big': 'field/length-7 field/length-64 field/message field/payload-inflated',
  'close-payload-length-1': 'field/close-code opcode/close',
  'close-code-invalid':
    'field/close-code close/1004 close/1005 close/1006 close/1015 close/0-999 close/1016-2999 close/5000-65535',
  'close-reason-invalid-utf8': 'field/close-reason opcode/close',
  'invalid-utf8': 'field/text opcode/text field/message-payload',
  'frame-after-close': 'field/frame opcode/close',
  'masking-key-zero': 'field/masking-key',
  'masking-key-repeated': 'field/masking-key',
  'pong-unsolicited': 'field/opcode opcode/pong',
  'frame-discarded': 'field/frame-type field/hixie-length',
  'utf8-replaced': 'field/text field/frame-type',
  'bytes-end-inside-frame': 'field/frame',
  'bytes-end-inside-message': 'field/frame field/fin field/message',
  'continues-unseen-message': 'field/opcode opcode/continuation field/message',
  'inflate-error': 'field/payload-unmasked field/payload-inflated header/sec-websocket-extensions',
  'distance-beyond-window': 'field/payload-unmasked field/payload-inflated header/sec-websocket-extensions',
  'inflated-in-part': 'field/frame field/payload-inflated field/inflate-ratio',
  'frame-key-unknown':
    'field/unparsed field/masked-frame field/frame-key field/connection-key header/sec-websocket-nonce',
  'bytes-before-first-frame': 'field/unparsed',
  'bytes-missing': 'field/unparsed',
  'frame-before-response': 'field/frame field/response',
  'head-incomplete': 'field/request field/response field/blank-line',
  'bare-lf': 'field/delimiter',
  'blank-line-before-head': 'field/delimiter field/blank-line',
  'header-malformed': 'field/unparsed field/header field/header-name',
  'header-folded': 'field/header field/header-value',
  'request-line-malformed': 'field/request-line field/delimiter',
  'status-line-malformed': 'field/delimiter field/status-line',
  method: 'field/method',
  'http-version': 'field/http-version',
  'target-invalid': 'field/target',
  'host-missing': 'field/blank-line header/host',
  'host-duplicate': 'field/header header/host',
  'upgrade-missing': 'field/blank-line header/upgrade',
  'upgrade-invalid': 'field/header-value header/upgrade',
  'connection-missing': 'field/blank-line header/connection',
  'connection-invalid': 'field/header-value header/connection',
  'origin-missing': 'field/blank-line header/origin',
  status: 'field/status-code field/reason-phrase field/http-body',
  'fossil-header':
    'field/header-name header/sec-websocket-draft header/sec-websocket-origin header/sec-websocket-location header/websocket-origin header/websocket-location header/websocket-protocol header/sec-websocket-nonce',
  'key-missing': 'field/blank-line header/sec-websocket-key field/key',
  'key-duplicate': 'field/header header/sec-websocket-key',
  'key-invalid': 'field/key header/sec-websocket-key field/key-nonce',
  'key-pad-bits': 'field/key header/sec-websocket-key',
  'version-missing': 'field/blank-line header/sec-websocket-version',
  'version-duplicate': 'field/header header/sec-websocket-version',
  'version-unsupported': 'field/header-value header/sec-websocket-version',
  'nonce-missing': 'field/blank-line header/sec-websocket-nonce field/server-nonce',
  'nonce-invalid': 'field/server-nonce header/sec-websocket-nonce',
  'subprotocol-malformed': 'field/header-value header/sec-websocket-protocol',
  'extensions-malformed': 'field/header-value header/sec-websocket-extensions',
  'accept-missing': 'field/blank-line header/sec-websocket-accept field/accept',
  'accept-duplicate': 'field/header header/sec-websocket-accept',
  'accept-mismatch': 'field/accept header/sec-websocket-accept field/accept-input field/accept-expected',
  'subprotocol-not-offered': 'field/header-value header/sec-websocket-protocol',
  'subprotocol-duplicate': 'field/header header/sec-websocket-protocol',
  'extension-not-offered': 'field/header-value header/sec-websocket-extensions',
  'pmd-invalid-parameter': 'field/header-value header/sec-websocket-extensions',
  'pmd-invalid-value': 'field/header-value header/sec-websocket-extensions',
  'pmd-duplicate-parameter': 'field/header-value header/sec-websocket-extensions',
  'pmd-client-max-window-bits-not-offered': 'field/header-value header/sec-websocket-extensions',
  'pmd-server-no-context-takeover-missing': 'field/header-value header/sec-websocket-extensions',
  'pmd-server-max-window-bits-missing': 'field/header-value header/sec-websocket-extensions',
  'pmd-server-max-window-bits-too-big': 'field/header-value header/sec-websocket-extensions',
  'pmd-offer-declined': 'field/header-value header/sec-websocket-extensions',
  'extension-duplicate': 'field/header-value header/sec-websocket-extensions',
  'hixie-key-missing':
    'field/blank-line header/sec-websocket-key1 header/sec-websocket-key2 field/hixie-key field/key3',
  'hixie-key-duplicate': 'field/header header/sec-websocket-key1 header/sec-websocket-key2',
  'hixie-key-no-digits': 'field/hixie-key field/hixie-key-digits header/sec-websocket-key1 header/sec-websocket-key2',
  'hixie-key-no-spaces': 'field/hixie-key field/hixie-key-spaces header/sec-websocket-key1 header/sec-websocket-key2',
  'hixie-key-not-divisible': 'field/hixie-key field/hixie-key-part header/sec-websocket-key1 header/sec-websocket-key2',
  'hixie-key-number-too-big': 'field/hixie-key field/hixie-key-digits header/sec-websocket-key1',
  'hixie-key-spaces-collapsed': 'field/hixie-key field/hixie-key-spaces header/sec-websocket-key1',
  'challenge-response-mismatch': 'field/challenge-response field/challenge field/challenge-expected',
  'hixie-response-order': 'field/header field/status-line field/reason-phrase',
  'hixie-origin-mismatch': 'field/header-value header/sec-websocket-origin header/websocket-origin header/origin',
  'hixie-location-mismatch': 'field/header-value header/sec-websocket-location header/websocket-location',
  'hixie-origin-missing': 'field/blank-line header/sec-websocket-origin header/websocket-origin',
  'hixie-location-missing': 'field/blank-line header/sec-websocket-location header/websocket-location',
  'hixie-subprotocol-mismatch': 'field/header-value header/sec-websocket-protocol header/websocket-protocol',
  'hixie-field-duplicate': 'field/header header/sec-websocket-origin header/sec-websocket-location',
};

/** Pages that say more about one another, rules apart. */
const TOGETHER: readonly string[] = [
  'field/request field/response field/request-line',
  'field/response field/status-line field/status-code',
  'field/key header/sec-websocket-key field/key-nonce field/accept-input',
  'field/accept header/sec-websocket-accept field/accept-expected field/accept-input',
  'field/hixie-key header/sec-websocket-key1 header/sec-websocket-key2 field/hixie-key-digits field/hixie-key-spaces',
  'field/hixie-key-part field/hixie-key-digits field/hixie-key-spaces field/challenge',
  'field/key3 field/challenge field/challenge-response',
  'field/challenge-expected field/challenge-response',
  'field/fin opcode/continuation field/message',
  'field/rsv1 field/payload-inflated header/sec-websocket-extensions draft/rfc7692',
  'field/rsv2 field/rsv3',
  'field/mask field/masking-key field/payload-unmasked',
  'field/length-7 field/length-16 field/length-64',
  'field/payload field/payload-unmasked field/message-payload',
  'field/text opcode/text close/1007',
  'field/close-code opcode/close field/close-reason',
  'field/frame-type field/frame-end field/hixie-length draft/hixie-75',
  'field/payload-inflated field/inflate-ratio',
  'field/server-nonce header/sec-websocket-nonce field/connection-key',
  'field/connection-key field/frame-key field/frame-nonce draft/hybi-04',
  'field/masked-frame field/frame-unmasked field/frame-nonce field/masking-key',
  'field/more field/fin draft/hybi-01',
  'field/rsv4 field/mask draft/hybi-01',
  'field/draft-opcode field/opcode draft/hybi-01',
  'opcode/ping opcode/pong',
  'opcode/text opcode/binary opcode/continuation',
  'opcode/reserved-data opcode/reserved-control field/opcode',
  'opcode/close close/1000 close/1005',
  'close/1005 close/1006 close/1015',
  'close/1000 close/1001',
  'close/3000-3999 close/4000-4999',
  'close/1012 close/1013',
  'close/1009 field/length-64',
  'close/1010 header/sec-websocket-extensions',
  'close/1011 close/1014',
  'header/upgrade header/connection',
  'header/origin header/cookie header/sec-websocket-origin',
  'header/authorization header/www-authenticate header/cookie',
  'header/content-length header/content-type header/transfer-encoding field/http-body',
  'header/pragma header/cache-control',
  'header/sec-websocket-version field/status-code',
  'header/sec-websocket-draft draft/hybi-02',
  'header/sec-websocket-nonce draft/hybi-04',
  'header/websocket-origin header/websocket-location header/websocket-protocol draft/hixie-75',
  'header/sec-websocket-origin header/sec-websocket-location draft/hixie-76',
  'header/sec-websocket-key1 header/sec-websocket-key2 draft/hixie-76',
  'header/sec-websocket-protocol header/websocket-protocol',
  'field/http-version draft/rfc8441 draft/rfc9220',
];

const rulesOf = new Map<string, RuleId[]>();
const others = new Map<string, Set<string>>();

function put(key: string, other: string): void {
  const own = others.get(key) ?? new Set<string>();
  others.set(key, own.add(other));
}

for (const rule of RULE_IDS) {
  const { reaction } = RULES[rule];
  const about = RULES_ABOUT[rule].split(' ');
  if (reaction.kind === 'close') about.push(`close/${reaction.code}`);
  for (const key of about) {
    rulesOf.set(key, [...(rulesOf.get(key) ?? []), rule]);
    put(`rule/${rule}`, key);
  }
}
for (const { id, about } of MISCONCEPTIONS) {
  for (const key of about) {
    put(`misconception/${id}`, key);
    put(key, `misconception/${id}`);
  }
}
for (const list of TOGETHER) {
  const keys = list.split(' ');
  for (const key of keys) for (const other of keys) if (key !== other) put(key, other);
}

/** The rules that guard what the page is about. For a close code: those it is the answer to, and those about it. */
export function guardsOf(page: PageId): readonly RuleId[] {
  return rulesOf.get(keyOf(page)) ?? [];
}

/** Pages that say more, the long claims last. Rules are in `guardsOf`; but a misconception has them here. */
export function relatedTo(page: PageId): readonly PageId[] {
  const found = [...(others.get(keyOf(page)) ?? [])].flatMap((key) => pageAt(key) ?? []);
  const last = ({ kind }: PageId) => Number(kind === 'misconception');
  return found.sort((a, b) => last(a) - last(b));
}

/** Every name used in the tables above; a test looks for each. */
export const NAMED: readonly string[] = [
  ...Object.values(RULES_ABOUT).flatMap((list) => list.split(' ')),
  ...TOGETHER.flatMap((list) => list.split(' ')),
  ...MISCONCEPTIONS.flatMap(({ about }) => about),
];
