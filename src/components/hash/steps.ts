/** The steps that MD5 and SHA-1 have alike: what comes before the rounds and after them, and the questions there. */

import type {
  FoldStep,
  HashStepKind,
  LoadStep,
  PadStep,
  ReadWordStep,
  WriteDigestStep,
} from '../../protocol/hash/trace.ts';
import type { Code, Step } from '../lesson/lesson.ts';
import { ofWord } from '../lesson/value.ts';
import { type HashScene, type RoundScene, reversed } from './scene.ts';
import { borderScene, digestScene, foldScene, overviewScene, paddingScene, readScene, type Work } from './scenes.ts';
import {
  askBlocksText,
  askEndianText,
  askFoldText,
  borderText,
  type COMMON_TEXTS,
  digestText,
  endText,
  foldText,
  loadText,
  padText,
  startText,
  wordText,
} from './texts.ts';

export type CommonStep = Step<typeof COMMON_TEXTS, HashScene>;

/** The lines of code of each kind of step, where there are any. */
export type Codes = Partial<Record<HashStepKind | 'start', Code>>;

export class CommonSteps {
  readonly #work: Work;
  readonly #codes: Codes;

  constructor(work: Work, codes: Codes) {
    this.#work = work;
    this.#codes = codes;
  }

  /** Citations and code of a step. */
  #of(step: { readonly kind: HashStepKind; readonly section: string }) {
    const code = this.#codes[step.kind];
    return { sections: [step.section], ...(code && { code }) };
  }

  start(sections: readonly string[]): CommonStep {
    const code = this.#codes.start;
    return {
      id: 'start',
      scene: overviewScene(this.#work, 'start'),
      sections,
      ...(code && { code }),
      ...startText(this.#work),
    };
  }

  pad(step: PadStep): CommonStep {
    return {
      id: PAD_IDS[step.kind],
      scene: paddingScene(this.#work, step),
      ...this.#of(step),
      ...padText(this.#work, step),
    };
  }

  /** How many blocks? Over the picture of the step before the zeros. */
  askBlocks(step: PadStep): CommonStep {
    return {
      id: 'ask-blocks',
      scene: paddingScene(this.#work, step, true),
      sections: [step.section],
      ask: { kind: 'number', right: this.#work.trace.blockCount },
      ...askBlocksText(this.#work),
    };
  }

  border(step: PadStep): CommonStep {
    return {
      id: 'border',
      scene: borderScene(this.#work),
      sections: [step.section],
      ...borderText(this.#work),
    };
  }

  word(step: ReadWordStep): CommonStep {
    return {
      id: `word-${step.block + 1}-${step.t}`,
      scene: readScene(this.#work, step),
      ...this.#of(step),
      ...wordText(step),
    };
  }

  /** Which word? Not asked of four bytes that are the same from both ends. */
  askEndian(step: ReadWordStep): CommonStep | null {
    const { word, order } = step;
    const other = reversed(word);
    if (other === word) return null;
    const halves = ((word << 16) | (word >>> 16)) >>> 0;
    const little = order === 'little-endian';
    const options = [
      { id: little ? 'big' : 'little', value: ofWord(other, 'key'), right: false },
      { id: little ? 'little' : 'big', value: ofWord(word, 'key'), right: true },
      { id: 'halves', value: ofWord(halves, 'key'), right: false },
    ];
    return {
      id: 'ask-endian',
      scene: readScene(this.#work, step, true),
      sections: [step.section],
      ask: { kind: 'choice', options: halves === word || halves === other ? options.slice(0, 2) : options },
      ...askEndianText(step),
    };
  }

  load(step: LoadStep, scene: RoundScene): CommonStep {
    return { id: `load-${step.block + 1}`, scene, ...this.#of(step), ...loadText(step) };
  }

  fold(step: FoldStep): CommonStep {
    return {
      id: `fold-${step.block + 1}`,
      scene: foldScene(this.#work, step),
      ...this.#of(step),
      ...foldText(this.#work, step),
    };
  }

  /** Is there a carry out of the first sum? */
  askFold(step: FoldStep): CommonStep {
    const carry = (step.sums[0]?.sum.carry ?? 0) > 0;
    return {
      id: 'ask-fold',
      scene: foldScene(this.#work, step, true),
      sections: [step.section],
      ask: {
        kind: 'choice',
        options: [
          { id: 'dropped', value: null, right: carry },
          { id: 'fits', value: null, right: !carry },
        ],
      },
      ...askFoldText(step),
    };
  }

  digest(step: WriteDigestStep): CommonStep {
    return {
      id: 'digest',
      scene: digestScene(this.#work, step),
      ...this.#of(step),
      ...digestText(this.#work, step),
    };
  }

  end(sections: readonly string[]): CommonStep {
    return { id: 'end', scene: overviewScene(this.#work, 'end'), sections, ...endText(this.#work) };
  }
}

const PAD_IDS: Readonly<Record<PadStep['kind'], string>> = {
  'copy-message': 'pad-message',
  'append-one-bit': 'pad-one',
  'append-zeros': 'pad-zeros',
  'append-length': 'pad-length',
};
