import { useState } from 'react';
import { useBuilder } from './store.ts';

interface Draft {
  readonly text: string;
  /** The value that belongs to it: while the value is this one, the text is what somebody is typing. */
  readonly of: string;
  readonly bad: boolean;
}

export interface DraftBox {
  readonly value: string;
  /** What is typed cannot be used; the value behind it is still the last good one. */
  readonly bad: boolean;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

/**
 * A text box over a value with one right way to write it. What is typed stays as it is typed, however the value is
 * written; a change from elsewhere (a bit flipped, something undone) shows at once.
 * @param take uses the text: gives how the new value is written, or null where the text is none
 */
export function useDraft(value: string, take: (text: string) => string | null): DraftBox {
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft !== null && draft.of === value ? draft : null;
  return {
    value: current?.text ?? value,
    bad: current?.bad ?? false,
    onChange: (text) => {
      const written = take(text);
      setDraft({ text, of: written ?? value, bad: written === null });
    },
    onBlur: () => {
      useBuilder.getState().seal();
      if (current?.bad !== true) setDraft(null);
    },
  };
}
