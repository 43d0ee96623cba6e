import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { streamsOf } from '../../../src/protocol/capture/packets.ts';
import { claims, readText } from '../../../src/protocol/text/import.ts';
import type { FormId } from '../../../src/protocol/text/reading.ts';
import { capture, hexOf, problemsOf, streamHex } from './vectors.ts';

const HELLO = '810548656c6c6f';
const BASE = '818588d0f2c2efb291a7e0a095aee9be9dace4bf';
const TAIL = '5aeebbf9aa38984';
const AROUND = `${BASE}${TAIL.slice(1)}`;

/** Texts that look like another notation than they are: bytes and problems, or bytes silently wrong. */
const CASES: [name: string, text: string, form: FormId, hex: string, problems?: string[]][] = [
  // Dumps whose offsets are no bytes
  ['a dump without its gutter', '00000000  81 05 48 65 6c 6c 6f\n00000007\n', 'hexdump-C', HELLO],
  ['the same with one blank', '00000000 81 05 48 65 6c 6c 6f\n00000007', 'hexdump-C', HELLO],
  ['two rows, two blanks', '00000000  81 05 48 65\n00000004  6c 6c 6f\n', 'follow-hex', HELLO],
  ['two rows, one blank', '00000000 81 05 48 65\n00000004 6c 6c 6f\n', 'od', HELLO],
  ['od -A x without its last line', '000000 81 05 48 65 6c 6c 6f\n', 'od', HELLO],
  ['four digits and a last line', '0000 81 05 48 65 6c 6c 6f\n0007', 'wireshark-dump', HELLO],
  ['offsets of two digits', '00 81 05 48 65\n04 6c 6c 6f\n', 'wireshark-dump', HELLO],
  ['offsets of two digits and a colon', '00: 81 05 48 65\n04: 6c 6c 6f\n', 'wireshark-dump', HELLO],
  ['offsets in brackets', '[0000] 81 05 48 65\n[0004] 6c 6c 6f', 'wireshark-dump', HELLO],
  ['offsets with 0x', '0x0000 81 05 48 65\n0x0004 6c 6c 6f', 'wireshark-dump', HELLO],
  ['offsets with h', '0000h: 81 05 48 65\n0004h: 6c 6c 6f', 'wireshark-dump', HELLO],
  ['offsets before a bar', '00000000 | 81 05 48 65\n00000004 | 6c 6c 6f', 'wireshark-dump', HELLO],
  [
    'a wrong offset in brackets',
    '[0000] 81 05\n[0002] 48\n[0004] 65',
    'wireshark-dump',
    '81054865',
    ['offset-mismatch@240'],
  ],
  [
    'the header of HxD',
    'Offset(h) 00 01 02 03\n\n00000000  81 05 48 65 6C 6C 6F           ..Hello\n',
    'follow-hex',
    HELLO,
  ],
  ['hex that no offsets explain', '81 05 48 65\n00 00 00 09 6c', 'hex', '81054865000000096c'],
  // More than one literal, and words after the last
  ['Buffers on two lines', '{"type":"Buffer","data":[129,5]}\n{"type":"Buffer","data":[72]}', 'json', '810548'],
  ['Buffers in an array', '[{"type":"Buffer","data":[129,5]},{"type":"Buffer","data":[72]}]', 'json', '810548'],
  ['labelled Buffers', 'in: {"type":"Buffer","data":[129]}\nout: {"type":"Buffer","data":[5]}', 'json', '8105'],
  [
    'a word between Buffers',
    '{"type":"Buffer","data":[129]}\nxx\n{"type":"Buffer","data":[5]}',
    'json',
    '8105',
    ['invalid-character@31x'],
  ],
  ['words after JSON', '{"type":"Buffer","data":[129,5]}\nEND OF DUMP', 'json', '8105', ['invalid-character@33E']],
  ['words after indexed JSON', '{"0":129,"1":5}\nEND', 'json', '8105', ['invalid-character@16E']],
  ['words after a C array', 'char a[]={0x81,0x05};\nEND OF DUMP', 'c-array', '8105', ['invalid-character@22E']],
  ['the length of xxd -i', 'unsigned char x[] = {0x81,0x05};\nunsigned int x_len = 2;\n', 'c-array', '8105'],
  ['words after bytes', "b'\\x81' 99 and more", 'python-bytes', '81', ['invalid-character@89']],
  ['an address after bytes', "(b'\\x81\\x05', ('127.0.0.1', 80))", 'python-bytes', '8105'],
  ['an encoding after bytes', "b'\\x81\\x05'.decode('latin1')", 'python-bytes', '8105'],
  ['a session of Python', ">>> a\nb'\\x81'\n>>> b\nb'\\x05'\n>>> \n", 'python-bytes', '8105'],
  ['words after a C string', 'char f[] = "\\x81\\x05";\nEND', 'escaped', '8105', ['invalid-character@23E']],
  ['arguments after a string', 'send(fd, "\\x81\\x05", 2, 0);', 'escaped', '8105'],
  [
    'words after a typed array',
    'const a = new Uint8Array([129, 5]);\nEND',
    'js-buffer',
    '8105',
    ['invalid-character@36E'],
  ],
  ['words after a Buffer', '<Buffer 81 05>\nEND OF DUMP', 'js-buffer', '8105', ['invalid-character@15E']],
  ['a Buffer in an object', '{ data: <Buffer 81 05>, ok: true }', 'js-buffer', '8105'],
  ['words after fromhex', "bytes.fromhex('8105') END", 'python-bytes', '8105', ['invalid-character@22E']],
  ['words after quoted base64', '"gQVIb3dkeQ==" END', 'base64', '8105486f776479', ['invalid-character@15E']],
  // Numbers of a type
  ['a Rust constant', 'const F: [u8; 7] = [0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f];', 'js-buffer', HELLO],
  ['a Rust variable', 'let f: [u8; 7] = [129, 5, 72, 101, 108, 108, 111];', 'js-buffer', HELLO],
  ['a Rust slice', 'let f: &[u8] = &[0x81, 0x05];', 'js-buffer', '8105'],
  ['Swift', 'let f: [UInt8] = [129, 5, 72, 101, 108, 108, 111]', 'js-buffer', HELLO],
  [
    'a copy from the Chrome console',
    "Uint8Array(2) [129, 5, buffer: ArrayBuffer(2), byteLength: 2, byteOffset: 0, length: 2, Symbol(Symbol.toStringTag): 'Uint8Array']",
    'js-buffer',
    '8105',
  ],
  ['a list of quoted numbers', "['0x81', '0x5']", 'hex-list', '8105'],
  // BSD and macOS, which are not here to be run
  ['od -t x1 of macOS', `0000000    81  05  48  65  6c  6c  6f${' '.repeat(36)}\n0000007\n`, 'od', HELLO],
  [
    'od -c of macOS',
    `0000000  201 005   H   e   l   l   o  \\0  \\n${' '.repeat(28)}\n0000011\n`,
    'od',
    `${HELLO}000a`,
  ],
  ['od -c of eight bytes', '0000000 201 006   H   e   l   l   o   !\n0000010\n', 'od', '810648656c6c6f21'],
  // Bits
  ['groups of bits', '10000001 00000101\n01001000', 'bits', '810548'],
  ['a wrong bit', '10000001 00000121 01001000', 'bits', '8148', ['invalid-character@152']],
  ['a missing bit', '10000001 0000010 01001000', 'bits', '8148', ['odd-digits@150']],
  ['eight digits alone', '10000001', 'hex', '10000001'],
  ['digits beyond bits', '12345678 00000101', 'hex', '1234567800000101'],
  // PostgreSQL
  ['bytea', '\\x810548656c6c6f', 'escaped', HELLO],
  ['half a byte of bytea', '\\x810548656c6c6', 'escaped', '810548656c6c', ['odd-digits@146']],
  ['bytea as psql prints it', ' data\n------\n \\x8105\n \\x4865\n(2 rows)\n', 'escaped', '81054865'],
  ['one escape', '\\x81', 'escaped', '81'],
  // Shifted offsets
  ['xxd -o 100', '00000064: 8105 4865  ..He\n00000068: 6c6c 6f    llo\n', 'xxd', HELLO],
  ['od -j 5', '0000005 81 05 48 65\n0000011 6c 6c 6f\n0000014\n', 'od', HELLO],
  [
    'a lost line behind a shift',
    '00000064: 8105 4865  ..He\n00000068: 6c6c 6f6f  lloo\n0000006c: 4142 4344  ABCD\n00000074: 00  .\n',
    'xxd',
    `${HELLO}6f4142434400`,
    ['offset-mismatch@780'],
  ],
];

