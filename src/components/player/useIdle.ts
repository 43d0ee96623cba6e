import { useEffect, useState } from 'react';

const IDLE_MS = 2500;

/** True while no pointer has moved for a moment. */
export function useIdle(on: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!on) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(setIdle, IDLE_MS, true);
    };
    // At first, so that one sees what there is.
    onMove();
    addEventListener('pointermove', onMove);
    addEventListener('pointerdown', onMove);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerdown', onMove);
    };
  }, [on]);
  return on && idle;
}
