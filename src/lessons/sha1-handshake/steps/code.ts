/** The Python beside the steps. */

import { codeOf } from '../../../components/lesson/code.ts';
import accept from '../accept.py?raw';
import check from '../check.py?raw';
import letters from '../letters.py?raw';
import respond from '../respond.py?raw';
import table from '../table.py?raw';

export const CODE = {
  whole: codeOf(accept),
  nonce: codeOf(accept, 'nonce = urandom(16)'),
  key: codeOf(accept, 'key = b64encode(nonce)'),
  text: codeOf(accept, 'text = key + GUID'),
  digest: codeOf(accept, 'digest = sha1(text).digest()'),
  accept: codeOf(accept, 'accept = b64encode(digest)'),
  table: codeOf(table, 'TABLE = (s.ascii_uppercase', '+ s.ascii_lowercase', "+ s.digits + '+/')"),
  bits: codeOf(letters, 'full = group + bytes(gap)', 'bits = int(full.hex(), 16)'),
  sixes: codeOf(letters, 'for at in 18, 12, 6, 0:', 'six = bits >> at & 63'),
  letters: codeOf(letters, 'out += TABLE[six]'),
  filled: codeOf(letters, 'gap = 3 - len(group)', 'out = out[:4 - gap]', "return out + '=' * gap"),
  status: codeOf(respond, 'HTTP/1.1 101 \\', 'Switching Protocols'),
  upgrade: codeOf(respond, 'Upgrade: websocket'),
  connection: codeOf(respond, 'Connection: Upgrade'),
  acceptLine: codeOf(respond, 'Sec-WebSocket-Accept: {accept}'),
  blankLine: codeOf(respond, ''),
  expect: codeOf(check, 'expected = b64encode(digest)'),
  compare: codeOf(check, 'if accept != expected:'),
} as const;
