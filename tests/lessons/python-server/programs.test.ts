import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { inputValues } from '../../../src/components/player/player.ts';
import { examples, STREAMS } from '../../../src/lessons/python-server/inputs.ts';
import lesson from '../../../src/lessons/python-server/lesson.ts';
import { returnsOf } from '../../../src/lessons/python-server/returns.ts';
import { closeKey, messagesOf, type Terminals, terminalsOf } from '../../../src/lessons/python-server/terminals.ts';
import { workOf } from '../../../src/lessons/python-server/work.ts';
import { PythonServer, publicPython, python } from '../../python/peer.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const workOfExample = (inputs: Readonly<Record<string, string>>) =>
  workOf(inputValues(lesson as never, inputs) as never);

/** client.py as it is, but chance gives these bytes, one after the other. */
const CLIENT = `
import runpy, secrets, sys
chance = sys.argv[1].split(",")
secrets.token_bytes = lambda count: bytes.fromhex(chance.pop(0))
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
`;

/** The two programs talk; what is typed is typed when the answer to what came before has been printed. */
async function run(chance: readonly Uint8Array[], texts: readonly string[]) {
  const server = await PythonServer.start();
  const client = spawn(python, ['-c', CLIENT, chance.map(hex).join(), publicPython('client.py'), server.url()]);
  let printed = '';
  const waiting = new Set<() => void>();
  client.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    for (const look of waiting) look();
  });
  const until = (pattern: RegExp, count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if ((printed.match(pattern)?.length ?? 0) < count) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  await until(/^<- Sec-WebSocket-Accept.*\n/gm, 1);
  for (const [i, text] of texts.entries()) {
    client.stdin.write(`${text}\n`);
    await until(/^<- 81 .*\n/gm, i + 1);
  }
  client.stdin.end();
  await once(client, 'close');
  await expect.poll(() => server.log).toContain('#1 -- end');
  const log = server.log.trimEnd().split('\n');
  expect(await server.stop()).toBe(0);
  return { client: printed.trimEnd().split('\n'), server: log, port: server.port };
}

const printedBy = (lines: Terminals['server']) => lines.filter(({ typed }) => !typed).map(({ text }) => text);
const timeless = (lines: readonly string[]) => lines.map((line) => line.replace(/^\d\d:\d\d:\d\d /, ''));

describe('the terminals', () => {
  test.each(['two', 'long', 'close'])('print what the two programs print: %s', async (id) => {
    const work = workOfExample(examples.find((one) => one.id === id)?.inputs ?? {});
    const messages = messagesOf(work.inputs.data);
    const chance = [work.inputs.nonce, ...messages.map(({ key }) => key), closeKey(work)];
    const real = await run(
      chance,
      messages.map(({ text }) => text),
    );
    const drawn = terminalsOf(work, real.port);
    expect(printedBy(drawn.client)).toEqual(real.client);
    expect(timeless(printedBy(drawn.server))).toEqual(timeless(real.server));
  });

  test('show the texts of the stream that can be typed, else a Hello', () => {
    const texts = (data: Uint8Array) => messagesOf(data).map(({ text }) => text);
    expect(texts(STREAMS.two.data)).toEqual(['Hello', '你好']);
    expect(texts(STREAMS.unmasked.data)).toEqual(['Hello']);
    expect(texts(Uint8Array.of(0x81, 0x82, 0, 0, 0, 0, 0x61, 0x0a))).toEqual(['Hello']);
  });
});

test('what parse_frame has to return is what the real one returns', () => {
  const streams = [
    ...Object.values(STREAMS).map(({ data }) => data),
    Uint8Array.of(0x82, 0x86, 0, 0, 0, 0, 0x27, 0x5c, 0x0a, 0x00, 0xff, 0x41, 0x81),
    Uint8Array.of(0x82, 0x82, 0, 0, 0, 0, 0x27, 0x22),
  ];
  const calls = streams.flatMap(returnsOf);
  const script = `
import json, sys
sys.path.insert(0, "public/python")
sys.dont_write_bytecode = True
import server
def call(data):
    try:
        return repr(server.parse_frame(bytes.fromhex(data)))
    except server.ProtocolError as error:
        return f"ProtocolError {error.code}"
print(json.dumps([call(data) for data in json.load(sys.stdin)]))
`;
  const { stdout, stderr } = spawnSync(python, ['-c', script], {
    input: JSON.stringify(calls.map(({ data }) => hex(data))),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(calls.map(({ says }) => says)).toEqual(JSON.parse(stdout));
});