describe('is not misread:', () => {
  it.each(CASES)('%s', (_, text, form, hex, problems = []) => {
    const { reading } = readText(text);
    expect([reading.form, hexOf(reading.streams[0]?.bytes), problemsOf(reading)]).toEqual([form, hex, problems]);
  });

  it.each(
    [...'OIG/+oigglx'].flatMap((wrong) => [
      `${BASE}${wrong}${TAIL}`,
      `${BASE.toUpperCase()}${wrong}${TAIL.toUpperCase()}`,
    ]),
  )('hex with one wrong character: %s', (text) => {
    const { reading } = readText(text);
    expect([reading.form, problemsOf(reading)]).toEqual(['hex', [`invalid-character@40${text.charAt(40)}`]]);
    expect(hexOf(reading.streams[0]?.bytes)).toBe(AROUND);
  });

  it('lines of hex with one wrong character', () => {
    const line = (BASE + BASE).slice(0, 60);
    const { reading } = readText(`${line.slice(0, 20)}G${line.slice(21)}\n8105\n`);
    expect([reading.form, problemsOf(reading)]).toEqual(['hex', ['invalid-character@20G']]);
  });

  it('base64 that is base64', () => {
    const text = Buffer.from(AROUND, 'hex').toString('base64');
    expect(readText(text).reading.form).toBe('base64');
    expect(readText(Buffer.alloc(20).toString('base64')).reading.form).toBe('base64');
  });

  it('bits, which may be hex after all', () => {
    expect(
      claims('10000001 00000101')
        .map(({ form }) => form)
        .slice(0, 3),
    ).toContain('hex');
  });

  it('repeated lines of od -A x', () => {
    const row = '00 '.repeat(16).trim();
    const { reading } = readText(`000000 81${row.slice(2)}\n000010 ${row}\n*\n000040 05\n000041\n`);
    expect([hexOf(reading.streams[0]?.bytes), problemsOf(reading)]).toEqual([`81${'00'.repeat(63)}05`, []]);
  });
});

