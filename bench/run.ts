/**
 * `npm run bench [-- GROUP …] [-- --write]`: ours against peers, as ratios within this run. See README.md.
 */

import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { frameComparisons, frameQuantities } from './frames.ts';
import { compare, markdownTable, quantityRow, type Row } from './harness.ts';
import { hashComparisons } from './hash.ts';
import { inflateComparisons } from './inflate.ts';
import { stepQuantities } from './steps.ts';
import { textComparisons } from './text.ts';

const DOCUMENT = new URL('../docs/benchmark.md', import.meta.url);

const GROUPS: Readonly<Record<string, () => Iterable<Row> | AsyncIterable<Row>>> = {
  *hash() {
    for (const comparison of hashComparisons()) yield* compare(comparison);
  },
  *frames() {
    for (const comparison of frameComparisons()) yield* compare(comparison);
    for (const quantity of frameQuantities()) yield quantityRow(quantity);
  },
  *text() {
    for (const comparison of textComparisons()) yield* compare(comparison);
  },
  *inflate() {
    for (const comparison of inflateComparisons()) yield* compare(comparison);
  },
  async *steps() {
    for (const quantity of await stepQuantities()) yield quantityRow(quantity);
  },
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = asked.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  console.error(`No group ${unknown.join(', ')}. There are: ${Object.keys(GROUPS).join(', ')}.`);
  process.exit(2);
}

const write = process.argv.includes('--write');
if (write && asked.length > 0) {
  console.error('The document holds all groups: --write goes without the name of one.');
  process.exit(2);
}
const busy = (loadavg()[0] ?? 0) / availableParallelism();
if (busy > 0.5) console.error('This machine is busy with other work: expect noise, and low figures.');

const rows: Row[] = [];
for (const [name, group] of Object.entries(GROUPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for await (const row of group()) {
    rows.push(row);
    console.error(`${row.work}: ${row.ours} ${row.ratio && `(${row.ratio} ${row.peer})`} ${row.target}`);
  }
}

const table = markdownTable(rows);
console.log(`\n${table}`);
if (write) writeFileSync(DOCUMENT, document(table));

function document(body: string): string {
  const [date] = new Date().toISOString().split('T');
  return `# Benchmark

${date}, Node ${process.versions.node}, ${process.arch}, ${availableParallelism()} processors. Written by
\`npm run bench -- --write\`; how it measures is in \`bench/README.md\`.

Absolute figures belong to the machine they were measured on. What counts is the ratio: ours against the peer, both in
the same run. A peer marked *figure* was not run; its figure was measured once on another machine, so that ratio is a
rough one.

${body}
`;
}
