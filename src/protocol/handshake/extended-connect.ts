/**
 * How a WebSocket begins on one stream of HTTP/2 (RFC 8441) or HTTP/3 (RFC 9220). The fields go packed over the wire
 * (HPACK, QPACK), which is not our subject: here they are names and values. The frames stay those of RFC 6455, masks
 * included, and travel in DATA frames.
 */

import { concat } from '../bytes/join.ts';
import type { ExtraHeaders } from './dialect.ts';

/** SETTINGS_ENABLE_CONNECT_PROTOCOL, the same number in both (RFC 8441 §3, RFC 9220 §3). */
const ENABLE_CONNECT_PROTOCOL = 0x08;

export interface ExtendedConnectOptions {
  /** Host and port. */
  readonly authority: string;
  /** Path and query. */
  readonly path: string;
  readonly origin?: string;
  readonly extensions?: string;
}

/** The request in the place of `GET` and `Upgrade`, for `wss:` (RFC 8441 §5.1): no Connection, no key. */
export function extendedConnect({ authority, path, origin, extensions }: ExtendedConnectOptions): ExtraHeaders {
  return [
    [':method', 'CONNECT'],
    [':protocol', 'websocket'],
    [':scheme', 'https'],
    [':path', path],
    [':authority', authority],
    ['sec-websocket-version', '13'],
    ...(origin === undefined ? [] : [['origin', origin] as const]),
    ...(extensions === undefined ? [] : [['sec-websocket-extensions', extensions] as const]),
  ];
}

/** The answer in the place of `101`: nothing is switched, and there is no accept. */
export const EXTENDED_CONNECT_OPEN: ExtraHeaders = [[':status', '200']];

/** What a server says before anybody may ask: the setting as HTTP/2 writes it, 16 and 32 bits (RFC 9113 §6.5.1). */
export function http2Setting(): Uint8Array {
  return Uint8Array.of(0, ENABLE_CONNECT_PROTOCOL, 0, 0, 0, 1);
}

/** The same in HTTP/3: two short variable-length integers (RFC 9114 §7.2.4). */
export function http3Setting(): Uint8Array {
  return Uint8Array.of(ENABLE_CONNECT_PROTOCOL, 1);
}

/**
 * A DATA frame of HTTP/2 round some bytes: length (24 bits), type 0, flags 0, stream (31 bits) (RFC 9113 §4.1, §6.1).
 * @param bytes fewer than 2^24
 */
export function http2Data(stream: number, bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const head = [length >>> 16, length >>> 8, length, 0, 0, (stream >>> 24) & 0x7f, stream >>> 16, stream >>> 8, stream];
  return concat([Uint8Array.from(head), bytes]);
}

/**
 * A DATA frame of HTTP/3: type 0, then the length as a variable-length integer (RFC 9114 §7.2.1, RFC 9000 §16). QUIC knows
 * the stream.
 * @param bytes fewer than 2^30
 */
export function http3Data(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const size =
    length < 0x40
      ? [length]
      : length < 0x4000
        ? [0x40 | (length >>> 8), length]
        : [0x80 | (length >>> 24), length >>> 16, length >>> 8, length];
  return concat([Uint8Array.of(0), Uint8Array.from(size), bytes]);
}
