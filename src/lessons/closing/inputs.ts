/** What people may change: what is pinged, who closes, and with which words. */

import type { Field } from '../../components/lesson/fields.ts';
import {
  bytesField,
  choiceField,
  type InputsOf,
  numberField,
  type Problem,
  problem,
  textField,
} from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';

/** RFC 6455 §5.5: the payload of a control frame, in bytes. */
const MOST = 125;

const inBytes =
  (limit: number) =>
  (text: string): Problem | null => {
    const found = encodeUtf8(text).length;
    return found > limit ? problem('too-many-bytes', { limit, found }) : null;
  };

const number = numberField({ role: 'control', width: 6, least: 0, most: 65535 });

/** Empty: a Close frame without a body. */
const codeField: Field<number | null> = {
  ...number,
  read: (text) => (text.trim() === '' ? { value: null } : number.read(text)),
};

export const fields = {
  by: choiceField(['client', 'server', 'both']),
  code: codeField,
  reason: textField({ most: MOST - 2, width: 16, role: 'payload', check: inBytes(MOST - 2) }),
  ping: textField({ most: MOST, width: 12, role: 'payload', check: inBytes(MOST) }),
  key: bytesField({ least: 4, most: 4, width: 11, role: 'mask' }),
};

export type Inputs = InputsOf<typeof fields>;

const REST = { ping: 'beat', key: '37 fa 21 3d' };

export const examples: readonly [Example, ...Example[]] = [
  { id: 'bye', inputs: { by: 'client', code: '1000', reason: 'bye', ...REST } },
  { id: 'away', inputs: { by: 'server', code: '1001', reason: 'restart', ...REST } },
  { id: 'empty', inputs: { by: 'client', code: '', reason: '', ...REST } },
  { id: 'both', inputs: { by: 'both', code: '4001', reason: 'done', ...REST } },
  { id: 'private', inputs: { by: 'server', code: '4003', reason: '再见', ping: '还在吗', key: '00 00 00 00' } },
  { id: 'registered', inputs: { by: 'server', code: '3000', reason: 'log in first', ...REST } },
  { id: 'never', inputs: { by: 'client', code: '1005', reason: '', ...REST } },
  { id: 'never-server', inputs: { by: 'server', code: '1006', reason: 'lost', ...REST } },
  { id: 'crossed-never', inputs: { by: 'both', code: '1006', reason: '', ...REST } },
  { id: 'server-empty', inputs: { by: 'server', code: '', reason: '', ...REST } },
  { id: 'unused', inputs: { by: 'client', code: '999', reason: '', ...REST } },
  { id: 'reserved', inputs: { by: 'client', code: '2000', reason: '', ...REST } },
  { id: 'undefined', inputs: { by: 'client', code: '5000', reason: '', ...REST } },
];
