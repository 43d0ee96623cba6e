// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be walked cell by cell; the grid of ARIA can
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid only the cell in use takes the focus, or the grid itself
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../protocol/bytes/source.ts';
import { byteSpan, endByte, firstByte } from '../../protocol/bytes/span.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import { RULES } from '../../protocol/model/rules.ts';
import { type Selection, useSelection } from '../state/selection.ts';
import { HexRow } from './HexRow.tsx';
import styles from './HexView.module.css';
import { moveInHex } from './hexKeys.ts';
import { useLights } from './Linked.tsx';
import { glow } from './light.ts';
import { bestMark, type MarkFinder, NO_MARKS } from './marks.ts';
import { template } from './template.ts';
import { useRows } from './useRows.ts';
import { useWidth } from './useWidth.ts';

interface HexViewProps {
  readonly source: Source;
  /** Accessible name. */
  readonly label: string;
  /** What the bytes are. */
  readonly marks?: MarkFinder;
  /** Those of other sources are left out. */
  readonly issues?: readonly Issue[];
  /** Show only bytes `[from, to)`; offsets stay those of the source. */
  readonly from?: number;
  readonly to?: number;
  /** Scrolls beyond. */
  readonly maxRows?: number;
}

/** Pixels; HexView.module.css says the same. */
const ROW_HEIGHT = 28;
const BYTE_WIDTH = 26;
const LETTER_WIDTH = 11;
/** Where sixteen bytes would not fit, they are set closer before they are set in eights. */
const CLOSE_BYTE_WIDTH = 23;
const CLOSE_LETTER_WIDTH = 9;
const DIGIT_WIDTH = 9;

const SEVERITIES = ['error', 'warning', 'note'] as const;

function fitting(width: number, digits: number): { perRow: number; close: boolean } {
  const rest = width - digits * DIGIT_WIDTH - 26;
  if (rest >= 16 * (BYTE_WIDTH + LETTER_WIDTH)) return { perRow: 16, close: false };
  if (rest >= 16 * (CLOSE_BYTE_WIDTH + CLOSE_LETTER_WIDTH)) return { perRow: 16, close: true };
  return { perRow: 8, close: false };
}

/** The worst that is wrong at a byte: the first letter of its severity, `-` for nothing. */
function faultAt(faults: readonly Issue[], byte: number): string {
  const here = faults.filter(
    ({ span }) => firstByte(span) <= byte && byte < Math.max(endByte(span), firstByte(span) + 1),
  );
  const worst = SEVERITIES.find((severity) => here.some((issue) => RULES[issue.rule].severity === severity));
  return worst?.charAt(0) ?? '-';
}

