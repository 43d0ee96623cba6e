import { toBase64 } from '../bytes/base64.ts';
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

/**
 * Writes bytes as text that the importers, and the programs the notation comes from, read back.
 *
 * One stream is written plainly. Two are written so that the direction survives where a notation can say it: Follow
 * layouts for hex and `hexdump -C`, `peer0_0` for C, YAML for base64, `O`/`I` lines for text2pcap, keys for JSON; `xxd`,
 * Python and JavaScript name the two and nothing more.
 */
export function writeBytes(form: WriteForm, streams: readonly WriteStream[]): string {
  const filled = streams.filter((stream) => stream.bytes.length > 0);
  const sided = filled.length > 1;
  switch (form) {
    case 'hex':
      return filled.map((s) => `${indent(s, sided)}${hexOf(s.bytes, '')}\n`).join('');
    case 'hex-spaced':
      return filled.map((s) => rows(s.bytes, 16, (row) => `${indent(s, sided)}${hexOf(row, ' ')}\n`)).join('');
    case 'hexdump-C':
      return filled.map((s) => (sided ? followDump(s) : canonicalDump(s.bytes))).join('');
    case 'xxd':
      return filled.map((s) => (sided ? `# ${s.direction ?? 'unknown'}\n` : '') + xxdDump(s.bytes)).join('');
    case 'c-array':
      return filled.map((s) => cArray(s, sided)).join('');
    case 'python':
      return filled.map((s) => (sided ? `${name(s, '_')} = ` : '') + pythonBytes(s.bytes)).join('');
    case 'js':
      return filled.map((s) => (sided ? `const ${name(s, '_')} = ` : '') + jsArray(s.bytes)).join('');
    case 'base64':
      return filled
        .map((s) => (sided ? `${peer(s)}: !!binary |\n${wrapped(toBase64(s.bytes))}` : `${toBase64(s.bytes)}\n`))
        .join('');
    case 'text2pcap':
      return filled.map((s) => packetDump(s)).join('');
    case 'json':
      return sided
        ? `{${filled.map((s) => `${JSON.stringify(s.direction ?? 'unknown')}:[${list(s.bytes)}]`).join(',')}}\n`
        : `[${filled.map((s) => list(s.bytes)).join('')}]\n`;
  }
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

function peer(stream: WriteStream): string {
  return isServer(stream) ? 'peer1_0' : 'peer0_0';
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

function followDump(stream: WriteStream): string {
  const tab = indent(stream, true);
  return rows(stream.bytes, 16, (row, at) => {
    const text = gutter(row);
    const split = text.length > 8 ? `${text.slice(0, 8)} ${text.slice(8)}` : text;
    return `${tab}${offset(at, 8).toUpperCase()}  ${halves(row)}  ${split}\n`;
  });
}

function xxdDump(bytes: Uint8Array): string {
  return rows(bytes, 16, (row, at) => {
    const groups = rows(row, 2, (pair) => `${hexOf(pair, '')} `);
    return `${offset(at, 8)}: ${groups.padEnd(40)} ${gutter(row)}\n`;
  });
}

function cArray(stream: WriteStream, sided: boolean): string {
  const id = sided ? peer(stream) : 'bytes';
  const body = rows(stream.bytes, 12, (row) => `  0x${hexOf(row, ', 0x')},\n`).replace(/,\n$/, '\n');
  const length = sided ? '' : `unsigned int ${id}_len = ${stream.bytes.length};\n`;
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
