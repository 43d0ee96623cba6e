import { fromBase64, toBase64 } from '../../protocol/bytes/base64.ts';
import type { Entries, Read, Shared } from './entries.ts';
import { readEntries, writeEntries } from './entries.ts';

/** The choices as a file, for what is too long for a link. JSON, the same keys as a link. */
const FORMAT = 'websocket-101 workbench';
const VERSION = 1;

export function toFile(shared: Shared): string {
  const entries = writeEntries(shared).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : toBase64(value),
  ]);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...Object.fromEntries(entries) }, null, 2)}\n`;
}

/** What a saved file holds, or null where the text is something else. Never throws. */
export function readFile(text: string): Read | null {
  // Cheap look first: most texts are not ours, and some are large.
  if (!text.slice(0, 200).includes(FORMAT)) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const all = Object.entries(parsed) as [string, unknown][];
  const get = (name: string) => all.find(([key]) => key === name)?.[1];
  if (get('format') !== FORMAT) return null;
  const entries: Entries = [];
  for (const [key, value] of all) {
    if (key === 'format' || key === 'version') continue;
    if (typeof value !== 'string') entries.push([key, { bad: String(JSON.stringify(value)) }]);
    else if (key === 'bytes') {
      const { bytes, problem } = fromBase64(value);
      entries.push([key, problem === null ? bytes : { bad: value }]);
    } else entries.push([key, value]);
  }
  const read = readEntries(entries);
  if (get('version') === VERSION) return read;
  const version = String(JSON.stringify(get('version')) ?? '').slice(0, 60);
  return { ...read, unusable: [{ key: 'version', value: version, why: 'unknown-version' }, ...read.unusable] };
}
