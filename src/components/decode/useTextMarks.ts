import { useEffect, useMemo, useState } from 'react';
import type { Part } from '../../protocol/connection/model.ts';
import type { Problem } from '../../protocol/text/reading.ts';
import { useSelection } from '../state/selection.ts';
import { useLights } from '../views/Linked.tsx';
import type { Light, Lights } from '../views/linked.ts';
import { charRanges, type Kind, MAX_EDITABLE, type MarkedRange, type Range } from './ranges.ts';
import type { WireChars } from './selectors.ts';

/** What marks the pasted text, as functions of the stretch on show: a long text is never marked as a whole. */
export interface TextMarks {
  readonly ranges: (view: Range) => readonly MarkedRange[];
  /** First character of what another view selected, to bring into view; null where there is nothing to follow. */
  readonly focus: number | null;
}

/** Enough for a frame on a slow screen. */
const AFTER_PAINT_MS = 60;

export const NO_MARKS: TextMarks = { ranges: () => [], focus: null };

/** Marks for problems, the part on show, and whatever is selected or pointed at anywhere on the page. */
export function useTextMarks(
  text: string,
  wires: readonly WireChars[],
  part: Part | null,
  problems: readonly Problem[],
): TextMarks {
  const lights = useLights();
  const from = useSelection((state) => state.selected?.view ?? null);
  const ready = useAfterPaint(wires, text.length <= MAX_EDITABLE);
  return useMemo(() => {
    if (!ready) return NO_MARKS;
    const ranges = (view: Range): MarkedRange[] => {
      const out: MarkedRange[] = [];
      const add = (kind: Kind, found: readonly Range[]) => out.push(...found.map((range) => ({ ...range, kind })));
      for (const wire of wires) {
        if (part && part.direction === wire.direction) {
          const [start, end] = [part.offset * 8, (part.offset + part.length) * 8];
          add('part', charRanges(wire, text, { start, end, every: 0, from: start, until: end }, view));
        }
        const runs = (of: Lights, which: keyof Light) => of.get(wire.direction)?.[which] ?? [];
        for (const run of runs(lights.selected, 'linked')) add('linked', charRanges(wire, text, run, view));
        for (const run of runs(lights.selected, 'self')) add('self', charRanges(wire, text, run, view));
        for (const run of [...runs(lights.hovered, 'self'), ...runs(lights.hovered, 'linked')]) {
          add('hover', charRanges(wire, text, run, view));
        }
      }
      for (const { position, length } of problems) {
        if (position < view.end && position + length >= view.start) {
          // Something missing has no characters of its own: mark the one before.
          const end = Math.max(position + length, position + 1);
          add('problem', [position < text.length ? { start: position, end } : { start: position - 1, end: position }]);
        }
      }
      return out;
    };
    return { ranges, focus: from === 'input' ? null : focusOf(wires, part, lights.selected) };
  }, [text, wires, part, problems, lights, from, ready]);
}

/** Which characters wrote which byte is worked out when first asked: of a long text only once its result is on screen. */
function useAfterPaint(what: unknown, atOnce: boolean): boolean {
  const [painted, setPainted] = useState<unknown>(null);
  useEffect(() => {
    if (atOnce) return;
    const timer = setTimeout(() => setPainted(what), AFTER_PAINT_MS);
    return () => clearTimeout(timer);
  }, [what, atOnce]);
  return atOnce || painted === what;
}

function focusOf(wires: readonly WireChars[], part: Part | null, selected: Lights): number | null {
  for (const wire of wires) {
    const light = selected.get(wire.direction);
    const run = light?.self[0] ?? light?.linked[0];
    const byte = run
      ? Math.floor(Math.max(run.start, run.from) / 8)
      : part?.direction === wire.direction
        ? part.offset
        : -1;
    const at = byte - wire.offset;
    if (at >= 0 && at < wire.length && (run || selected.size === 0)) return wire.chars.charsOf(at)[0];
  }
  return null;
}
