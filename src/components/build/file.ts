import { fromBase64, toBase64 } from '../../protocol/bytes/base64.ts';
import { objectOf } from '../state/unknown.ts';
import type { Conversation } from './conversation.ts';
import { type Entry, type Read, readEntries, writeEntries } from './entries.ts';

/** A conversation as a file, for what is too long for a link: JSON, the same keys and values, bytes as base64. */
const FORMAT = 'websocket-101 conversation';
const VERSION = 1;

export function toFile(conversation: Conversation, at: number): string {
  const entries = writeEntries(conversation, at).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : toBase64(value),
  ]);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, entries }, null, 2)}\n`;
}

/** What a saved file holds, or null where the text is something else. Never throws. */
export function readFile(text: string): Read | null {
  let parsed: Readonly<Record<string, unknown>>;
  try {
    parsed = objectOf(JSON.parse(text));
  } catch {
    return null;
  }
  if (parsed.format !== FORMAT) return null;
  const entries = (Array.isArray(parsed.entries) ? parsed.entries : []).map(entryOf);
  const read = readEntries(entries);
  if (parsed.version === VERSION) return read;
  const value = String(JSON.stringify(parsed.version) ?? '').slice(0, 60);
  return { ...read, unusable: [{ key: 'version', value, why: 'unknown-version' }, ...read.unusable] };
}

function entryOf(entry: unknown): Entry {
  const [key, value] = Array.isArray(entry) ? (entry as unknown[]) : [];
  if (typeof key !== 'string' || typeof value !== 'string') return ['?', { bad: String(JSON.stringify(entry)) }];
  if (key !== 'client' && key !== 'server') return [key, value];
  const { bytes, problem } = fromBase64(value);
  return [key, problem === null ? bytes : { bad: value }];
}
