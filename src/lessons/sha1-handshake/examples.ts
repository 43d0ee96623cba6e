/** Where people may start. The keys and wrong answers are inputs like any other: the engine works out the rest. */

import type { Example } from '../../components/lesson/lesson.ts';
import { toBase64 } from '../../protocol/bytes/base64.ts';
import type { MistakeId } from '../../protocol/handshake/accept-mistakes.ts';
import { MISTAKE_IDS, mistakenAccept } from '../../protocol/handshake/accept-mistakes.ts';

/** The key of RFC 6455 §1.3: the bytes spell “the sample nonce”. */
const SAMPLE = 'dGhlIHNhbXBsZSBub25jZQ==';

function example(id: string, key: string, accept: string, mistake: MistakeId = 'no-guid'): Example {
  return { id, inputs: { key, mistake, accept } };
}

export const examples: readonly [Example, ...Example[]] = [
  example('sample', SAMPLE, 'BXhwxM0SZasKmCD9S4BfpPmCnEw='),
  example('second', 'x3JJHMbDL1EzLkh9GBhXDw==', 'HSmrc0sMlYUkAGmm5OPpG2HaGWk='),
  example('third', 'Iv8io/9s+lYFgZWcXczP8Q==', 'HSmrc0sMlYUkAGmm5OPpG2HaGWk='),
  example('counted', 'AQIDBAUGBwgJCgsMDQ4PEA==', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='),
  example('stray-bits', 'AQIDBAUGBwgJCgsMDQ4PEC==', 'C/0nmHhBztSRGR1CwL6Tf4ZjwpY='),
  example('patient-1', SAMPLE, 'hHLtf2V1k8aDQZfNjw3Ia1hCwt0='),
  example('patient-2', SAMPLE, 'YjM3YTRmMmNjMDYyNGYxNjkwZjY0NjA2Y2YzODU5NDViMmJlYzRlYQ=='),
  example('patient-3', SAMPLE, 'WJfwerbIozKsJXHxxI0JTO1SQgU='),
  example('patient-4', SAMPLE, '2OZf2Seed9yzIpkj+zvC9KS9Mjw='),
  example('patient-5', SAMPLE, 'kex8Ji4w0ek1Mc3Dwcf4mOpf5b4='),
  example('patient-6', SAMPLE, 's3mCG3XUBfFRrUGpYOBQiHm5i8g='),
  example('patient-7', SAMPLE, 'fI/F95pFHyUax3HLt0ktmQ=='),
];

/** A key nobody had before, and the answer of a server that makes a mistake: a patient for the doctor. */
export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  const key = toBase64(random(16));
  const mistake = MISTAKE_IDS[(random(1)[0] ?? 0) % MISTAKE_IDS.length] as MistakeId;
  return { key, mistake: 'no-guid', accept: mistakenAccept(mistake, key) ?? mistakenAccept('no-guid', key) ?? '' };
}
