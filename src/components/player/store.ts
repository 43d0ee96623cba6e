import { create } from 'zustand';
import { type Mode, newSession } from './link.ts';

/** A stopwatch for the teacher: see clock.ts. All in milliseconds. */
export interface Stopwatch {
  /** When it was started; null while it stands. */
  readonly since: number | null;
  /** What had passed before that. */
  readonly before: number;
}

/** What somebody answered to the question of a step: an option, or `right` or `wrong` for what is typed. */
export interface Answer {
  readonly step: string;
  readonly id: string;
}

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
  readonly answer: Answer | null;
  /** How long the presentation has taken so far. */
  readonly clock: Stopwatch;
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
  answer: null,
  clock: { since: null, before: 0 },
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
    const clock = session === state.session ? state.clock : started();
    return { ...START, speed: state.speed, clock, ...choices, mode, session, lesson };
  });
}

/** Nobody looks at a lesson any more. */
export function leaveLessons(): void {
  useLearn.setState(({ speed }) => ({ ...START, speed }));
}

/** Any step ends the dark. */
export function goTo(index: number, step: string): void {
  useLearn.setState({ index, step, blank: false, answer: null });
}

export function giveAnswer(answer: Answer): void {
  useLearn.setState({ answer });
}

/** A text that cannot be read stays in its box; the picture stays as it was. */
export function keepDraft(name: string, text: string): void {
  useLearn.setState((state) => ({ drafts: { ...state.drafts, [name]: text } }));
}

/** Other inputs, and the step that they lead to. */
export function takeInputs(
  inputs: Readonly<Record<string, string>>,
  at: Partial<Pick<Learn, 'index' | 'step'>> = {},
): void {
  useLearn.setState((state) => ({
    ...at,
    inputs: { ...state.inputs, ...inputs },
    drafts: Object.fromEntries(Object.entries(state.drafts).filter(([name]) => !Object.hasOwn(inputs, name))),
    answer: null,
    unusable: [],
  }));
}

/** Fills the window with the stage. Other windows may join from now on. */
export function present(): void {
  useLearn.setState(({ session, clock }) => ({
    mode: 'present',
    blank: false,
    session: session ?? newSession(),
    clock: session === null ? started() : clock,
  }));
}

function started(): Stopwatch {
  return { since: Date.now(), before: 0 };
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
