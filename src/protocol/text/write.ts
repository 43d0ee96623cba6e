import { toBase64 } from '../bytes/base64.ts';
import { concat } from '../bytes/join.ts';
import type { Direction } from '../bytes/span.ts';

/** Notations that bytes can be copied as. */
export const WRITE_FORMS = [
  'hex',
  'hex-spaced',
  'hexdump-C',
  'xxd',
  'c-array',
  'python',
  'js',
  'base64',
  'text2pcap',
  'json',
] as const;
export type WriteForm = (typeof WRITE_FORMS)[number];

export interface WriteStream {
  readonly direction: Direction | null;
  readonly bytes: Uint8Array;
}

export interface WriteOptions {
  /** Say who sent it, also where only one side did; default where both did. */
  readonly sided?: boolean;
}

/**
 * Writes bytes as text that the importers, and the programs the notation comes from, read back.
 *
 * One stream is written plainly. Those of two directions are written so that the direction survives: Follow layouts for
 * hex and `hexdump -C`, `peer0_0` for C, YAML for base64, `O`/`I` lines for text2pcap, names for `xxd`, Python, JavaScript
 * and JSON. Several streams of one direction are what it sent one after another; the notations that tell of an order keep
 * it, the last four join each direction.
 */
export function writeBytes(form: WriteForm, streams: readonly WriteStream[], options: WriteOptions = {}): string {
  const filled = streams.filter((stream) => stream.bytes.length > 0);
  const sided = options.sided ?? filled.some(({ direction }) => direction !== filled[0]?.direction);
  const joined = joinedByDirection(filled);
  const runs = sided ? filled : joined;
  switch (form) {
    case 'hex':
      return runs.map((s) => `${indent(s, sided)}${hexOf(s.bytes, '')}\n`).join('');
    case 'hex-spaced':
      return runs.map((s) => rows(s.bytes, 16, (row) => `${indent(s, sided)}${hexOf(row, ' ')}\n`)).join('');
    case 'hexdump-C':
      return sided ? followDumps(runs) : runs.map((s) => canonicalDump(s.bytes)).join('');
    case 'xxd':
      return joined.map((s) => (sided ? `# ${s.direction ?? 'unknown'}\n` : '') + xxdDump(s.bytes)).join('');
    case 'c-array':
      return sided
        ? peers(runs)
            .map(([name, s]) => cArray(name, s))
            .join('')
        : runs.map((s) => cArray(null, s)).join('');
    case 'python':
      return joined.map((s) => (sided ? `${name(s, '_')} = ` : '') + pythonBytes(s.bytes)).join('');
    case 'js':
      return joined.map((s) => (sided ? `const ${name(s, '_')} = ` : '') + jsArray(s.bytes)).join('');
    case 'base64':
      return sided
        ? peers(runs)
            .map(([name, s]) => `${name}: !!binary |\n${wrapped(toBase64(s.bytes))}`)
            .join('')
        : runs.map((s) => `${toBase64(s.bytes)}\n`).join('');
    case 'text2pcap':
      return runs.map((s) => packetDump(s)).join('');
    case 'json':
      return sided
        ? `{${joined.map((s) => `${JSON.stringify(s.direction ?? 'unknown')}:[${list(s.bytes)}]`).join(',')}}\n`
        : `[${joined.map((s) => list(s.bytes)).join('')}]\n`;
  }
}

/** One stream a direction, in the order of their first bytes. */
function joinedByDirection(streams: readonly WriteStream[]): readonly WriteStream[] {
  const directions = [...new Set(streams.map(({ direction }) => direction))];
  return directions.map((direction) => {
    const own = streams.filter((stream) => stream.direction === direction).map(({ bytes }) => bytes);
    return { direction, bytes: own.length === 1 && own[0] ? own[0] : concat(own) };
  });
}

