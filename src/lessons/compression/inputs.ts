/** What people may change: two messages of one direction, whether the window is kept, and the form of the blocks. */

import { choiceField, type InputsOf, type Problem, problem, textField } from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';

/** Bytes of a message: each of them may become a step. */
const MOST = 96;

function inBytes(text: string): Problem | null {
  const found = encodeUtf8(text).length;
  return found > MOST ? problem('too-many-bytes', { limit: MOST, found }) : null;
}

const message = textField({ role: 'payload', width: 14, least: 1, most: MOST, check: inBytes });

export const fields = {
  first: message,
  second: message,
  takeover: choiceField(['kept', 'dropped']),
  form: choiceField(['shortest', 'fixed', 'dynamic', 'stored']),
};

export type Inputs = InputsOf<typeof fields>;

const REST = { takeover: 'kept', form: 'shortest' };

export const examples: readonly [Example, ...Example[]] = [
  { id: 'hello', inputs: { first: 'Hello', second: 'Hello', ...REST } },
  { id: 'json', inputs: { first: '{"type":"move","x":10,"y":7}', second: '{"type":"move","x":11,"y":7}', ...REST } },
  { id: 'run', inputs: { first: 'aaaaaaaaaaaaaaaa', second: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', ...REST } },
  { id: 'forget', inputs: { first: 'Hello', second: 'Hello', takeover: 'dropped', form: 'shortest' } },
  { id: 'stored', inputs: { first: 'Hello', second: 'Hello', takeover: 'kept', form: 'stored' } },
  {
    id: 'dynamic',
    inputs: {
      first: 'a man a plan a canal panama',
      second: 'a man a plan a cat a ham a yak a yam a hat a canal panama',
      takeover: 'kept',
      form: 'dynamic',
    },
  },
  { id: 'unlike', inputs: { first: '你好', second: 'Hello', ...REST } },
];
