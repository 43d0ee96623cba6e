import { beforeAll, describe, expect, test } from 'vitest';
import { bytesIn } from '../../../src/components/reference/search/bytes.ts';
import type { Finder } from '../../../src/components/reference/search/find.ts';
import { loadFinder } from '../../../src/components/reference/search/load.ts';
import { tokensOfQuery, tokensOfText } from '../../../src/components/reference/search/tokens.ts';
import { COURSE } from '../../../src/lessons/course.ts';

let finder: Finder;
beforeAll(async () => {
  finder = await loadFinder(COURSE);
});

function first(text: string, language: 'en' | 'zh'): string {
  const [found] = finder.find(text, language);
  if (!found) return 'nothing';
  return found.is === 'bytes' ? `bytes ${found.bytes}` : found.entry.href.replace(/^#\/(?:reference\/)?/, '');
}

/** What somebody types, and what has to come first, whichever language is shown. */
const QUERIES: readonly (readonly [typed: string, expected: string])[] = [
  ['0x9', 'opcode/ping'],
  ['9', 'opcode/ping'],
  ['opcode 9', 'opcode/ping'],
  ['opcode 0xA', 'opcode/pong'],
  ['操作码 5', 'opcode/reserved-data'],
  ['ping', 'opcode/ping'],
  ['PONG', 'opcode/pong'],
  ['心跳', 'opcode/ping'],
  ['heartbeat', 'opcode/ping'],
  ['FIN', 'field/fin'],
  ['fin', 'field/fin'],
  ['mask', 'field/mask'],
  ['masking', 'field/masking-key'],
  ['masking key', 'field/masking-key'],
  ['掩码', 'field/masking-key'],
  ['掩码键', 'field/masking-key'],
  ['RSV1', 'field/rsv1'],
  ['opcode', 'field/opcode'],
  ['操作码', 'field/opcode'],
  ['payload', 'field/payload'],
  ['127', 'field/length-64'],
  ['126', 'field/length-16'],
  ['分片', 'opcode/continuation'],
  ['fragmentation', 'opcode/continuation'],
  ['continuation', 'opcode/continuation'],
  ['close frame', 'opcode/close'],
  ['1006', 'close/1006'],
  ['close 1006', 'close/1006'],
  ['关闭码 1006', 'close/1006'],
  ['1000', 'close/1000'],
  ['3456', 'close/3000-3999'],
  ['4001', 'close/4000-4999'],
  ['1100', 'close/1016-2999'],
  ['abnormal closure', 'close/1006'],
  ['异常关闭', 'close/1006'],
  ['Sec-WebSocket-Key', 'header/sec-websocket-key'],
  ['sec-websocket-accept', 'header/sec-websocket-accept'],
  ['sec-websocket-key1', 'header/sec-websocket-key1'],
  ['Origin', 'header/origin'],
  ['subprotocol', 'header/sec-websocket-protocol'],
  ['子协议', 'header/sec-websocket-protocol'],
  ['101', 'field/status-code'],
  ['426', 'field/status-code'],
  ['404', 'field/status-code'],
  ['GUID', 'field/accept-input'],
  ['258EAFA5', 'field/accept-input'],
  ['magic string', 'field/accept-input'],
  ['utf-8', 'field/text'],
  ['invalid utf-8', 'close/1007'],
  ['length-not-minimal', 'rule/length-not-minimal'],
  ['hixie-76', 'draft/hixie-76'],
  ['hybi-00', 'draft/hixie-76'],
  ['hybi-10', 'draft/hybi-10'],
  ['RFC 6455', 'draft/rfc6455'],
  ['http/2', 'draft/rfc8441'],
  ['permessage-deflate', 'draft/rfc7692'],
  ['workbench', 'decode'],
  ['工作台', 'decode'],
  ['lesson 10', 'learn/masking'],
  ['Inside SHA-1', 'learn/inside-sha1'],
  ['88 02 03 e8', 'bytes 88 02 03 e8'],
  ['880203e8', 'bytes 88 02 03 e8'],
  ['0x81, 0x05, 0x48', 'bytes 81 05 48'],
  ['\\x81\\x05', 'bytes 81 05'],
  ['bytes 88 02 03 e8', 'bytes 88 02 03 e8'],
  ['hex: 8180aabbccdd', 'bytes 81 80 aa bb cc dd'],
  ['0x81', 'opcode/text'],
  ['0x88', 'opcode/close'],
  ['8A', 'opcode/pong'],
  // As a log or a troubled mind has it.
  ['close without code', 'close/1005'],
  ['is masking encryption', 'misconception/masking-encrypts'],
  ['encryption', 'misconception/masking-encrypts'],
  ['加密', 'misconception/masking-encrypts'],
  ['why masking', 'field/masking-key'],
  ['为什么要掩码', 'field/masking-key'],
  ['cache poisoning', 'field/masking-key'],
  ['粘包', 'misconception/one-read-one-frame'],
  ['partial frame', 'misconception/one-read-one-frame'],
  ['big endian', 'field/length-16'],
  ['字节序', 'field/length-16'],
  ['frame too large', 'close/1009'],
  ['Max payload size exceeded', 'close/1009'],
  ['ECONNRESET', 'close/1006'],
  ['重连', 'close/1006'],
  ['Invalid frame header', 'close/1002'],
  ['utf8 error', 'rule/invalid-utf8'],
  ['Could not decode a text frame as UTF-8.', 'rule/invalid-utf8'],
  ['Connection: Upgrade', 'header/connection'],
  ['7692', 'draft/rfc7692'],
  // Mistyped, half typed.
  ['opcdoe', 'field/opcode'],
  ['continuaton', 'opcode/continuation'],
  ['sec-websocket-prot', 'header/sec-websocket-protocol'],
];

describe.each(['en', 'zh'] as const)('shown in %s', (language) => {
  test.each(QUERIES)('%s leads to %s', (typed, expected) => {
    expect(first(typed, language)).toBe(expected);
  });

  test('with nothing typed, the rooms are there; with nonsense, nothing', () => {
    expect(first('', language)).toBe('learn');
    expect(first('   ', language)).toBe('learn');
    expect(first('qqqqzzzz', language)).toBe('nothing');
    expect(first('<script>\u202e\ud800', language)).toEqual(expect.any(String));
  });
});

test('all lessons, rooms and pages can be found by their titles in both languages', () => {
  for (const { id, about } of COURSE) {
    for (const language of ['en', 'zh'] as const) {
      const hrefs = finder
        .find(about.title[language], language)
        .map((one) => (one.is === 'entry' ? one.entry.href : ''));
      expect(hrefs, about.title[language]).toContain(`#/learn/${id}`);
    }
  }
});

test('cuts Chinese into pairs, keeps Latin words whole', () => {
  expect(tokensOfText('HTTP头部 FIN')).toEqual(['http', '头部', '头', '部', 'fin']);
  expect(tokensOfQuery('掩码键')).toEqual(['掩码', '码键']);
  expect(tokensOfQuery('帧')).toEqual(['帧']);
  expect(tokensOfQuery('Sec-WebSocket-Key')).toEqual(['sec', 'websocket', 'key']);
});

test.each([
  ['facade', null],
  ['1006', null],
  ['ping', null],
  ['88 0', null],
  ['', null],
  ['81 85', '81 85'],
  ['81-85-00', '81 85 00'],
])('%s as bytes is %s', (typed, expected) => {
  expect(bytesIn(typed)).toBe(expected);
});
