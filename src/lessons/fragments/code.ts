/** The Python beside the steps. */

import { codeOf } from '../../components/lesson/code.ts';
import frame from './frame.py?raw';
import message from './message.py?raw';
import need from './need.py?raw';
import oneRead from './one_read.py?raw';
import send from './send.py?raw';
import text from './text.py?raw';
import wrong from './wrong.py?raw';

export const CODE = {
  begin: codeOf(message, 'if op:', 'kind = op', 'got = b""', 'got += data'),
  goOn: codeOf(message, 'got += data', 'busy = not fin'),
  end: codeOf(message, 'if fin:', 'yield kind, got'),
  control: codeOf(message, 'if op >= 8:', 'control(op, data)', 'continue'),
  faults: codeOf(message, 'if (op > 0) == busy:', 'raise Fail(1002)'),
  wrong: codeOf(wrong, 'if op == 0:', 'last += data'),
  send: codeOf(send, 'send(0, op, piece)', 'op = CONTINUATION', 'send(1, op, b"")'),
  carry: codeOf(text, 'u = u.incrementaldecoder()', 'text += u.decode(', 'data, final=fin)'),
  fail: codeOf(text, 'except UnicodeError:', 'raise Fail(1007)'),
  oneRead: codeOf(oneRead, 'read = sock.recv(4096)', 'handle(read[0], data[:n])'),
  wait: codeOf(need, 'while len(buf) < n:', 'more = sock.recv(4096)', 'buf.extend(more)'),
  keep: codeOf(need, 'part = bytes(buf[:n])', 'del buf[:n]'),
  start: codeOf(frame, 'a, b = need(2)'),
  length: codeOf(frame, 'n = number(need(2))', 'n = number(need(8))'),
  key: codeOf(frame, 'key = need(4)'),
  payload: codeOf(frame, 'return a, key, need(n)'),
} as const;
