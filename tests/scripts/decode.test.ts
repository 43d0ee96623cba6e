import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';

// Each test starts a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const root = fileURLToPath(new URL('../..', import.meta.url));
const captures = 'tests/vectors/captures';

function decode(args: readonly string[], input = '') {
  const result = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/decode.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { ...result, json: () => JSON.parse(result.stdout) };
}

test('prints the documented export of a capture with both directions', () => {
  const value = decode(['--json', `${captures}/browser-deflate.stream1.follow-yaml.txt`]).json();
  expect(value).toMatchObject({
    format: 'websocket-101/connection',
    version: 1,
    input: { form: 'follow-yaml' },
    dialect: { id: 'rfc6455' },
  });
  const expected = JSON.parse(readFileSync(`${root}/${captures}/browser-deflate.expected.json`, 'utf8'));
  const frames = (direction: string) =>
    value.directions[direction].frames.map(({ offset, opcode }: Record<string, number>) => [offset, opcode]);
  const stream = expected.streams.find(({ stream: number }: { stream: number }) => number === 1);
  const wanted = (key: string) =>
    stream[key].frames.map(({ offset, opcode }: Record<string, number>) => [offset, opcode]);
  expect(frames('client-to-server')).toEqual(wanted('clientToServer'));
  expect(frames('server-to-client')).toEqual(wanted('serverToClient'));
});

test('reads raw bytes of two directions and gives the same frames', () => {
  const from = (name: string) => `${captures}/draft76.stream0.${name}`;
  const raw = decode(['--json', '--client', from('c2s.bin'), '--server', from('s2c.bin')]).json();
  const text = decode(['--json', from('follow-hex.txt')]).json();
  expect(existsSync(`${root}/${from('c2s.bin')}`)).toBe(true);
  expect(raw.dialect.id).toBe('hixie-76');
  expect(raw.directions).toEqual(text.directions);
});

test('reads standard input, and prints a table with the issue in words and its rule', () => {
  const { stdout, status } = decode(['--sender', 'client', '-'], '81 05 48 65 6c 6c 6f');
  expect(status).toBe(0);
  expect(stdout).toContain('"Hello"');
  expect(stdout).toContain('[unmasked-client-frame]');
  expect(stdout).toContain('close code 1002');
});

test('says the place of a bad character, and fails on text without bytes', () => {
  expect(decode(['-'], '82 03 0G 02').stdout).toContain('1:8');
  expect(decode(['-'], '').status).toBe(1);
});

test.each([
  [['--nonsense', '-'], '--nonsense'],
  [['--sender', 'nobody', '-'], '--sender'],
  [['--dialect', 'rfc1', '-'], '--dialect'],
  [['--form', 'morse', '-'], '--form'],
  [['no/such/file'], 'no/such/file'],
])('says plainly what is wrong with %j', (args, word) => {
  const { status, stderr } = decode(args, '81');
  expect(status).toBe(2);
  expect(stderr).toContain(word);
});
