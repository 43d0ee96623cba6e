/** The Python beside the steps. */

import { codeOf } from '../../components/lesson/code.ts';
import answer from './answer.py?raw';
import check from './check.py?raw';
import divide from './divide.py?raw';
import make from './make.py?raw';
import scan from './scan.py?raw';
import strew from './strew.py?raw';
import yours from './yours.py?raw';

const IS_DIGIT = "if c in '0123456789':";
const IS_SPACE = "elif c == ' ':";

export const CODE = {
  digit: codeOf(scan, IS_DIGIT, 'digits += c'),
  space: codeOf(scan, IS_SPACE, 'spaces += 1'),
  noise: codeOf(scan, 'for c in key:'),
  scan: codeOf(scan),

  number: codeOf(divide, 'n = int(digits)'),
  limits: codeOf(divide, 'if n >= 2**32 or spaces == 0:'),
  remainder: codeOf(divide, 'if n % spaces != 0:'),
  part: codeOf(divide, "part = pack('>I', n // spaces)"),

  key3: codeOf(answer, 'key3 = conn.read(8)'),
  join: codeOf(answer, 'data = part1 + part2 + key3'),
  md5: codeOf(answer, 'answer = md5(data).digest()'),
  send: codeOf(answer, 'conn.write(head + answer)'),
  yours: codeOf(yours, 'data = bytes.fromhex('),
  check: codeOf(check, 'if conn.read(16) != mine:'),

  makeSpaces: codeOf(make, 'spaces = randint(1, 12)'),
  makeLimit: codeOf(make, 'most = 0xffffffff // spaces'),
  makeNumber: codeOf(make, 'n = randint(0, most)'),
  makeDigits: codeOf(make, 'key = list(str(n * spaces))'),
  makeCount: codeOf(strew, 'noise = randint(1, 12)'),
  makeNoise: codeOf(strew, 'i = randint(0, len(key))', 'c = choice(NOISE)', 'key.insert(i, c)'),
  makeSpace: codeOf(strew, 'i = randrange(1, len(key))', "key.insert(i, ' ')"),
} as const;
