import { useDeferredValue, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { choicesOf, useWorkbench } from '../state/workbench.ts';
import styles from './Decode.module.css';
import { DropZone } from './DropZone.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { isEmpty, openedOf } from './selectors.ts';
import { Toolbar } from './Toolbar.tsx';
import { useLinkInAddress } from './useLinkInAddress.ts';
import { usePasteAnywhere } from './usePasteAnywhere.ts';
import { Workbench } from './Workbench.tsx';

/** The workbench: paste or drop bytes, see the connection explained. */
export default function Decode() {
  useLinkInAddress();
  usePasteAnywhere();
  const choices = useWorkbench(useShallow(choicesOf));
  const { input, form, assumptions } = choices;
  const key = useMemo(() => ({ input, form, assumptions }), [input, form, assumptions]);
  // Typing is drawn at once; what it means follows as soon as there is time.
  const settled = useDeferredValue(key);
  const outcome = isEmpty(choices) || isEmpty(settled) ? null : openedOf(settled);

  return (
    <div className={styles.page}>
      <Toolbar opened={outcome?.opened ?? null} strict={choices.strict} />
      <NoticeBar />
      <DropZone />
      <Workbench
        opened={outcome?.opened ?? null}
        failed={outcome !== null && outcome.opened === null}
        choices={choices}
        stale={settled !== key}
      />
    </div>
  );
}
