import { create } from 'zustand';
import { type Mode, newSession } from './link.ts';

export const SPEEDS = [0.5, 1, 2, 4, 8] as const;
export type Speed = (typeof SPEEDS)[number];

export type DialogId = 'keys' | 'share' | 'notes';

/** What a person chose in the lesson that is open. The picture follows from it. */
export interface Learn {
  readonly lesson: string | null;
  /** The step by its id, which outlives a change of inputs, and by its place, which is found at once. */
  readonly step: string | null;
  readonly index: number;
  /** Texts of the inputs that could be read, by name; those of the first example where there is none. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Texts that could not: they stay in their boxes, and the picture stays as it was. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly mode: Mode;
  /** Windows of one session show the same step: see sync.ts. */
  readonly session: string | null;
  /** The projector is dark. */
  readonly blank: boolean;
  readonly playing: boolean;
  readonly speed: Speed;
  /** What a link asked for and could not be used. */
  readonly unusable: readonly string[];
  readonly dialog: DialogId | null;
}

export const START: Learn = {
  lesson: null,
  step: null,
  index: 0,
  inputs: {},
  drafts: {},
  mode: 'page',
  session: null,
  blank: false,
  playing: false,
  speed: 1,
  unusable: [],
  dialog: null,
};

export const useLearn = create<Learn>()(() => START);

/** Opens a lesson somewhere; what was chosen in the last one is forgotten, but not how the window is used. */
export function openLesson(lesson: string, choices: Partial<Omit<Learn, 'lesson' | 'speed'>>): void {
  useLearn.setState((state) => {
    // A link from lesson to lesson says nothing of the projector: the presentation goes on.
    const mode = choices.mode === undefined || choices.mode === 'page' ? state.mode : choices.mode;
    const session = choices.session ?? state.session ?? (mode === 'page' ? null : newSession());
    return { ...START, speed: state.speed, ...choices, mode, session, lesson };
  });
}

/** Nobody looks at a lesson any more. */
export function leaveLessons(): void {
  useLearn.setState(({ speed }) => ({ ...START, speed }));
}

/** Any step ends the dark. */
export function goTo(index: number, step: string): void {
  useLearn.setState({ index, step, blank: false });
}

/** A text in the box of an input; `readable` ones change the picture. */
export function typeInput(name: string, text: string, readable: boolean): void {
  useLearn.setState((state) => {
    if (!readable) return { drafts: { ...state.drafts, [name]: text } };
    const { [name]: _, ...drafts } = state.drafts;
    return { drafts, inputs: { ...state.inputs, [name]: text }, unusable: [] };
  });
}

/** Other inputs, all at once: an example, or fresh ones. */
export function takeInputs(inputs: Readonly<Record<string, string>>): void {
  useLearn.setState((state) => ({ inputs: { ...state.inputs, ...inputs }, drafts: {}, unusable: [] }));
}

/** Fills the window with the stage. Other windows may join from now on. */
export function present(): void {
  useLearn.setState(({ session }) => ({ mode: 'present', blank: false, session: session ?? newSession() }));
}

/** Back to the page. Other windows stay joined. */
export function leavePresenting(): void {
  useLearn.setState({ mode: 'page', blank: false });
}

export function setBlank(blank: boolean): void {
  useLearn.setState({ blank });
}

export function setPlaying(playing: boolean): void {
  useLearn.setState({ playing });
}

export function setSpeed(speed: Speed): void {
  useLearn.setState({ speed });
}

export function openDialog(dialog: DialogId | null): void {
  useLearn.setState({ dialog });
}

export function dismissUnusable(): void {
  useLearn.setState({ unusable: [] });
}
