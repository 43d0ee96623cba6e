import { useLabel } from '../../../components/lesson/labels.ts';
import { Part } from '../../../components/stage/Part.tsx';
import { VisibleText } from '../../../components/views/VisibleText.tsx';
import { decodeUtf8 } from '../../../protocol/bytes/utf8.ts';
import { labels } from '../labels.ts';
import type { OneRead } from '../readers.ts';
import type { PartView, TcpBoard } from '../scene.ts';
import styles from './TcpView.module.css';
import { WireStrip } from './WireStrip.tsx';

/** More reads than these are counted, not listed. */
const MOST_READS = 6;

/** The stream cut into segments, and what a reader has of it. */
export function TcpView({ board }: { readonly board: TcpBoard }) {
  const label = useLabel(labels);
  const { frames, segments, packets, side, reader, reads } = board;
  return (
    <>
      <div className={styles.wire}>
        <Part kind="wire" side={side} label={label('wire')} note={label(segments.label, segments.values)}>
          <WireStrip label={label('wire')} frames={frames} cutLabel={label('segment-ends')} />
        </Part>
      </div>
      {packets && (
        <Part label={label('as-tcp')}>
          <WireStrip label={label('as-tcp')} frames={packets} />
        </Part>
      )}
      {reader && (
        <div className={styles.close}>
          <Part kind="computed" label={label('reader')}>
            <Reader reader={reader} />
          </Part>
        </div>
      )}
      {reads && (
        <Part kind="computed" label={label('wrong-reads')}>
          <Reads reads={reads} />
        </Part>
      )}
    </>
  );
}

function Reader({ reader }: { readonly reader: NonNullable<TcpBoard['reader']> }) {
  const label = useLabel(labels);
  const { hidden, whole, arrived, now, part, parts, needs } = reader;
  return (
    <div className={styles.reader}>
      <p className={styles.so}>
        {label('arrived', { count: arrived, whole: hidden ? '?' : whole })}
        <strong className={styles.now}>{hidden ? '?' : label(now.label, now.values)}</strong>
      </p>
      <ol className={styles.parts}>
        {parts.map((one) => (
          <PartBox key={one.part} part={one} now={!hidden && one.part === part} hidden={hidden} />
        ))}
      </ol>
      <p className={styles.needs} data-hidden={hidden || undefined}>
        {hidden ? '?' : label(needs.label, needs.values)}
      </p>
    </div>
  );
}

function PartBox({ part, now, hidden }: { readonly part: PartView; readonly now: boolean; readonly hidden: boolean }) {
  const label = useLabel(labels);
  const { size, has } = part;
  const text = size === null ? label('unknown') : size === 0 ? label('absent') : label('has-of', { has, size });
  return (
    <li
      className={styles.part}
      data-now={now || undefined}
      data-part={part.part}
      data-full={(!hidden && size !== null && has === size && size > 0) || undefined}
      aria-current={now ? 'step' : undefined}
    >
      <span className={styles.partName}>{label(`part-${part.part}`)}</span>
      <span className={styles.has}>{hidden ? '?' : text}</span>
      <span
        className={styles.bar}
        aria-hidden="true"
        style={{ '--share': hidden || !size ? 0 : Math.min(1, has / size) }}
      />
    </li>
  );
}

function Reads({ reads }: { readonly reads: readonly OneRead[] }) {
  const label = useLabel(labels);
  const shown = reads.slice(0, MOST_READS);
  const rest = reads.length - shown.length;
  return (
    <ol className={styles.reads}>
      {shown.map((read, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reads have no identity but their place
        <li key={i} className={styles.read}>
          <span className={styles.readName}>{label('read-number', { number: i + 1 })}</span>
          <span className={styles.readText}>
            “<VisibleText text={decodeUtf8(read.payload)} />”
          </span>
          <span className={styles.readSays} data-good={isGood(read) || undefined}>
            {isGood(read) ? '✓ ' : '✕ '}
            {!read.aligned && label('read-astray')}
            {read.aligned && read.lost > 0 && label('read-lost', { count: read.lost })}
            {read.aligned && read.missing > 0 && label('read-missing', { count: read.missing })}
            {isGood(read) && label('read-good')}
          </span>
        </li>
      ))}
      {rest > 0 && <li className={styles.readName}>{label('more', { count: rest })}</li>}
    </ol>
  );
}

function isGood({ aligned, lost, missing }: OneRead): boolean {
  return aligned && lost === 0 && missing === 0;
}
