import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../protocol/bytes/source.ts';
import type { Choices } from '../state/workbench.ts';
import { Linked } from '../views/Linked.tsx';
import { Assumptions } from './Assumptions.tsx';
import { Fields } from './Fields.tsx';
import type { Filter } from './filter.ts';
import { Jump } from './Jump.tsx';
import { Panel } from './Panel.tsx';
import { PartList } from './PartList.tsx';
import { PasteBox } from './PasteBox.tsx';
import { Problems } from './Problems.tsx';
import { SelectedPart } from './SelectedPart.tsx';
import { Start } from './Start.tsx';
import { currentRow, type Opened, sourcesOf, treeOf, wireChars } from './selectors.ts';
import { useKeys } from './useKeys.ts';
import { useListFocus } from './useListFocus.ts';
import { useMoves } from './useMoves.ts';
import styles from './Workbench.module.css';

interface WorkbenchProps {
  /** Null while there is nothing to explain. */
  readonly opened: Opened | null;
  /** The engine threw. */
  readonly failed: boolean;
  readonly choices: Choices;
  /** The text has been edited since; what is shown belongs to the text before. */
  readonly stale: boolean;
}

const NO_SOURCES: readonly Source[] = [];

/** The connection explained: input and parts, the part on show, its fields, all problems. Or where to begin. */
export const Workbench = memo(function Workbench({ opened, failed, choices, stale }: WorkbenchProps) {
  const { t } = useTranslation('decode');
  const connection = opened?.connection ?? null;
  const [filter, setFilter] = useState<Filter>('all');
  const row = useMemo(() => (connection ? currentRow(connection, choices.part) : -1), [connection, choices.part]);
  const part = useMemo(() => (connection && row >= 0 ? connection.part(row) : null), [connection, row]);
  const tree = useMemo(() => (connection && part ? treeOf(connection, part) : null), [connection, part]);
  const sources = useMemo(() => (connection && part ? sourcesOf(connection, part) : NO_SOURCES), [connection, part]);
  const wires = useMemo(() => (opened ? wireChars(opened) : []), [opened]);
  const moves = useMoves(connection, wires);
  useKeys(connection, row, moves);
  useListFocus(opened !== null);

  return (
    <Linked tree={tree} sources={sources}>
      <div className={styles.workbench} data-empty={opened === null || undefined}>
        <div className={styles.left} id="workbench-input">
          <Panel of={opened}>
            <PasteBox
              opened={opened}
              wires={wires}
              input={choices.input}
              form={choices.form}
              tcp={choices.tcp}
              part={part}
              stale={stale}
              onPlace={moves.place}
            />
          </Panel>
          {failed && (
            <p role="alert" className={styles.failed}>
              {t('broken')}
            </p>
          )}
          {opened && (
            <>
              <Panel of={opened}>
                <Assumptions opened={opened} form={choices.form} assumptions={choices.assumptions} />
              </Panel>
              <Panel of={opened}>
                <PartList
                  connection={opened.connection}
                  row={row}
                  strict={choices.strict}
                  filter={filter}
                  onFilter={setFilter}
                  onOpen={moves.openRow}
                />
              </Panel>
            </>
          )}
        </div>
        {opened ? (
          <>
            <div className={styles.selected} id="workbench-part">
              <Panel of={part}>
                {part && tree && <SelectedPart opened={opened} part={part} row={row} tree={tree} sources={sources} />}
                {!part && <p className={styles.nothing}>{t('selected.nothing')}</p>}
              </Panel>
            </div>
            <div className={styles.fields} id="workbench-fields">
              <Panel of={tree}>{tree && <Fields tree={tree} />}</Panel>
            </div>
            <div className={styles.problems} id="workbench-problems">
              <Panel of={opened}>
                {part && <Problems connection={opened.connection} strict={choices.strict} onOpen={moves.openIssue} />}
              </Panel>
            </div>
            <Jump />
          </>
        ) : (
          <div className={styles.start}>
            <Start />
          </div>
        )}
      </div>
    </Linked>
  );
});