/** Bytes of one source as a dump of any length: offset, hex, ASCII. A grid that can be walked byte by byte. */
export function HexView({ source, label, marks = NO_MARKS, issues, from = 0, to, maxRows = 16 }: HexViewProps) {
  const { t } = useTranslation('views');
  const id = useId();
  const selected = useSelection((state) => state.selected);
  const hover = useSelection((state) => state.hover);
  const select = useSelection((state) => state.select);
  const lights = useLights();
  const end = Math.min(source.length, to ?? source.length);
  const outer = useRef<HTMLDivElement>(null);
  const width = useWidth(outer, 'hex', 800);
  const digits = Math.max(4, Math.ceil(Math.log2(Math.max(2, end)) / 4));
  const { perRow, close } = fitting(width, digits);
  const first = Math.floor(from / perRow) * perRow;
  const count = Math.ceil(Math.max(0, end - first) / perRow);
  const rows = useRows(count, ROW_HEIGHT, maxRows);
  const [at, setAt] = useState(from);
  const active = Math.min(Math.max(at, from), Math.max(from, end - 1));
  const [focused, setFocused] = useState(false);
  const faults = useMemo(() => (issues ?? []).filter((issue) => issue.span.source === source.id), [issues, source]);

  const { show } = rows;
  useEffect(() => {
    if (!selected || (selected.view === 'hex' && selected.span?.source === source.id)) return;
    const light = lights.selected.get(source.id);
    // What was unmasked is linked to its key and to its payload, in this order: the second is what one looks for.
    const run = light?.self[0] ?? light?.linked[Math.min(1, light.linked.length - 1)];
    if (!run) return;
    const byte = Math.floor(Math.max(run.start, run.from) / 8);
    if (byte < from || byte >= end) return;
    setAt(byte);
    show(Math.floor((byte - first) / perRow), 2);
  }, [selected, lights.selected, source, from, end, first, perRow, show]);

  const selectionAt = (byte: number): Selection => {
    const span = byteSpan(source.id, byte, 1);
    return { path: bestMark(marks(byte, byte + 1), span.start, span.end)?.path ?? null, span, view: 'hex' };
  };
  const byteUnder = (event: MouseEvent) => {
    const byte = (event.target as Element).closest<HTMLElement>('[data-byte]')?.dataset.byte;
    return byte === undefined ? null : Number(byte);
  };
  const go = (byte: number) => {
    setAt(byte);
    show(Math.floor((byte - first) / perRow));
    hover(selectionAt(byte));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      select(selectionAt(active));
    } else {
      const next = moveInHex(event, active, { from, end, first, perRow, page: rows.page });
      if (next === null) return;
      go(next);
    }
    event.preventDefault();
  };

  const glowsOf = (start: number, until: number) => {
    let letters = '';
    for (let byte = start; byte < until; byte++) {
      letters += glow(lights.selected.get(source.id), byte * 8, byte * 8 + 8) || '-';
      letters += glow(lights.hovered.get(source.id), byte * 8, byte * 8 + 8) || '-';
    }
    return letters;
  };
  const faultsOf = (start: number, until: number) => {
    let letters = '';
    for (let byte = start; byte < until; byte++) letters += faultAt(faults, byte);
    return letters;
  };

  const say = useMemo(
    () => ({
      byte: template(['offset', 'hex', 'name'], (values) => t('hex.byte', values)),
      byteIssue: template(['offset', 'hex', 'name'], (values) => t('hex.byteIssue', values)),
    }),
    [t],
  );
  const drawn = [];
  for (let i = rows.first; i < rows.end; i++) {
    const start = Math.max(from, first + i * perRow);
    const until = Math.min(end, first + (i + 1) * perRow);
    drawn.push(
      <HexRow
        key={i % rows.slots}
        id={id}
        index={i}
        top={rows.base + i * ROW_HEIGHT}
        say={say}
        source={source}
        marks={marks}
        offset={first + i * perRow}
        start={start}
        end={until}
        perRow={perRow}
        digits={digits}
        glows={glowsOf(start, until)}
        faults={faultsOf(start, until)}
        active={active >= start && active < until ? active : -1}
      />,
    );
  }
  return (
    <div ref={outer} className={styles.outer}>
      {count === 0 ? (
        <p className={styles.empty}>{t('hex.empty')}</p>
      ) : (
        <div
          ref={rows.ref}
          role="grid"
          tabIndex={0}
          aria-label={label}
          aria-description={t('hex.keys')}
          aria-rowcount={count}
          aria-colcount={perRow}
          aria-activedescendant={focused ? `${id}-${active}` : undefined}
          className={styles.grid}
          data-focused={focused || undefined}
          data-close={close || undefined}
          style={{ maxBlockSize: maxRows * ROW_HEIGHT }}
          onScroll={rows.onScroll}
          onKeyDown={onKeyDown}
          onFocus={() => {
            setFocused(true);
            hover(selectionAt(active));
          }}
          onBlur={() => {
            setFocused(false);
            hover(null);
          }}
          onMouseOver={(event) => {
            const byte = byteUnder(event);
            hover(byte === null ? null : selectionAt(byte));
          }}
          onMouseLeave={() => hover(null)}
          onClick={(event) => {
            const byte = byteUnder(event);
            if (byte === null) return;
            setAt(byte);
            select(selectionAt(byte));
          }}
        >
          <div role="presentation" className={styles.spacer} style={{ blockSize: rows.height }}>
            {drawn}
          </div>
        </div>
      )}
    </div>
  );
}
