import type { ReactNode } from 'react';
import { useLabel } from '../../../components/lesson/labels.ts';
import { Box } from '../../../components/stage/Box.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { useStateWords } from '../../../components/stage/useStageWords.ts';
import { VisibleText } from '../../../components/views/VisibleText.tsx';
import { hexByte } from '../../../protocol/bytes/hex.ts';
import type { Utf8Expectation } from '../../../protocol/bytes/utf8.ts';
import type { ColourRole } from '../../../protocol/model/fields.ts';
import { labels } from '../labels.ts';
import type { Checked, Utf8Board } from '../scene.ts';
import styles from './TextView.module.css';
import { WireStrip } from './WireStrip.tsx';

const PAYLOAD: ColourRole = 'payload';

/** The payloads as one text, and below them the validator at one byte. */
export function TextView({ board }: { readonly board: Utf8Board }) {
  const label = useLabel(labels);
  return (
    <>
      <Part kind="computed" label={label('text')}>
        <div className={styles.strip}>
          <WireStrip label={label('text')} frames={board.fragments} />
        </div>
      </Part>
      {board.showCheck && (
        <Part label={label('validator')}>
          <Check checked={board.checked} />
        </Part>
      )}
    </>
  );
}

function ranges({ allowed }: Utf8Expectation): string {
  return allowed.map(({ low, high }) => (low === high ? hexByte(low) : `${hexByte(low)}–${hexByte(high)}`)).join('  ');
}

function Check({ checked }: { readonly checked: Checked | null }) {
  const label = useLabel(labels);
  const words = useStateWords();
  const left = ({ left }: Utf8Expectation) =>
    left === 0 ? label('left-none') : left === 1 ? label('left-one') : label('left-more', { count: left });
  const byte = checked && hexByte(checked.byte);
  const fails = checked !== null && checked.after === null;
  return (
    <dl className={styles.check}>
      <Line name={label('may-come')}>{checked && <bdi className={styles.bytes}>{ranges(checked.before)}</bdi>}</Line>
      <Line name={label('comes')}>
        {checked && byte !== null && (
          <span className={styles.byte}>
            <Box text={byte} role={PAYLOAD} state={fails ? 'wrong' : 'current'} shape="bare" words={words} />
            <span className={styles.bits}>
              <span className={styles.marker}>{checked.marker}</span>
              {checked.bits !== '' && <span className={styles.value}>{checked.bits}</span>}
            </span>
          </span>
        )}
      </Line>
      <Line name={label('bits-so-far')}>
        {checked && checked.gathered !== '' && (
          <span className={styles.bits}>
            <span className={styles.value}>{checked.gathered}</span>
            <span aria-hidden="true">{'·'.repeat(checked.lacking)}</span>
            {checked.codePoint !== null && (
              <span className={styles.point}>
                {' = U+'}
                {checked.codePoint.toString(16).toUpperCase().padStart(4, '0')}
                {'  '}
                <VisibleText text={checked.character ?? ''} />
              </span>
            )}
          </span>
        )}
      </Line>
      <Line name={label('afterwards')}>
        {checked?.after && (
          <>
            {left(checked.after)}
            {checked.after.left > 0 && <bdi className={styles.range}>{ranges(checked.after)}</bdi>}
          </>
        )}
        {fails && <strong className={styles.fails}>✕ {label('fails')}</strong>}
      </Line>
    </dl>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.line}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
