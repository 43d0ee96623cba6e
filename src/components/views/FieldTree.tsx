import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldNode } from '../../protocol/model/node.ts';
import { type Selection, useSelection } from '../state/selection.ts';
import styles from './FieldTree.module.css';
import { FieldTreeRow } from './FieldTreeRow.tsx';
import { useLights } from './Linked.tsx';
import { glow } from './light.ts';
import { closedAbove, headerName, type TreeRow, treeRows, typeahead } from './treeRows.ts';
import { useRows } from './useRows.ts';

interface FieldTreeProps {
  readonly tree: FieldNode;
  /** Accessible name. */
  readonly label: string;
  /** Scrolls beyond. */
  readonly maxRows?: number;
}

/** Pixels; FieldTree.module.css says the same. */
const ROW_HEIGHT = 32;
/** Letters typed within this time belong to one word. */
const TYPING_MS = 700;

function selectionOf(node: FieldNode): Selection {
  return { path: node.path, span: node.span, view: 'tree' };
}

/** The fields as a tree that can be walked. The keyboard selects as it goes, as in any single-choice tree. */
export function FieldTree({ tree, label, maxRows = 24 }: FieldTreeProps) {
  const { t } = useTranslation(['views', 'fields']);
  const id = useId();
  const selected = useSelection((state) => state.selected);
  const hover = useSelection((state) => state.hover);
  const select = useSelection((state) => state.select);
  const lights = useLights();
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const rows = useMemo(() => treeRows(tree, opened), [tree, opened]);
  const names = useMemo(() => rows.map(({ node }) => headerName(node) ?? t(`fields:${node.field}.name`)), [rows, t]);
  const window = useRows(rows.length, ROW_HEIGHT, maxRows);
  const [at, setAt] = useState(tree.path);
  const active = Math.max(
    0,
    rows.findIndex((row) => row.node.path === at),
  );
  const [focused, setFocused] = useState(false);
  const typed = useRef({ text: '', when: 0 });

  const { show } = window;
  const chosen = selected?.path ?? null;
  const index = chosen === null ? -1 : rows.findIndex((row) => row.node.path === chosen);
  // What another view selects must show here, inside a closed parent too. Closing it again by hand is respected.
  const [revealed, setRevealed] = useState(chosen);
  if (chosen !== revealed) {
    setRevealed(chosen);
    const above = chosen === null ? [] : closedAbove(tree, chosen, opened);
    if (above.length > 0) setOpened(new Map([...opened, ...above.map((path) => [path, true] as const)]));
  }
  useEffect(() => {
    if (chosen === null || index < 0) return;
    setAt(chosen);
    show(index, 1);
  }, [chosen, index, show]);

  const goTo = (to: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (!row) return;
    setAt(row.node.path);
    show(rows.indexOf(row));
    select(selectionOf(row.node));
  };
  const setOpen = ({ node }: TreeRow, open: boolean) => {
    setOpened(new Map([...opened, [node.path, open]]));
  };
  const seek = (letter: string) => {
    const now = performance.now();
    const before = now - typed.current.when < TYPING_MS ? typed.current.text : '';
    typed.current = { text: before + letter, when: now };
    const found = typeahead(names, active, typed.current.text);
    if (found >= 0) goTo(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === 'ArrowDown') goTo(active + 1);
    else if (key === 'ArrowUp') goTo(active - 1);
    else if (key === 'Home') goTo(0);
    else if (key === 'End') goTo(rows.length - 1);
    else if (key === 'PageDown') goTo(active + window.page);
    else if (key === 'PageUp') goTo(active - window.page);
    else if (key === 'ArrowRight') {
      if (row.open) goTo(active + 1);
      else if (row.node.children.length > 0) setOpen(row, true);
    } else if (key === 'ArrowLeft') {
      if (row.open) setOpen(row, false);
      else if (row.parent >= 0) goTo(row.parent);
    } else if (key === 'Enter' || key === ' ') goTo(active);
    else if (key.length === 1) seek(key);
    else return;
    event.preventDefault();
  };
  const rowUnder = (event: MouseEvent) => {
    const i = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset.row;
    return i === undefined ? undefined : rows[Number(i)];
  };

  const drawn = [];
  for (let i = window.first; i < window.end; i++) {
    const row = rows[i];
    if (!row) break;
    const { span } = row.node;
    // A parent holds everything its children do: it would always be lit.
    const shines = span && row.node.children.every((child) => child.span?.source !== span.source);
    drawn.push(
      <FieldTreeRow
        key={row.node.path}
        row={row}
        index={i}
        id={`${id}-${i}`}
        top={window.base + i * ROW_HEIGHT}
        name={names[i] ?? ''}
        chosen={row.node.path === chosen}
        active={i === active}
        selectedGlow={shines ? glow(lights.selected.get(span.source), span.start, span.end) : ''}
        hoveredGlow={shines ? glow(lights.hovered.get(span.source), span.start, span.end) : ''}
      />,
    );
  }
  return (
    <div
      ref={window.ref}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={focused ? `${id}-${active}` : undefined}
      className={styles.tree}
      data-focused={focused || undefined}
      style={{ maxBlockSize: maxRows * ROW_HEIGHT }}
      onScroll={window.onScroll}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onMouseOver={(event) => {
        const row = rowUnder(event);
        hover(row ? selectionOf(row.node) : null);
      }}
      onMouseLeave={() => hover(null)}
      onClick={(event) => {
        const row = rowUnder(event);
        if (!row) return;
        if ((event.target as Element).closest('[data-toggle]')) setOpen(row, !row.open);
        else goTo(rows.indexOf(row));
      }}
    >
      <div role="presentation" className={styles.spacer} style={{ blockSize: window.height }}>
        {drawn}
      </div>
    </div>
  );
}
