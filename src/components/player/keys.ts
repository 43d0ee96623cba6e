/** All keys of the player, as the dialog lists them; their words are `learn:keys.<does>`. */
export const KEYS = [
  { keys: ['→', 'PgDn'], does: 'next' },
  { keys: ['←', 'PgUp'], does: 'back' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['[', ']'], does: 'phases' },
  { keys: ['Space'], does: 'play' },
  { keys: ['R'], does: 'run' },
  { keys: ['P'], does: 'present' },
  { keys: ['B'], does: 'blank' },
  { keys: ['N'], does: 'notes' },
  { keys: ['F'], does: 'fullscreen' },
  { keys: ['Esc'], does: 'leave' },
  { keys: ['/', 'Ctrl K'], does: 'search' },
  { keys: ['?'], does: 'keys' },
] as const;

/** True where a key moves something sideways that has the focus, such as a line of code that is too long. */
export function scrollsSideways(target: Element): boolean {
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    if (element.scrollWidth > element.clientWidth && /auto|scroll/.test(getComputedStyle(element).overflowX))
      return true;
  }
  return false;
}
