import { create } from 'zustand';
import type { Unusable } from './entries.ts';

/** Something that has to be said about what was opened. */
export type Notice =
  | { readonly kind: 'unusable'; readonly unusable: readonly Unusable[] }
  | { readonly kind: 'file-unreadable'; readonly name: string };

interface Notices {
  readonly notice: Notice | null;
  say(notice: Notice): void;
  dismiss(): void;
}

export const useNotices = create<Notices>()((set) => ({
  notice: null,
  say: (notice) => set({ notice }),
  dismiss: () => set({ notice: null }),
}));
