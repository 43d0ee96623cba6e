/** A hash lesson from its first step to its last: the engine's steps, one for one, with a few of the lesson's own between. */

import type { HashPhaseRange, HashStep, HashStepKind, HashTrace, LoadStep } from '../../protocol/hash/trace.ts';
import type { Onward } from '../lesson/lesson.ts';
import { one, type Run, runsFrom } from '../lesson/plan.ts';
import type { RoundScene } from './scene.ts';
import type { Work } from './scenes.ts';
import { type Codes, type CommonStep, CommonSteps } from './steps.ts';

export type RoundsRange = Extract<HashPhaseRange, { readonly phase: 'rounds' }>;
export type BlockRange = Exclude<Extract<HashPhaseRange, { readonly block: number }>, RoundsRange>;

/** What MD5 and SHA-1 do not have alike. */
export interface OwnParts<Step> {
  readonly codes: Codes;
  /** Citations of the first and the last step. */
  readonly start: readonly string[];
  readonly end: readonly string[];
  readonly onward: Onward;
  /** The registers before the round at index `next`. */
  readonly loadScene: (step: LoadStep, next: number) => RoundScene;
  /** SHA-1 makes more words of the sixteen. */
  readonly expand: ((range: BlockRange) => readonly Run<Step>[]) | null;
  readonly rounds: (range: RoundsRange) => readonly Run<Step>[];
}

/** The step at `index`, which is of this kind: the outline says so. */
export function stepAt<Step extends HashStep, Kind extends HashStepKind>(
  trace: HashTrace<Step>,
  index: number,
  kind: Kind,
): Extract<Step, { kind: Kind }> {
  const step = trace.step(index);
  if (step?.kind !== kind) throw new Error(`step ${index} is no ${kind}`);
  return step as Extract<Step, { kind: Kind }>;
}

export function hashRuns<Step>(work: Work, own: OwnParts<Step>): readonly Run<CommonStep | Step>[] {
  const { trace } = work;
  const common = new CommonSteps(work, own.codes);
  const at = <Kind extends HashStepKind>(index: number, kind: Kind) => stepAt(trace, index, kind);
  const last = trace.stepCount - 1;
  return [
    one('start', () => common.start(own.start)),
    one('pad', () => common.pad(at(0, 'copy-message'))),
    one('pad', () => common.pad(at(1, 'append-one-bit'))),
    one('pad', () => common.askBlocks(at(1, 'append-one-bit'))),
    one('pad', () => common.pad(at(2, 'append-zeros'))),
    one('pad', () => common.pad(at(3, 'append-length'))),
    one('pad', () => common.border(at(3, 'append-length'))),
    ...trace.outline().flatMap((range) => ('block' in range ? blockRuns(range) : [])),
    one('digest', () => common.digest(at(last, 'write-digest'))),
    one('digest', () => ({ ...common.end(own.end), onward: own.onward })),
  ];

  function blockRuns(range: BlockRange | RoundsRange): readonly Run<CommonStep | Step>[] {
    if (range.phase === 'rounds') return own.rounds(range);
    const { phase, first, count, block } = range;
    const name = block + 1;
    switch (phase) {
      case 'read': {
        const words = runsFrom(`words-${name}`, first, (index) => common.word(at(index, 'read-word')));
        const ask = block === 0 ? common.askEndian(at(first + 1, 'read-word')) : null;
        return [words(0, 1), ...(ask ? [one(`words-${name}`, () => ask)] : []), words(1, count)];
      }
      case 'expand':
        return own.expand?.(range) ?? [];
      case 'load':
        return [
          one(`rounds-${name}-1`, () => {
            const step = at(first, 'load');
            return common.load(step, own.loadScene(step, first + 1));
          }),
        ];
      case 'fold': {
        const fold = one(`fold-${name}`, () => common.fold(at(first, 'fold')));
        return block === 0 ? [one(`fold-${name}`, () => common.askFold(at(first, 'fold'))), fold] : [fold];
      }
    }
  }
}
