import { addressOf } from '../state/address.ts';
import type { Player } from './player.ts';
import { openDialog, useLearn } from './store.ts';
import { hashFor } from './useAddress.ts';
import { canSync } from './useSync.ts';

/** Address of the speaker notes that go with this window. */
export function notesAddress({ entry, loaded }: Pick<Player, 'entry' | 'loaded'>): string {
  const { session } = useLearn.getState();
  return addressOf(hashFor(entry, loaded.lesson, 'notes', session));
}

/** Opens the teacher's own window; where the browser does not let us, a dialog says what to do. */
export function openNotes(player: Player): void {
  const { session } = useLearn.getState();
  const opened = canSync() && open(notesAddress(player), `notes-${session}`, 'popup,width=1000,height=780');
  if (opened) opened.focus();
  else openDialog('notes');
}
