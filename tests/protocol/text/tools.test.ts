import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readText } from '../../../src/protocol/text/import.ts';
import { hexOf, problemsOf } from './vectors.ts';

// Many readings in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

/** Commands that print their standard input, and what they printed of the bytes of `RECORDED`, for machines without them. */
const RECORDED = Buffer.from('8105486f77647900ff0a', 'hex');
const COMMANDS: [command: string, recorded: string][] = [
  ['xxd', '00000000: 8105 486f 7764 7900 ff0a                 ..Howdy...\n'],
  ['xxd -p', '8105486f77647900ff0a\n'],
  ['xxd -c 8', '00000000: 8105 486f 7764 7900  ..Howdy.\n00000008: ff0a                 ..\n'],
  ['xxd -g 1', '00000000: 81 05 48 6f 77 64 79 00 ff 0a                    ..Howdy...\n'],
  ['xxd -g 0', '00000000: 8105486f77647900ff0a              ..Howdy...\n'],
  ['xxd -u', '00000000: 8105 486F 7764 7900 FF0A                 ..Howdy...\n'],
  ['xxd -c 32 -g 4', `00000000: 8105486f 77647900 ff0a${' '.repeat(51)}..Howdy...\n`],
  ['xxd -i', '  0x81, 0x05, 0x48, 0x6f, 0x77, 0x64, 0x79, 0x00, 0xff, 0x0a\n'],
  ['hexdump -C', '00000000  81 05 48 6f 77 64 79 00  ff 0a                    |..Howdy...|\n0000000a\n'],
  ['hexdump', '0000000 0581 6f48 6477 0079 0aff               \n000000a\n'],
  ['od -t x1', '0000000 81 05 48 6f 77 64 79 00 ff 0a\n0000012\n'],
  ['od -t x1z', '0000000 81 05 48 6f 77 64 79 00 ff 0a                    >..Howdy...<\n0000012\n'],
  ['od -A x -t x1', '000000 81 05 48 6f 77 64 79 00 ff 0a\n00000a\n'],
  ['od -A d -t x1', '0000000 81 05 48 6f 77 64 79 00 ff 0a\n0000010\n'],
  ['od -A n -t x1', ' 81 05 48 6f 77 64 79 00 ff 0a\n'],
  ['od -b', '0000000 201 005 110 157 167 144 171 000 377 012\n0000012\n'],
  ['od', '0000000 002601 067510 062167 000171 005377\n0000012\n'],
  ['od -t x2', '0000000 0581 6f48 6477 0079 0aff\n0000012\n'],
  ['od -t u1', '0000000 129   5  72 111 119 100 121   0 255  10\n0000012\n'],
  ['od -c', '0000000 201 005   H   o   w   d   y  \\0 377  \\n\n0000012\n'],
  ['xxd -e', '00000000: 6f480581 00796477     0aff           ..Howdy...\n'],
  ['xxd -e -g 2', '00000000: 0581 6f48 6477 0079 0aff                 ..Howdy...\n'],
  ['xxd -e -g 8', '00000000: 007964776f480581             0aff  ..Howdy...\n'],
  ['xxd -e -c 8', '00000000: 6f480581 00796477  ..Howdy.\n00000008:     0aff           ..\n'],
  [
    'xxd -b',
    '00000000: 10000001 00000101 01001000 01101111 01110111 01100100  ..Howd\n00000006: 01111001 00000000 11111111 00001010                    y...\n',
  ],
  [
    'xxd -b -c 4',
    '00000000: 10000001 00000101 01001000 01101111  ..Ho\n00000004: 01110111 01100100 01111001 00000000  wdy.\n00000008: 11111111 00001010                    ..\n',
  ],
  [
    'xxd -b -g 2',
    '00000000: 1000000100000101 0100100001101111 0111011101100100  ..Howd\n00000006: 0111100100000000 1111111100001010                   y...\n',
  ],
  ['xxd -d -c 4', '00000000: 8105 486f  ..Ho\n00000004: 7764 7900  wdy.\n00000008: ff0a       ..\n'],
  ['xxd -o 100 -c 4', '00000064: 8105 486f  ..Ho\n00000068: 7764 7900  wdy.\n0000006c: ff0a       ..\n'],
  ['hexdump -c', '0000000 201 005   H   o   w   d   y  \\0 377  \\n                        \n000000a\n'],
  ['hexdump -b', '0000000 201 005 110 157 167 144 171 000 377 012                        \n000000a\n'],
  ['hexdump -d', '0000000   01409   28488   25719   00121   02815                        \n000000a\n'],
  ['hexdump -o', '0000000  002601  067510  062167  000171  005377                        \n000000a\n'],
  ['hexdump -x', '0000000    0581    6f48    6477    0079    0aff                        \n000000a\n'],
  ['od -A x -c', '000000 201 005   H   o   w   d   y  \\0 377  \\n\n00000a\n'],
  ['od -A d -c', '0000000 201 005   H   o   w   d   y  \\0 377  \\n\n0000010\n'],
  ['od -A n -c', ' 201 005   H   o   w   d   y  \\0 377  \\n\n'],
  ['od -d', '0000000  1409 28488 25719   121  2815\n0000012\n'],
  ['od -t d1', '0000000 -127    5   72  111  119  100  121    0   -1   10\n0000012\n'],
  ['od -t x4', '0000000 6f480581 00796477 00000aff\n0000012\n'],
  ['od -t x8', '0000000 007964776f480581 0000000000000aff\n0000012\n'],
  ['od -w4 -A d -t x1', '0000000 81 05 48 6f\n0000004 77 64 79 00\n0000008 ff 0a\n0000010\n'],
  ['base64', 'gQVIb3dkeQD/Cg==\n'],
  ['python3 -c "import sys; print(sys.stdin.buffer.read())"', "b'\\x81\\x05Howdy\\x00\\xff\\n'\n"],
  ['python3 -c "import sys; print(list(sys.stdin.buffer.read()))"', '[129, 5, 72, 111, 119, 100, 121, 0, 255, 10]\n'],
  ['node -e "process.stdin.on(\'data\', console.log)"', '<Buffer 81 05 48 6f 77 64 79 00 ff 0a>\n'],
];

