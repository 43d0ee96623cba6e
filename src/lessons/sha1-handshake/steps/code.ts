/** The Python beside the steps. */

import { codeOf } from '../../../components/lesson/code.ts';
import accept from '../accept.py?raw';
import check from '../check.py?raw';
import letters from '../letters.py?raw';
import respond from '../respond.py?raw';

export const CODE = {
  whole: codeOf(accept),
  nonce: codeOf(accept, 'nonce = os.urandom(16)'),
  key: codeOf(accept, "key = base64.b64encode(nonce).decode('ascii')"),
  text: codeOf(accept, "text = (key + GUID).encode('ascii')"),
  digest: codeOf(accept, 'digest = hashlib.sha1(text).digest()'),
  accept: codeOf(accept, "accept = base64.b64encode(digest).decode('ascii')"),
  table: codeOf(letters, "TABLE = ascii_uppercase + ascii_lowercase + digits + '+/'"),
  bits: codeOf(letters, "bits = int.from_bytes(group + bytes(missing), 'big')"),
  sixes: codeOf(letters, 'sixes = [bits >> shift & 63 for shift in (18, 12, 6, 0)]'),
  letters: codeOf(letters, "letters = ''.join(TABLE[six] for six in sixes)"),
  filled: codeOf(letters, 'missing = 3 - len(group)', "return letters[:4 - missing] + '=' * missing"),
  status: codeOf(respond, "'HTTP/1.1 101 Switching Protocols\\r\\n'"),
  upgrade: codeOf(respond, "'Upgrade: websocket\\r\\n'"),
  connection: codeOf(respond, "'Connection: Upgrade\\r\\n'"),
  acceptLine: codeOf(respond, "f'Sec-WebSocket-Accept: {accept}\\r\\n'"),
  blankLine: codeOf(respond, "'\\r\\n'"),
  expect: codeOf(check, "expected = base64.b64encode(digest).decode('ascii')"),
  compare: codeOf(check, "if headers['sec-websocket-accept'] != expected:"),
} as const;
