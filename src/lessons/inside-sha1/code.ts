import type { Codes } from '../../components/hash/steps.ts';
import { codeOf } from '../../components/lesson/code.ts';
import type { Code } from '../../components/lesson/lesson.ts';
import block from './block.py?raw';
import functions from './functions.py?raw';
import pad from './pad.py?raw';
import schedule from './schedule.py?raw';
import hash from './sha1.py?raw';

/** The lines of Python for the steps that MD5 and SHA-1 have alike, and for the schedule. */
export const CODES: Codes = {
  start: codeOf(hash),
  'copy-message': codeOf(pad, 'bits = 8 * len(message)'),
  'append-one-bit': codeOf(pad, "message += b'\\x80'"),
  'append-zeros': codeOf(pad, 'message += bytes((56 - len(message)) % 64)'),
  'append-length': codeOf(pad, "message += bits.to_bytes(8, 'big')"),
  'read-word': codeOf(schedule, "w = list(struct.unpack('>16I', block))"),
  load: codeOf(block, 'a, b, c, d, e = state'),
  fold: codeOf(block, 'return [(old + end) % 2**32', 'for old, end in zip(state, ends)]'),
  'write-digest': codeOf(hash, "return struct.pack('>5I', *state)"),
};

export const EXPAND_CODE: Code = codeOf(schedule, 'x = w[t-3] ^ w[t-8] ^ w[t-14] ^ w[t-16]', 'w.append(rotl(x, 1))');

/** One of the 80 rounds: all of it, or the part that a text dwells on. */
export const ROUND_CODES = {
  round: codeOf(
    block,
    'f = FUNCTIONS[t // 20](b, c, d)',
    'temp = (rotl(a, 5) + f + e',
    '+ w[t] + K[t // 20]) % 2**32',
    'a, b, c, d, e = temp, a, rotl(b, 30), c, d',
  ),
  add: codeOf(block, 'temp = (rotl(a, 5) + f + e', '+ w[t] + K[t // 20]) % 2**32'),
  rotate: codeOf(functions, 'return (x << n | x >> (32 - n)) % 2**32'),
  move: codeOf(block, 'a, b, c, d, e = temp, a, rotl(b, 30), c, d'),
  Ch: codeOf(functions, 'lambda b, c, d: b & c | ~b & d,         # Ch'),
  Parity: codeOf(functions, 'lambda b, c, d: b ^ c ^ d,              # Parity'),
  Maj: codeOf(functions, 'lambda b, c, d: b & c | b & d | c & d,  # Maj'),
} satisfies Record<string, Code>;