function output(command: string, input: Uint8Array): string | null {
  const { status, stdout } = spawnSync('sh', ['-c', command], { input });
  return status === 0 ? stdout.toString() : null;
}

describe.each(COMMANDS)('%s', (command, recorded) => {
  it('is read back from a recorded output', () => {
    const { reading } = readText(recorded);
    expect([hexOf(reading.streams[0]?.bytes), problemsOf(reading)]).toEqual([RECORDED.toString('hex'), []]);
  });

  it.skipIf(output(command, RECORDED) === null)('is read back when run here', () => {
    const slow = /python|node/.test(command);
    const sizes = slow ? [40] : [21, 300];
    for (const size of sizes) {
      const [bytes] = fc.sample(fc.uint8Array({ minLength: size, maxLength: size }), { numRuns: 1, seed: size });
      const text = output(command, bytes as Uint8Array) ?? '';
      const { reading } = readText(text);
      expect([hexOf(reading.streams[0]?.bytes), problemsOf(reading)]).toEqual([hexOf(bytes), []]);
    }
  });
});

describe('repeated lines', () => {
  const bytes = new Uint8Array(1000).fill(7, 100, 900);
  it.each(['hexdump -C', 'hexdump', 'od -t x1', 'od', 'od -c'])('are filled in for %s', (command) => {
    const text = output(command, bytes);
    if (text === null) return;
    expect(text).toContain('*');
    expect(hexOf(readText(text).reading.streams[0]?.bytes)).toBe(hexOf(bytes));
  });
});
