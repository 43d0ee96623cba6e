/**
 * Links that hold a whole input are opened once. Who comes back to such an address by the browser's Back finds what was
 * made of it since; who follows the link anew begins anew; a reload opens it again.
 */

/** Another one for every load of the page. */
const load = () => performance.timeOrigin;

/** Marks the entry of the history that is on show, and gives it this fragment. */
export function markOpened(hash: string): void {
  history.replaceState({ ...history.state, opened: load() }, '', hash);
}

/** True where the entry on show was opened since the page was loaded. */
export function wasOpened(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'opened' in state && state.opened === load();
}
