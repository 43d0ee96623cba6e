import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes/hex.ts';
import { decodeUtf8 } from '../../../src/protocol/bytes/utf8.ts';
import { maskingKey, payloadOf } from '../../../src/protocol/frame/payload.ts';
import { closeBodyOf, controlPayload } from '../../../src/protocol/message/control.ts';
import { joinedSource } from '../../../src/protocol/message/explain.ts';
import { messageAt, messagesOf } from '../../../src/protocol/message/messages.ts';
import type { Scan } from '../../../src/protocol/message/scan.ts';
import { isControl } from '../../../src/protocol/model/opcodes.ts';
import { type FrameVector, load } from '../vectors.ts';
import { allIssues, everything, firstFault, type Setting, scan } from './scans.ts';

interface Vector extends Omit<FrameVector, 'expect'> {
  readonly hex: string;
  readonly expect: FrameVector['expect'] & { readonly closeCode?: number };
}

const vectors = [...load<Vector>('autobahn.json'), ...load<Vector>('frames.json')];

function settingOf(vector: Vector): Setting {
  return {
    direction: vector.direction,
    midStream: vector.midStream ?? false,
    ...(vector.maxMessage === undefined ? {} : { maxMessageBytes: vector.maxMessage }),
  };
}

const bytes = (vector: Vector): Uint8Array => fromHex(vector.hex) as Uint8Array;

const digest = (of: Uint8Array): string => createHash('sha256').update(of).digest('hex');

/** A payload as the vectors tell it. */
function payloadFields(name: string, value: Uint8Array): Record<string, unknown> {
  const first = toHex(value.subarray(0, 16));
  return { [name]: toHex(value), [`${name}Sha256`]: digest(value), [`${name}First16`]: first };
}

function frameAsVector({ table, source }: Scan, i: number): Record<string, unknown> {
  const status = table.status(i);
  const head = { offset: table.offset(i), complete: status === 'complete', fin: table.fin(i), opcode: table.opcode(i) };
  const rsv = { rsv1: table.rsv1(i), rsv2: table.rsv2(i), rsv3: table.rsv3(i) };
  const cut = status === 'complete' ? {} : { missing: status, bytesPresent: table.presentEnd(i) - table.offset(i) };
  if (status === 'header') return { ...head, ...rsv, ...cut };
  const key = maskingKey(table, i, source);
  const wire = source.read(table.payloadOffset(i), table.payloadOffset(i) + table.presentPayloadLength(i));
  const exact = table.exactLength(i, source);
  return {
    ...head,
    ...rsv,
    ...cut,
    masked: table.masked(i),
    lengthForm: table.lengthForm(i),
    payloadLength: exact > Number.MAX_SAFE_INTEGER ? String(exact) : Number(exact),
    headerLength: table.headerLength(i),
    payloadOffset: table.payloadOffset(i),
    maskingKey: key && toHex(key),
    ...(key ? payloadFields('payloadRaw', wire) : {}),
    ...payloadFields('payload', payloadOf(table, i, source)),
  };
}

describe.each(vectors.filter(({ midStream }) => !midStream).map((vector) => [vector.id, vector] as const))(
  '%s',
  (_, vector) => {
    const { expect: wanted } = vector;
    const made = scan(bytes(vector), settingOf(vector));
    const fault = firstFault(made);
    // Nobody reads on after a fault, or after Close.
    const last = Math.min(fault ? fault.detectedIn - 1 : Infinity, made.closeFrame < 0 ? Infinity : made.closeFrame);
    const reached = (frame: number): boolean => frame <= last;

    test('has every field of every frame', () => {
      const frames = Array.from({ length: made.table.count }, (_, i) => frameAsVector(made, i));
      expect(frames).toHaveLength(wanted.frames?.length ?? -1);
      expect(frames).toMatchObject([...(wanted.frames ?? [])]);
    });

    test('delivers the messages before the first fault', () => {
      const messages = [...messagesOf(made)]
        .filter((message) => message.complete && reached(message.frames.at(-1) as number))
        .map((message) => {
          const joined = joinedSource(made, message);
          const value = joined.read(0, joined.length);
          const { opcode, frames, compressed, length } = message;
          return {
            opcode,
            frames,
            compressed,
            length,
            text: decodeUtf8(value),
            hex: toHex(value),
            sha256: digest(value),
          };
        });
      expect(messages).toHaveLength(wanted.messages?.length ?? -1);
      expect(messages).toMatchObject([...(wanted.messages ?? [])]);
    });

    test('reads the control frames before the first fault', () => {
      const controls: Record<string, unknown>[] = [];
      for (let frame = 0; frame < made.table.count; frame += 1) {
        const opcode = made.table.opcode(frame);
        if (!isControl(opcode) || made.table.status(frame) !== 'complete' || !reached(frame)) continue;
        const { code, codeClass, reason } = closeBodyOf(made, frame);
        const wide = codeClass === 'undefined' ? 'undefined-5000+' : code === null ? undefined : codeOrigin(code);
        const close = opcode === 8 ? { code, reason, ...(wide && { codeClass: wide }) } : {};
        controls.push({ frame, opcode, hex: toHex(controlPayload(made, frame)), ...close });
      }
      expect(controls).toEqual(wanted.controls ?? []);
    });

    test('names the first fault, its byte and its close code', () => {
      const { violation } = wanted;
      if (!violation) {
        expect(fault).toBeNull();
        return;
      }
      expect(fault).toMatchObject({
        issue: { rule: violation.kind, offset: violation.offset },
        frame: violation.frame,
        closeCode: violation.closeCode,
      });
      const { utf8 } = violation;
      if (utf8 === undefined) return;
      expect(fault?.issue.values).toMatchObject({
        utf8: utf8.kind,
        offendingInMessage: utf8.offendingInMessage ?? utf8.offendingInReason,
        sequenceStartInMessage: utf8.sequenceStartInMessage ?? utf8.sequenceStartInReason,
        sequenceStartOffset: utf8.sequenceStartOffset,
      });
    });

    test('names the further faults of that frame', () => {
      for (const { kind, offset, frame } of wanted.alsoInSameFrame ?? []) {
        const part = `${vector.direction}/frame/${frame}`;
        expect(allIssues(made)).toContainEqual(expect.objectContaining({ rule: kind, offset, part }));
      }
    });

    test('knows what follows Close and what is left open', () => {
      const after = Array.from({ length: made.table.count }, (_, i) => i).filter((i) =>
        made.table.hasIssue(i, 'frame-after-close'),
      );
      expect(after).toEqual(wanted.framesAfterClose ?? []);
      if (wanted.verdict !== 'incomplete') return;
      const open = messageAt(made, made.openMessage);
      if (wanted.openMessage)
        expect(open).toMatchObject({ frames: wanted.openMessage.frames, length: wanted.openMessage.soFar });
      else expect(open).toBeNull();
    });
  },
);

