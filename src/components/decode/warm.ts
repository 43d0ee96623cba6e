import { createElement, startTransition } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { NO_CHOICES, useWorkbench } from '../state/workbench.ts';
import styles from './Decode.module.css';
import { openedOf } from './selectors.ts';
import { Workbench } from './Workbench.tsx';

/**
 * What runs for the first time runs three times slower: reading, decoding, words and views are gone through once, unseen,
 * while nobody waits, so that the first paste is as quick as the second.
 */
let warm = false;

/** A masked text frame; so many of them that the text is shown as an excerpt, as a large paste is. */
const INPUT = '8186a1b2c3d4e0d3a0b0c1d1'.repeat(3000);
/** How often each is gone through: the engine of the browser takes several turns to see what is worth compiling well. */
const READS = 6;
const DRAWS = 3;
/** Input, part, fields, problems. */
const PANELS = 4;

export function warmUp(): () => void {
  if (warm) return () => {};
  // Not on the page: nobody, no script and no screen reader, may come across it.
  const page = document.createElement('div');
  const root = createRoot(page);
  const steps = [
    ...Array.from({ length: READS }, () => read),
    ...Array.from({ length: DRAWS }, () => [() => draw(root, false), () => draw(root, true)]).flat(),
    ...Array.from({ length: PANELS }, (_, i) => () => layOut(page.firstElementChild?.children[i])),
  ];
  let stop = () => {};
  const end = () => {
    stop();
    root.unmount();
    // For those who measure: from here on the page is as quick as it gets.
    performance.mark('warmed-up');
  };
  const next = () => {
    const step = steps.shift();
    if (!step) warm = true;
    // Where somebody has brought something it is too late to get ready for it.
    if (!step || useWorkbench.getState().input !== '') return end();
    step();
    stop = whenIdle(next);
  };
  stop = whenIdle(next);
  return end;
}

const choices = () => ({ ...NO_CHOICES, input: INPUT, assumptions: {} });

function read(): void {
  openedOf(choices()).opened?.connection.issues(1);
}

function draw(root: Root, full: boolean): void {
  const made = full ? choices() : NO_CHOICES;
  const { opened } = full ? openedOf(made) : { opened: null };
  startTransition(() => root.render(createElement(Workbench, { opened, failed: false, choices: made, stale: false })));
}

/** On the page for the time of one layout, in which the browser learns the shapes of the letters: never for a frame. */
function layOut(panel: Element | undefined): void {
  if (!panel) return;
  const place = document.createElement('div');
  place.className = styles.warming ?? '';
  place.append(panel.cloneNode(true));
  document.body.append(place);
  place.getBoundingClientRect();
  place.remove();
}

function whenIdle(what: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(what, 300);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(what, { timeout: 2000 });
  return () => cancelIdleCallback(handle);
}
