/** What each stage of `parse_frame` says, and where it is written. */

import { ofByte, ofBytes, ofNumber, ofText } from '../../components/lesson/value.ts';
import { opcodeName } from '../../protocol/model/opcodes.ts';
import { RULES } from '../../protocol/model/rules.ts';
import type { Reached, Stage } from './parse.ts';
import { shownValue } from './python.ts';
import type { KnownPart, Words } from './story.ts';

interface Saying {
  /** The step is named after it. */
  readonly name: string;
  readonly words: Words;
  readonly sections: readonly string[];
}

const FRAMING = ['RFC 6455 §5.2'] as const;
const MASKING = ['RFC 6455 §5.2', 'RFC 6455 §5.3'] as const;

const SECTIONS: Partial<Record<Stage, readonly string[]>> = {
  'rules-1': ['RFC 6455 §5.2', 'RFC 6455 §5.5'],
  'rules-2': ['RFC 6455 §5.1', 'RFC 6455 §5.5'],
  enough: ['RFC 6455 §5.2', 'RFC 6455 §10.4'],
  key: MASKING,
  payload: MASKING,
  unmask: MASKING,
};

/** The end of a stage in words; `has` bytes are in the buffer. */
export function sayingOf(reached: Reached, has: number): Saying {
  const { stage, steps, result, error } = reached;
  if (error) {
    const words: Words = { text: 'broken', values: { code: ofNumber(error.code), reason: ofText(error.message) } };
    const rule = steps.findLast((step) => step.kind === 'rule')?.rule;
    return { name: 'broken', words, sections: [rule ? RULES[rule].section : 'RFC 6455 §5.2'] };
  }
  if (result?.kind === 'incomplete')
    return { name: 'none', words: missing(stage, result.needs, has), sections: FRAMING };
  return { name: stage, words: wordsOf(reached, has), sections: SECTIONS[stage] ?? FRAMING };
}

function missing(stage: Stage, needs: number, has: number): Words {
  if (has === 0) return { text: 'none-empty', values: {} };
  if (stage !== 'enough') return { text: 'none-header', values: { has, needs } };
  return { text: 'none-payload', values: { has, needs: ofNumber(needs, 'length'), missing: needs - has } };
}

function wordsOf({ stage, vars, form }: Reached, has: number): Words {
  const data = vars.data as Uint8Array;
  const number = (name: string) => vars[name] as number | bigint;
  const bytes = (name: string) => vars[name] as Uint8Array;
  switch (stage) {
    case 'fin': {
      const fin = ofText(shownValue(vars.fin as boolean), 'control');
      return { text: 'fin', values: { byte: ofByte(data[0] as number, 'control'), fin } };
    }
    case 'opcode': {
      const opcode = number('opcode');
      const values = {
        byte: ofByte(data[0] as number, 'control'),
        rsv: ofNumber(number('rsv'), 'control'),
        opcode: ofNumber(opcode, 'control'),
        kind: ofText(opcodeName(Number(opcode)), 'control'),
      };
      return { text: 'opcode', values };
    }
    case 'rules-1':
      return { text: 'rules-1', values: { opcode: ofNumber(number('opcode'), 'control') } };
    case 'mask': {
      const masked = ofText(shownValue(vars.masked as boolean), 'length');
      const length = ofNumber(number('length'), 'length');
      return { text: 'mask', values: { byte: ofByte(data[1] as number, 'length'), masked, length } };
    }
    case 'rules-2':
      return { text: 'rules-2', values: {} };
    case 'length':
      if (form !== 7) return { text: form === 16 ? 'length-16' : 'length-64', values: {} };
      return { text: 'length-7', values: { length: ofNumber(number('length'), 'length') } };
    case 'extended': {
      const start = Number(number('start'));
      const length = ofNumber(number('length'), 'length');
      return { text: 'extended', values: { bytes: ofBytes(data.subarray(2, start), 'length'), length, start } };
    }
    case 'enough': {
      const length = ofNumber(number('length'), 'length');
      const end = ofNumber(number('end'), 'length');
      return { text: 'enough', values: { start: Number(number('start')), length, end, has } };
    }
    case 'key':
      return { text: 'key', values: { start: Number(number('start')), key: ofBytes(bytes('key'), 'mask') } };
    case 'payload': {
      const payload = bytes('payload');
      return { text: 'payload', values: { payload: ofBytes(payload, 'payload', 8), count: payload.length } };
    }
    case 'unmask': {
      const payload = bytes('payload');
      return { text: 'unmask', values: { payload: ofBytes(payload, 'payload', 8), count: payload.length } };
    }
    case 'frame': {
      const end = ofNumber(number('end'), 'length');
      return { text: 'frame', values: { end, count: bytes('payload').length } };
    }
  }
}

const ROLES = { fin: 'control', mask: 'length', length: 'length', key: 'mask', masked: 'payload' } as const;

/** Bytes that have got a meaning, `base` being the place of the frame in the stream. */
export function knownBy(steps: Reached['steps'], base: number): KnownPart[] {
  return steps.flatMap(({ kind, start, end }): KnownPart[] =>
    Object.hasOwn(ROLES, kind)
      ? [{ start: base + start, end: base + end, role: ROLES[kind as keyof typeof ROLES] }]
      : [],
  );
}

/** What the steps look at, from their first byte to their last. */
export function lookOf(steps: Reached['steps'], base: number): { start: number; end: number } | null {
  const looks = steps.filter(({ start, end }) => end > start);
  if (looks.length === 0) return null;
  return {
    start: base + Math.min(...looks.map(({ start }) => start)),
    end: base + Math.max(...looks.map(({ end }) => end)),
  };
}
