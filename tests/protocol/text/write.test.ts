import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readText } from '../../../src/protocol/text/import.ts';
import { WRITE_FORMS, type WriteForm, writeBytes } from '../../../src/protocol/text/write.ts';
import { capture, hexOf, problemsOf, streamHex } from './vectors.ts';

// Many readings in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

const CLIENT = capture('browser-deflate.stream1.c2s.bin');
const SERVER = capture('browser-deflate.stream1.s2c.bin');
const TWO = [
  { direction: 'client-to-server', bytes: CLIENT },
  { direction: 'server-to-client', bytes: SERVER },
] as const;

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

describe('bytes written as text', () => {
  it.each(WRITE_FORMS)('come back from %s unchanged', (form) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 80 }), (bytes) => {
        const { reading } = readText(writeBytes(form, [{ direction: null, bytes }]), importerOf(form));
        expect(problemsOf(reading)).toEqual([]);
        expect(hexOf(reading.streams[0]?.bytes)).toBe(hexOf(bytes));
      }),
      { numRuns: 60 },
    );
  });

  it.each(WRITE_FORMS)('of a capture are recognised in %s', (form) => {
    for (const bytes of [CLIENT, SERVER]) {
      const { reading } = readText(writeBytes(form, [{ direction: null, bytes }]));
      expect(problemsOf(reading)).toEqual([]);
      expect(hexOf(reading.streams[0]?.bytes)).toBe(hexOf(bytes));
    }
  });

  it.each(['hex', 'hex-spaced', 'hexdump-C', 'c-array', 'base64', 'text2pcap', 'json'] as const)(
    'keep both directions in %s',
    (form) => {
      const { reading } = readText(writeBytes(form, TWO));
      expect(problemsOf(reading)).toEqual([]);
      expect(streamHex(reading, 'client-to-server')).toBe(hexOf(CLIENT));
      expect(streamHex(reading, 'server-to-client')).toBe(hexOf(SERVER));
    },
  );

  it('are nothing where there is nothing', () => {
    for (const form of WRITE_FORMS) expect(writeBytes(form, [])).toBe(form === 'json' ? '[]\n' : '');
  });
});

/** Short random bytes may look like something else; the test is about the layout. */
function importerOf(form: WriteForm) {
  const forms = {
    hex: 'hex',
    'hex-spaced': 'hex',
    'hexdump-C': 'hexdump-C',
    xxd: 'xxd',
    'c-array': 'c-array',
    python: 'python-bytes',
    js: 'js-buffer',
    base64: 'base64',
    text2pcap: 'wireshark-dump',
    json: 'json',
  } as const;
  return forms[form];
}

describe('programs read what was written', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 7) & 255);
  const one = [{ direction: null, bytes }];
  const run = (program: string, args: string[], input: string) =>
    spawnSync(program, args, { input }).stdout.toString('hex');

  it.skipIf(!has('xxd'))('xxd -r', () => {
    expect(run('xxd', ['-r'], writeBytes('xxd', one))).toBe(hexOf(bytes));
    expect(run('xxd', ['-r', '-p'], writeBytes('hex', one))).toBe(hexOf(bytes));
  });

  it.skipIf(!has('xxd'))('xxd writes the same', () => {
    expect(spawnSync('xxd', [], { input: bytes }).stdout.toString()).toBe(writeBytes('xxd', one));
  });

  it.skipIf(!has('hexdump'))('hexdump -C writes the same', () => {
    expect(spawnSync('hexdump', ['-C'], { input: bytes }).stdout.toString()).toBe(writeBytes('hexdump-C', one));
  });

  it.skipIf(!has('python3'))('python3 reads the literal', () => {
    const script = `import sys; sys.stdout.buffer.write(${writeBytes('python', one).trim()})`;
    expect(run('python3', ['-c', script], '')).toBe(hexOf(bytes));
  });

  it('JavaScript reads the array', () => {
    expect(hexOf(new Function(`return ${writeBytes('js', one)}`)())).toBe(hexOf(bytes));
    expect(hexOf(Buffer.from(writeBytes('base64', one), 'base64'))).toBe(hexOf(bytes));
  });

  it.skipIf(!has('text2pcap') || !has('tshark'))('text2pcap reads the dump with both directions', () => {
    const folder = mkdtempSync(join(tmpdir(), 'text2pcap-'));
    try {
      const input = join(folder, 'in.txt');
      const output = join(folder, 'out.pcapng');
      writeFileSync(input, writeBytes('text2pcap', TWO));
      const made = spawnSync('text2pcap', ['-D', '-T', '40000,80', input, output]);
      expect(made.status).toBe(0);
      expect(readFileSync(output).length).toBeGreaterThan(CLIENT.length + SERVER.length);
      const fields = ['-T', 'fields', '-e', 'tcp.srcport', '-e', 'tcp.payload'];
      const shown = spawnSync('tshark', ['-r', output, ...fields])
        .stdout.toString()
        .trim()
        .split('\n');
      const payloads = shown.map((line) => line.split('\t'));
      expect(payloads.map(([, payload]) => payload)).toEqual([hexOf(CLIENT), hexOf(SERVER)]);
      expect(new Set(payloads.map(([port]) => port)).size).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
