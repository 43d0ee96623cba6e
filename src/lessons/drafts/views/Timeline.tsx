import { useLayoutEffect, useRef } from 'react';
import { useLabel } from '../../../components/lesson/labels.ts';
import { usePlayer } from '../../../components/player/player.ts';
import { labels } from '../labels.ts';
import type { TimelinePicture } from '../scene.ts';
import { factsOf, isAfter, placeOf, STOPS, type Stop } from '../stops.ts';
import styles from './Timeline.module.css';

interface TimelineProps {
  readonly timeline: TimelinePicture;
}

/** Cells that the axis is to scale for: all texts up to RFC 6455. */
const SCALED = STOPS.filter((stop) => !isAfter(stop)).length;
const MONTHS = 24;
/** The paper on confused proxies: its preprint (November 2010). */
const PAPER = '2010-11';
/** Percent of the width that a year takes, and half of a date and of the paper's words, with a little air. */
const YEAR = 4;
const DATE_HALF = 5;
const PAPER_HALF = 7;

interface Band {
  readonly key: string;
  readonly first: number;
  readonly count: number;
}

/** Neighbours with the same key. */
function bandsOf(keyOf: (stop: Stop, index: number) => string): Band[] {
  const bands: Band[] = [];
  for (const [i, stop] of STOPS.entries()) {
    const key = keyOf(stop, i);
    const last = bands.at(-1);
    if (last?.key === key) bands[bands.length - 1] = { ...last, count: last.count + 1 };
    else bands.push({ key, first: i, count: 1 });
  }
  return bands;
}

const FAMILIES = bandsOf((stop) => factsOf(stop).family);

function versionKey(stop: Stop): string {
  const { version, draftHeader } = factsOf(stop);
  return version === null ? (draftHeader === null ? 'none' : 'draft') : String(version);
}

/** Percent of the width: dates up to the RFC to scale, later ones above their cells. */
function dateAt(stop: Stop): number {
  return isAfter(stop) ? cellAt(stop) : (placeOf(factsOf(stop).date) * SCALED * 100) / STOPS.length;
}

function cellAt(stop: Stop): number {
  return ((STOPS.indexOf(stop) + 0.5) * 100) / STOPS.length;
}

