import { exportOpened } from '../../../src/protocol/capture/export.ts';
import { open } from '../../../src/protocol/capture/open.ts';
import { walk } from '../../../src/protocol/model/node.ts';
import { below, type Random, randomFrom } from '../message/streams.ts';
import { bytesOf, load, wireOf } from '../vectors.ts';

/** Real texts and real bytes, so that changes to them reach past the first check. */
const TEXTS = load<{ text?: string }>('inputs.json').flatMap(({ text }) => (text === undefined ? [] : [text]));
const BYTES = [
  ...load('frames.json').map(wireOf),
  ...load<{ hex?: string }>('accept.json').flatMap(({ hex }) => (hex === undefined ? [] : [bytesOf(hex)])),
  ...load<{ hex?: string }>('hixie.json').flatMap(({ hex }) => (hex === undefined ? [] : [bytesOf(hex)])),
];
/** What text goes wrong over. */
const ODD = [
  '\0',
  '\ud800',
  '\udc00',
  '0',
  '\\',
  '"',
  "'",
  'x',
  '*',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u00a0',
  '|',
  ':',
  'G',
  '=',
  '/*',
  '😀',
];

function pick<T>(random: Random, list: readonly T[]): T {
  return list[below(random, list.length)] as T;
}

function oddText(random: Random): string {
  let text = pick(random, TEXTS);
  for (let i = below(random, 5); i > 0; i -= 1) {
    const at = below(random, text.length + 1);
    const cut = random() < 0.5 ? below(random, 4) : 0;
    text = text.slice(0, at) + (random() < 0.7 ? pick(random, ODD) : '') + text.slice(at + cut);
  }
  return random() < 0.1 ? text.slice(0, below(random, text.length + 1)) : text;
}

function oddBytes(random: Random): Uint8Array {
  const bytes = Uint8Array.from(pick(random, BYTES));
  for (let i = below(random, 5); i > 0 && bytes.length > 0; i -= 1)
    bytes[below(random, bytes.length)] = below(random, 256);
  return random() < 0.3 ? bytes.subarray(below(random, bytes.length + 1)) : bytes;
}

/**
 * Opens `runs` broken texts and byte strings as the page would and looks at everything it would show. A throw anywhere is
 * a failure, and names its seed.
 */
export function fuzzOpen(runs: number, seed: number, progress: (done: number) => void = () => {}): void {
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(seed + run);
    const input = random() < 0.6 ? oddText(random) : oddBytes(random);
    try {
      lookAt(input);
    } catch (error) {
      throw new Error(`seed ${seed + run}: ${JSON.stringify(input)}`, { cause: error });
    }
    if (run % 100_000 === 99_999) progress(run + 1);
  }
}

function lookAt(input: string | Uint8Array): void {
  const opened = open(input);
  exportOpened(opened);
  const { connection, streams } = opened;
  for (let row = 0; row < Math.min(connection.partCount, 20); row += 1) {
    const { path } = connection.part(row);
    const tree = connection.explain(path);
    if (!tree) throw new Error(`${path} cannot be explained`);
    for (const node of walk(tree)) if (node.span && !connection.source(node.span.source)) throw new Error(node.path);
    for (const source of connection.sourcesOf(path)) source.read(0, 100);
  }
  const { chars, bytes } = streams[0] ?? {};
  if (chars && bytes && bytes.length > 0) {
    const [start, end] = chars.charsOf(bytes.length - 1);
    if (!(end > start) || chars.byteAt(start) < 0) throw new Error('a byte without characters');
  }
}
