import { memo } from 'react';
import type { ColourRole } from '../../protocol/model/fields.ts';
import roles from '../views/roles.module.css';
import { visible } from '../views/text.ts';
import styles from './Box.module.css';
import { isKnown, type State } from './types.ts';
import type { StateWords } from './useStageWords.ts';

interface BoxProps {
  readonly id?: string | undefined;
  /** Where it is not known yet it only reserves its room. */
  readonly text: string;
  readonly role?: ColourRole | undefined;
  readonly state?: State | undefined;
  readonly from?: string | undefined;
  readonly spoken?: string | undefined;
  readonly words: StateWords;
  /** `bare` is text without a fill, as in a formula; `piece` stands in a line of text. */
  readonly shape?: 'cell' | 'word' | 'bare' | 'piece' | undefined;
}

/** One value in its state. Everything on a stage that can be known, hidden or wrong is drawn by this. */
export const Box = memo(function Box({
  id,
  text,
  role = 'plain',
  state = 'done',
  from,
  spoken,
  words,
  shape = 'cell',
}: BoxProps) {
  const known = isKnown(state);
  const said = state === 'empty' || state === 'hidden' ? words[state] : (spoken ?? (text === ' ' ? words.space : null));
  return (
    <span
      className={`${styles.box} ${roles[role]}`}
      data-shape={shape}
      style={known ? undefined : { '--characters': text.length }}
      data-plain={role === 'plain' || undefined}
      data-state={state}
      data-travel={known ? id : undefined}
      data-from={known ? from : undefined}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      {said !== null && <span className="unseen">{said}</span>}
      <bdi aria-hidden={said !== null || undefined}>{known ? <Text text={text} /> : state === 'hidden' ? '?' : ''}</bdi>
      {state === 'wrong' && <span className="unseen">, {words.wrong}</span>}
    </span>
  );
});

/** Text of the wire; a space by itself is drawn as the bracket that stands for it, which few faces have. */
export function Text({ text }: { readonly text: string }) {
  return text === ' ' ? <span className={styles.space} /> : visible(text);
}
