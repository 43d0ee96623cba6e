/** What people may change, and starting points. What the fields let through is a request that a server accepts. */

import { hostProblem, originProblem, targetProblem } from '../../components/http/fields.ts';
import { bytesField, type InputsOf, type Problem, problem, textField } from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { toHex } from '../../protocol/bytes/hex.ts';
import { isToken, splitList } from '../../protocol/handshake/lists.ts';

export const fields = {
  host: textField({ least: 1, most: 40, width: 18, header: true, check: hostProblem }),
  path: textField({ least: 1, most: 40, width: 12, header: true, check: targetProblem }),
  origin: textField({ least: 1, most: 40, width: 20, header: true, check: originProblem }),
  protocols: textField({ most: 40, width: 16, header: true, check: protocolsProblem }),
  /** At most three bytes a character: the frame keeps its short length. */
  message: textField({ least: 1, most: 40, width: 10, role: 'payload' }),
  /** The 16 random bytes of the key. Not on the stage: nobody chooses them, they are drawn anew for each connection. */
  nonce: bytesField({ least: 16, most: 16, role: 'key', width: 47 }),
};

export type Inputs = InputsOf<typeof fields>;

/** Names of subprotocols, in the order of the list. */
export function protocolNames(list: string): string[] {
  return splitList(list).map(({ text }) => text);
}

/** RFC 6455 §4.1 item 10: tokens, each of them once. */
function protocolsProblem(text: string): Problem | null {
  const seen = new Set<string>();
  for (const { text: name, start } of splitList(text)) {
    const wrong = Array.from(name).findIndex((character) => !isToken(character));
    if (wrong >= 0) {
      return problem('not-allowed', { position: start + wrong + 1, character: Array.from(name)[wrong] ?? '' });
    }
    if (seen.has(name)) return problem('not-allowed', { position: start + 1, character: name });
    seen.add(name);
  }
  return null;
}

/** The key of RFC 6455 §1.3: “the sample nonce”. */
const SAMPLE_NONCE = '74 68 65 20 73 61 6d 70 6c 65 20 6e 6f 6e 63 65';

export const examples: readonly [Example, ...Example[]] = [
  {
    id: 'rfc',
    inputs: {
      host: 'server.example.com',
      path: '/chat',
      origin: 'http://example.com',
      protocols: 'chat, superchat',
      message: 'Hello',
      nonce: SAMPLE_NONCE,
    },
  },
  {
    id: 'local',
    inputs: {
      host: 'localhost:8080',
      path: '/',
      origin: 'http://localhost:3000',
      protocols: '',
      message: 'ready',
      nonce: '00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f',
    },
  },
  {
    id: 'chinese',
    inputs: {
      host: 'feed.example.cn',
      path: '/room?id=7',
      origin: 'https://www.example.cn',
      protocols: 'v2.feed',
      message: '你好',
      nonce: 'd4 1d 8c d9 8f 00 b2 04 e9 80 09 98 ec f8 42 7e',
    },
  },
];

/** A key of one's own. */
export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  return { nonce: toHex(random(16)) };
}
