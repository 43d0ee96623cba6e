/** Texts that MD5 and SHA-1 have alike, by name; each lesson has its own words for them. And their values. */

import type { FoldStep, LoadStep, PadStep, ReadWordStep, WriteDigestStep } from '../../protocol/hash/trace.ts';
import type { Said, Texts } from '../lesson/lesson.ts';
import { ofByte, ofBytes, ofWord } from '../lesson/value.ts';
import { reversed } from './scene.ts';
import type { Work } from './scenes.ts';

export const COMMON_TEXTS = {
  start: ['bytes'],
  'pad-message': ['bytes', 'bits'],
  'pad-one': ['bytes', 'position'],
  'ask-blocks': ['bytes', 'marked'],
  'pad-zeros': ['bytes', 'marked', 'zeros', 'zeroBits', 'blocks', 'total'],
  'pad-length': ['bytes', 'bits', 'length'],
  border: ['bytes', 'blocks', 'need'],
  'ask-endian': ['four', 't', 'from', 'to'],
  'word-first': ['four', 'word', 'other', 't'],
  word: ['four', 'word', 't', 'block', 'from', 'to', 'lowest', 'highest'],
  'load-first': ['a', 'b'],
  'load-next': ['block', 'previous', 'a'],
  'ask-fold': ['old', 'register'],
  fold: ['block', 'next', 'old', 'register', 'sum'],
  'fold-last': ['block', 'blocks', 'old', 'register', 'sum'],
  digest: ['word', 'written', 'digest'],
  end: ['bytes', 'blocks', 'digest'],
} as const satisfies Texts;

type CommonTexts = typeof COMMON_TEXTS;
type SaidIn<Id extends keyof CommonTexts> = Extract<Said<CommonTexts>, { text: Id }>;

export function startText({ message }: Work): SaidIn<'start'> {
  return { text: 'start', values: { bytes: message.length } };
}

export function padText({ message }: Work, step: PadStep) {
  const bytes = message.length;
  switch (step.kind) {
    case 'copy-message':
      return {
        text: 'pad-message',
        values: { bytes, bits: 8 * bytes },
      } satisfies SaidIn<'pad-message'>;
    case 'append-one-bit':
      return { text: 'pad-one', values: { bytes, position: bytes + 1 } } satisfies SaidIn<'pad-one'>;
    case 'append-zeros':
      return {
        text: 'pad-zeros',
        values: {
          bytes,
          marked: bytes + 1,
          zeros: (step.zeros - 7) / 8,
          zeroBits: step.zeros,
          blocks: step.blocks,
          total: 64 * step.blocks,
        },
      } satisfies SaidIn<'pad-zeros'>;
    case 'append-length':
      return {
        text: 'pad-length',
        values: { bytes, bits: step.bits, length: ofBytes(Uint8Array.from(step.bytes), 'length') },
      } satisfies SaidIn<'pad-length'>;
  }
}

export function askBlocksText({ message }: Work): SaidIn<'ask-blocks'> {
  return { text: 'ask-blocks', values: { bytes: message.length, marked: message.length + 1 } };
}

export function borderText({ message, trace }: Work): SaidIn<'border'> {
  const bytes = message.length;
  return { text: 'border', values: { bytes, blocks: trace.blockCount, need: bytes + 9 } };
}

function fourOf({ terms }: ReadWordStep) {
  return ofBytes(
    Uint8Array.from(terms, ({ value }) => value),
    'key',
  );
}

export function askEndianText(step: ReadWordStep): SaidIn<'ask-endian'> {
  const { t } = step;
  return { text: 'ask-endian', values: { four: fourOf(step), t, from: 4 * t, to: 4 * t + 3 } };
}

/** The text of the first word of all says more. */
export function wordText(step: ReadWordStep) {
  const { block, t, word, terms } = step;
  const common = { four: fourOf(step), word: ofWord(word, 'key'), t };
  if (block === 0 && t === 0) {
    const other = ofWord(reversed(word));
    return { text: 'word-first', values: { ...common, other } } satisfies SaidIn<'word-first'>;
  }
  const byShift = (shift: number) => ofByte(terms.find((term) => term.shift === shift)?.value ?? 0, 'key');
  const values = {
    ...common,
    block: block + 1,
    from: 64 * block + 4 * t,
    to: 64 * block + 4 * t + 3,
    lowest: byShift(0),
    highest: byShift(24),
  };
  return { text: 'word', values } satisfies SaidIn<'word'>;
}

export function loadText({ block, after }: LoadStep) {
  const [a = 0, b = 0] = after;
  if (block === 0) {
    return { text: 'load-first', values: { a: ofWord(a), b: ofWord(b) } } satisfies SaidIn<'load-first'>;
  }
  return {
    text: 'load-next',
    values: { block: block + 1, previous: block, a: ofWord(a) },
  } satisfies SaidIn<'load-next'>;
}

export function foldText({ trace }: Work, { block, sums: [first] }: FoldStep) {
  const common = {
    block: block + 1,
    old: ofWord(first?.chain.value ?? 0),
    register: ofWord(first?.register.value ?? 0),
    sum: ofWord(first?.sum.value ?? 0, 'payload'),
  };
  if (block === trace.blockCount - 1) {
    return { text: 'fold-last', values: { ...common, blocks: trace.blockCount } } satisfies SaidIn<'fold-last'>;
  }
  return { text: 'fold', values: { ...common, next: block + 2 } } satisfies SaidIn<'fold'>;
}

export function askFoldText({ sums: [first] }: FoldStep): SaidIn<'ask-fold'> {
  return {
    text: 'ask-fold',
    values: { old: ofWord(first?.chain.value ?? 0), register: ofWord(first?.register.value ?? 0) },
  };
}

export function digestText({ trace }: Work, { words: [first] }: WriteDigestStep): SaidIn<'digest'> {
  return {
    text: 'digest',
    values: {
      word: ofWord(first?.chain.value ?? 0),
      written: ofBytes(Uint8Array.from(first?.bytes ?? []), 'payload'),
      digest: ofBytes(trace.digest, 'payload', 20),
    },
  };
}

export function endText({ message, trace }: Work): SaidIn<'end'> {
  return {
    text: 'end',
    values: { bytes: message.length, blocks: trace.blockCount, digest: ofBytes(trace.digest, 'payload', 20) },
  };
}
