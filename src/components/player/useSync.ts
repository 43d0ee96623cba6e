import { useEffect } from 'react';
import { create } from 'zustand';
import { newSession, placeHash, readPlace } from './link.ts';
import { useLearn } from './store.ts';
import { join, type Shared, type Wire } from './sync.ts';

/** How many other windows of this browser show the same session. */
export const useOthers = create<{ readonly others: number }>()(() => ({ others: 0 }));

/** Old browsers, and some locked down ones, cannot tie windows together. */
export function canSync(): boolean {
  return typeof BroadcastChannel !== 'undefined';
}

function now(): Shared | null {
  const { lesson, step, index, inputs, blank, playing, speed, answer, clock } = useLearn.getState();
  return lesson === null ? null : { lesson, step, index, inputs, blank, playing, speed, answer, clock };
}

/** Goes with the other windows of the session, from lesson to lesson. */
export function useSync(): void {
  const session = useLearn((state) => state.session);
  useEffect(() => {
    if (session === null || !canSync()) return;
    const channel = new BroadcastChannel(`websocket-101 ${session}`);
    // What another window shows of a lesson that is still being fetched here.
    let waiting: Shared | null = null;

    const show = (shared: Shared) => {
      waiting = null;
      const { inputs } = useLearn.getState();
      const same = JSON.stringify(inputs) === JSON.stringify(shared.inputs);
      useLearn.setState(same ? { ...shared, inputs } : { ...shared, drafts: {}, unusable: [] });
    };
    const adopt = (shared: Shared) => {
      const { lesson, mode } = useLearn.getState();
      if (lesson === shared.lesson) return show(shared);
      waiting = shared;
      // No entry in the history of a window that only follows.
      if (readPlace(location.hash)?.lesson !== shared.lesson)
        location.replace(placeHash({ ...shared, mode, session: mode === 'page' ? null : session }));
    };
    const met = (others: number) => useOthers.setState({ others });
    const wire: Wire = {
      send: (message) => channel.postMessage(message),
      hear: (take) => {
        channel.onmessage = ({ data }) => take(data);
      },
    };
    const enter = () => join(wire, { id: newSession(), now, adopt, met });
    let joined = enter();
    const stop = useLearn.subscribe((state, before) => {
      if (waiting?.lesson === state.lesson) return show(waiting as Shared);
      // Somebody went to a third lesson meanwhile.
      if (state.lesson !== before.lesson && state.lesson !== null) waiting = null;
      if (waiting === null) joined.changed();
    });
    const leave = () => {
      joined.leave();
      met(0);
    };
    // Back and forth in the browser's history may bring back a page that has left.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) joined = enter();
    };
    addEventListener('pagehide', leave);
    addEventListener('pageshow', comeBack);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', comeBack);
      stop();
      leave();
      channel.close();
    };
  }, [session]);
}
