import { expect, test } from 'vitest';
import { open } from '../../../src/protocol/capture/open.ts';
import { writeBytes } from '../../../src/protocol/text/write.ts';

/** A server's ping, the client's pong, and a server's Close. */
const SENT = [
  { direction: 'server-to-client', bytes: Uint8Array.of(0x89, 0x02, 0x68, 0x69) },
  { direction: 'client-to-server', bytes: Uint8Array.of(0x8a, 0x82, 1, 2, 3, 4, 0x69, 0x6b) },
  { direction: 'server-to-client', bytes: Uint8Array.of(0x88, 0x02, 0x03, 0xe8) },
] as const;

for (const form of ['python', 'js', 'xxd', 'json'] as const) {
  test(`${form}: one section a side tells no order, so no frame is said to come too early`, () => {
    for (const sent of [SENT, [SENT[1], SENT[0], SENT[2]]]) {
      const { connection } = open(writeBytes(form, sent));
      expect(connection.orderKnown).toBe(false);
      expect(connection.issues().list).toEqual([]);
      expect(connection.pings()).toHaveLength(1);
    }
  });
}
