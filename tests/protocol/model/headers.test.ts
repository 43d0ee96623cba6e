import { expect, test } from 'vitest';
import { fossilOf, HEADERS, headerEntry } from '../../../src/protocol/model/headers.ts';

test('Every header is found by its name in any case, and only once.', () => {
  for (const header of HEADERS) {
    expect(headerEntry(header.name.toUpperCase())).toBe(header);
    expect(header.id).toBe(header.name.toLowerCase());
  }
  expect(new Set(HEADERS.map(({ id }) => id)).size).toBe(HEADERS.length);
  expect(headerEntry('X-Unknown')).toBeUndefined();
});

test.each([
  ['WebSocket-Location', 'response', 'rfc6455', 'hixie-75'],
  ['WebSocket-Location', 'response', 'hixie-75', null],
  ['Sec-WebSocket-Origin', 'request', 'rfc6455', 'hybi-10'],
  ['Sec-WebSocket-Origin', 'response', 'rfc6455', 'hixie-76'],
  ['Sec-WebSocket-Origin', 'response', 'version-8', 'hixie-76'],
  ['Sec-WebSocket-Origin', 'request', 'version-8', null],
  ['Sec-WebSocket-Origin', 'response', 'hixie-76', null],
  ['Sec-WebSocket-Nonce', 'response', 'rfc6455', 'hybi-04'],
  ['Upgrade', 'response', 'rfc6455', null],
] as const)('%s in a %s of %s is a fossil of %s.', (name, kind, dialect, draft) => {
  expect(fossilOf(name, kind, dialect)).toBe(draft);
});
