/** Which variables of a function stand beside its lines, in which order and colour. */

import type { ColourRole } from '../../protocol/model/fields.ts';
import type { FunctionName } from './lines.ts';

/** Those it is called with come first; they are known before its first line. */
export interface Names {
  readonly given: readonly string[];
  readonly own: readonly string[];
}

export const VARIABLES: Readonly<Record<FunctionName, Names>> = {
  run: { given: ['self.dialect', 'self.buffer'], own: [] },
  shake_hands: { given: ['self.dialect'], own: ['head', 'target', 'headers', 'dialect'] },
  parse_request: { given: [], own: ['name', 'value', 'headers'] },
  find_dialect: { given: ['headers'], own: [] },
  build_response: { given: ['headers'], own: ['accept'] },
  accept_key: { given: ['key'], own: ['digest'] },
  talk: { given: ['self.opcode', 'self.message', 'self.buffer'], own: ['frame'] },
  read_frame: { given: ['self.buffer'], own: ['chunk', 'found', 'frame', 'size'] },
  parse_frame: {
    given: ['data', 'limit'],
    own: ['fin', 'rsv', 'opcode', 'masked', 'length', 'start', 'end', 'key', 'payload'],
  },
  add: { given: ['frame', 'self.opcode', 'self.message'], own: [] },
  check_close: { given: ['payload'], own: ['code', 'allowed'] },
  send: { given: ['opcode', 'payload'], own: [] },
  build_frame: { given: ['opcode', 'payload'], own: ['length', 'header'] },
  fail: { given: ['code', 'reason'], own: [] },
};

const ROLES: Readonly<Record<string, ColourRole>> = {
  fin: 'control',
  rsv: 'control',
  opcode: 'control',
  'self.opcode': 'control',
  masked: 'length',
  length: 'length',
  end: 'length',
  size: 'length',
  payload: 'payload',
  'self.message': 'payload',
  body: 'payload',
  clear: 'payload',
};

/** A key is one of two things: what a payload is masked with, or what a handshake proves. */
export function roleOf(fn: FunctionName | 'wrong', name: string): ColourRole {
  if (name === 'key') return fn === 'accept_key' ? 'key' : 'mask';
  if (name === 'digest' || name === 'accept') return 'key';
  return ROLES[name] ?? 'plain';
}
