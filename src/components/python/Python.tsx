import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../decode/Panel.tsx';
import { Actions } from './Actions.tsx';
import { checkCode, runCode, stepCode } from './actions.ts';
import { CodeBox, type CodeBoxHandle } from './CodeBox.tsx';
import { Data } from './Data.tsx';
import { typedBytes } from './data.ts';
import type { Lit } from './editor.ts';
import { Hints } from './Hints.tsx';
import styles from './Python.module.css';
import { Results } from './Results.tsx';
import { leavePython } from './runtime/python.ts';
import { linesAt } from './stepping.ts';
import { codeOf, useRoom, write } from './store.ts';
import { Toolbar } from './Toolbar.tsx';
import { Unusable } from './Unusable.tsx';
import { useLinkInAddress } from './useLinkInAddress.ts';
import { useTidings } from './useTidings.ts';

const DO = { run: runCode, step: stepCode, check: checkCode } as const;

/** Write parse_frame, run it on bytes of one's choice, step through it, and have it checked. */
export default function Python() {
  useLinkInAddress();
  const { t } = useTranslation('python');
  const start = useRoom((state) => state.start);
  const code = useRoom(codeOf);
  const text = useRoom((state) => state.text);
  const view = useRoom((state) => state.view);
  const typed = useMemo(() => typedBytes(text), [text]);
  const lit = useLit(code);
  const box = useRef<CodeBoxHandle>(null);
  const goTo = (line: number) => box.current?.goTo(line);
  const [said, say] = useState('');
  const tidings = useTidings();
  useEffect(() => leavePython, []);
  return (
    <div className={styles.page} data-view={view ?? undefined}>
      <Toolbar data={typed.bytes} say={say} />
      <Unusable />
      <p role="status" className="unseen">
        {tidings || said}
      </p>
      <div className={styles.main}>
        <div className={styles.code}>
          <p className={styles.says}>{t(`start.says-${start}`)}</p>
          <CodeBox ref={box} of={start} code={code} lit={lit} onCode={write} onKey={(what) => void DO[what]()} />
          <p id="editor-keys" className={styles.keys}>
            {t('editor.keys')}
          </p>
        </div>
        <div className={styles.side}>
          <div className={styles.data}>
            <Data typed={typed} />
          </div>
          <Actions canRun={typed.bytes !== null} />
          <Panel of={text}>
            <Results data={typed.bytes} goTo={goTo} />
          </Panel>
          {start === 'own' && <Hints />}
        </div>
      </div>
    </div>
  );
}

/** Lines to mark in the editor, while what they were found in is what stands there. */
function useLit(code: string): Lit {
  const view = useRoom((state) => state.view);
  const run = useRoom((state) => state.run);
  const steps = useRoom((state) => state.steps);
  const step = useRoom((state) => state.step);
  const shown = view === 'step' ? steps : view === 'run' ? run : null;
  if (shown === null || shown.code !== code || shown.outcome.kind !== 'told') return {};
  const { told } = shown.outcome;
  const last = (told.steps?.length ?? 0) - 1;
  const blame =
    told.end.kind === 'error' || told.end.kind === 'endless' ? { blame: told.end.line ?? undefined } : undefined;
  if (view === 'run' || last < 0) return blame ?? {};
  return { ...linesAt(told.steps ?? [], step), ...(step === last ? blame : {}) };
}
