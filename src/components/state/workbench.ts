import { create } from 'zustand';
import type { Assumptions } from '../../protocol/connection/model.ts';
import type { FormId } from '../../protocol/text/reading.ts';

/** What a person chose on the workbench. Everything else on the page is computed from this. */
export interface Choices {
  /** The pasted text, or the bytes of a file that is not text. */
  readonly input: string | Uint8Array;
  /** Name of the file, or id of the sample, it came from. */
  readonly name: string | null;
  /** Notation fixed by hand; null lets the importers decide. */
  readonly form: FormId | null;
  readonly assumptions: Assumptions;
  /** Which TCP connection of a packet dump, by number from 0; null lets the reader of packets decide. */
  readonly tcp: number | null;
  /** Show where an endpoint that follows the text to the letter would stop. */
  readonly strict: boolean;
  /** Path of the part looked at; null for none chosen yet. */
  readonly part: string | null;
}

interface Workbench extends Choices {
  /** Counts what was opened: a new input, as against the same one edited. */
  readonly round: number;
  /** New input: what was fixed for the last one is forgotten, except what `choices` says. */
  open(input: string | Uint8Array, choices?: Partial<Omit<Choices, 'input'>>): void;
  /** The same, typed or pasted into the box: the box shows it already and must not be told otherwise, however briefly. */
  replace(text: string): void;
  /** The same input, edited by hand: what was fixed stays. */
  edit(text: string): void;
  chooseForm(form: FormId | null): void;
  /** Changes some assumptions; `undefined` gives one back to the chooser. */
  assume(change: { readonly [K in keyof Assumptions]: Assumptions[K] | undefined }): void;
  chooseTcp(tcp: number | null): void;
  setStrict(strict: boolean): void;
  choosePart(part: string | null): void;
}

export const NO_CHOICES: Choices = {
  input: '',
  name: null,
  form: null,
  assumptions: {},
  tcp: null,
  strict: false,
  part: null,
};

export const useWorkbench = create<Workbench>()((set) => ({
  ...NO_CHOICES,
  round: 0,
  // Strictness is how somebody likes to read, not a fact about one capture.
  open: (input, choices) =>
    set((state) => ({ ...NO_CHOICES, strict: state.strict, ...choices, input, round: state.round + 1 })),
  replace: (text) => set((state) => ({ ...NO_CHOICES, strict: state.strict, input: text })),
  edit: (text) =>
    set((state) => (text === '' ? { ...NO_CHOICES, strict: state.strict } : { input: text, part: state.part })),
  chooseForm: (form) => set({ form }),
  assume: (change) =>
    set((state) => {
      const kept = Object.entries({ ...state.assumptions, ...change }).filter(([, value]) => value !== undefined);
      return { assumptions: Object.fromEntries(kept) };
    }),
  // Another connection has other parts, and what was assumed of the first says nothing about it.
  chooseTcp: (tcp) => set({ tcp, part: null, assumptions: {} }),
  setStrict: (strict) => set({ strict }),
  choosePart: (part) => set((state) => (state.part === part ? state : { part })),
}));

/** The choices without the actions. */
export function choicesOf(state: Choices): Choices {
  const { input, name, form, assumptions, tcp, strict, part } = state;
  return { input, name, form, assumptions, tcp, strict, part };
}
