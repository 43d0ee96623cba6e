import { BREAKABLE, broken } from '../../protocol/connection/broken.ts';
import { misconceived } from '../../protocol/connection/misconceived.ts';
import type { Assumptions } from '../../protocol/connection/model.ts';
import { BREAKABLE_HANDSHAKES, brokenHandshake } from '../../protocol/handshake/broken.ts';
import { fromLatin1, latin1 } from '../../protocol/handshake/latin1.ts';
import { DIALECTS, type DialectId, DRAFTS, type Draft } from '../../protocol/model/drafts.ts';
import type { FieldId } from '../../protocol/model/fields.ts';
import { HEADERS } from '../../protocol/model/headers.ts';
import { HISTORY } from '../../protocol/model/history.ts';
import { MISCONCEPTIONS, type MisconceptionId } from '../../protocol/model/misconceptions.ts';
import { OPCODE, type OpcodeName } from '../../protocol/model/opcodes.ts';
import type { RuleId } from '../../protocol/model/rules.ts';
import type { Sent } from '../build/conversation.ts';
import { ascii, close, compressed, draftHello, fragments, frame, hello, hixie } from './frames.ts';
import { client, connectionKeyOf, dialectOf, handshake, handshakeWith, refused, server, steady } from './handshakes.ts';
import { CLOSE_RANGES, OPCODES, type PageId } from './kinds.ts';

/** What is lit in an example: the field, the header line or the issue that the page is about. */
export type Target =
  | { readonly is: 'field'; readonly field: FieldId }
  | { readonly is: 'header'; readonly name: string }
  | { readonly is: 'issue'; readonly rule: RuleId }
  | { readonly is: 'nothing' };

/** Bytes that show the thing of a page: a conversation, and what in it to look at. */
export interface Example {
  readonly items: readonly Sent[];
  readonly assumptions: Assumptions;
  /** Index of the item in which it shows. */
  readonly at: number;
  readonly target: Target;
}

const NOTHING: Target = { is: 'nothing' };
const MASKED = 'client-to-server';
const PLAIN = 'server-to-client';
const DEFLATE: Assumptions = { extensions: 'permessage-deflate' };

function example(
  items: readonly Sent[],
  target: Target,
  at = items.length - 1,
  assumptions: Assumptions = {},
): Example {
  return { items, assumptions, at, target };
}

/** Null where no bytes can show it. */
export function exampleOf({ kind, id }: PageId): Example | null {
  switch (kind) {
    case 'field':
      return fieldExample(id as FieldId);
    case 'opcode':
      return opcodeExample(id as OpcodeName);
    case 'close':
      return closeExample(id);
    case 'header':
      return headerExample(id);
    case 'rule':
      return ruleExample(id as RuleId);
    case 'draft':
      return draftExample(id);
    case 'misconception':
      return misconceptionExample(id as MisconceptionId);
  }
}

function fieldExample(field: FieldId): Example | null {
  const target: Target = { is: 'field', field };
  const make = FIELD_EXAMPLES[field];
  return { ...make(), target };
}

const inFrame = () => example([hello()], NOTHING);
const inRequest = () => example(handshake(), NOTHING, 0);
const inResponse = () => example(handshake(), NOTHING, 1);
const inOldRequest = () => example(handshake('hixie-76'), NOTHING, 0);
const inOldResponse = () => example(handshake('hixie-76'), NOTHING, 1);
const inClose = () => example([close(1000, 'bye')], NOTHING);
const inOldFrame = (sent: Sent) => example([sent], NOTHING, 0, { dialect: 'hixie-76' });
const inDraftFrame = () => example([draftHello('hybi-01', null)], NOTHING, 0, { dialect: 'hybi-01' });
const inDraftResponse = () => example(handshake('version-4'), NOTHING, 1);
const inMaskedFrame = () => example(opening('version-4'), NOTHING, 2);
const inMessage = () => example(fragments(), NOTHING);
const inCompressed = () => example([compressed()], NOTHING, 0, DEFLATE);

