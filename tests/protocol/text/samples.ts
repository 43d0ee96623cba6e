import type { FormId } from '../../../src/protocol/text/reading.ts';
import { captureText, INPUTS, textOf } from './vectors.ts';

export interface Sample {
  readonly name: string;
  readonly form: FormId;
  readonly text: string;
}

const HOWDY = '8105486f776479';

/** Texts that somebody may paste, each with the importer that must read it without being told. */
export const SAMPLES: readonly Sample[] = [
  ...INPUTS.filter(({ expect }) => expect.bytes !== undefined).map((one) => ({
    name: one.id,
    form: formOf(one.id),
    text: textOf(one),
  })),
  ...['draft76.stream0', 'browser-deflate.stream1'].flatMap((name): Sample[] => [
    { name, form: 'c-arrays-wireshark', text: captureText(`${name}.c-arrays.txt`) },
    { name, form: 'follow-hex', text: captureText(`${name}.follow-hex.txt`) },
    { name, form: 'follow-hex', text: captureText(`${name}.gui-hexdump.txt`) },
    { name, form: 'follow-raw', text: captureText(`${name}.follow-raw.txt`) },
    { name, form: 'follow-yaml', text: captureText(`${name}.follow-yaml.txt`) },
    { name, form: 'follow-yaml', text: captureText(`${name}.yaml-old.txt`) },
    { name, form: 'hexdump-C', text: captureText(`${name}.c2s.hexdump-C.txt`) },
    { name, form: 'xxd', text: captureText(`${name}.s2c.xxd.txt`) },
  ]),
  ...['draft76', 'browser-deflate'].flatMap((name): Sample[] => [
    { name, form: 'tcpdump', text: captureText(`${name}.tcpdump-X.txt`) },
    { name, form: 'tshark', text: captureText(`${name}.tshark-x.txt`) },
  ]),
  { name: 'octal escapes', form: 'escaped', text: '"\\201\\005Howdy"' },
  { name: 'od -b', form: 'od', text: '0000000 201 005 110 157 167 144 171\n0000007\n' },
  { name: 'od -c', form: 'od', text: '0000000 201 005   H   o   w   d   y\n0000007\n' },
  { name: 'od', form: 'od', text: '0000000 002601 067510 062167 000171\n0000007\n' },
  { name: 'od -A x', form: 'od', text: '000000 81 05 48 6f 77 64 79\n000007\n' },
  { name: 'Go', form: 'c-array', text: 'frame := []byte{0x81, 0x05, 0x48, 0x6f, 0x77, 0x64, 0x79}' },
  { name: 'Java', form: 'c-array', text: 'byte[] f = new byte[] {(byte)0x81, 5, 72, 111, 119, 100, 121};' },
  { name: 'typed array', form: 'js-buffer', text: 'Uint8Array(7) [\n  129, 5, 72,\n  111, 119, 100, 121\n]' },
  { name: 'indexed JSON', form: 'json', text: '{"0":129,"1":5,"2":72,"3":111,"4":119,"5":100,"6":121}' },
  { name: 'fromhex', form: 'python-bytes', text: `bytes.fromhex("${HOWDY}")` },
  { name: 'quoted base64', form: 'base64', text: '"gQVIb3dkeQ=="' },
  { name: 'data URL', form: 'base64', text: 'data:application/octet-stream;base64,gQVIb3dkeQ==' },
  { name: 'request', form: 'http-text', text: 'GET / HTTP/1.1\nHost: a\n\n81 05 48 6f 77 64 79\n' },
  {
    name: 'response',
    form: 'http-text',
    text: 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\\x81\\x05Howdy',
  },
];

function formOf(id: string): FormId {
  const known: Record<string, FormId> = {
    'input-0x-comma': 'hex-list',
    'input-0x-single-prefix': 'hex-list',
    'input-0x-braces': 'hex-list',
    'input-xxd-i': 'c-array',
    'input-c-array-comments': 'c-array',
    'input-c-string': 'escaped',
    'input-escape-x-only': 'escaped',
    'input-wireshark-escaped-string': 'escaped',
    'input-py-bytes': 'python-bytes',
    'input-py-bytes-mid': 'python-bytes',
    'input-py-bytearray': 'python-bytes',
    'input-node-inspect-buffer': 'js-buffer',
    'input-json-buffer': 'json',
    'input-js-array': 'js-buffer',
    'input-decimal-comma': 'decimal',
    'input-base64': 'base64',
    'input-base64url': 'base64url',
    'input-xxd': 'xxd',
    'input-hexdump-C': 'hexdump-C',
    'input-hexdump': 'hexdump-words',
    'input-hexdump-odd-length': 'hexdump-words',
    'input-od-tx1': 'od',
    'input-wireshark-hexdump': 'wireshark-dump',
    'input-wireshark-hex-ascii': 'wireshark-dump',
    'input-tcpdump-X': 'tcpdump',
    'input-tshark-x': 'tshark',
    'input-wireshark-follow-hex': 'follow-hex',
  };
  return known[id] ?? 'hex';
}
