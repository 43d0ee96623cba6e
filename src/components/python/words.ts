import { useTranslation } from 'react-i18next';
import { fromHex } from '../../protocol/bytes/hex.ts';
import { OPCODE, opcodeName } from '../../protocol/model/opcodes.ts';
import { excerpt, visible } from '../views/text.ts';
import { spacedHex } from './data.ts';
import type { Answer, Fault } from './runtime/answer.ts';
import { SILENCE_MS } from './runtime/python.ts';
import type { Lost } from './verdict.ts';

/** Characters of a payload, or of a value, in a line of words. */
const SHOWN = 48;
const SHOWN_BYTES = 16;

export const SILENCE_SECONDS = SILENCE_MS / 1000;

/** A payload as text where it is text and nothing hides in it, else as hex. */
export function payloadText(opcode: number, hex: string): string {
  const bytes = fromHex(hex) ?? new Uint8Array(0);
  if (opcode !== OPCODE.close && opcode !== OPCODE.binary) {
    try {
      return `“${visible(excerpt(new TextDecoder('utf-8', { fatal: true }).decode(bytes), SHOWN))}”`;
    } catch {
      // A fragment may begin or end inside a character.
    }
  }
  return spacedHex(bytes.subarray(0, SHOWN_BYTES)) + (bytes.length > SHOWN_BYTES ? ' …' : '');
}

interface FrameLike {
  readonly fin: boolean;
  readonly opcode: number;
  readonly payload: string;
}

/** A frame in a few words: FIN 1, text, 5 bytes “Hello”. */
export function useFrameWords(): (frame: FrameLike) => string {
  const { t } = useTranslation(['python', 'opcodes', 'views']);
  return ({ fin, opcode, payload }) => {
    const count = payload.length / 2;
    return [
      t('python:run.fin', { fin: fin ? 1 : 0 }),
      t(`opcodes:${opcodeName(opcode)}.name`),
      `${t('views:bytes', { count })}${count === 0 ? '' : ` ${payloadText(opcode, payload)}`}`,
    ].join(' · ');
  };
}

/** Exceptions for which there is a word of help. */
const HELPED = [
  'IndexError',
  'error',
  'TypeError',
  'NameError',
  'UnboundLocalError',
  'UnicodeDecodeError',
  'SyntaxError',
  'IndentationError',
  'RecursionError',
  'MemoryError',
  'OverflowError',
  'EOFError',
  'ModuleNotFoundError',
] as const;

interface FaultWords {
  readonly says: string;
  readonly help: string | null;
}

/** What went wrong, and what that usually means. */
export function useFaultWords(): (fault: Fault | Lost) => FaultWords {
  const { t } = useTranslation('python');
  return (fault) => {
    switch (fault.kind) {
      case 'error': {
        const { type, text } = fault;
        const says = text === '' ? t('fault.bare', { type }) : t('fault.error', { type, text: visible(text) });
        const known = type === 'TabError' ? 'IndentationError' : HELPED.find((one) => one === type);
        const changed = type === 'TypeError' && /does not support item (assignment|deletion)/.test(text);
        return {
          says,
          help: changed ? t('fault.help.changed') : known === undefined ? null : t(`fault.help.${known}`),
        };
      }
      case 'wrong': {
        const { type, text } = fault.got;
        // Of some types the repr does not tell them.
        const got = visible(type === 'bytes' || fault.problem === 'changed' ? text : `${text} (${type})`);
        return { says: t(`wrong.${fault.problem}`, { got }), help: null };
      }
      case 'stepped':
        return { says: t('fault.stepped', { count: 1000 }), help: null };
      case 'hang':
        return { says: t('fault.hang', { seconds: SILENCE_SECONDS }), help: null };
      default:
        return { says: t(`fault.${fault.kind}`), help: null };
    }
  };
}

export function isFault(answer: Answer): answer is Fault {
  return answer.kind !== 'none' && answer.kind !== 'frame' && answer.kind !== 'refused';
}
