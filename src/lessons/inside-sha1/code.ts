import type { Codes } from '../../components/hash/steps.ts';
import { codeOf } from '../../components/lesson/code.ts';
import type { Code } from '../../components/lesson/lesson.ts';
import block from './block.py?raw';
import functions from './functions.py?raw';
import pad from './pad.py?raw';
import rotl from './rotl.py?raw';
import round from './round.py?raw';
import schedule from './schedule.py?raw';
import hash from './sha1.py?raw';

/** The lines of Python for the steps that MD5 and SHA-1 have alike, and for the schedule. */
export const CODES: Codes = {
  start: codeOf(hash),
  'copy-message': codeOf(pad, 'bits = 8 * len(m)'),
  'append-one-bit': codeOf(pad, "m += b'\\x80'"),
  'append-zeros': codeOf(pad, 'zeros = (56 - len(m)) % 64', 'm += bytes(zeros)'),
  'append-length': codeOf(pad, "m += pack('>Q', bits)"),
  'read-word': codeOf(schedule, "w = unpack('>16I', block)"),
  load: codeOf(block, 'r = state'),
  fold: codeOf(block, '(old + end) % 2**32'),
  'write-digest': codeOf(hash, "return pack('>5I', *s)"),
};

export const EXPAND_CODE: Code = codeOf(
  schedule,
  'x = w[t-3] ^ w[t-8]',
  'x ^= w[t-14] ^ w[t-16]',
  'w.append(rotl(x, 1))',
);

/** One of the 80 rounds: all of it, or the part that a text dwells on. */
export const ROUND_CODES = {
  round: codeOf(
    round,
    'n = rotl(a, 5)',
    'n += f(t, b, c, d)',
    'n += e + w[t] + K[t // 20]',
    'return (n % 2**32, a,',
    'rotl(b, 30), c, d)',
  ),
  add: codeOf(round, 'n = rotl(a, 5)', 'n += f(t, b, c, d)', 'n += e + w[t] + K[t // 20]', 'return (n % 2**32, a,'),
  rotate: codeOf(rotl, 'x = x << n | x >> (32 - n)'),
  move: codeOf(round, 'return (n % 2**32, a,', 'rotl(b, 30), c, d)'),
  Ch: codeOf(functions, 'return b & c | ~b & d'),
  Parity: codeOf(functions, 'return b ^ c ^ d'),
  Maj: codeOf(functions, 'return b&c | b&d | c&d'),
} satisfies Record<string, Code>;