/** Each stream with the name that Wireshark would give it: side and number. */
function peers(streams: readonly WriteStream[]): readonly (readonly [name: string, stream: WriteStream])[] {
  const next = { 0: 0, 1: 0 };
  return streams.map((stream) => {
    const side = isServer(stream) ? 1 : 0;
    const number = next[side];
    next[side] += 1;
    return [`peer${side}_${number}`, stream];
  });
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexOf(bytes: Uint8Array, gap: string): string {
  const parts = new Array<string>(bytes.length);
  for (let i = 0; i < bytes.length; i++) parts[i] = HEX[bytes[i] as number] as string;
  return parts.join(gap);
}

function isServer(stream: WriteStream): boolean {
  return stream.direction === 'server-to-client';
}

function indent(stream: WriteStream, sided: boolean): string {
  return sided && isServer(stream) ? '\t' : '';
}

function name(stream: WriteStream, gap: string): string {
  return isServer(stream) ? `server${gap}to${gap}client` : `client${gap}to${gap}server`;
}

function list(bytes: Uint8Array): string {
  return Array.from(bytes).join(',');
}

/** Calls `row` for each `width` bytes and joins what it returns. */
function rows(bytes: Uint8Array, width: number, row: (bytes: Uint8Array, offset: number) => string): string {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += width) out.push(row(bytes.subarray(at, at + width), at));
  return out.join('');
}

function gutter(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
  return out;
}

function offset(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** Sixteen bytes in two halves, as wide as a full line. */
function halves(row: Uint8Array): string {
  return `${hexOf(row.subarray(0, 8), ' ').padEnd(23)}  ${hexOf(row.subarray(8), ' ').padEnd(23)}`;
}

function canonicalDump(bytes: Uint8Array): string {
  const lines = rows(bytes, 16, (row, at) => `${offset(at, 8)}  ${halves(row)}  |${gutter(row)}|\n`);
  return `${lines}${offset(bytes.length, 8)}\n`;
}

/** As Wireshark follows a stream: each side counts its own offsets. */
function followDumps(streams: readonly WriteStream[]): string {
  const sent = { client: 0, server: 0 };
  return streams
    .map((stream) => {
      const tab = indent(stream, true);
      const side = isServer(stream) ? 'server' : 'client';
      const start = sent[side];
      sent[side] += stream.bytes.length;
      return rows(stream.bytes, 16, (row, at) => {
        const text = gutter(row);
        const split = text.length > 8 ? `${text.slice(0, 8)} ${text.slice(8)}` : text;
        return `${tab}${offset(start + at, 8).toUpperCase()}  ${halves(row)}  ${split}\n`;
      });
    })
    .join('');
}

function xxdDump(bytes: Uint8Array): string {
  return rows(bytes, 16, (row, at) => {
    const groups = rows(row, 2, (pair) => `${hexOf(pair, '')} `);
    return `${offset(at, 8)}: ${groups.padEnd(40)} ${gutter(row)}\n`;
  });
}

function cArray(peer: string | null, stream: WriteStream): string {
  const id = peer ?? 'bytes';
  const body = rows(stream.bytes, 12, (row) => `  0x${hexOf(row, ', 0x')},\n`).replace(/,\n$/, '\n');
  const length = peer !== null ? '' : `unsigned int ${id}_len = ${stream.bytes.length};\n`;
  return `unsigned char ${id}[] = {\n${body}};\n${length}`;
}

/** As `repr(bytes)` writes it in Python 3. */
function pythonBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  const out: string[] = [];
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (char === '\\' || char === quote) out.push('\\', char);
    else if (byte === 9) out.push('\\t');
    else if (byte === 10) out.push('\\n');
    else if (byte === 13) out.push('\\r');
    else if (byte < 0x20 || byte >= 0x7f) out.push('\\x', HEX[byte] as string);
    else out.push(char);
  }
  return `b${quote}${out.join('')}${quote}\n`;
}

function jsArray(bytes: Uint8Array): string {
  return `new Uint8Array([${list(bytes)}]);\n`;
}

function wrapped(base64: string): string {
  return `${base64.replace(/.{1,76}/g, '  $&\n')}`;
}

/** Bytes a packet of a text2pcap dump holds: a dummy TCP header (`-T`) must still fit before them. */
const PACKET_BYTES = 16384;

/** What `text2pcap -D` and Wireshark's import read: `O` (outbound, the client's) or `I`, offsets that restart. */
function packetDump(stream: WriteStream): string {
  const side = stream.direction === null ? '' : isServer(stream) ? 'I\n' : 'O\n';
  return rows(
    stream.bytes,
    PACKET_BYTES,
    (packet) =>
      `${side}${rows(packet, 16, (row, at) => `${offset(at, 6)}  ${hexOf(row, ' ')}\n`)}${offset(packet.length, 6)}\n\n`,
  );
}
