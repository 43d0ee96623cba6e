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
  /** Show where an endpoint that follows the text to the letter would stop. */
  readonly strict: boolean;
  /** Path of the part looked at; null for none chosen yet. */
  readonly part: string | null;
}

interface Workbench extends Choices {
  /** New input: what was fixed for the last one is forgotten, except what `choices` says. */
  open(input: string | Uint8Array, choices?: Partial<Omit<Choices, 'input'>>): void;
  /** The same input, edited by hand: what was fixed stays. */
  edit(text: string): void;
  chooseForm(form: FormId | null): void;
  /** Changes some assumptions; `undefined` gives one back to the chooser. */
  assume(change: { readonly [K in keyof Assumptions]: Assumptions[K] | undefined }): void;
  setStrict(strict: boolean): void;
  choosePart(part: string | null): void;
}

export const NO_CHOICES: Choices = {
  input: '',
  name: null,
  form: null,
  assumptions: {},
  strict: false,
  part: null,
};

export const useWorkbench = create<Workbench>()((set) => ({
  ...NO_CHOICES,
  // Strictness is how somebody likes to read, not a fact about one capture.
  open: (input, choices) => set((state) => ({ ...NO_CHOICES, strict: state.strict, ...choices, input })),
  edit: (text) =>
    set((state) => (text === '' ? { ...NO_CHOICES, strict: state.strict } : { input: text, part: state.part })),
  chooseForm: (form) => set({ form }),
  assume: (change) =>
    set((state) => {
      const kept = Object.entries({ ...state.assumptions, ...change }).filter(([, value]) => value !== undefined);
      return { assumptions: Object.fromEntries(kept) };
    }),
  setStrict: (strict) => set({ strict }),
  choosePart: (part) => set((state) => (state.part === part ? state : { part })),
}));

/** The choices without the actions. */
export function choicesOf(state: Choices): Choices {
  const { input, name, form, assumptions, strict, part } = state;
  return { input, name, form, assumptions, strict, part };
}
