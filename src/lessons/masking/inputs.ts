/** What people may change, and starting points. */

import { hostProblem, targetProblem } from '../../components/http/fields.ts';
import {
  bytesField,
  type InputsOf,
  type Problem,
  problem,
  sliderField,
  textField,
} from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';

/** More than four, so that the key starts over; no more than a stage has room for. */
const LEAST_BYTES = 5;
const MOST_BYTES = 24;

export const fields = {
  message: textField({ most: MOST_BYTES, width: 12, role: 'payload', check: sizeProblem }),
  /** The script of the attack knows it beforehand. */
  key: bytesField({ least: 4, most: 4, width: 11, role: 'mask' }),
  /** Payload bytes of the first read; a shorter message is cut before its last byte. */
  cut: sliderField({ least: 1, most: MOST_BYTES - 1, width: 3, role: 'length' }),
  /** What the attacker wants to replace: host and path. */
  target: textField({ least: 3, most: 28, width: 18, role: 'control', check: addressProblem }),
  /** The key of another frame, which nobody could foresee. */
  fresh: bytesField({ least: 4, most: 4, width: 11, role: 'mask' }),
};

export type Inputs = InputsOf<typeof fields>;

function sizeProblem(text: string): Problem | null {
  const found = encodeUtf8(text).length;
  if (found < LEAST_BYTES) return problem('too-few-bytes', { limit: LEAST_BYTES, found });
  return found > MOST_BYTES ? problem('too-many-bytes', { limit: MOST_BYTES, found }) : null;
}

export function splitAddress(target: string): { readonly host: string; readonly path: string } {
  const slash = target.indexOf('/');
  return slash < 0 ? { host: target, path: '' } : { host: target.slice(0, slash), path: target.slice(slash) };
}

function addressProblem(text: string): Problem | null {
  const { host, path } = splitAddress(text);
  const wrong = hostProblem(host);
  if (wrong !== null) return wrong;
  const behind = targetProblem(path);
  const { position } = behind?.values ?? {};
  if (behind === null || typeof position !== 'number') return behind;
  return problem(behind.problem, { ...behind.values, position: position + host.length });
}

export const examples: readonly [Example, ...Example[]] = [
  {
    id: 'rfc',
    inputs: { message: 'Hello', key: '37 fa 21 3d', cut: '2', target: 'ads.example/ads.js', fresh: '9c 4e b1 06' },
  },
  {
    id: 'chinese',
    inputs: { message: '你好 👋', key: '37 fa 21 3d', cut: '5', target: 'cdn.example.cn/a.js', fresh: 'd1 0c 5f e8' },
  },
  {
    id: 'json',
    inputs: {
      message: '{"type":"move","x":7}',
      key: '5a 0f c3 81',
      cut: '10',
      target: 'stats.example/hit.js',
      fresh: '2b 77 e0 9d',
    },
  },
  {
    id: 'zeros',
    inputs: { message: 'in clear', key: '00 00 00 00', cut: '3', target: 'ads.example/ads.js', fresh: '61 d8 3b f4' },
  },
];

export function fresh(random: (count: number) => Uint8Array): Readonly<Record<string, string>> {
  const key = () => Array.from(random(4), hexByte).join(' ');
  return { key: key(), fresh: key() };
}