const FIELD_EXAMPLES: Readonly<Record<FieldId, () => Example>> = {
  request: inRequest,
  response: inResponse,
  'interim-response': () => {
    const [request, { bytes }] = handshake();
    return example([request, server(fromLatin1(`HTTP/1.1 100 Continue\r\n\r\n${latin1(bytes)}`))], NOTHING);
  },
  'request-line': inRequest,
  'status-line': inResponse,
  method: inRequest,
  target: inRequest,
  'http-version': inRequest,
  'status-code': inResponse,
  'reason-phrase': inResponse,
  header: inRequest,
  'header-name': inRequest,
  'header-value': inRequest,
  delimiter: inRequest,
  'blank-line': inRequest,
  'http-body': () => example(refused(403, ['Content-Type: text/plain'], 'Not from that page.'), NOTHING),
  key: inRequest,
  'key-nonce': inRequest,
  accept: inResponse,
  'accept-input': inRequest,
  'accept-expected': inResponse,
  'hixie-key': inOldRequest,
  'hixie-key-digits': inOldRequest,
  'hixie-key-spaces': inOldRequest,
  'hixie-key-part': inOldRequest,
  key3: inOldRequest,
  challenge: inOldRequest,
  'challenge-expected': inOldResponse,
  'challenge-response': inOldResponse,
  frame: inFrame,
  fin: inFrame,
  rsv1: inCompressed,
  rsv2: inFrame,
  rsv3: inFrame,
  opcode: inFrame,
  mask: inFrame,
  'length-7': inFrame,
  'length-16': () => example([frame(PLAIN, { opcode: OPCODE.binary, payload: new Uint8Array(256) })], NOTHING),
  // Only the beginning: 65536 bytes make no picture and no link.
  'length-64': () =>
    example([frame(PLAIN, { opcode: OPCODE.binary, declaredLength: 65536, payload: new Uint8Array(16) })], NOTHING),
  'masking-key': inFrame,
  payload: inFrame,
  'payload-unmasked': inFrame,
  text: inFrame,
  'close-code': inClose,
  'close-reason': inClose,
  'frame-type': () => inOldFrame(hixie.text()),
  'hixie-length': () => inOldFrame(hixie.counted()),
  'frame-end': () => inOldFrame(hixie.text()),
  'server-nonce': inDraftResponse,
  'connection-key': inDraftResponse,
  more: inDraftFrame,
  rsv4: inDraftFrame,
  'draft-opcode': inDraftFrame,
  'frame-nonce': inMaskedFrame,
  'frame-masking-key': () => example(opening('version-5'), NOTHING, 2),
  'frame-key': inMaskedFrame,
  'masked-frame': inMaskedFrame,
  'frame-unmasked': inMaskedFrame,
  message: inMessage,
  'message-payload': inMessage,
  'payload-inflated': inCompressed,
  'inflate-ratio': inCompressed,
  // The end of one frame, and a whole one behind it.
  unparsed: () => ({ ...ruleExample('bytes-before-first-frame'), target: NOTHING }) as Example,
};

const OPCODE_PAYLOADS: Readonly<Partial<Record<OpcodeName, Uint8Array>>> = {
  binary: Uint8Array.of(0xca, 0xfe, 0xba, 0xbe),
  close: Uint8Array.of(0x03, 0xe8),
};

function opcodeExample(name: OpcodeName): Example {
  const target: Target = { is: 'field', field: 'opcode' };
  if (name === 'continuation') return example(fragments(), target);
  const [opcode] = OPCODES[name];
  const payload = OPCODE_PAYLOADS[name] ?? ascii('Hello');
  const asked = frame(PLAIN, { opcode: OPCODE.ping, payload });
  const own = frame(MASKED, { opcode, payload });
  return name === 'pong' ? example([asked, own], target) : example([own], target);
}

function closeExample(id: string): Example {
  // A Close without a code: what makes the receiver report 1005.
  if (id === '1005') return example([frame(PLAIN, { opcode: OPCODE.close })], { is: 'field', field: 'length-7' });
  const code = CLOSE_RANGES[id] ? RANGE_CODES[id] : Number(id);
  return example([close(code ?? 0)], { is: 'field', field: 'close-code' });
}

const RANGE_CODES: Readonly<Record<string, number>> = {
  '0-999': 404,
  '1016-2999': 2000,
  '3000-3999': 3000,
  '4000-4999': 4000,
  '5000-65535': 5000,
};

function headerExample(id: string): Example | null {
  const entry = HEADERS.find((header) => header.id === id);
  if (!entry) return null;
  const items = handshakeWith(entry);
  const at = items.findIndex(({ bytes }) => latin1(bytes).toLowerCase().includes(`\r\n${id}:`));
  return at < 0 ? null : example(items, { is: 'header', name: id }, at);
}

