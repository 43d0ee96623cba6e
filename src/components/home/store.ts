import { create } from 'zustand';
import { EXAMPLE_KEY, newKey, readKey, writeKey } from './key.ts';

interface HomeState {
  readonly message: string;
  /** As typed; `key` is the last of it that could be read. */
  readonly keyText: string;
  readonly key: Uint8Array;
  setMessage(message: string): void;
  setKeyText(text: string): void;
  rollKey(): void;
}

/** What was typed here. It outlives a visit to the workbench, not the page. */
export const useHome = create<HomeState>()((set) => ({
  message: 'Hello',
  keyText: EXAMPLE_KEY,
  key: readKey(EXAMPLE_KEY) as Uint8Array,
  setMessage: (message) => set({ message }),
  setKeyText: (keyText) => {
    const key = readKey(keyText);
    set(key ? { keyText, key } : { keyText });
  },
  rollKey: () => {
    const key = newKey();
    set({ key, keyText: writeKey(key) });
  },
}));
