import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import roles from '../views/roles.module.css';
import { visible } from '../views/text.ts';
import { Box } from './Box.tsx';
import styles from './HttpText.module.css';
import { List } from './List.tsx';
import type { Cell, State, Thing } from './types.ts';
import { type StateWords, useStateWords } from './useStageWords.ts';

export interface HttpPiece extends Partial<Thing> {
  readonly text: string;
}

export interface HttpLine {
  readonly id: string;
  readonly pieces: readonly HttpPiece[];
  /** Bytes that are no text, after the pieces. */
  readonly bytes?: readonly Cell[] | undefined;
  readonly state?: State | undefined;
  /** How the line ends; `none` where the bytes just stop. */
  readonly end?: 'crlf' | 'lf' | 'nul' | 'none' | undefined;
  /** What the line is for: after it, or under it. */
  readonly note?: string | undefined;
  /** Before the line, instead of the mark of its state: a number that something else refers to. */
  readonly sign?: string | undefined;
  /** Struck out: it stood here before. */
  readonly gone?: boolean | undefined;
}

interface HttpTextProps {
  readonly label: string;
  readonly lines: readonly HttpLine[];
}

const ENDS = { crlf: ['CR', 'LF'], lf: ['LF'], nul: ['NUL'], none: [] } as const;

/** Text as it stands on the wire, line by line, with its line ends. */
export function HttpText({ label, lines }: HttpTextProps) {
  const { t } = useTranslation('views');
  const words = useStateWords();
  return (
    <List label={label} className={styles.text}>
      {lines.map(({ id, pieces, bytes, state = 'done', end = 'crlf', note, sign, gone }) => (
        <li
          key={id}
          className={styles.line}
          data-state={state}
          data-gone={gone || undefined}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span aria-hidden="true" className={styles.sign}>
            {sign ?? (state === 'current' ? '▸' : state === 'wrong' ? '✕' : '')}
          </span>
          <Code gone={gone} className={styles.code}>
            {state === 'empty' || state === 'hidden' ? (
              <>
                <span className="unseen">{words[state]}</span>
                <span className={styles.room}>{visible(pieces.map(({ text }) => text).join(''))}</span>
              </>
            ) : (
              pieces.map((piece, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a line has no identity but its place
                <Piece key={i} piece={piece} words={words} />
              ))
            )}
            {state === 'hidden' && (
              <span aria-hidden="true" className={styles.asked}>
                ?
              </span>
            )}
            {bytes?.map((cell) => (
              <span key={cell.id} className={styles.byte}>
                <Box {...cell} words={words} />
              </span>
            ))}
            <span aria-hidden="true" className={styles.ends}>
              {ENDS[end].map((name) => (
                <span key={name} className={styles.end}>
                  {name}
                </span>
              ))}
            </span>
            {state === 'wrong' && <span className="unseen">, {t('stage.wrong')}</span>}
          </Code>
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </li>
      ))}
    </List>
  );
}

/** What is gone is said to be: a screen reader says so of `del`. */
function Code({
  gone,
  ...rest
}: {
  readonly gone: boolean | undefined;
  readonly className: string | undefined;
  readonly children: ReactNode;
}) {
  return gone ? (
    <del>
      <code {...rest} />
    </del>
  ) : (
    <code {...rest} />
  );
}

/** Words of the line itself, or a value in it that has a state and can travel. */
function Piece({ piece, words }: { readonly piece: HttpPiece; readonly words: StateWords }) {
  if (piece.id === undefined && piece.state === undefined) {
    return <bdi className={piece.role && `${styles.value} ${roles[piece.role]}`}>{visible(piece.text)}</bdi>;
  }
  return <Box {...piece} words={words} shape="piece" />;
}
