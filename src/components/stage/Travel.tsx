import { Component, createRef, type ReactNode } from 'react';
import { movesBetween, type Place, type Traveller } from './moves.ts';

interface TravelProps {
  /** Index of the step. */
  readonly step: number;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A move explains or is absent, and takes at most 300 ms. */
const MOVE_MS = 280;
const MOVE: KeyframeAnimationOptions = { duration: MOVE_MS, easing: 'cubic-bezier(0.3, 0.1, 0.2, 1)' };

/**
 * Lets the things of a picture travel: what has `data-travel` moves, when the step moves by one, from where the same id,
 * or the one in `data-from`, was. The picture itself is complete at once; what moves is only drawn elsewhere for a while.
 *
 * A class, because only a class is asked before React changes the page: the old places are then read from a layout that
 * is still valid, and only when they are needed. Who steps faster than things could move, or drags the scrubber, sees
 * no motion, and nothing is measured.
 */
export class Travel extends Component<TravelProps> {
  private readonly root = createRef<HTMLDivElement>();
  private running: Animation[] = [];
  /** When the step on show came. */
  private came = Number.NEGATIVE_INFINITY;

  override getSnapshotBeforeUpdate(last: TravelProps): ReadonlyMap<string, Place> | null {
    if (last.step === this.props.step) return null;
    this.stop();
    const now = performance.now();
    const rested = now - this.came > MOVE_MS;
    this.came = now;
    if (!rested) return null;
    if (Math.abs(this.props.step - last.step) !== 1) return null;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return null;
    const places = new Map<string, Place>();
    for (const { id, place } of this.travellers().map(([, traveller]) => traveller)) {
      if (!places.has(id)) places.set(id, place);
    }
    return places;
  }

  override componentDidUpdate(last: TravelProps, _: unknown, before: ReadonlyMap<string, Place> | null): void {
    if (before === null || before.size === 0) return;
    const now = this.travellers();
    const moved = new Set<Element>();
    const moves = movesBetween(
      before,
      now.map(([, traveller]) => traveller),
      this.props.step > last.step,
    );
    for (const { index, dx, dy, scale } of moves) {
      const element = now[index]?.[0];
      // What stands in something that moves is taken along.
      const outer = element?.parentElement?.closest('[data-travel]');
      if (!element || (outer && moved.has(outer))) continue;
      moved.add(element);
      const start = { transform: `translate(${dx}px, ${dy}px) scale(${scale})`, zIndex: 1 };
      this.running.push(element.animate([start, { transform: 'none', zIndex: 1 }], MOVE));
    }
  }

  override componentWillUnmount(): void {
    this.stop();
  }

  private stop(): void {
    for (const animation of this.running) animation.cancel();
    this.running = [];
  }

  private travellers(): (readonly [HTMLElement, Traveller])[] {
    const root = this.root.current;
    if (root === null) return [];
    const origin = root.getBoundingClientRect();
    return Array.from(root.querySelectorAll<HTMLElement>('[data-travel]'), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const place = { x: x - origin.x, y: y - origin.y, width, height };
      return [element, { id: element.dataset.travel ?? '', from: element.dataset.from ?? null, place }] as const;
    });
  }

  override render(): ReactNode {
    return (
      <div ref={this.root} className={this.props.className}>
        {this.props.children}
      </div>
    );
  }
}
