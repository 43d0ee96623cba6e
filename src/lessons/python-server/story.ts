/** The steps of the story: runs of lines that belong together, and the picture when the last of them has run. */

import type { Ask, Said } from '../../components/lesson/lesson.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import type { FunctionName } from './lines.ts';
import type { Vars } from './python.ts';
import type { LineEvent, Recorder, Waiting } from './recorder.ts';
import type { texts } from './texts.ts';

export type Words = Said<typeof texts>;
export type Phase = 'handshake' | 'first' | 'rest';

/** Bytes whose meaning is known, `[start, end)` in the stream of frames. */
export interface KnownPart {
  readonly start: number;
  readonly end: number;
  readonly role: ColourRole;
}

/** What the server sent. */
export interface Sent {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The client's bytes as the server has them. Offsets are in the stream of frames. */
export interface Picture {
  /** Gone from the buffer, and come so far. */
  readonly consumed: number;
  readonly arrived: number;
  /** What the lines of the step look at. */
  readonly look: { readonly start: number; readonly end: number } | null;
  readonly known: readonly KnownPart[];
  readonly sent: readonly Sent[];
  /** How much of the answer to the handshake is there. */
  readonly answered: 'no' | 'accept' | 'yes';
  readonly failed: boolean;
}

export interface Beat {
  readonly id: string;
  readonly phase: Phase;
  readonly words: Words;
  readonly sections: readonly string[];
  /** The lines that run, in order; none where the step asks what they will do. */
  readonly events: readonly LineEvent[];
  /** What went on before in the call that is in view. */
  readonly before: readonly LineEvent[];
  readonly focus: { readonly fn: FunctionName; readonly from: number; readonly to: number };
  /** Variables of the call in view. */
  readonly vars: Vars;
  readonly picture: Picture;
  readonly ask?: Ask;
}

export class Story {
  readonly beats: Beat[] = [];
  readonly recorder: Recorder;
  phase: Phase = 'handshake';
  picture: Picture = { consumed: 0, arrived: 0, look: null, known: [], sent: [], answered: 'no', failed: false };
  #from = 0;

  constructor(recorder: Recorder) {
    this.recorder = recorder;
  }

  /** Everything since the last step becomes one. `fn`: whose lines are in view, those of the last line otherwise. */
  step(id: string, words: Words, sections: readonly string[], fn?: FunctionName): void {
    const { events } = this.recorder;
    const own = events.slice(this.#from);
    const inView = (fn && own.findLast((event) => event.fn === fn)) ?? own.at(-1);
    if (inView === undefined) throw new Error(`step ${id} has no lines`);
    const lines = own.filter(({ call }) => call === inView.call).map(({ line }) => line);
    const before = events.slice(0, this.#from).filter(({ call }) => call === inView.call);
    const focus = { fn: inView.fn, from: Math.min(...lines), to: Math.max(...lines) };
    this.#push({ id, words, sections, events: own, before, focus, vars: inView.vars });
    this.#from = events.length;
  }

  /** A question before lines run. */
  ask(id: string, words: Words, sections: readonly string[], at: Waiting, vars: Vars, ask: Ask): void {
    const focus = { fn: at.fn, from: at.line, to: at.line };
    this.#push({ id, words, sections, events: [], before: [], focus, vars, ask });
  }

  show(change: Partial<Picture>): void {
    this.picture = { ...this.picture, ...change };
  }

  #push(beat: Omit<Beat, 'phase' | 'picture'>): void {
    this.beats.push({ ...beat, phase: this.phase, picture: this.picture });
    this.show({ look: null });
  }
}
