/** What people may change, and where they can start. */

import { bytesField, type Field, numberField, textField } from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { toHex } from '../../protocol/bytes/hex.ts';
import { KEY3_LENGTH } from '../../protocol/handshake/challenge.ts';
import { makeKey } from '../../protocol/handshake/hixie-key-make.ts';

const MOST_SEED = 999_999;

const value = textField({ role: 'key', width: 36, least: 1, most: 120, header: true });

/** A key as people copy it: with its header name before it, whose digit and space would count. */
const key: Field<string> = { ...value, read: (text) => value.read(text.replace(/^\s*sec-websocket-key[12]:\s*/i, '')) };

export const fields = {
  key1: key,
  key2: key,
  key3: bytesField({ role: 'key', width: 23, least: KEY3_LENGTH, most: KEY3_LENGTH }),
  /** Chooses the random numbers of the client that makes a key. */
  seed: numberField({ width: 8, least: 0, most: MOST_SEED }),
};

/** draft-hixie-76 §1.2, with two spaces in a row in both keys. */
export const DRAFT = {
  key1: '4 @1  46546xW%0l 1 5',
  key2: '12998 5 Y3 1  .P00',
  key3: '5e 6e 3a 64 73 5b 34 55',
  seed: '76',
};

export const examples: readonly [Example, ...Example[]] = [
  { id: 'draft', inputs: DRAFT },
  {
    // draft-hixie-76 §1.3
    id: 'draft-long',
    inputs: {
      key1: '18x 6]8vM;54 *(5:  {   U1]8  z [  8',
      key2: '1_ tx7X d  <  nw  334J702) 7]o}` 0',
      key3: '54 6d 5b 4b 20 54 32 75',
      seed: '77',
    },
  },
  {
    id: 'suite',
    inputs: {
      key1: '3e6b263  4 17 80',
      key2: '17  9 G`ZD9   2 2b 7X 3 /r90',
      key3: '57 6a 4e 7d 7c 4d 28 36',
      seed: '78',
    },
  },
  {
    id: 'browser',
    inputs: {
      key1: '30  ;- 5=5 u 4 1  7336',
      key2: ":2 8 G(  07A 93Ql 3 *20 Ox0G'w",
      key3: '5d 9f b0 67 0f e4 fa 75',
      seed: '79',
    },
  },
  { id: 'remainder', inputs: { ...DRAFT, key1: '4 @1 46546xW%0l 1 5' } },
  { id: 'no-spaces', inputs: { ...DRAFT, key1: '4@146546xW%0l15' } },
  { id: 'too-big', inputs: { ...DRAFT, key2: '12998 5 Y3 1  .P000' } },
  { id: 'no-digits', inputs: { ...DRAFT, key2: 'WebSocket, please !' } },
];

export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  const [a = 0, b = 0, c = 0] = random(3);
  return {
    key1: makeKey(random).text,
    key2: makeKey(random).text,
    key3: toHex(random(KEY3_LENGTH)),
    seed: String(((a << 16) | (b << 8) | c) % (MOST_SEED + 1)),
  };
}
