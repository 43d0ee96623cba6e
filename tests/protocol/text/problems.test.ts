import { describe, expect, it } from 'vitest';
import { IMPORTERS, readText } from '../../../src/protocol/text/import.ts';
import type { FormId } from '../../../src/protocol/text/reading.ts';
import { hexOf, problemsOf } from './vectors.ts';

const ROW = '81 94 88 d0 f2 c2 ef b2  91 a7 e0 a0 95 ae e9 be';
const ROW_HEX = '819488d0f2c2efb291a7e0a095aee9be';
const DOTS = '................';

/** Text, the notation that must claim it, the bytes that can still be read, and every problem with its place. */
const CASES: [text: string, form: FormId, hex: string, problems: string[]][] = [
  // Hexadecimal digits
  ['8105486', 'hex', '810548', ['odd-digits@66']],
  ['82 030 01', 'hex', '820301', ['odd-digits@50']],
  ['82 03 0', 'hex', '8203', ['odd-digits@60']],
  ['82 03 0G 02', 'hex', '820302', ['invalid-character@7G']],
  ['82 03 G0 02', 'hex', '820302', ['invalid-character@6G']],
  ['82 03 frame 02', 'hex', '820302', ['invalid-character@6f']],
  ['end 82 03 01', 'hex', '820301', ['invalid-character@0e']],
  ['81 05 … 79', 'hex', '810579', ['invalid-character@6…']],
  ['81 05 😀 79', 'hex', '810579', ['invalid-character@6😀']],
  ['810548!f776479', 'hex', '810548776479', ['invalid-character@6!']],
  ['８１ 05 48', 'hex', '0548', ['invalid-character@0８']],
  ['“81 05”', 'hex', '8105', ['invalid-character@0“', 'invalid-character@6”']],
  ['81 05 /* 48', 'hex', '8105', ['unterminated@6/']],
  ['81:05-48_6f,77;64', 'hex', '8105486f7764', []],
  ['\ufeff81 05\r\n\u200b48\u3000FF', 'hex', '810548ff', []],
  ['81 05 // 00\n48 # ff\n6f', 'hex', '8105486f', []],
  ['1: 81 05\n2: 48 6f', 'hex', '8105486f', []],
  ['2024-01-01 12:00:00.123 DEBUG recv: 81 05', 'hex', '8105', []],
  ['$ xxd -p frame.bin\n8105486f\n', 'hex', '8105486f', []],
  ['```\n81 05\n```\n', 'hex', '8105', []],
  ['Buffer.from("8105486f", "hex")', 'hex', '8105486f', []],
  ['Uint8Array.fromHex("8105486g")', 'hex', '810548', ['invalid-character@27g']],
  ["SELECT X'8105486f'", 'hex', '8105486f', []],
  // Numbers
  ['0x82, 0x03, 0x1ff', 'hex-list', '8203', ['value-out-of-range@120']],
  ['0x1ff', 'hex-list', '', ['value-out-of-range@00']],
  ['0x82, 0xG3, 0x04', 'hex-list', '8204', ['invalid-character@8G']],
  ['0x81,,0x05', 'hex-list', '8105', ['invalid-character@5,']],
  ['0x81, 0x05, }', 'hex-list', '8105', []],
  ['0x8105, 0x486f', 'hex-list', '8105486f', []],
  ['0x81054', 'hex-list', '8105', ['odd-digits@64']],
  ['129, 5, 256, 72', 'decimal', '810548', ['value-out-of-range@82']],
  ['-127, 5, -129', 'decimal', '8105', ['value-out-of-range@9-']],
  ['129, 5, x, 72', 'decimal', '810548', ['invalid-character@8x']],
  ['[130, 3, 300]', 'js-buffer', '8203', ['value-out-of-range@93']],
  ['[130, 3', 'js-buffer', '8203', ['unterminated@0[']],
  ['[1.5, 2]', 'js-buffer', '02', ['invalid-character@2.']],
  ['<Buffer 81 05 ... 34 more bytes>', 'js-buffer', '8105', ['unterminated@14.']],
  ['Uint8Array(200) [\n  129, 5,\n  ... 198 more items\n]', 'js-buffer', '8105', ['unterminated@30.']],
  ['{"type":"Buffer","data":[129,300]}', 'json', '81', ['value-out-of-range@293']],
  ['{"0":129,"2":5}', 'json', '8105', ['offset-mismatch@102']],
  ['char f[] = { 0x81, 0x100 };', 'c-array', '81', ['value-out-of-range@190']],
  ['char f[] = { 0x81, 0x05', 'c-array', '8105', ['unterminated@11{']],
  ["char f[] = { 0x81, 5, 010, 'H', '\\n' };", 'c-array', '810508480a', []],
  ['unsigned char f[] = {\n  0x81, 0x05\n};\nunsigned int f_len = 3;\n', 'c-array', '8105', ['offset-mismatch@593']],
  // Strings
  ['"\\x81\\x05', 'escaped', '8105', ['unterminated@0"']],
  ['"\\x81\\x5g"', 'escaped', '81', ['bad-escape@5\\']],
  ['"\\x81\\q\\x05"', 'escaped', '8105', ['bad-escape@5\\']],
  ['"\\x81\\400\\x05"', 'escaped', '8105', ['value-out-of-range@5\\']],
  ['"\\x81é\\x05"', 'escaped', '8105', ['invalid-character@5é']],
  ['“\\x81\\x05”', 'escaped', '8105', ['invalid-character@0“', 'invalid-character@9”']],
  ['"\\x81" "\\x05" \\\n  "Howdy";', 'escaped', '8105486f776479', []],
  ['"\\u0081\\u0005"', 'escaped', '8105', []],
  ['"\\u2081\\x05"', 'escaped', '05', ['value-out-of-range@1\\']],
  ["b'\\x81\\x05", 'python-bytes', '8105', ['unterminated@0b']],
  ["b'\\x8g\\x05'", 'python-bytes', '05', ['bad-escape@2\\']],
  ["b'\\400\\x05'", 'python-bytes', '05', ['value-out-of-range@2\\']],
  ["b'é\\x05'", 'python-bytes', '05', ['invalid-character@2é']],
  ['b‘\\x81\\x05’', 'python-bytes', '8105', ['invalid-character@1‘', 'invalid-character@10’']],
  ["b'\\x81' b\"\\x05\" rb'\\n'", 'python-bytes', '81055c6e', []],
  [">>> sock.recv(2)\nb'\\x81\\x05'", 'python-bytes', '8105', []],
  // Base64
  ['gQVIb3dkeQ', 'base64', '8105486f776479', ['bad-padding@10']],
  ['gQVIb3dkeQ=', 'base64', '8105486f776479', ['bad-padding@10=']],
  ['gQVIb3dkeR==', 'base64', '8105486f776479', ['bad-padding@9R']],
  ['gQVIb3dke', 'base64', '8105486f7764', ['bad-padding@8e']],
  ['gQVI*b3dkeQ==', 'base64', '8105486f776479', ['invalid-character@4*']],
  ['-_-_gQVIb3dkeQ', 'base64url', 'fbffbf8105486f776479', []],
  // Dumps
  [`00000000: 8194 88z0  ....\n`, 'xxd', '819488', ['invalid-character@17z']],
  ['00000000: 8105 486f  ..Ho\n00000010: 77\n', 'xxd', '8105486f77', ['offset-mismatch@260']],
  ['00000000: 8105 486f  ..Hp\n', 'xxd', '8105486f', ['gutter-mismatch@24p']],
  ['00000010: 8105 486f  ..Ho\n', 'xxd', '8105486f', ['offset-mismatch@00']],
  ['$ xxd f\n00000000: 8105 486f  ..Ho\n', 'xxd', '8105486f', []],
  ['00000000: 8105 486f  ..Ho\nwhat?\n', 'xxd', '8105486f', ['invalid-character@26w']],
  [`00000000  ${ROW}  |${DOTS}|\n00000011\n`, 'hexdump-C', ROW_HEX, ['offset-mismatch@790']],
  [`00000000  ${ROW}  |.........x......|\n00000010\n`, 'hexdump-C', ROW_HEX, ['gutter-mismatch@70x']],
  [`00000000  ${ROW}  |${DOTS}|\n*\n`, 'hexdump-C', ROW_HEX, ['unterminated@79*']],
  [`00000000  ${ROW}  |${DOTS}|\n*\n00000030\n`, 'hexdump-C', ROW_HEX.repeat(3), []],
  [`00000000  ${ROW}  |${DOTS}|\n*\n00000035\n`, 'hexdump-C', ROW_HEX, ['offset-mismatch@810']],
  [`00000000  ${ROW}  |${DOTS}|\n*\nfffffff0\n`, 'hexdump-C', ROW_HEX, ['offset-mismatch@81f']],
  ['0000000 81 05 48\n0000004\n', 'od', '810548', ['offset-mismatch@170']],
  ['0000000 81 0 48\n0000003\n', 'od', '8148', ['odd-digits@110']],
  ['0000000 8105 zz48 6f77\n0000006\n', 'hexdump-words', '0581776f', ['invalid-character@13z']],
  ['\t0x0000:  8105 48\n\t0x0010:  6f\n', 'tcpdump', '8105486f', ['offset-mismatch@190']],
  ['0000   81 05 48 6f   ..HX\n', 'wireshark-dump', '8105486f', ['gutter-mismatch@24X']],
  // Heads
  [
    'HTTP/1.1 101 A\n\n00000000: 8105 4x6f  ..Ho\n',
    'http-text',
    `${Buffer.from('HTTP/1.1 101 A\r\n\r\n').toString('hex')}81056f`,
    ['invalid-character@32x'],
  ],
  [
    'HTTP/1.1 101 A\nSec-WebSocket-Origin: b\n\nfQJ,fN/4F4!~K~MH\n',
    'http-text',
    Buffer.from('HTTP/1.1 101 A\r\nSec-WebSocket-Origin: b\r\n\r\nfQJ,fN/4F4!~K~MH').toString('hex'),
    [],
  ],
  [
    'GET / HTTP/1.1\nHost: a',
    'http-text',
    Buffer.from('GET / HTTP/1.1\r\nHost: a').toString('hex'),
    ['unterminated@22'],
  ],
  [
    'GET / HTTP/1.1\n\n81 0',
    'http-text',
    `${Buffer.from('GET / HTTP/1.1\r\n\r\n').toString('hex')}81`,
    ['odd-digits@190'],
  ],
];

describe('what cannot be read', () => {
  it.each(CASES)('has its place in %j', (text, form, hex, problems) => {
    const { reading } = readText(text);
    expect([reading.form, hexOf(reading.streams[0]?.bytes), problemsOf(reading)]).toEqual([form, hex, problems]);
  });

  it('is counted by line and column, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const problem = readText(`81 05${end}48${end}6f 7? 64`).reading.problems[0];
      expect(problem).toMatchObject({ kind: 'invalid-character', line: 3, column: 5, character: '?' });
    }
  });

  it('is listed a thousand times and then counted', () => {
    const { problems } = readText('81 0? '.repeat(5000), 'hex').reading;
    expect(problems.length).toBe(1000);
    expect(problems.at(-1)?.values.more).toBe(4000);
  });

  it('never makes an importer throw or point outside the text', () => {
    for (const [text] of CASES) {
      for (const importer of IMPORTERS) {
        for (const { position, length } of importer.read(text).problems) {
          expect(position + length).toBeLessThanOrEqual(text.length);
        }
      }
    }
  });
});
