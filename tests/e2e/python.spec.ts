import { PythonServer } from '../python/peer.ts';
import { expect, open, test } from './page.ts';

test('Chromium talks to public/python/server.py: an echo, a push, a close', async ({ page, quiet }) => {
  const server = await PythonServer.start();
  await open(page, '');
  const talk = await page.evaluate(async (address) => {
    const socket = new WebSocket(`${address}/clock`);
    socket.binaryType = 'arraybuffer';
    const heard = new Set<string>();
    const messages = new Promise<void>((resolve) => {
      socket.onmessage = ({ data }) => {
        const time = /^\d\d:\d\d:\d\d$/.test(data);
        heard.add(time ? 'time' : typeof data === 'string' ? data : `${data.byteLength} bytes`);
        if (heard.size === 4) resolve();
      };
    });
    await new Promise((resolve) => {
      socket.onopen = resolve;
    });
    socket.send('Hello');
    socket.send('你好');
    socket.send(new Uint8Array(70_000));
    await messages;
    const closed = new Promise<CloseEvent>((resolve) => {
      socket.onclose = resolve;
    });
    socket.close(3001, 'bye');
    const { code, wasClean } = await closed;
    return { heard: [...heard].toSorted(), extensions: socket.extensions, code, wasClean };
  }, `ws://127.0.0.1:${server.port}`);
  expect(talk).toEqual({
    heard: ['70000 bytes', 'Hello', 'time', '你好'],
    extensions: '',
    code: 3001,
    wasClean: true,
  });

  expect(await server.stop()).toBe(0);
  // A page of ours asks nobody for anything, but this test did.
  expect(quiet.filter((noise) => !noise.includes(`ws://127.0.0.1:${server.port}/`))).toEqual([]);
  quiet.length = 0;
});
