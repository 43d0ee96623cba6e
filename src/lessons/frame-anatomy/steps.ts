/** How steps of this lesson are made. */

import type { Plan, Step } from '../../components/lesson/lesson.ts';
import type { Value } from '../../components/lesson/value.ts';
import type { FormulaPart } from '../../components/stage/Formula.tsx';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { type Detail, type Scene, sceneOf, type View } from './scene.ts';
import type { texts } from './texts.ts';
import type { Work } from './work.ts';

export type LessonTexts = typeof texts;
export type LessonStep = Step<LessonTexts, Scene>;
export type LessonPlan = Plan<LessonTexts, Scene>;

export const FRAMING = 'RFC 6455 §5.2';

/** A step; its text is named like it unless told. */
export function step<Id extends keyof LessonTexts & string>(
  work: Work,
  id: string,
  text: Id,
  values: Readonly<Record<LessonTexts[Id][number], Value>>,
  view: View,
  extra: Pick<LessonStep, 'code' | 'ask' | 'onward'> & { readonly sections?: readonly string[] } = {},
): LessonStep {
  const { sections = [FRAMING], ...rest } = extra;
  return { id, text, values, scene: sceneOf(work, view), sections, ...rest } as unknown as LessonStep;
}

/** A field of a byte: what stands in the other bits goes away. */
export function taken(byte: number, bits: number, role: ColourRole, shown = `0x${hexByte(byte & bits)}`): Detail {
  return {
    kind: 'formula',
    caption: 'and',
    parts: [
      { id: 'byte', value: `0x${hexByte(byte)}`, role },
      { operator: '&' },
      { id: 'bits', value: `0x${hexByte(bits)}`, role: 'plain' },
      { operator: '=' },
      { id: 'taken', value: shown, role, state: 'current' },
    ],
  };
}

/** A number of a few bytes, from its bytes. */
export function added(bytes: Uint8Array, sum: bigint): Detail {
  const parts: FormulaPart[] = [];
  for (const [i, byte] of bytes.entries()) {
    const power = bytes.length - 1 - i;
    if (byte === 0 && power > 0) continue;
    if (parts.length > 0) parts.push({ operator: '+' });
    parts.push({ id: `byte${i}`, value: `0x${hexByte(byte)}`, role: 'length' });
    if (power > 0) parts.push({ operator: '×' }, { id: `power${i}`, value: `256${superscript(power)}` });
  }
  parts.push({ operator: '=' }, { id: 'sum', value: String(sum), role: 'length', state: 'current' });
  return { kind: 'formula', caption: 'big-endian', parts };
}

function superscript(power: number): string {
  return power === 1 ? '' : ('⁰¹²³⁴⁵⁶⁷'[power] ?? '');
}
