import type { Direction } from '../bytes/span.ts';
import { scanBase64 } from './base64.ts';
import { lineEnd, nextLine, skipBlanks } from './chars.ts';
import { type Look, lookAt } from './look.ts';
import type { Claim, Importer } from './reading.ts';
import { type Recorder, readWith } from './recorder.ts';

interface Entry {
  direction: Direction | null;
  time: number | null;
  packet: number | null;
}

const BINARY = /^(\s*)(?:- )?(?:data|peer([01])_\d+)\s*:\s*!!binary\s*(\|[-+]?)?\s*/;

/**
 * Follow stream as YAML. New layout: `packets:` with `packet`, `peer`, `timestamp`, `data`; old layout: `peer0_0:`.
 * Peer 0 spoke first, which makes it the client.
 */
function scanYaml(text: string, recorder: Recorder): void {
  const capacity = (text.length >> 2) + 16;
  recorder.track('client-to-server', capacity);
  recorder.track('server-to-client', capacity);
  let entry: Entry = { direction: null, time: null, packet: null };
  let inPackets = false;
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (i < text.length) {
    const end = lineEnd(text, i, text.length);
    const line = text.slice(i, Math.min(end, i + 200));
    const next = nextLine(text, end, text.length);
    const binary = BINARY.exec(line);
    if (binary !== null) {
      const peer = binary[2];
      if (peer !== undefined) entry = { ...entry, direction: side(peer) };
      const from = binary[3] === undefined ? i + binary[0].length : next;
      const to = binary[3] === undefined ? end : blockEnd(text, next, (binary[1] as string).length);
      const track = recorder.track(entry.direction);
      const offset = track.length;
      scanBase64(text, from, to, recorder, track, 'base64');
      recorder.segment(track, offset, entry.time, entry.packet);
      entry = { direction: null, time: null, packet: null };
      i = Math.max(next, to);
      continue;
    }
    const field = /^\s*(?:- )?(packet|peer|timestamp|host|port|index)\s*:\s*"?([^"\s]*)"?\s*$/.exec(line);
    if (field !== null) {
      const [, name, value] = field as unknown as [string, string, string];
      if (name === 'packet') entry = { direction: null, time: null, packet: Number(value) || null };
      else if (name === 'peer' && inPackets) entry.direction = value === '0' || value === '1' ? side(value) : null;
      else if (name === 'timestamp') entry.time = Number.isFinite(Number(value)) ? Number(value) : null;
    } else if (/^packets\s*:\s*$/.test(line)) inPackets = true;
    else {
      const comment = /^\s*#\s*(?:Packet (\d+))?/.exec(line);
      if (comment !== null) entry.packet = comment[1] === undefined ? null : Number(comment[1]);
      else if (!/^\s*(?:$|---|\.\.\.|peers\s*:)/.test(line)) {
        const begin = skipBlanks(text, i, end);
        recorder.problem('invalid-character', begin, end - begin, { expected: 'yaml' });
      }
    }
    i = next;
  }
}

function side(peer: string): Direction {
  return peer === '0' ? 'client-to-server' : 'server-to-client';
}

/** Where the lines end that are indented deeper than `indent`. */
function blockEnd(text: string, from: number, indent: number): number {
  let i = from;
  while (i < text.length) {
    const end = lineEnd(text, i, text.length);
    const begin = skipBlanks(text, i, end);
    if (begin < end && begin - i <= indent) return i;
    i = nextLine(text, end, text.length);
  }
  return text.length;
}

function judge(look: Look): Claim {
  const form = 'follow-yaml';
  if (/^peer[01]_\d+\s*:\s*!!binary/m.test(look.head)) return { form, score: 0.99, reasons: ['yaml-peers'] };
  if (/^\s*data\s*:\s*!!binary/m.test(look.head)) return { form, score: 0.99, reasons: ['yaml-packets'] };
  if (/^\s*(?:- )?peer\s*:\s*[01]\s*$/m.test(look.head)) return { form, score: 0.8, reasons: ['yaml-packets'] };
  return { form, score: 0, reasons: [] };
}

export const followYaml: Importer & { judge(look: Look): Claim } = {
  form: 'follow-yaml',
  judge,
  claim: (text) => judge(lookAt(text)),
  read: (text) => readWith('follow-yaml', text, scanYaml),
};
