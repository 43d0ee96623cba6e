/**
 * What carries the bytes. Assumptions, so that they can be argued with: IPv4 and TCP without options, 20 + 20 bytes a
 * segment (RFC 791, RFC 9293 section 3.1); 1460 bytes of data in one (Ethernet's 1500 less these 40); every message in
 * segments of its own; one acknowledgement for two segments (RFC 9293 section 3.8.6.3), at least one a message, none of
 * them on the back of data; a TLS 1.3 record of at most 16384 bytes adds 22 (RFC 8446 section 5.2: 5 of header, 1 of
 * type, 16 of tag; TLS 1.2 with AES-GCM adds 29). Opening and closing of TCP and TLS are not counted, for any method.
 */

import type { Packets } from './model.ts';

export const SEGMENT_HEADER = 40;
export const SEGMENT_DATA = 1460;
export const RECORD_OVERHEAD = 22;
const RECORD_DATA = 16384;

/** Bytes around `size` bytes that are sent at once, and the bytes of the acknowledgements that come back. */
export function packetBytes(size: number, packets: Packets): { readonly packets: number; readonly acks: number } {
  if (packets === 'none' || size === 0) return { packets: 0, acks: 0 };
  const records = packets === 'tls' ? Math.ceil(size / RECORD_DATA) * RECORD_OVERHEAD : 0;
  const segments = Math.ceil((size + records) / SEGMENT_DATA);
  return { packets: records + segments * SEGMENT_HEADER, acks: Math.ceil(segments / 2) * SEGMENT_HEADER };
}
