import type { FieldId } from '../../../../protocol/model/fields.ts';
import type { FieldWords } from './words.ts';

/** The fields of a frame with a text, as the first view shows one. */
export default {
  frame: {
    name: 'Frame',
    short: 'frame',
    blurb:
      'The unit on the wire: a short header, then the payload. A message may take several frames, and TCP may cut a frame anywhere or deliver several at once.',
  },
  fin: {
    name: 'FIN',
    short: 'F',
    blurb:
      'The 0x80 bit of the first byte. 1 on the last frame of a message, which may also be its only one. It ends the message, not the connection.',
  },
  rsv1: {
    name: 'RSV1',
    short: 'R1',
    blurb:
      'The 0x40 bit, kept for extensions. permessage-deflate sets it on the first frame of a compressed message. Where no extension was agreed that uses it, it must be 0.',
  },
  rsv2: {
    name: 'RSV2',
    short: 'R2',
    blurb:
      'The 0x20 bit, kept for extensions. It must be 0 unless one was agreed that uses it; a receiver may not just overlook a 1.',
  },
  rsv3: {
    name: 'RSV3',
    short: 'R3',
    blurb:
      'The 0x10 bit, kept for extensions. It must be 0 unless one was agreed that uses it; a receiver may not just overlook a 1.',
  },
  opcode: {
    name: 'Opcode',
    short: 'op',
    blurb:
      'The low four bits of the first byte: what kind of frame this is. 0 continuation, 1 text, 2 binary, 8 close, 9 ping, A pong; the others are reserved. From 8 on, it is a control frame.',
  },
  mask: {
    name: 'MASK',
    short: 'M',
    blurb:
      'The 0x80 bit of the second byte. 1 means that a masking key follows and the payload is masked with it. The client must always set it, the server never.',
  },
  'length-7': {
    name: 'Payload length',
    short: 'len',
    blurb:
      'The low seven bits of the second byte. 0 to 125 is the length itself; 126 means that it follows in two bytes, 127 that it follows in eight. Header and key are not counted.',
  },
  'length-16': {
    name: '16-bit length',
    short: 'len16',
    blurb:
      'The payload length in two bytes, most significant first, for 126 to 65535 bytes. What fits into the seven bits must stay there.',
  },
  'length-64': {
    name: '64-bit length',
    short: 'len64',
    blurb:
      'The payload length in eight bytes, most significant first, from 65536 bytes on. The top bit must be 0, so it ends at 2⁶³ − 1. Above 2⁵³ a JavaScript number is no longer exact.',
  },
  'masking-key': {
    name: 'Masking key',
    short: 'key',
    blurb:
      'Four bytes nobody can predict, new for every frame, sent openly before the payload. Payload byte i is XORed with key byte i mod 4. This hides nothing: it stops a script from choosing the bytes on the wire, which an old proxy might take for a request.',
  },
  payload: {
    name: 'Payload',
    short: 'payload',
    blurb: 'The content as it travels. In a masked frame it has to be XORed with the key before it can be read.',
  },
  'payload-unmasked': {
    name: 'Unmasked payload',
    short: 'unmasked',
    blurb:
      'The payload XORed with the masking key, computed here: these bytes did not travel. Masking and unmasking are the same operation.',
  },
  text: {
    name: 'Text',
    short: 'text',
    blurb:
      'The bytes read as UTF-8. One character may be split over two frames: only the message as a whole must be valid.',
  },
} satisfies Partial<Record<FieldId, FieldWords>>;
