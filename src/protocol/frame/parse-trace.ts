/**
 * How a server finds the frame at the start of its buffer (RFC 6455 section 5.2), statement by statement: what it takes
 * from which bytes, what it checks, and where it has to wait. It raises a fault as soon as the byte is there that shows
 * it, and waits only where nothing can be wrong yet.
 */

import { outlineOf } from '../bytes/outline.ts';
import type { PhaseRange, Trace } from '../bytes/trace.ts';
import { isControl, opcodeName } from '../model/opcodes.ts';
import { RULES, type RuleId } from '../model/rules.ts';
import { type LengthForm, lengthFormOf, readBigEndian } from './length.ts';
import { keyWord, unmask } from './mask.ts';

export type ParsePhase = 'first-byte' | 'second-byte' | 'length' | 'payload';

interface Facts {
  readonly phase: ParsePhase;
  /** Bytes that this statement looks at, `[start, end)` from the start of the frame; none are looked at where equal. */
  readonly start: number;
  readonly end: number;
}

/** Are there so many bytes, counted from the start of the frame? */
export interface NeedStep extends Facts {
  readonly kind: 'need';
  readonly needs: number;
  readonly has: number;
}

/** A rule that can be judged now. */
export interface RuleStep extends Facts {
  readonly kind: 'rule';
  readonly rule: RuleId;
  readonly broken: boolean;
}

export type ParseStep =
  | NeedStep
  | RuleStep
  | (Facts & { readonly kind: 'fin' | 'mask'; readonly value: boolean })
  | (Facts & { readonly kind: 'rsv' | 'opcode' | 'seven'; readonly value: number })
  /** Where the length is written. */
  | (Facts & { readonly kind: 'form'; readonly form: LengthForm })
  /** An extended length, exact. */
  | (Facts & { readonly kind: 'length'; readonly value: bigint })
  | (Facts & { readonly kind: 'key-at' | 'frame-end'; readonly value: number })
  | (Facts & { readonly kind: 'key' | 'masked' | 'payload'; readonly value: Uint8Array })
  | (Facts & { readonly kind: 'done'; readonly used: number });

export type ParseResult =
  | {
      readonly kind: 'frame';
      readonly fin: boolean;
      readonly opcode: number;
      /** In clear. */
      readonly payload: Uint8Array;
      /** Bytes that the frame takes. */
      readonly used: number;
    }
  /** `needs` bytes are wanted before it can go on. */
  | { readonly kind: 'incomplete'; readonly needs: number }
  | { readonly kind: 'broken'; readonly rule: RuleId; readonly closeCode: number };

export interface ParseTrace extends Trace<ParseStep, PhaseRange<ParsePhase>> {
  readonly result: ParseResult;
}

const KEY_BYTES = 4;

/**
 * The steps of reading the frame at the start of `data`, which a client sent, in version 13 without extensions. `limit`:
 * the largest payload that is taken. Any bytes at all; `data` must not change while the trace is in use.
 */
export function traceParse(data: Uint8Array, limit: number): ParseTrace {
  const steps: ParseStep[] = [];
  const run = parse(data, limit);
  let turn = run.next();
  for (; !turn.done; turn = run.next()) steps.push(turn.value);
  return {
    stepCount: steps.length,
    step: (index) => steps[index] ?? null,
    outline: () => outlineOf(steps.map(({ phase }) => [phase, 1] as const)),
    result: turn.value,
  };
}

function* parse(data: Uint8Array, limit: number): Generator<ParseStep, ParseResult> {
  const has = data.length;
  let phase: ParsePhase = 'first-byte';
  const at = (start: number, end: number): Facts => ({ phase, start, end });
  /** Yields the question, and answers what comes of it where the bytes are missing. */
  function* missing(needs: number): Generator<ParseStep, ParseResult | null> {
    yield { ...at(0, 0), kind: 'need', needs, has };
    return has < needs ? { kind: 'incomplete', needs } : null;
  }
  function* fails(rule: RuleId, broken: boolean, start: number, end: number): Generator<ParseStep, ParseResult | null> {
    yield { ...at(start, end), kind: 'rule', rule, broken };
    return broken ? brokenBy(rule) : null;
  }

  let over = yield* missing(1);
  if (over) return over;
  const byte0 = data[0] as number;
  const fin = (byte0 & 0x80) !== 0;
  const opcode = byte0 & 0x0f;
  yield { ...at(0, 1), kind: 'fin', value: fin };
  yield { ...at(0, 1), kind: 'rsv', value: byte0 & 0x70 };
  yield { ...at(0, 1), kind: 'opcode', value: opcode };
  over = yield* fails('rsv-nonzero', (byte0 & 0x70) !== 0, 0, 1);
  over ??= yield* fails('reserved-opcode', opcodeName(opcode).startsWith('reserved'), 0, 1);
  over ??= yield* fails('control-fragmented', isControl(opcode) && !fin, 0, 1);
  if (over) return over;

  phase = 'second-byte';
  over = yield* missing(2);
  if (over) return over;
  const byte1 = data[1] as number;
  const seven = byte1 & 0x7f;
  yield { ...at(1, 2), kind: 'mask', value: byte1 > 127 };
  yield { ...at(1, 2), kind: 'seven', value: seven };
  over = yield* fails('unmasked-client-frame', byte1 < 128, 1, 2);
  over ??= yield* fails('control-too-long', isControl(opcode) && seven > 125, 0, 2);
  if (over) return over;

  phase = 'length';
  const form = lengthFormOf(byte1);
  let length = BigInt(seven);
  let keyAt = 2;
  yield { ...at(1, 2), kind: 'form', form };
  if (form !== 7) {
    keyAt += form / 8;
    if (form === 64) {
      over = yield* fails('length-msb-set', (data[2] ?? 0) > 127, 2, Math.min(has, 3));
      if (over) return over;
    }
    over = yield* missing(keyAt);
    if (over) return over;
    length = readBigEndian(data.subarray(2, keyAt));
    yield { ...at(2, keyAt), kind: 'length', value: length };
    over = yield* fails('length-not-minimal', length < (form === 16 ? 126n : 65536n), 2, keyAt);
    if (over) return over;
    yield { ...at(keyAt, keyAt), kind: 'key-at', value: keyAt };
  }
  over = yield* fails('message-too-big', length > BigInt(limit), form === 7 ? 1 : 2, keyAt);
  if (over) return over;

  phase = 'payload';
  const payloadAt = keyAt + KEY_BYTES;
  const end = payloadAt + Number(length);
  yield { ...at(0, 0), kind: 'frame-end', value: end };
  over = yield* missing(end);
  if (over) return over;
  const key = data.slice(keyAt, payloadAt);
  const masked = data.slice(payloadAt, end);
  const payload = unmask(masked, keyWord(key));
  yield { ...at(keyAt, payloadAt), kind: 'key', value: key };
  yield { ...at(payloadAt, end), kind: 'masked', value: masked };
  yield { ...at(payloadAt, end), kind: 'payload', value: payload };
  yield { ...at(0, end), kind: 'done', used: end };
  return { kind: 'frame', fin, opcode, payload, used: end };
}

function brokenBy(rule: RuleId): ParseResult {
  const { reaction } = RULES[rule];
  return { kind: 'broken', rule, closeCode: reaction.kind === 'close' ? reaction.code : 1002 };
}
