import type { OpcodeName } from '../../../protocol/model/opcodes.ts';
import type { Described } from './codes.ts';

/** Apart from the other codes, because the first page needs them. */
export default {
  continuation: {
    name: 'continuation',
    blurb: 'The next piece of a message that an earlier text or binary frame began. The piece with FIN 1 is the last.',
  },
  text: {
    name: 'text',
    blurb: 'Begins a text message, and is all of it if FIN is 1. The whole message must be valid UTF-8.',
  },
  binary: {
    name: 'binary',
    blurb: 'Begins a binary message, and is all of it if FIN is 1. The bytes mean what the application says.',
  },
  'reserved-data': {
    name: 'reserved (data)',
    blurb:
      '3 to 7 are kept for data frames of the future. Nothing has been defined for them, so a receiver fails the connection.',
  },
  close: {
    name: 'close',
    blurb:
      'Says goodbye: empty, or a code and perhaps a reason. The other side answers with one Close; after that the server is the first to end TCP.',
  },
  ping: {
    name: 'ping',
    blurb:
      'Asks for a pong with the same bytes, to see whether the other side is alive. Web pages cannot send or see one.',
  },
  pong: {
    name: 'pong',
    blurb:
      'Answers a ping with exactly its bytes. Of several open pings only the latest needs an answer; a pong that nobody asked for is allowed.',
  },
  'reserved-control': {
    name: 'reserved (control)',
    blurb:
      'B to F are kept for control frames of the future. Nothing has been defined for them, so a receiver fails the connection.',
  },
} satisfies Record<OpcodeName, Described>;