describe('logs of curl', () => {
  const request = hexOf(Buffer.from('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
  const response = hexOf(Buffer.from('HTTP/1.1 101 Switching Protocols\r\n\r\n'));

  it('-v give both heads', () => {
    const { reading } = readText(
      '* Trying ::1\n> GET / HTTP/1.1\n> Host: a\n> \n< HTTP/1.1 101 Switching Protocols\n< \n{ [5 bytes data]\n',
    );
    expect([reading.form, problemsOf(reading)]).toEqual(['http-text', []]);
    expect(streamHex(reading, 'client-to-server')).toBe(request);
    expect(streamHex(reading, 'server-to-client')).toBe(response);
  });

  it('--trace give both sides', () => {
    const { reading } = readText(
      '== Info: Trying ::1\n=> Send header, 4 bytes (0x4)\n0000: 81 82 00 00                                     ....\n' +
        '<= Recv data, 2 bytes (0x2)\n0000: 81 05                                           ..\n' +
        '<= Recv data, 1 bytes (0x1)\n0000: 48                                              H\n',
    );
    expect(problemsOf(reading)).toEqual([]);
    expect(streamHex(reading, 'client-to-server')).toBe('81820000');
    expect(streamHex(reading, 'server-to-client')).toBe('810548');
  });
});

describe('an HTTP head', () => {
  it('may begin with a line longer than the excerpt', () => {
    const text = `GET /${'a'.repeat(7000)} HTTP/1.1\nHost: a\n\n`;
    const { reading } = readText(text);
    expect([reading.form, hexOf(reading.streams[0]?.bytes)]).toEqual([
      'http-text',
      hexOf(Buffer.from(text.replaceAll('\n', '\r\n'))),
    ]);
  });
});

describe('tshark -x -V', () => {
  it('takes no line of the details for a line of the dump', () => {
    const dump = '0000  45 00 00 29 00 00 00 00 40 06 00 00 0a 00 00 01   E..)....@.......\n';
    const details =
      'Frame 1: 16 bytes on wire (128 bits), 16 bytes captured (128 bits)\nInternet Protocol Version 4\n' +
      '    0100 .... = Version: 4\n    .... 0101 = Header Length: 20 bytes (5)\n        0000 00.. = Codepoint: 0\n\n';
    const { reading } = readText(`${details}${dump}\n${details}${dump}`);
    expect([reading.form, reading.packets.length, problemsOf(reading)]).toEqual(['tshark', 2, []]);
  });

  const file = new URL('../../vectors/captures/draft76.pcap', import.meta.url).pathname;
  const run = spawnSync('tshark', ['-x', '-V', '-r', file], { maxBuffer: 1 << 26 });
  it.skipIf(run.status !== 0)('is read back when run here', () => {
    const { reading } = readText(run.stdout.toString());
    const { streams } = streamsOf(reading.packets);
    expect(problemsOf(reading)).toEqual([]);
    expect(streamHex({ streams }, 'client-to-server')).toBe(hexOf(capture('draft76.stream0.c2s.bin')));
    expect(streamHex({ streams }, 'server-to-client')).toBe(hexOf(capture('draft76.stream0.s2c.bin')));
  });
});

describe('many small literals', () => {
  it('are searched for an ellipsis only up to their end', () => {
    const { reading } = readText('<Buffer 81 00> '.repeat(50_000));
    expect(reading.streams[0]?.bytes.length).toBe(100_000);
    expect(problemsOf(readText(`${'<Buffer 81> '.repeat(3)}<Buffer 05 ... 1 more byte>`).reading)).toEqual([
      'unterminated@47.',
    ]);
  });
});
