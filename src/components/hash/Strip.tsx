import type { ReactNode } from 'react';
import styles from './Strip.module.css';
import type { Part, Setting } from './scene.ts';
import { useHashLabel } from './useHashLabel.ts';

const ORDER: readonly Part[] = ['start', 'pad', 'words', 'rounds', 'fold', 'digest', 'end'];

/** The whole algorithm in one line, with the place of this picture in it: a still of any step says where it belongs. */
export function Strip({ setting }: { readonly setting: Setting }) {
  const label = useHashLabel();
  const { algorithm, shape, size, blocks, part, block, done } = setting;
  const state = (at: Part, atBlock: number | null) => {
    if (part === at && (atBlock === null || atBlock === block)) return 'now';
    if (atBlock !== null && block !== null && atBlock !== block) return atBlock < block ? 'done' : 'later';
    return ORDER.indexOf(at) < ORDER.indexOf(part) ? 'done' : 'later';
  };
  const shown = blocks === null ? [null] : Array.from({ length: blocks }, (_, index) => index);
  return (
    <ol className={styles.strip} aria-label={label('strip')}>
      <Box state={part === 'start' ? 'now' : 'done'}>
        {label('strip-message')} <small>{label('bytes', { n: size })}</small>
      </Box>
      <Box state={state('pad', null)}>{label('strip-pad')}</Box>
      {shown.map((index) => (
        <li key={index ?? 'any'} className={styles.block} data-now={index === block ? '' : undefined}>
          <span className={styles.name}>
            {index === null ? label('strip-block-any') : label('strip-block', { n: index + 1 })}
          </span>
          <ol className={styles.inner}>
            {(['words', 'rounds', 'fold'] as const).map((at) => {
              const now = index === null ? 'later' : state(at, index);
              return (
                <Box
                  key={at}
                  state={now}
                  counts={at !== 'fold'}
                  filled={now === 'now' && at !== 'fold' ? done / shape[at] : null}
                >
                  {at !== 'fold' && <b>{now === 'now' ? `${done}/${shape[at]}` : shape[at]}</b>}{' '}
                  {label(at === 'rounds' ? `strip-rounds-${algorithm}` : `strip-${at}`)}
                </Box>
              );
            })}
          </ol>
        </li>
      ))}
      <Box state={part === 'end' ? 'now' : state('digest', null)}>
        {label('strip-digest')} <small>{label('bytes', { n: shape.digestBytes })}</small>
      </Box>
    </ol>
  );
}

interface BoxProps {
  readonly state: 'now' | 'done' | 'later';
  /** How much of it is done, 0 to 1. */
  readonly filled?: number | null;
  /** It says how far it is. */
  readonly counts?: boolean;
  readonly children: ReactNode;
}

function Box({ state, filled = null, counts = false, children }: BoxProps) {
  return (
    <li
      className={styles.box}
      data-state={state}
      data-counts={counts ? '' : undefined}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      {filled !== null && <span className={styles.filled} style={{ transform: `scaleX(${filled})` }} />}
      {children}
    </li>
  );
}
