import { useDeferredValue, useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { type Choices, choicesOf, useWorkbench } from '../state/workbench.ts';
import styles from './Decode.module.css';
import { DropZone } from './DropZone.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { isEmpty, openedOf } from './selectors.ts';
import { Toolbar } from './Toolbar.tsx';
import { useLinkInAddress } from './useLinkInAddress.ts';
import { usePasteAnywhere } from './usePasteAnywhere.ts';
import { Workbench } from './Workbench.tsx';
import { warmUp } from './warm.ts';

/** The workbench: paste or drop bytes, see the connection explained. */
export default function Decode() {
  useLinkInAddress();
  usePasteAnywhere();
  useEffect(warmUp, []);
  const now = useWorkbench(useShallow(choicesOf));
  const round = useWorkbench((state) => state.round);
  // Typing is drawn at once, and what it means follows as soon as there is time. A new input comes with what it means:
  // drawing it twice would only make it late.
  const later = useDeferredValue(now);
  const choices = useDeferredValue(round) === round ? now : later;
  const outcome = isEmpty(choices) || isEmpty(later) ? null : openedOf(later);

  return (
    <div className={styles.page}>
      <Toolbar opened={outcome?.opened ?? null} strict={choices.strict} name={choices.name} />
      <NoticeBar />
      <DropZone />
      <Workbench
        opened={outcome?.opened ?? null}
        failed={outcome !== null && outcome.opened === null}
        choices={choices}
        stale={!sameInput(choices, later)}
      />
    </div>
  );
}

const sameInput = (a: Choices, b: Choices) =>
  a.input === b.input && a.form === b.form && a.tcp === b.tcp && a.assumptions === b.assumptions;
