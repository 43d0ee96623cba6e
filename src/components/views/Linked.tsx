import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Source } from '../../protocol/bytes/source.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import { useSelection } from '../state/selection.ts';
import { DARK, type Lights, lit } from './linked.ts';

interface BothLights {
  readonly selected: Lights;
  readonly hovered: Lights;
}

const Context = createContext<BothLights>({ selected: DARK, hovered: DARK });

interface LinkedProps {
  readonly tree: FieldNode | null;
  /** The wire source of the part and every source derived from it that is on show. */
  readonly sources: readonly Source[];
  readonly children: ReactNode;
}

/** Works out once, for all views inside, what the selection and the pointer light. */
export function Linked({ tree, sources, children }: LinkedProps) {
  const selection = useSelection((state) => state.selected);
  const pointer = useSelection((state) => state.hovered);
  const selected = useMemo(() => lit(selection, tree, sources), [selection, tree, sources]);
  const hovered = useMemo(() => lit(pointer, tree, sources), [pointer, tree, sources]);
  const lights = useMemo(() => ({ selected, hovered }), [selected, hovered]);
  return <Context value={lights}>{children}</Context>;
}

/** What is lit in each source. Dark outside of `Linked`. */
export function useLights(): BothLights {
  return useContext(Context);
}
