import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  computedAgain,
  handshakeOf,
  headBytes,
  headText,
  newKeys,
  withHead,
  wrongAnswers,
  wronglyAnswered,
} from '../../../src/components/build/heads.ts';
import { readHandshake } from '../../../src/protocol/handshake/handshake.ts';
import { DIALECT_IDS } from '../../../src/protocol/model/drafts.ts';
import { randomFrom } from '../../protocol/handshake/support.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('a head as text', () => {
  test('gives its bytes back, whatever they are', () => {
    const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x0a, 0x0d));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 60 }), fc.boolean(), (list, response) => {
        const all = Uint8Array.from([...bytes(response ? 'HTTP/1.1 101 x\r\n' : 'GET / HTTP/1.1\r\n'), ...list]);
        const { text, trailer } = headText(all);
        expect(hex(withHead(headBytes(text) as Uint8Array, trailer))).toBe(hex(all));
      }),
    );
  });

  test('shows control characters that are no line end, and says where a character is no byte', () => {
    expect(headText(bytes('GET / HTTP/1.1\r\nA: \0\rb\nc\r\n\r\n')).text).toBe('GET / HTTP/1.1\nA: ␀␍b␊c\n\n');
    expect(headBytes('A: 你')).toEqual({ problem: 3 });
  });
});

describe.each(DIALECT_IDS)('a handshake of %s', (dialect) => {
  const [asked, answered] = handshakeOf({ dialect, deflate: true }, randomFrom(5)) as unknown as [
    { bytes: Uint8Array },
    { bytes: Uint8Array },
  ];
  const request = asked.bytes;
  const response = answered.bytes;

  test('is accepted by both sides, and is of that generation', () => {
    const handshake = readHandshake({ request, response });
    // Heads alone do not tell hybi-01 from hixie-76: the first frame does.
    expect([handshake.dialect, handshake.verdict]).toEqual([dialect === 'hybi-01' ? 'hixie-76' : dialect, 'accept']);
    expect(Object.values(handshake.issues).flat()).toEqual([]);
    expect(handshake.deflate !== null).toBe(dialect === 'rfc6455');
  });

  test('is right again when the answer is computed again, for whatever request', () => {
    const other = newKeys(dialect, request, randomFrom(9)) ?? request;
    const moved = bytes(latin1(other).replace('Host: server', 'Host: another'));
    const again = computedAgain(readHandshake({ request: moved, response, dialect }), response) as Uint8Array;
    expect(readHandshake({ request: moved, response: again }).verdict).toBe('accept');
    expect(latin1(other) === latin1(request)).toBe(dialect === 'hixie-75');
  });

  test('computed again is what it was where nothing was wrong', () => {
    expect(hex(computedAgain(readHandshake({ request, response }), response) as Uint8Array)).toBe(hex(response));
  });

  test('is refused with each of the wrong proofs, and the mistake is named', () => {
    const wrong = wrongAnswers(readHandshake({ request, response }));
    expect(wrong.length > 5).toBe(dialect !== 'hixie-75');
    for (const one of wrong) {
      const bad = wronglyAnswered(readHandshake({ request, response }), response, one);
      const issue = readHandshake({ request, response: bad, dialect }).issues['server-to-client'][0];
      expect(issue?.rule).toMatch(/^(accept-mismatch|challenge-response-mismatch)$/);
      expect(issue?.values.mistake).toBe(one.id);
    }
  });
});
