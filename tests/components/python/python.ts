import { spawnSync } from 'node:child_process';
import { findPython, PYTHON_MISSING } from '../../../scripts/python.mjs';
import { type Case, type Given, PLAINLY } from '../../../src/components/python/cases.ts';
import type { Answer, CheckTold, RunTold } from '../../../src/components/python/runtime/answer.ts';
import harness from '../../../src/components/python/runtime/harness.py?raw';
import { jobCase, runJson } from '../../../src/components/python/runtime/jobs.ts';

/** The harness in a Python of this machine: the same code that runs in the page. */
const DRIVER = `
import json, sys
for job in json.load(sys.stdin):
    if job["kind"] == "run":
        print(run(job["code"], job["job"]))
    else:
        answers = []
        told = json.loads(check(job["code"], job["cases"], lambda i, came: answers.append(json.loads(came))))
        print(json.dumps({"told": told, "answers": answers}))
`;

export interface Checked {
  readonly told: CheckTold;
  readonly answers: readonly Answer[];
}

const PYTHON = findPython() ?? '';
if (PYTHON === '') throw new Error(PYTHON_MISSING);

function python(jobs: readonly object[]): unknown[] {
  const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', harness + DRIVER], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export function checkIn(codes: readonly string[], cases: readonly Case[]): Checked[] {
  const listed = JSON.stringify(cases.map(jobCase));
  return python(codes.map((code) => ({ kind: 'check', code, cases: listed }))) as Checked[];
}

interface Run {
  readonly code: string;
  readonly data: Uint8Array;
  readonly steps?: number;
  readonly given?: Given;
}

export function runIn(runs: readonly Run[]): RunTold[] {
  return python(
    runs.map(({ code, data, steps = 0, given = PLAINLY }) => ({ kind: 'run', code, job: runJson(data, given, steps) })),
  ) as RunTold[];
}
