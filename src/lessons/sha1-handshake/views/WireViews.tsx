import { useLabel } from '../../../components/lesson/labels.ts';
import { HttpText } from '../../../components/stage/HttpText.tsx';
import { Columns } from '../../../components/stage/Layout.tsx';
import { Notice } from '../../../components/stage/Notice.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import type { Claim, Focus, HeadLine, TalkLine } from '../scene.ts';
import { cellsOf } from './cells.ts';
import { Line } from './Line.tsx';
import styles from './WireViews.module.css';

type Of<K extends Focus['kind']> = { readonly focus: Extract<Focus, { kind: K }> };

/** Who says what to whom, and whether it is believed. */
export function TalkView({ focus }: Of<'talk'>) {
  return (
    <ol className={styles.talk}>
      {focus.lines.map((line) => (
        <li key={`${line.from}-${line.header}`} data-from={line.from}>
          <Said line={line} />
        </li>
      ))}
    </ol>
  );
}

function Said({ line }: { readonly line: TalkLine }) {
  const label = useLabel(labels);
  const { from, header, value, believed } = line;
  const asks = header === 'Sec-WebSocket-Key';
  const yes = value === 'yes';
  const words = asks ? 'says-key' : yes ? 'says-yes' : from === 'cache' ? 'says-old' : 'says-accept';
  const verdict = believed === null ? null : believed ? 'believed' : from === 'cache' ? 'doubted-old' : 'doubted';
  return (
    <>
      <p className={styles.who}>
        <span aria-hidden="true">{from === 'client' ? '▲' : '▼'}</span> {label(from)}
      </p>
      <p className={styles.says}>
        <span>{value === null ? label('not-known') : label(words)}</span>
        {value === null ? (
          <code className={styles.unknown}>{header}: ?</code>
        ) : (
          !yes && (
            <code>
              {header}: <bdi className={styles.value}>{value}</bdi>
            </code>
          )
        )}
      </p>
      {verdict !== null && (
        <p className={styles.verdict} data-believed={believed}>
          <span aria-hidden="true">{believed ? '✓' : '✕'}</span> {label(verdict)}
        </p>
      )}
    </>
  );
}

/** A head as it travels. */
export function HeadView({ focus }: Of<'head'>) {
  const label = useLabel(labels);
  const { side, lines, known, lit } = focus;
  const name = label(side === 'client' ? 'head-request' : 'head-response');
  return (
    <div className={styles.head}>
      <Part label={name} kind="wire" side={side}>
        <HttpText
          label={name}
          lines={lines.map((line, index) => ({
            id: `${side}-line-${index}`,
            pieces: pieces(line),
            state: index >= known ? 'empty' : index === lit ? 'current' : 'done',
            ...(line.value === '' && index < known && { note: label('blank-line') }),
          }))}
        />
      </Part>
    </div>
  );
}

function pieces({ name, value }: HeadLine) {
  if (name === '') return [{ text: value }];
  const own = name === 'Sec-WebSocket-Key' || name === 'Sec-WebSocket-Accept';
  return [{ text: `${name}: ` }, { text: value, ...(own && { role: 'key' as const }) }];
}

/** Room for a note that is gone: the name above it stays where it is. */
const NO_NOTE = '\u00a0';

/** What the client expects, and what came. */
export function CompareView({ focus }: Of<'compare'>) {
  const label = useLabel(labels);
  const { expected, found } = focus;
  const texts = expected.split('');
  return (
    <div className={styles.compare}>
      <Line label={label('expected')} kind="computed" unit="char" cells={cellsOf('expected', texts, 'done')} />
      <Line
        label={label('found')}
        note={found === null ? label('found-none') : NO_NOTE}
        kind="wire"
        unit="char"
        cells={cellsOf('found', texts, found === null ? 'empty' : 'current').map((cell, index) => ({
          ...cell,
          from: `accept-${index}`,
        }))}
      />
      {found !== null && <Notice kind="right">{label('same-all', { count: expected.length })}</Notice>}
    </div>
  );
}

/** What follows from a right answer, and what does not. */
export function ClaimsView({ focus }: Of<'claims'>) {
  const label = useLabel(labels);
  const claims = (kind: 'right' | 'wrong', ids: readonly Claim[], all: readonly Claim[]) => (
    <ul className={styles.claims}>
      {all.map((id) => (
        <li key={id}>
          {ids.includes(id) ? <Notice kind={kind}>{label(id)}</Notice> : <div className={styles.blank} />}
        </li>
      ))}
    </ul>
  );
  return (
    <Columns>
      <Part label={label('proved')}>{claims('right', focus.claims, PROVED)}</Part>
      <Part label={label('not-proved')}>{claims('wrong', focus.claims, NOT_PROVED)}</Part>
    </Columns>
  );
}

const PROVED: readonly Claim[] = ['claim-understood', 'claim-this-key', 'claim-fresh'];
const NOT_PROVED: readonly Claim[] = ['claim-not-secret', 'claim-not-identity', 'claim-not-whole'];
