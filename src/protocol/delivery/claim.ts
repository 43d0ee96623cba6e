/**
 * The figures of a comparison from 2010 that has been quoted ever since: polls with 871 bytes of header, once a second,
 * against WebSocket messages with 2. They come out if “mega” is 2^20, if a frame is that of draft-hixie-75 or -76, `00 …
 * ff`, and if nothing is counted but headers.
 */

import { headerSize } from '../frame/length.ts';
import { packetBytes } from './packets.ts';

/** Of a request and its answer together, as quoted. */
export const CLAIMED_HEAD = 871;
/** `00` before a message and `ff` after it (draft-hixie-thewebsocketprotocol-76 section 4.2). */
export const HIXIE_FRAME = 2;
export const CLAIMED_CLIENTS = [1_000, 10_000, 100_000] as const;
/** What the polled message of the example was long: a quote of a stock. */
export const CLAIMED_PAYLOAD = 20;

/** RFC 6455 section 5.2, up to 125 bytes of payload: from the server, and masked from the client. */
export const RFC6455_FRAMES = { server: headerSize(7, false), client: headerSize(7, true) } as const;

/** Bits a second for so many clients with a message of `bytes` a second each, in units of 2^20 or of 10^6. */
export function megabits(bytes: number, clients: number, mega: 'binary' | 'decimal'): number {
  return (bytes * 8 * clients) / (mega === 'binary' ? 2 ** 20 : 1e6);
}

export interface Compared {
  readonly poll: number;
  readonly frame: number;
  /** How many times as much the poll is. */
  readonly ratio: number;
}

const compared = (poll: number, frame: number): Compared => ({ poll, frame, ratio: poll / frame });

/** Bytes of one poll and of one message from the server: headers only; with the payload; with packets; with TLS. */
export function compareClaim(payload: number): Readonly<Record<'headers' | 'payload' | 'tcp' | 'tls', Compared>> {
  const poll = CLAIMED_HEAD + payload;
  const frame = RFC6455_FRAMES.server + payload;
  // Of the 871 the request has most; two messages in any case, of a segment each.
  const both = (packets: 'tcp' | 'tls') => {
    const around = (size: number) => {
      const { packets: own, acks } = packetBytes(size, packets);
      return own + acks;
    };
    const [request, answer] = [Math.ceil(CLAIMED_HEAD / 2), Math.floor(CLAIMED_HEAD / 2) + payload];
    return compared(poll + around(request) + around(answer), frame + around(frame));
  };
  return {
    headers: compared(CLAIMED_HEAD, RFC6455_FRAMES.server),
    payload: compared(poll, frame),
    tcp: both('tcp'),
    tls: both('tls'),
  };
}
