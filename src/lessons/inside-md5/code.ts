import type { Codes } from '../../components/hash/steps.ts';
import { codeOf } from '../../components/lesson/code.ts';
import type { Code } from '../../components/lesson/lesson.ts';
import block from './block.py?raw';
import functions from './functions.py?raw';
import hash from './md5.py?raw';
import pad from './pad.py?raw';
import rotl from './rotl.py?raw';
import step from './step.py?raw';
import tables from './tables.py?raw';

/** The lines of Python for the steps that MD5 and SHA-1 have alike. */
export const CODES: Codes = {
  start: codeOf(hash),
  'copy-message': codeOf(pad, 'bits = 8 * len(m)'),
  'append-one-bit': codeOf(pad, "m += b'\\x80'"),
  'append-zeros': codeOf(pad, 'zeros = (56 - len(m)) % 64', 'm += bytes(zeros)'),
  'append-length': codeOf(pad, "m += pack('<Q', bits)"),
  'read-word': codeOf(block, "x = unpack('<16I', block)"),
  load: codeOf(block, 'r = state'),
  fold: codeOf(block, '(old + end) % 2**32'),
  'write-digest': codeOf(hash, "return pack('<4I', *s)"),
};

/** One step of the 64: all of it, or the part that a text dwells on. */
export const ROUND_CODES = {
  step: codeOf(
    step,
    'n = a + f(t, b, c, d)',
    'n += x[ORDER[t]] + T[t]',
    'n = rotl(n % 2**32, S[t])',
    'n = (b + n) % 2**32',
  ),
  add: codeOf(step, 'n += x[ORDER[t]] + T[t]', 'n = rotl(n % 2**32, S[t])'),
  rotate: codeOf(rotl, 'x = x << n | x >> (32 - n)'),
  names: codeOf(step, 'return d, n, b, c'),
  order: codeOf(tables, '(m * t + n) % 16', '(1, 0), (5, 1),'),
  F: codeOf(functions, 'return b & c | ~b & d'),
  G: codeOf(functions, 'return d & b | ~d & c'),
  H: codeOf(functions, 'return b ^ c ^ d'),
  I: codeOf(functions, 'return c ^ (b | ~d)'),
} satisfies Record<string, Code>;
