import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Inflater } from '../../../src/protocol/deflate/inflate.ts';
import { type FrameVector, load, wireOf } from '../vectors.ts';

interface DeflateVector extends FrameVector {
  readonly base64?: string;
  readonly pmd: { readonly noContextTakeover: boolean; readonly windowBits: number };
}

interface Message {
  readonly compressed: boolean;
  payload: Buffer;
}

/** Messages of whole frames, unmasked, still compressed. Control frames are left out. */
function messagesOf(wire: Uint8Array): Message[] {
  const bytes = Buffer.from(wire);
  const messages: Message[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.readUInt8(at);
    const second = bytes.readUInt8(at + 1);
    at += 2;
    let length = second & 127;
    if (length === 126) length = bytes.readUInt16BE(at);
    if (length === 127) length = Number(bytes.readBigUInt64BE(at));
    at += { 126: 2, 127: 8 }[second & 127] ?? 0;
    const key = (second & 128) === 0 ? [0, 0, 0, 0] : [...bytes.subarray(at, at + 4)];
    at += (second & 128) === 0 ? 0 : 4;
    const payload = bytes.subarray(at, at + length).map((byte, i) => byte ^ (key[i & 3] as number));
    at += length;
    const last = messages.at(-1);
    if ((first & 15) >= 8) continue;
    if ((first & 15) > 0 || last === undefined)
      messages.push({ compressed: (first & 64) !== 0, payload: Buffer.from(payload) });
    else last.payload = Buffer.concat([last.payload, payload]);
  }
  return messages;
}

const vectors = [...load<DeflateVector>('deflate.json'), ...load<DeflateVector>('autobahn-deflate.json')].filter(
  ({ expect: { violation } }) => violation === undefined || violation.kind === 'inflate-error',
);

test('there are vectors', () => {
  expect(vectors.length).toBeGreaterThan(25);
});

test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
  const wire = vector.base64 === undefined ? wireOf(vector) : Buffer.from(vector.base64, 'base64');
  const { noContextTakeover, windowBits } = vector.pmd;
  const inflater = new Inflater({ windowBits, takeover: !noContextTakeover, maxOutput: 1 << 20 });
  const due = vector.expect.messages ?? [];
  const messages = messagesOf(wire);
  expect(messages).toHaveLength(due.length + (vector.expect.verdict === 'fail' ? 1 : 0));
  messages.forEach(({ compressed, payload }, i) => {
    const found = compressed ? inflater.message(payload) : { bytes: payload, fault: null };
    const wanted = due[i];
    expect(found.fault === null).toBe(wanted !== undefined);
    if (wanted === undefined) return;
    expect(found.bytes).toHaveLength(wanted.length as number);
    if (wanted.hex !== undefined) expect(Buffer.from(found.bytes).toString('hex')).toBe(wanted.hex);
    else expect(createHash('sha256').update(found.bytes).digest('hex')).toBe(wanted.sha256);
  });
});
