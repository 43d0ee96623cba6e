import { describe, expect, it } from 'vitest';
import { readBinary } from '../../../src/protocol/capture/binary.ts';
import { capture, hexOf, problemsOf } from '../text/vectors.ts';

const HOWDY = '81 05 48 6f 77 64 79\r\n';
const HEX = '8105486f776479';

describe('a file', () => {
  it.each([
    ['UTF-8', Buffer.from(HOWDY), 'utf-8', 'plain-text'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${HOWDY}`), 'utf-8', 'bom-utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${HOWDY}`, 'utf16le'), 'utf-16le', 'bom-utf-16'],
    ['UTF-16 without', Buffer.from(HOWDY, 'utf16le'), 'utf-16le', 'utf-16-zeros'],
    ['UTF-16, big-endian', Buffer.from(`\ufeff${HOWDY}`, 'utf16le').swap16(), 'utf-16be', 'bom-utf-16'],
  ])('of text in %s is read as text', (_, bytes, encoding, reason) => {
    const opened = readBinary(bytes);
    expect([opened.kind, opened.encoding, opened.reasons]).toEqual(['text', encoding, [reason]]);
    expect([opened.reading.form, hexOf(opened.reading.streams[0]?.bytes)]).toEqual(['hex', HEX]);
  });

  it.each([
    'draft76.stream0.c2s.bin',
    'draft76.stream0.s2c.bin',
    'browser-deflate.stream1.c2s.bin',
    'browser-deflate.stream1.s2c.bin',
  ])('of bytes is the bytes: %s', (name) => {
    const { kind, reading } = readBinary(capture(name));
    expect([kind, reading.form, reading.streams[0]?.chars, problemsOf(reading)]).toEqual(['raw', 'raw', null, []]);
    expect(hexOf(reading.streams[0]?.bytes)).toBe(hexOf(capture(name)));
  });

  it.each(['8100', '89 00', '810548656c6c6f', '00486921ff'].map((hex) => [hex.replace(' ', '')]))(
    'of few bytes is the bytes: %s',
    (hex) => {
      const { kind, reading } = readBinary(Buffer.from(hex, 'hex'));
      expect([kind, hexOf(reading.streams[0]?.bytes)]).toEqual(['raw', hex]);
    },
  );

  it('with an HTTP head as it travelled is the wire', () => {
    const head = Buffer.from('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    const { kind, reading } = readBinary(head);
    expect([kind, hexOf(reading.streams[0]?.bytes)]).toEqual(['raw', hexOf(head)]);
  });

  it.each([
    ['draft76.pcap', 'pcap'],
    ['browser-deflate.pcapng', 'pcapng'],
  ])('%s is named', (name, kind) => {
    const opened = readBinary(capture(name));
    expect(opened.kind).toBe(kind);
    expect(opened.reading.problems).toMatchObject([{ kind: 'unrecognised', values: { looksLike: kind } }]);
  });

  it('is what somebody chose', () => {
    expect(hexOf(readBinary(Buffer.from('4567'), 'raw').reading.streams[0]?.bytes)).toBe('34353637');
    expect(hexOf(readBinary(Buffer.from('4567'), 'base64').reading.streams[0]?.bytes)).toBe('e39ebb');
  });

  it('with nothing in it is empty', () => {
    expect(readBinary(new Uint8Array(0)).reading.problems.map(({ kind }) => kind)).toEqual(['empty']);
  });
});