function ruleExample(rule: RuleId): Example | null {
  const target: Target = { is: 'issue', rule };
  if (isIn(rule, BREAKABLE)) {
    const { items, assumptions } = broken(rule);
    return example(items, target, items.length - 1, assumptions);
  }
  if (isIn(rule, BREAKABLE_HANDSHAKES)) {
    const { request, response } = brokenHandshake(rule, steady());
    return example([client(request), ...(response ? [server(response)] : [])], target);
  }
  const make = OTHER_RULES[rule];
  return make ? { ...make(), target } : null;
}

function isIn<T extends RuleId>(rule: RuleId, list: readonly T[]): rule is T {
  return (list as readonly RuleId[]).includes(rule);
}

/** Rules that no careless sender breaks: what the capture lacks, and how a text came to be copied. */
const OTHER_RULES: Readonly<Partial<Record<RuleId, () => Example>>> = {
  'bytes-before-first-frame': () => {
    const { bytes } = frame(PLAIN, { opcode: OPCODE.text, payload: ascii('Hello') });
    const items = [server(Uint8Array.of(...ascii('lo'), ...bytes))];
    return example(items, NOTHING, 0, { direction: PLAIN, firstFrame: { [PLAIN]: 2 } });
  },
  'frame-key-unknown': () => {
    const [, , first] = opening('version-4');
    return example([first], NOTHING, 0, { dialect: 'version-4' });
  },
  'frame-before-response': () => {
    const [request, response] = handshake();
    return example([request, hello(), response], NOTHING, 1);
  },
  'hixie-key-spaces-collapsed': () => {
    const [{ bytes }] = handshake('hixie-76');
    // Key1 of draft-hixie-76 §1.2 as a page shows it: two spaces in a row have become one.
    const key = '4 @1  46546xW%0l 1 5'.replace(/ +/g, ' ');
    return example([client(fromLatin1(latin1(bytes).replace(/(Sec-WebSocket-Key1: ).*/, `$1${key}`)))], NOTHING, 0);
  },
};

function draftExample(id: string): Example {
  if (id === 'rfc7692') return { ...inCompressed(), target: { is: 'field', field: 'rsv1' } };
  if (!isDraft(id)) return { ...inFrame(), target: { is: 'field', field: 'masking-key' } };
  const dialect = dialectOf(id);
  const items = opening(dialect);
  const { version, draftHeader } = HISTORY[id];
  if (version !== null) return example(items, { is: 'header', name: 'sec-websocket-version' }, 0);
  if (draftHeader !== null) return example(items, { is: 'header', name: 'sec-websocket-draft' }, 0);
  if (id === 'hixie-75') return example(items, { is: 'field', field: 'status-line' }, 1);
  if (id === 'hixie-76') return example(items, { is: 'header', name: 'sec-websocket-key1' }, 0);
  return example(items, { is: 'field', field: 'draft-opcode' }, 2);
}

/** Handshake and first frame of a dialect. */
function opening(dialect: DialectId): readonly [Sent, Sent, Sent] {
  const both = handshake(dialect);
  const { framing } = DIALECTS[dialect];
  if (framing === 'hixie') return [...both, hixie.text()];
  return [...both, framing === 'rfc6455' ? hello() : draftHello(framing, connectionKeyOf(both))];
}

function misconceptionExample(id: MisconceptionId): Example {
  const { items, assumptions, at } = misconceived(id, steady());
  const about = MISCONCEPTIONS.find((one) => one.id === id)?.about[0] ?? '';
  const [kind, name = ''] = about.split('/');
  return { items, assumptions, at, target: TARGETS[kind ?? '']?.(name) ?? NOTHING };
}

const TARGETS: Readonly<Record<string, (id: string) => Target>> = {
  rule: (id) => ({ is: 'issue', rule: id as RuleId }),
  header: (name) => ({ is: 'header', name }),
  field: (id) => ({ is: 'field', field: id as FieldId }),
  opcode: () => ({ is: 'field', field: 'opcode' }),
  close: () => ({ is: 'field', field: 'close-code' }),
  draft: () => ({ is: 'field', field: 'status-line' }),
};

function isDraft(id: string): id is Draft {
  return (DRAFTS as readonly string[]).includes(id);
}
