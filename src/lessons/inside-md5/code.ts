import type { Codes } from '../../components/hash/steps.ts';
import { codeOf } from '../../components/lesson/code.ts';
import type { Code } from '../../components/lesson/lesson.ts';
import block from './block.py?raw';
import functions from './functions.py?raw';
import hash from './md5.py?raw';
import pad from './pad.py?raw';
import tables from './tables.py?raw';

/** The lines of Python for the steps that MD5 and SHA-1 have alike. */
export const CODES: Codes = {
  start: codeOf(hash),
  'copy-message': codeOf(pad, 'bits = 8 * len(message)'),
  'append-one-bit': codeOf(pad, "message += b'\\x80'"),
  'append-zeros': codeOf(pad, 'message += bytes((56 - len(message)) % 64)'),
  'append-length': codeOf(pad, "message += bits.to_bytes(8, 'little')"),
  'read-word': codeOf(block, "x = struct.unpack('<16I', block)"),
  load: codeOf(block, 'a, b, c, d = state'),
  fold: codeOf(block, 'return [(old + end) % 2**32', 'for old, end in zip(state, ends)]'),
  'write-digest': codeOf(hash, "return struct.pack('<4I', *state)"),
};

/** One step of the 64: all of it, or the part that a text dwells on. */
export const ROUND_CODES = {
  step: codeOf(
    block,
    'f = FUNCTIONS[t // 16](b, c, d)',
    'total = (a + f + x[ORDER[t]] + T[t]) % 2**32',
    'new = (b + rotl(total, S[t])) % 2**32',
  ),
  add: codeOf(block, 'total = (a + f + x[ORDER[t]] + T[t]) % 2**32'),
  rotate: codeOf(functions, 'return (x << n | x >> (32 - n)) % 2**32'),
  names: codeOf(block, 'a, b, c, d = d, new, b, c'),
  order: codeOf(tables, '+ [(5 * t + 1) % 16 for t in range(16)] \\'),
  F: codeOf(functions, 'lambda b, c, d: b & c | ~b & d,  # F'),
  G: codeOf(functions, 'lambda b, c, d: d & b | ~d & c,  # G'),
  H: codeOf(functions, 'lambda b, c, d: b ^ c ^ d,       # H'),
  I: codeOf(functions, 'lambda b, c, d: c ^ (b | ~d),    # I'),
} satisfies Record<string, Code>;
