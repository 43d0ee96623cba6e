import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bytesOf,
  type FrameFields,
  fieldsOf,
  hasRoom,
  isHonest,
  withClaim,
  withContent,
} from '../../../src/components/build/fields.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const read = (text: string) => fieldsOf(Buffer.from(text.replaceAll(' ', ''), 'hex')) as FrameFields;

test('any bytes with a whole header come back unchanged', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 14, maxLength: 60 }), (bytes) => {
      const fields = fieldsOf(bytes);
      expect(fields && hex(bytesOf(fields))).toBe(hex(bytes));
    }),
  );
});

test('bytes that end inside the header have no fields', () => {
  expect(fieldsOf(Uint8Array.of())).toBeNull();
  expect(fieldsOf(Uint8Array.of(0x81, 0xfe, 0))).toBeNull();
});

const frame = fc.record({
  fin: fc.boolean(),
  rsv1: fc.boolean(),
  rsv2: fc.boolean(),
  rsv3: fc.boolean(),
  opcode: fc.nat({ max: 15 }),
  key: fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 })),
  content: fc.uint8Array({ maxLength: 300 }),
});

test('every frame composed decodes to what was asked', () => {
  fc.assert(
    fc.property(frame, fc.boolean(), ({ key, content, ...bits }, client) => {
      const start = fieldsOf(encodeFrame({ opcode: 1, maskingKey: null, payload: new Uint8Array(0) })) as FrameFields;
      const bytes = bytesOf(withContent({ ...start, ...bits, key }, content));
      const direction = client ? 'client-to-server' : 'server-to-client';
      const connection = new Connection({ dialect: 'rfc6455' });
      connection.push(direction, bytes);
      connection.end();
      const { frames, source } = connection.directions[direction];
      expect(frames.count).toBe(1);
      expect({
        fin: frames.fin(0),
        rsv1: frames.rsv1(0),
        rsv2: frames.rsv2(0),
        rsv3: frames.rsv3(0),
        opcode: frames.opcode(0),
        masked: frames.masked(0),
      }).toEqual({ ...bits, masked: key !== null });
      expect(frames.exactLength(0, source)).toBe(BigInt(content.length));
      const part = connection.sourcesOf(`${direction}/frame/0`).find(({ how }) => how === 'unmask');
      const clear = part ? part.read(0, part.length) : source.read(frames.payloadOffset(0), source.length);
      expect(hex(clear)).toBe(hex(content));
      expect(hex(source.read(0, bytes.length))).toBe(hex(bytes));
      expect(connection.issues().list.map(({ rule }) => rule)).not.toContain('length-not-minimal');
    }),
    { numRuns: 150 },
  );
});

describe('a length', () => {
  test('goes along with the payload, in the shortest form', () => {
    const fields = withContent(read('8105 48656c6c6f'), new Uint8Array(126));
    expect([fields.form, fields.claimed]).toEqual([16, 126n]);
    expect(withContent(fields, new Uint8Array(3)).form).toBe(7);
  });

  test('in a longer form stays in it', () => {
    const fields = withContent(read('817e0005 48656c6c6f'), new Uint8Array(6));
    expect([fields.form, fields.claimed]).toEqual([16, 6n]);
    expect(withContent(fields, new Uint8Array(70_000)).form).toBe(64);
  });

  test('that lies goes on lying, and what it does not claim stays there', () => {
    const low = read('8103 48656c6c6f');
    expect(Buffer.from(low.content).toString()).toBe('Hello');
    expect(isHonest(low)).toBe(false);
    expect(hex(bytesOf(withContent(low, Buffer.from('Help!!'))))).toBe('810348656c702121');
    const mended = withClaim(low, 5n);
    expect(hex(bytesOf(mended))).toBe('810548656c6c6f');
    expect(hex(bytesOf(withClaim(mended, 1n << 63n)))).toBe('817f800000000000000048656c6c6f');
  });

  test('is masked with the same key throughout, whatever is claimed', () => {
    const whole = read('8185 37fa213d 7f9f4d5158');
    const bytes = bytesOf(withClaim(whole, 2n));
    expect(hex(bytes)).toBe('818237fa213d7f9f4d5158');
    expect(Buffer.from((fieldsOf(bytes) as FrameFields).content).toString()).toBe('Hello');
  });

  test('fits some forms only', () => {
    expect([7, 16, 64].map((form) => hasRoom(form as 7, 126n))).toEqual([false, true, true]);
  });
});
