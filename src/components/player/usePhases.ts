import { useTranslation } from 'react-i18next';
import type { PhaseRange } from '../../protocol/bytes/trace.ts';
import { labelIn } from '../lesson/labels.ts';
import type { Language } from '../words/languages.ts';
import { usePlayer } from './player.ts';

export interface NamedPhase extends PhaseRange {
  readonly name: string;
}

/** The parts of the lesson, and the one that is on show. */
export function usePhases(): { readonly phases: readonly NamedPhase[]; readonly here: NamedPhase | undefined } {
  const { i18n } = useTranslation();
  const { loaded, plan, index } = usePlayer();
  const phases = plan.outline().map((range) => ({
    ...range,
    name: labelIn(loaded.labels, i18n.language as Language, `phase-${range.phase}`),
  }));
  return { phases, here: phases.findLast(({ first }) => first <= index) };
}
