import { useEffect } from 'react';
import { isTaken } from '../state/taken.ts';
import { scrollsSideways } from './keys.ts';
import { openNotes } from './notesWindow.ts';
import { type Player, usePlayer } from './player.ts';
import { leavePresenting, openDialog, present, setBlank, useLearn } from './store.ts';
import { togglePlay } from './usePlay.ts';

/** First step of the phase before, or of this one where `index` is further in. */
export function phaseBefore({ plan }: Pick<Player, 'plan'>, index: number): number {
  return plan.outline().findLast(({ first }) => first < index)?.first ?? 0;
}

/** First step of the next phase, or the last step. */
export function phaseAfter({ plan }: Pick<Player, 'plan'>, index: number): number {
  return plan.outline().find(({ first }) => first > index)?.first ?? plan.stepCount - 1;
}

/** The keys of the player, wherever the focus is, as long as nobody needs them there; see keys.ts. */
export function useKeys(): void {
  const player = usePlayer();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (leaveBox(event)) return;
      if (isNeeded(event)) return;
      if (act(event.key, player)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('change', leaveList);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('change', leaveList);
    };
  }, [player]);
}

/** Who has typed an input goes on with Enter or Escape, in a box of several lines and at a slider with Escape; the keys are the player's again. */
function leaveBox({ target, key, defaultPrevented, isComposing }: KeyboardEvent): boolean {
  if ((key !== 'Enter' && key !== 'Escape') || defaultPrevented || isComposing) return false;
  const other = key === 'Escape' && (target instanceof HTMLTextAreaElement || isSlider(target));
  if (!(other || isBox(target)) || target.closest('form, dialog') !== null) return false;
  target.blur();
  return true;
}

/** After a choice by pointer, the arrows step again. Who chooses with keys stays in the list. */
function leaveList({ target }: Event): void {
  if (target instanceof HTMLSelectElement && !target.matches(':focus-visible')) target.blur();
}

function isSlider(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.matches('input[type="range"][data-input]');
}

function isBox(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'text';
}

/** The scrubber gives up its keys: ours do the same, and more. Sliders of a lesson keep theirs. In a box of one line, pages mean nothing to who types. */
function isNeeded(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (!(target instanceof Element)) return isTaken(event);
  const paging = (key === 'PageUp' || key === 'PageDown') && isBox(target) && target.closest('dialog') === null;
  const scrubbing = target.matches('input[type="range"]:not([data-input])');
  if (scrubbing || paging ? event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey : isTaken(event))
    return true;
  // On a button or a link, space is for that.
  if (key === ' ') return target.closest('button, a, summary') !== null;
  if (key === 'Escape') return document.querySelector(':popover-open, dialog[open]') !== null;
  return (key === 'ArrowLeft' || key === 'ArrowRight') && !scrubbing && scrollsSideways(target);
}

/** False where a key means nothing. */
function act(key: string, player: Player): boolean {
  const { plan, index, step, go } = player;
  const { mode, blank } = useLearn.getState();
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'ArrowLeft':
    case 'PageUp':
      go(index - 1);
      return true;
    case 'ArrowRight':
    case 'PageDown':
      go(index + 1);
      return true;
    case 'Home':
      go(0);
      return true;
    case 'End':
      go(plan.stepCount - 1);
      return true;
    case '[':
      go(phaseBefore(player, index));
      return true;
    case ']':
      go(phaseAfter(player, index));
      return true;
    case ' ':
      togglePlay(index, plan.stepCount, step.ask !== undefined, go);
      return true;
    case 'r':
      return runPicture();
    case 'p':
      if (mode === 'notes') return false;
      (mode === 'present' ? leavePresenting : present)();
      return true;
    // What presenter's remote controls send for a dark screen.
    case '.':
    case 'b':
      if (mode === 'page') return false;
      setBlank(!blank);
      return true;
    case 'n':
      if (mode !== 'present') return false;
      openNotes(player);
      return true;
    case 'f':
      toggleFullscreen();
      return true;
    case 'Escape':
      if (mode !== 'present') return false;
      leavePresenting();
      return true;
    case '?':
      openDialog('keys');
      return true;
    default:
      return false;
  }
}

/** A picture that moves by itself has a button for it, which says that R is its key. */
function runPicture(): boolean {
  const button = document.querySelector<HTMLElement>('figure button[aria-keyshortcuts="R"]');
  button?.click();
  return button !== null;
}

/** Where the browser allows it. */
export function toggleFullscreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.().catch(() => {});
}
