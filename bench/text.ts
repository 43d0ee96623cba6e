import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hexdumpC, xxd } from '../src/protocol/text/dumps.ts';
import { hex } from '../src/protocol/text/hex.ts';
import type { Importer } from '../src/protocol/text/reading.ts';
import { type Comparison, type Figure, mustAgree, noise, type Peer } from './harness.ts';

const MB = 1e6;
const BYTES = 4 * MB;

/** MB of text per second that CyberChef read on the machine the targets were set on (From Hex, From Hexdump). */
const CYBERCHEF = { plain: 28 * MB, spaced: 13 * MB, dump: 34 * MB } as const;

export function* textComparisons(): Generator<Comparison> {
  const bytes = noise(BYTES);
  const digits = Buffer.from(bytes).toString('hex');
  yield reading('Plain hex', hex, digits, bytes, [cyberChef(CYBERCHEF.plain, 12)]);
  yield reading('Spaced hex', hex, digits.replace(/..(?!$)/g, '$& '), bytes, [cyberChef(CYBERCHEF.spaced, 25)]);

  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const dump = dumpText(bytes, xxdLine);
    const file = join(folder, 'dump.txt');
    writeFileSync(file, dump);
    yield reading('`xxd` dump', xxd, dump, bytes, [cyberChef(CYBERCHEF.dump, 8), ...xxdBack(file, BYTES)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  yield reading('`hexdump -C` dump', hexdumpC, dumpText(bytes, canonicalLine), bytes, [cyberChef(CYBERCHEF.dump, 8)]);
}

function cyberChef(figure: number, target: number): Figure {
  return { name: 'CyberChef', figure, target };
}

/** `xxd -r` reading the same dump, process start included; nothing where it is not installed. */
function xxdBack(file: string, length: number): readonly Peer[] {
  const run = () => spawnSync('xxd', ['-r', file], { maxBuffer: 2 * length });
  if (run().stdout?.length !== length) return [];
  return [{ name: '`xxd -r`', run, target: 3 }];
}

function reading(
  name: string,
  importer: Importer,
  text: string,
  bytes: Uint8Array,
  peers: Comparison['peers'],
): Comparison {
  const made = importer.read(text);
  mustAgree(`${name}: problems`, 0, made.problems.length);
  mustAgree(`${name}: bytes`, 0, Buffer.compare(made.streams[0]?.bytes ?? new Uint8Array(0), bytes));
  return {
    work: `${name}, ${(text.length / MB).toFixed(1)} MB of text`,
    amount: text.length,
    unit: 'B',
    ours: { name: 'ours', run: () => importer.read(text) },
    peers,
  };
}

type Line = (offset: number, pairs: readonly string[], shown: string) => string;

function dumpText(bytes: Uint8Array, line: Line): string {
  const lines: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += 16) {
    const row = Array.from(bytes.subarray(offset, offset + 16));
    const shown = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    lines.push(
      line(
        offset,
        row.map((byte) => byte.toString(16).padStart(2, '0')),
        shown,
      ),
    );
  }
  return lines.join('');
}

const xxdLine: Line = (offset, pairs, shown) => {
  const groups =
    pairs
      .join('')
      .match(/.{1,4}/g)
      ?.join(' ') ?? '';
  return `${offset.toString(16).padStart(8, '0')}: ${groups.padEnd(39)}  ${shown}\n`;
};

const canonicalLine: Line = (offset, pairs, shown) => {
  const columns = `${pairs.slice(0, 8).join(' ')}  ${pairs.slice(8).join(' ')}`;
  return `${offset.toString(16).padStart(8, '0')}  ${columns.padEnd(48)}  |${shown}|\n`;
};
