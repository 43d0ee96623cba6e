import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLatin1 } from '../../../src/protocol/handshake/latin1.ts';
import { strayRequest } from '../../../src/protocol/handshake/stray.ts';

const REQUEST = 'GET /ads.js HTTP/1.1\r\nHost: ads.example\r\n\r\n';

test('A request behind bytes of another protocol is found at its line.', () => {
  const bytes = fromLatin1(`\x82\xae\x37\xfa\x21\x3d\r\n${REQUEST}`);
  expect(strayRequest(bytes)).toMatchObject({
    offset: 8,
    head: { complete: true, method: { text: 'GET' }, target: { text: '/ads.js' } },
  });
});

test('A request that does not begin a line is none, nor is a line that only looks a little like one.', () => {
  for (const text of [
    `\x82\xae${REQUEST}`,
    'get /x HTTP/1.1\r\n',
    'GET x HTTP/1.1\r\n',
    'GET /x\r\n',
    'GET /x HTTP/2\n',
  ]) {
    expect(strayRequest(fromLatin1(text))).toBeNull();
  }
});

test('One without its blank line is incomplete.', () => {
  expect(strayRequest(fromLatin1('\nGET / HTTP/1.0\nHost: a'))).toMatchObject({ offset: 1, head: { complete: false } });
});

test('Any bytes are read without throwing, and nothing is found without the version.', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const found = strayRequest(bytes);
      if (!String.fromCharCode(...bytes).includes(' HTTP/1.')) expect(found).toBeNull();
    }),
  );
});
