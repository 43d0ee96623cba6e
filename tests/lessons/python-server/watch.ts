/** Asks the real Python: see watch.py. */

import { spawnSync } from 'node:child_process';
import { findPython, PYTHON_MISSING } from '../../../scripts/python.mjs';
import type { PyValue, Vars } from '../../../src/lessons/python-server/python.ts';

/** Values as watch.py writes them. */
export type Plain = unknown;

export function plainOf(value: PyValue): Plain {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return { int: String(value) };
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') };
  if ('name' in value) return value;
  if ('items' in value) return { items: value.items.map(plainOf) };
  if ('entries' in value) return { entries: value.entries.map(([name, one]) => [name, plainOf(one)]) };
  return { fin: value.fin, opcode: plainOf(value.opcode), payload: plainOf(value.payload) };
}

export function plainVars(vars: Vars): Record<string, Plain> {
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, plainOf(value)]));
}

export function askPython(file: string, task: object): unknown {
  const python = findPython();
  if (python === undefined) throw new Error(PYTHON_MISSING);
  const { status, stdout, stderr } = spawnSync(python, ['tests/lessons/python-server/watch.py', file], {
    input: JSON.stringify(task),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
