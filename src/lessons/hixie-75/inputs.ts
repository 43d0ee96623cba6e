/** What people may change: the request, the message, and the three lines that the client compares. */

import { hostProblem, originProblem, targetProblem } from '../../components/http/fields.ts';
import { type InputsOf, lineProblem, textField } from '../../components/lesson/fields.ts';
import type { Example } from '../../components/lesson/lesson.ts';

const line = (width: number) => textField({ least: 1, most: 60, width, check: lineProblem });

export const fields = {
  origin: textField({ least: 1, most: 40, width: 20, header: true, check: originProblem }),
  host: textField({ least: 1, most: 40, width: 18, header: true, check: hostProblem }),
  path: textField({ least: 1, most: 40, width: 12, header: true, check: targetProblem }),
  message: textField({ least: 1, most: 40, width: 10, role: 'payload' }),
  line1: line(44),
  line2: line(22),
  line3: line(22),
};

export type Inputs = InputsOf<typeof fields>;

/** The names in draft-hixie-75 §1.2. */
const REQUEST = { origin: 'http://example.com', host: 'example.com', path: '/demo', message: 'Hello' };
/** §4.1: what the client insists on. */
const RIGHT = {
  line1: 'HTTP/1.1 101 Web Socket Protocol Handshake',
  line2: 'Upgrade: WebSocket',
  line3: 'Connection: Upgrade',
};

export const examples: readonly [Example, ...Example[]] = [
  { id: 'right', inputs: { ...REQUEST, ...RIGHT } },
  { id: 'space', inputs: { ...REQUEST, ...RIGHT, line2: 'Upgrade:  WebSocket' } },
  { id: 'trailing', inputs: { ...REQUEST, ...RIGHT, line3: 'Connection: Upgrade ' } },
  { id: 'case', inputs: { ...REQUEST, ...RIGHT, line2: 'Upgrade: websocket' } },
  { id: 'order', inputs: { ...REQUEST, ...RIGHT, line2: RIGHT.line3, line3: RIGHT.line2 } },
  { id: 'phrase', inputs: { ...REQUEST, ...RIGHT, line1: 'HTTP/1.1 101 WebSocket Protocol Handshake' } },
  { id: 'today', inputs: { ...REQUEST, ...RIGHT, line1: 'HTTP/1.1 101 Switching Protocols' } },
  {
    id: 'chinese',
    inputs: {
      origin: 'http://www.example.cn',
      host: 'feed.example.cn:8080',
      path: '/room?id=7',
      message: '你好',
      ...RIGHT,
    },
  },
];
