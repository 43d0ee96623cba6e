/**
 * The field registry: what is true of a field wherever it occurs. Names and explanations in people's languages are
 * keyed by the same ids, beside the views.
 */

/** The five colour families of the pages, and ink for everything else. */
export type ColourRole = 'control' | 'mask' | 'length' | 'payload' | 'key' | 'plain';

/** How a value is written down. */
export type Format = 'bit' | 'opcode' | 'draft-opcode' | 'decimal' | 'hex' | 'text' | 'close-code' | 'none';

export interface Field {
  readonly section: string;
  readonly colour: ColourRole;
  readonly format: Format;
}

const field = (section: string, colour: ColourRole, format: Format): Field => ({ section, colour, format });

export const FIELDS = {
  // HTTP heads
  request: field('RFC 6455 §4.1', 'plain', 'none'),
  response: field('RFC 6455 §4.2.2', 'plain', 'none'),
  /** A 100 Continue or another 1xx that came before the answer. */
  'interim-response': field('RFC 7231 §6.2', 'plain', 'text'),
  'request-line': field('RFC 7230 §3.1.1', 'plain', 'text'),
  'status-line': field('RFC 7230 §3.1.2', 'plain', 'text'),
  method: field('RFC 6455 §4.1', 'control', 'text'),
  target: field('RFC 6455 §4.1', 'payload', 'text'),
  'http-version': field('RFC 6455 §4.1', 'plain', 'text'),
  'status-code': field('RFC 6455 §4.2.2', 'control', 'text'),
  'reason-phrase': field('RFC 7230 §3.1.2', 'plain', 'text'),
  header: field('RFC 7230 §3.2', 'plain', 'text'),
  'header-name': field('RFC 7230 §3.2', 'control', 'text'),
  'header-value': field('RFC 7230 §3.2', 'payload', 'text'),
  /** Spaces, colons and line ends between the parts that mean something. */
  delimiter: field('RFC 7230 §3', 'plain', 'hex'),
  'blank-line': field('RFC 7230 §3', 'plain', 'hex'),
  'http-body': field('RFC 7230 §3.3', 'plain', 'text'),

  // Handshake values
  key: field('RFC 6455 §4.1', 'key', 'text'),
  'key-nonce': field('RFC 6455 §4.1', 'key', 'hex'),
  accept: field('RFC 6455 §4.2.2', 'key', 'text'),
  'accept-input': field('RFC 6455 §4.2.2', 'key', 'text'),
  'accept-expected': field('RFC 6455 §4.2.2', 'key', 'text'),
  'server-nonce': field('draft-hybi-04', 'key', 'text'),
  'connection-key': field('draft-hybi-04', 'key', 'hex'),
  'hixie-key': field('draft-hixie-76 §5.2', 'key', 'text'),
  'hixie-key-digits': field('draft-hixie-76 §5.2', 'key', 'text'),
  'hixie-key-spaces': field('draft-hixie-76 §5.2', 'length', 'decimal'),
  'hixie-key-part': field('draft-hixie-76 §5.2', 'key', 'decimal'),
  key3: field('draft-hixie-76 §5.2', 'key', 'hex'),
  challenge: field('draft-hixie-76 §5.2', 'key', 'hex'),
  'challenge-expected': field('draft-hixie-76 §5.2', 'key', 'hex'),
  'challenge-response': field('draft-hixie-76 §5.2', 'key', 'hex'),

  // RFC 6455 frames
  frame: field('RFC 6455 §5.2', 'plain', 'none'),
  fin: field('RFC 6455 §5.2', 'control', 'bit'),
  rsv1: field('RFC 6455 §5.2', 'control', 'bit'),
  rsv2: field('RFC 6455 §5.2', 'control', 'bit'),
  rsv3: field('RFC 6455 §5.2', 'control', 'bit'),
  opcode: field('RFC 6455 §5.2', 'control', 'opcode'),
  mask: field('RFC 6455 §5.2', 'mask', 'bit'),
  'length-7': field('RFC 6455 §5.2', 'length', 'decimal'),
  'length-16': field('RFC 6455 §5.2', 'length', 'decimal'),
  'length-64': field('RFC 6455 §5.2', 'length', 'decimal'),
  'masking-key': field('RFC 6455 §5.3', 'mask', 'hex'),
  payload: field('RFC 6455 §5.2', 'payload', 'hex'),
  'payload-unmasked': field('RFC 6455 §5.3', 'payload', 'hex'),
  text: field('RFC 6455 §5.6', 'payload', 'text'),
  'close-code': field('RFC 6455 §5.5.1', 'control', 'close-code'),
  'close-reason': field('RFC 6455 §5.5.1', 'payload', 'text'),

  // hixie frames
  'frame-type': field('draft-hixie-76 §4.2', 'control', 'hex'),
  'hixie-length': field('draft-hixie-76 §4.2', 'length', 'decimal'),
  'frame-end': field('draft-hixie-76 §4.2', 'control', 'hex'),

  // Frames of hybi-01 to -06: what today's have not. The texts were not at hand, so that no sections are named.
  more: field('draft-hybi-03', 'control', 'bit'),
  rsv4: field('draft-hybi-03', 'control', 'bit'),
  'draft-opcode': field('draft-hybi-03', 'control', 'draft-opcode'),
  'frame-nonce': field('draft-hybi-04', 'mask', 'hex'),
  'frame-key': field('draft-hybi-04', 'mask', 'hex'),
  'frame-masking-key': field('draft-hybi-05', 'mask', 'hex'),
  'masked-frame': field('draft-hybi-04', 'plain', 'hex'),
  'frame-unmasked': field('draft-hybi-04', 'plain', 'hex'),

  // Messages
  message: field('RFC 6455 §5.4', 'payload', 'none'),
  'message-payload': field('RFC 6455 §5.4', 'payload', 'hex'),
  'payload-inflated': field('RFC 7692 §7.2.2', 'payload', 'hex'),
  /** How many times as many bytes there are after inflating. */
  'inflate-ratio': field('RFC 7692 §7.2.2', 'length', 'decimal'),

  /** Bytes nobody could read. */
  unparsed: field('', 'plain', 'hex'),
} as const satisfies Record<string, Field>;

export type FieldId = keyof typeof FIELDS;
