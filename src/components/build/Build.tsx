import { useMemo } from 'react';
import { Panel } from '../decode/Panel.tsx';
import { Linked } from '../views/Linked.tsx';
import { Answered } from './Answered.tsx';
import { Bits } from './Bits.tsx';
import styles from './Build.module.css';
import { Figure } from './Figure.tsx';
import { Form } from './Form.tsx';
import { Nothing } from './Nothing.tsx';
import { ReadingPanel } from './ReadingPanel.tsx';
import { Settings } from './Settings.tsx';
import { Strip } from './Strip.tsx';
import { itemReading } from './selectors.ts';
import { currentItem, useBuilder } from './store.ts';
import { Toolbar } from './Toolbar.tsx';
import { Unusable } from './Unusable.tsx';
import { useBuildKeys } from './useBuildKeys.ts';
import { useLinkInAddress } from './useLinkInAddress.ts';
import { useSelectionHere } from './useSelectionHere.ts';

/** Compose a frame or a handshake by fields or by bits; see at once how it is read, what it breaks, what is answered. */
export default function Build() {
  useLinkInAddress();
  useBuildKeys();
  const conversation = useBuilder((state) => state.history.present);
  const at = useBuilder((state) => state.at);
  const item = currentItem(conversation, at);
  const reading = useMemo(() => (item ? itemReading(conversation, item) : null), [conversation, item]);
  useSelectionHere(item?.id ?? null);
  return (
    <div className={styles.page}>
      <Toolbar conversation={conversation} reading={reading} />
      <Unusable />
      <Panel of={conversation}>
        <Strip conversation={conversation} at={item?.id ?? -1} />
      </Panel>
      {reading && item ? (
        <Linked tree={reading.tree} sources={reading.sources}>
          <div className={styles.main} data-kind={reading.kind}>
            <div className={styles.form}>
              <Panel of={item}>
                <Form key={item.id} reading={reading} />
              </Panel>
              <Settings conversation={conversation} reading={reading} />
            </div>
            <div className={styles.picture}>
              <Panel of={item}>
                <Figure reading={reading} />
              </Panel>
              <Panel of={item}>
                <Answered reading={reading} />
              </Panel>
              <Panel of={item}>
                <Bits key={item.id} reading={reading} />
              </Panel>
              <Panel of={item}>
                <ReadingPanel reading={reading} />
              </Panel>
            </div>
          </div>
        </Linked>
      ) : (
        <Nothing />
      )}
    </div>
  );
}
