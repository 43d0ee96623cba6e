import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { RULES } from '../../protocol/model/rules.ts';
import styles from './FieldTree.module.css';
import type { Glow } from './light.ts';
import { roleOf } from './marks.ts';
import roles from './roles.module.css';
import { originOf, type TreeRow } from './treeRows.ts';
import { useFormat } from './useFormat.ts';

const SEVERITIES = ['error', 'warning', 'note'] as const;

interface FieldTreeRowProps {
  readonly row: TreeRow;
  readonly index: number;
  readonly id: string;
  readonly top: number;
  readonly name: string;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly selectedGlow: Glow;
  readonly hoveredGlow: Glow;
}

export const FieldTreeRow = memo(function FieldTreeRow(props: FieldTreeRowProps) {
  const { row, name } = props;
  const { node } = row;
  const { t } = useTranslation('views');
  const format = useFormat();
  const origin = originOf(node);
  const value = format(node);
  const parent = node.children.length > 0;
  const worst = SEVERITIES.find((severity) => node.issues.some((issue) => RULES[issue.rule].severity === severity));
  return (
    <div
      id={props.id}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={parent ? row.open : undefined}
      aria-selected={props.chosen}
      data-row={props.index}
      data-path={node.path}
      data-origin={origin}
      data-active={props.active || undefined}
      data-selected={props.selectedGlow || undefined}
      data-hovered={props.hoveredGlow || undefined}
      className={`${styles.row} ${roles[roleOf(node.field)]}`}
      style={{ transform: `translateY(${props.top}px)`, '--level': row.level }}
    >
      <span className={styles.toggle} data-toggle={parent || undefined} aria-hidden="true">
        {parent ? (row.open ? '▾' : '▸') : ''}
      </span>
      <span className={styles.swatch} aria-hidden="true" />
      <span className={styles.name}>{name}</span>
      {node.status !== 'complete' && <span className={styles.note}>{t(`tree.${node.status}`)}</span>}
      {node.issues.length > 0 && (
        <span className={styles.issue} data-severity={worst}>
          <span aria-hidden="true">!</span>
          <span className="unseen">{t('tree.issue', { count: node.issues.length })}</span>
        </span>
      )}
      <span className={styles.value} title={value}>
        <bdi>{value}</bdi>
      </span>
      {origin !== 'wire' && <span className="unseen">{t(`tree.${origin}`)}</span>}
    </div>
  );
});