/** All texts: on an axis to scale, and below it one cell for each, with what it sends as its version. */
export function Timeline({ timeline }: TimelineProps) {
  const label = useLabel(labels);
  const { plan, go } = usePlayer();
  const { at, known, asked, paper } = timeline;
  const now = STOPS.indexOf(at);
  const frame = useRef<HTMLDivElement>(null);
  // On a phone the line is wider than the screen: what is current stays in view.
  useLayoutEffect(() => {
    const outer = frame.current;
    if (!outer || outer.scrollWidth <= outer.clientWidth) return;
    const origin = outer.getBoundingClientRect().left - outer.scrollLeft;
    // Its cell and its date, which may be far from one another.
    const places = [...outer.querySelectorAll('[data-now]')].map((element) => {
      const { left, width } = element.getBoundingClientRect();
      return left + width / 2 - origin;
    });
    const middle = places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length);
    outer.scrollLeft = middle - outer.clientWidth / 2;
  });
  const show = (stop: Stop) => {
    for (let i = 0; i < plan.stepCount; i += 1) if (plan.step(i)?.id === stop) return go(i);
  };
  const versionOf = (stop: Stop) => {
    const { version, draftHeader } = factsOf(stop);
    if (STOPS.indexOf(stop) > known) return asked && stop === at ? '?' : label('version-unknown');
    if (version !== null) return String(version);
    return draftHeader === null ? label('version-none') : label('version-draft', { value: draftHeader });
  };
  const bands = bandsOf((stop, i) =>
    i <= known ? versionKey(stop) : `${i === known + 1 && asked ? 'asked' : 'later'}${i}`,
  );

  return (
    <div ref={frame} className={styles.scroll}>
      <div className={styles.timeline} style={{ '--stops': STOPS.length }}>
        <span className={styles.rowName} data-row="date" aria-hidden="true">
          {label('row-date')}
        </span>
        <Axis at={at} paper={paper} />
        <span className={styles.rowName} data-row="text" aria-hidden="true">
          {label('row-text')}
        </span>
        <ol className={styles.cells} aria-label={label('timeline')}>
          {STOPS.map((stop, i) => {
            const { short, name, date, family } = factsOf(stop);
            const state = i === now ? 'current' : i < now ? 'done' : 'faint';
            return (
              <li key={stop} className={styles.cell}>
                <button
                  type="button"
                  className={styles.stop}
                  data-state={state}
                  data-family={family}
                  aria-current={i === now ? 'step' : undefined}
                  data-now={i === now || undefined}
                  aria-label={label('stop-spoken', { name, date, version: versionOf(stop) })}
                  onClick={() => show(stop)}
                >
                  {short}
                </button>
              </li>
            );
          })}
        </ol>
        <div className={styles.families} aria-hidden="true">
          {FAMILIES.map(({ key, first, count }) => (
            <span key={key} className={styles.family} style={{ gridColumn: `${first + 1} / span ${count}` }}>
              {label(`family-${key as 'hixie' | 'hybi' | 'rfc'}`)}
            </span>
          ))}
        </div>
        <span className={styles.rowName} data-row="version" aria-hidden="true">
          {label('row-version')}
        </span>
        <div className={styles.versions} aria-hidden="true">
          {bands.map(({ key, first, count }) => {
            const unknown = key.startsWith('later');
            return (
              <span
                key={first}
                className={styles.version}
                data-kind={unknown ? 'later' : key.startsWith('asked') ? 'asked' : key === 'none' ? 'none' : 'sent'}
                data-on={(now >= first && now < first + count && !unknown) || undefined}
                style={{ gridColumn: `${first + 1} / span ${count}` }}
              >
                {unknown
                  ? ''
                  : key === 'draft' && count === 1
                    ? label('version-draft-short', { value: factsOf(STOPS[first] as Stop).draftHeader ?? '' })
                    : versionOf(STOPS[first] as Stop)}
              </span>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Months to scale, and from each date a line to its cell. */
function Axis({ at, paper }: { readonly at: Stop; readonly paper: boolean }) {
  const label = useLabel(labels);
  const scale = (SCALED * 100) / STOPS.length;
  const years = ['2010', '2011'].map((year) => ({ year, from: placeOf(`${year}-01-01`) * scale }));
  const paperAt = placeOf(PAPER) * scale;
  // A year of which the date on show would leave a scrap gives way to it.
  const dated = paper ? paperAt : dateAt(at);
  const half = paper ? PAPER_HALF : DATE_HALF;
  const gives = (from: number, to: number) => from < dated + half && to > dated - half;
  return (
    <div className={styles.axis} aria-hidden="true">
      {years
        .filter(({ from }) => !gives(from, from + YEAR))
        .map(({ year, from }) => (
          <span key={year} className={styles.year} style={{ insetInlineStart: `${from}%` }}>
            {year}
          </span>
        ))}
      {STOPS.filter((stop) => isAfter(stop) && !gives(cellAt(stop) - YEAR / 2, cellAt(stop) + YEAR / 2)).map((stop) => (
        <span key={stop} className={styles.later} style={{ insetInlineStart: `${cellAt(stop)}%` }}>
          {factsOf(stop).date.slice(0, 4)}
        </span>
      ))}
      <svg className={styles.lines} viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">
        <title>{label('timeline')}</title>
        <path className={styles.base} d={`M 0 12 H ${scale}`} />
        <path className={styles.break} d={`M ${scale} 12 H 100`} />
        {Array.from({ length: MONTHS + 1 }, (_, month) => {
          const x = (month / MONTHS) * scale;
          return (
            <path
              key={x}
              className={styles.tick}
              d={`M ${x} 12 v ${month % 12 === 0 ? -12 : month % 3 === 0 ? -8 : -4}`}
            />
          );
        })}
        {STOPS.map((stop) => (
          <path
            key={stop}
            className={styles.leader}
            data-on={stop === at || undefined}
            d={`M ${dateAt(stop)} 12 V 34 L ${cellAt(stop)} 84 V 100`}
          />
        ))}
      </svg>
      <span className={styles.flag} style={{ insetInlineStart: `${paperAt}%` }}>
        ◆
      </span>
      <span
        className={styles.date}
        style={{ insetInlineStart: `${dated}%` }}
        data-edge={dateAt(at) > 90 ? 'end' : dateAt(at) < 6 ? 'start' : undefined}
        data-paper={paper || undefined}
        data-now
      >
        {paper ? label('flag-paper') : factsOf(at).date}
      </span>
    </div>
  );
}
