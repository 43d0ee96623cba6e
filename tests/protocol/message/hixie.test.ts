import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes/hex.ts';
import { decodeUtf8 } from '../../../src/protocol/bytes/utf8.ts';
import { payloadOf } from '../../../src/protocol/frame/payload.ts';
import { joinedSource } from '../../../src/protocol/message/explain.ts';
import { hixieKind } from '../../../src/protocol/message/hixie-reader.ts';
import { messagesOf } from '../../../src/protocol/message/messages.ts';
import { DIALECTS, type DialectId } from '../../../src/protocol/model/drafts.ts';
import { load } from '../vectors.ts';
import { allIssues, everything, scan } from './scans.ts';

interface HixieVector {
  readonly id: string;
  readonly kind: string;
  readonly draft: string;
  readonly hex: string;
  readonly expect: {
    readonly frames: readonly Record<string, unknown>[];
    readonly messages: readonly { frame: number; text: string; hex: string; validUtf8: boolean }[];
    readonly closingFrame: number | null;
    readonly verdict: string;
    readonly discarded?: readonly number[];
  };
}

const vectors = load<HixieVector>('hixie.json').filter(({ kind }) => kind === 'frames');
const bytes = (hex: string): Uint8Array => fromHex(hex) as Uint8Array;

describe.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
  const dialect = `hixie-${vector.draft}` as DialectId;
  const made = scan(bytes(vector.hex), { dialect });
  const { table, source } = made;
  const { expect: wanted } = vector;

  test('has every field of every frame', () => {
    const frames = Array.from({ length: table.count }, (_, i) => {
      const complete = table.status(i) === 'complete';
      const prefixed = table.form(i) === 'length-prefixed';
      const kind = hixieKind(table.byte0(i), table.payloadLength(i), DIALECTS[dialect]);
      return {
        offset: table.offset(i),
        type: table.byte0(i),
        form: table.form(i),
        payloadOffset: table.payloadOffset(i),
        payloadLength: table.payloadLength(i),
        payload: toHex(payloadOf(table, i, source)),
        complete,
        ...(prefixed ? { lengthBytes: table.headerLength(i) - 1 } : {}),
        ...(complete ? { end: table.declaredEnd(i), kind } : { missing: table.status(i) }),
      };
    });
    expect(frames).toEqual(wanted.frames);
  });

  test('delivers the text frames', () => {
    const messages = [...messagesOf(made)]
      .filter(({ complete }) => complete)
      .map((message) => {
        const joined = joinedSource(made, message);
        const value = joined.read(0, joined.length);
        const frame = message.first;
        return {
          frame,
          text: decodeUtf8(value),
          validUtf8: !table.hasIssue(frame, 'utf8-replaced'),
          hex: toHex(value),
        };
      });
    expect(messages).toEqual(wanted.messages);
  });

  test('knows which frames are dropped and which closes', () => {
    expect(made.closeFrame).toBe(wanted.closingFrame ?? -1);
    const discarded = wanted.frames.flatMap((_, i) => (table.hasIssue(i, 'frame-discarded') ? [i] : []));
    expect(discarded).toEqual(wanted.discarded ?? []);
  });

  test('is the same split at every byte', () => {
    const input = bytes(vector.hex);
    const whole = everything(made);
    expect(
      everything(
        scan(
          input,
          { dialect },
          input.map(() => 1),
        ),
      ),
    ).toEqual(whole);
    for (let cut = 1; cut < input.length; cut += 1) expect(everything(scan(input, { dialect }, [cut]))).toEqual(whole);
  });
});

test('FF 00 closes in hixie-76 and is one more frame to drop in hixie-75', () => {
  const closing = bytes('ff00');
  expect(scan(closing, { dialect: 'hixie-76' }).closeFrame).toBe(0);
  const older = scan(closing, { dialect: 'hixie-75' });
  expect(older.closeFrame).toBe(-1);
  expect(allIssues(older)).toMatchObject([{ rule: 'frame-discarded', offset: 0 }]);
});

test('what follows the closing frame is told', () => {
  expect(allIssues(scan(bytes('ff000061ff'), { dialect: 'hixie-76' }))).toMatchObject([
    { rule: 'frame-after-close', offset: 2, values: { close: 0 } },
  ]);
});

test('bad text is shown and not refused, its byte named', () => {
  expect(allIssues(scan(bytes('00e282ff00c0ff'), { dialect: 'hixie-76' }))).toMatchObject([
    { rule: 'utf8-replaced', offset: 2, values: { utf8: 'truncated-sequence' } },
    { rule: 'utf8-replaced', offset: 5, values: { utf8: 'invalid-start-byte', byte: 0xc0 } },
  ]);
});

test('a length in base 128 may be padded, and may be longer than any stream', () => {
  const padded = scan(bytes(`80${'80'.repeat(300)}03616263`), { dialect: 'hixie-76' });
  expect([padded.table.headerLength(0), padded.table.payloadLength(0), padded.table.status(0)]).toEqual([
    302,
    3,
    'complete',
  ]);
  const exact = scan(bytes('80ffffffffffffffff7f'), { dialect: 'hixie-76' });
  expect(exact.table.exactLength(0, exact.source)).toBe((1n << 63n) - 1n);
  const endless = scan(bytes(`80${'ff'.repeat(300)}7f00`), { dialect: 'hixie-76' });
  expect(endless.table.exactLength(0, endless.source)).toBe(1n << 64n);
  expect(endless.table.status(0)).toBe('payload');
});
