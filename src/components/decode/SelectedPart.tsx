import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../protocol/bytes/source.ts';
import type { Part } from '../../protocol/connection/model.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import { BitRuler } from '../views/BitRuler.tsx';
import { HexView } from '../views/HexView.tsx';
import { nodeAt } from '../views/linked.ts';
import { finder, issuesIn, leaves } from '../views/marks.ts';
import { CopyAs } from './CopyAs.tsx';
import { rowOf } from './rows.ts';
import styles from './SelectedPart.module.css';
import type { Opened } from './selectors.ts';

interface SelectedPartProps {
  readonly opened: Opened;
  readonly part: Part;
  readonly row: number;
  readonly tree: FieldNode;
  readonly sources: readonly Source[];
}

/** The part on show: what it is, its header bit by bit, and the bytes of every source it touches. */
export function SelectedPart({ opened, part, row, tree, sources }: SelectedPartProps) {
  const { t } = useTranslation(['decode', 'opcodes', 'views']);
  const { connection } = opened;
  const marks = useMemo(() => leaves(tree), [tree]);
  const issues = useMemo(() => issuesIn(tree), [tree]);
  const wire = connection.directions[part.direction].source;
  // The frame alone: the message it is a fragment of has no header.
  const frame = useMemo(() => connection.explain(part.path) ?? tree, [connection, part, tree]);
  // A header that is masked as well (hybi-04 to -06) is read where it is in clear.
  const bare = nodeAt(frame, `${part.path}/frame-unmasked`);
  const clear = sources.find(({ id }) => id === bare?.span?.source);
  return (
    <article className={styles.selected} aria-label={t('selected.label')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{useTitle(opened, row)}</h2>
        <span className={styles.place}>
          {part.length === 1
            ? t('views:place.byte', { byte: `${part.offset}` })
            : t('views:place.bytes', { first: `${part.offset}`, last: `${part.offset + part.length - 1}` })}
          {' · '}
          {t(`views:source.${part.direction}`)}
        </span>
        <CopyAs opened={opened} part={part} sources={sources} />
      </header>
      {part.kind === 'frame' && (
        <div className={styles.ruler}>
          {clear && bare && (
            <p className={styles.caption}>
              {t(`selected.sources.${clear.how}`)}
              <span className={styles.computed}>{t('selected.computed')}</span>
            </p>
          )}
          <BitRuler tree={bare && clear ? bare : frame} source={clear ?? wire} />
        </div>
      )}
      {sources.map((source) => (
        <section key={source.id} className={styles.source} data-computed={source.how !== 'wire' || undefined}>
          <h3 className={styles.caption}>
            {t(`selected.sources.${source.how}`)}
            {source.how !== 'wire' && <span className={styles.computed}>{t('selected.computed')}</span>}
          </h3>
          <HexView
            source={source}
            label={t(`selected.sources.${source.how}`)}
            marks={finder(marks, source.id)}
            issues={issues}
            {...(source === wire && { from: part.offset, to: part.offset + part.length })}
          />
        </section>
      ))}
    </article>
  );
}

/** “Text frame, masked, 5 bytes”. */
function useTitle({ connection }: Opened, row: number): string {
  const { t } = useTranslation(['decode', 'opcodes', 'views']);
  const { part, kind, masked, fin, compressed, size } = rowOf(connection, row, null);
  const bytes = t('views:bytes', { count: Number(size) });
  switch (kind) {
    case 'request':
    case 'response':
    case 'unparsed':
      return [t(`selected.${kind}`), bytes].join(t('selected.comma'));
    case 'hixie-text':
    case 'hixie-close':
    case 'hixie-discarded':
      return [t(`selected.${kind}`), bytes].join(t('selected.comma'));
    default: {
      const first = connection.directions[part.direction].frames.message(part.frame);
      const facts = [
        t('selected.frame', { name: t(`opcodes:${kind}.name`) }),
        ...(first >= 0 && first === part.frame && !fin ? [t('selected.firstFragment')] : []),
        ...(first >= 0 && first !== part.frame ? [t(fin ? 'selected.lastFragment' : 'selected.middleFragment')] : []),
        ...(masked ? [t('selected.masked')] : []),
        ...(compressed ? [t('selected.compressed')] : []),
        bytes,
      ];
      return facts.join(t('selected.comma'));
    }
  }
}
