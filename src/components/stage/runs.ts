/** Cuts a row into runs: the groups, and what is between them. */

export interface Run<G> {
  readonly first: number;
  readonly count: number;
  readonly group: G | null;
}

/** All of `[0, count)`, in order. Groups come in order; what of them lies outside is cut off. */
export function runsOf<G extends { readonly first: number; readonly count: number }>(
  count: number,
  groups: readonly G[],
): readonly Run<G>[] {
  const runs: Run<G>[] = [];
  let at = 0;
  for (const group of groups) {
    const first = Math.min(Math.max(group.first, at), count);
    const end = Math.min(group.first + group.count, count);
    if (end <= first) continue;
    if (first > at) runs.push({ first: at, count: first - at, group: null });
    runs.push({ first, count: end - first, group });
    at = end;
  }
  if (at < count) runs.push({ first: at, count: count - at, group: null });
  return runs;
}

/** Neighbours with the same band, together. */
export function bandsOf<I extends { readonly band?: string | undefined }>(
  items: readonly I[],
): readonly { readonly band: string | undefined; readonly items: readonly I[] }[] {
  const bands: { band: string | undefined; items: I[] }[] = [];
  for (const item of items) {
    const last = bands.at(-1);
    if (last !== undefined && last.band === item.band) last.items.push(item);
    else bands.push({ band: item.band, items: [item] });
  }
  return bands;
}

/** An operator stays with what follows it, so that no line ends in one. */
export function termsOf<P extends object>(parts: readonly P[]): readonly (readonly P[])[] {
  const terms: P[][] = [];
  let open = false;
  for (const part of parts) {
    const last = terms.at(-1);
    if (open && last !== undefined) last.push(part);
    else terms.push([part]);
    open = 'operator' in part;
  }
  return terms;
}
