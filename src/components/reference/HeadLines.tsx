import { fromLatin1, latin1 } from '../../protocol/handshake/latin1.ts';
import { Bytes } from '../views/Bytes.tsx';
import { glow } from '../views/light.ts';
import type { Light } from '../views/linked.ts';
import { roleOf } from '../views/marks.ts';
import { visible } from '../views/text.ts';
import styles from './Example.module.css';
import { type HeadRun, headLines } from './headLines.ts';

interface HeadLinesProps {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly light: Light | undefined;
}

/** A head as its lines, and raw bytes behind it as bytes. Line ends show where they matter. */
export function HeadLines({ bytes, offset, light }: HeadLinesProps) {
  const { lines, rest } = headLines(latin1(bytes), (at) => glow(light, (offset + at) * 8, (offset + at) * 8 + 8));
  return (
    <div className={styles.lines}>
      {lines.map((runs, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <p key={i} className={styles.line}>
          {runs.map((run, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor has a run
            <Run key={j} run={run} />
          ))}
        </p>
      ))}
      {rest !== '' && (
        <p
          className={styles.line}
          data-lit={glow(light, (offset + bytes.length) * 8 - 8, (offset + bytes.length) * 8) || undefined}
        >
          <Bytes bytes={fromLatin1(rest)} role={roleOf('key3')} limit={20} />
        </p>
      )}
    </div>
  );
}

function Run({ run: { text, lit } }: { readonly run: HeadRun }) {
  // What lies on the line ends alone is shown by their signs; elsewhere they would only be in the way.
  const shown =
    lit !== '' && /^[\r\n ]+$/.test(text) ? visible(text).replaceAll(' ', '␠') : text.replace(/[\r\n]+$/, '');
  if (shown === '') return null;
  return <bdi data-lit={lit || undefined}>{visible(shown)}</bdi>;
}
