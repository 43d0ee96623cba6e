import http2 from 'node:http2';
import { expect, test } from 'vitest';
import { toHex } from '../../../src/protocol/bytes/hex.ts';
import {
  EXTENDED_CONNECT_OPEN,
  extendedConnect,
  http2Data,
  http2Setting,
  http3Data,
  http3Setting,
} from '../../../src/protocol/handshake/extended-connect.ts';

test('the setting is the one that node:http2 packs', () => {
  expect(toHex(http2Setting())).toBe(http2.getPackedSettings({ enableConnectProtocol: true }).toString('hex'));
  expect(toHex(http3Setting())).toBe('0801');
});

test('the request names the protocol and has neither Upgrade nor Connection nor a key', () => {
  const names = extendedConnect({ authority: 'example.com', path: '/chat', origin: 'https://example.com' }).map(
    ([name]) => name,
  );
  expect(names).toEqual([':method', ':protocol', ':scheme', ':path', ':authority', 'sec-websocket-version', 'origin']);
  expect(EXTENDED_CONNECT_OPEN).toEqual([[':status', '200']]);
});

test('a DATA frame is laid out as RFC 9113 §4.1 has it', () => {
  expect(toHex(http2Data(1, Uint8Array.of(0x81, 0x80, 1, 2, 3, 4)))).toBe('000006000000000001818001020304');
  expect(toHex(http2Data(0x7fffffff, new Uint8Array(0x012345)).subarray(0, 9))).toBe('01234500007fffffff');
});

test('lengths in HTTP/3 take one, two or four bytes (RFC 9000 §16)', () => {
  const head = (length: number, bytes: number) => toHex(http3Data(new Uint8Array(length)).subarray(0, bytes));
  expect(head(0x3f, 2)).toBe('003f');
  expect(head(0x40, 3)).toBe('004040');
  expect(head(0x3fff, 3)).toBe('007fff');
  expect(head(0x4000, 5)).toBe('0080004000');
});
