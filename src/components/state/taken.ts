/** True where a key is for what has the focus: somebody is typing, or a dialog is open. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  return (
    target.closest('input:not([type=radio], [type=checkbox]), textarea, select, dialog, [contenteditable]') !== null
  );
}