/** 1012 to 1014 came after the RFC. */
function codeOrigin(code: number): string {
  return code >= 1012 && code <= 1014 ? 'valid-iana' : 'valid';
}

test.each(vectors.map((vector) => [vector.id, vector] as const))('%s is the same split at every byte', (_, vector) => {
  const input = bytes(vector);
  const whole = everything(scan(input, settingOf(vector)));
  expect(everything(scan(input, settingOf(vector), vector.writes ?? []))).toEqual(whole);
  expect(
    everything(
      scan(
        input,
        settingOf(vector),
        input.map(() => 1),
      ),
    ),
  ).toEqual(whole);
  for (let cut = 1; cut < Math.min(input.length, 400); cut += 1) {
    const pieces = scan(input, settingOf(vector), [cut]);
    expect(pieces.table.count).toBe(scan(input, settingOf(vector)).table.count);
    expect(everything(pieces)).toEqual(whole);
  }
});

test('a first continuation in the middle of a connection is noted, not blamed', () => {
  const vector = vectors.find(({ id }) => id === 'frame-mid-continuation-first') as Vector;
  const made = scan(bytes(vector), settingOf(vector));
  expect(allIssues(made)).toMatchObject([{ rule: 'continues-unseen-message', offset: 0 }]);
  expect([...messagesOf(made)]).toMatchObject([
    { opcode: 0, frames: [0], complete: true },
    { opcode: 1, frames: [1], complete: true },
  ]);
});

interface SizeVector {
  readonly id: string;
  readonly opcode: number;
  readonly payloadLength: number;
  readonly patternHex: string;
  readonly count: number;
  readonly fragmentSize?: number;
  readonly chop?: number;
  readonly frames: number;
  readonly maskingKey: string;
  readonly streamSha256: string;
  readonly payloadSha256: string;
}

describe.each(load<SizeVector>('autobahn-sizes.json').map((vector) => [vector.id, vector] as const))(
  '%s',
  (_, vector) => {
    const stream = buildStream(vector);

    test('is built as the suite builds it', () => {
      expect(digest(stream)).toBe(vector.streamSha256);
    });

    test('is one sound message with the right bytes', () => {
      const sizes = vector.chop ? new Array<number>(Math.floor(stream.length / vector.chop)).fill(vector.chop) : [];
      const made = scan(stream, {}, sizes);
      const messages = [...messagesOf(made)];
      expect(messages).toMatchObject([{ opcode: vector.opcode, complete: true, length: vector.payloadLength }]);
      expect(messages[0]?.frames).toHaveLength(vector.frames);
      expect(firstFault(made)).toBeNull();
      const joined = joinedSource(made, messages[0] as NonNullable<(typeof messages)[0]>);
      expect(digest(joined.read(0, joined.length))).toBe(vector.payloadSha256);
    });
  },
);

/** The suite ends a message whose length is a multiple of the fragment size with one more, empty, frame. */
function buildStream(vector: SizeVector): Uint8Array {
  const pattern = Buffer.from(vector.patternHex, 'hex');
  const key = Buffer.from(vector.maskingKey, 'hex');
  const payload = Buffer.alloc(vector.payloadLength, pattern);
  const size = vector.fragmentSize ?? payload.length + 1;
  const parts: Buffer[] = [];
  for (let at = 0, last = false; !last; at += size) {
    const piece = Buffer.from(payload.subarray(at, at + size));
    last = piece.length < size;
    const head = Buffer.alloc(14);
    head[0] = (last ? 0x80 : 0) | (at === 0 ? vector.opcode : 0);
    const form = piece.length < 126 ? 2 : piece.length < 65536 ? 4 : 10;
    head[1] = 0x80 | (form === 2 ? piece.length : form === 4 ? 126 : 127);
    if (form === 4) head.writeUInt16BE(piece.length, 2);
    if (form === 10) head.writeBigUInt64BE(BigInt(piece.length), 2);
    key.copy(head, form);
    for (let i = 0; i < piece.length; i += 1) piece[i] = (piece[i] as number) ^ (key[i % 4] as number);
    parts.push(head.subarray(0, form + 4), piece);
  }
  return Uint8Array.from(Buffer.concat(parts));
}
