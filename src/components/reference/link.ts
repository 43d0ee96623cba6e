import { fromPercent } from '../state/percent.ts';
import { CLOSE_RANGES, IDS, KINDS, type Kind, OPCODES, PAGES, type PageId } from './kinds.ts';

/** Pages as fragments of links: `#/reference/<kind>/<id>`; `#/reference` is the index. */

export function pageHref({ kind, id }: PageId): string {
  return `#/reference/${kind}/${id}`;
}

export type Place =
  | { readonly is: 'index' }
  | { readonly is: 'page'; readonly page: PageId }
  /** `near` are pages whose address looks like it, the likeliest first. */
  | { readonly is: 'unknown'; readonly asked: string; readonly near: readonly PageId[] };

/** Addresses come from anywhere; what is shown of a wrong one. */
const LONGEST = 60;
const NEAR = 5;

/** What an address asks for. Never throws. */
export function readPlace(address: string): Place {
  const path = address.replace(/^#?\/?reference\/?/, '').replace(/[?&].*$/s, '');
  if (path === '' || path === '/') return { is: 'index' };
  const asked = (fromPercent(path) ?? path).replace(/\/$/, '').slice(0, LONGEST);
  const [kind = '', ...rest] = asked.split('/');
  const id = rest.join('/').toLowerCase();
  const known = KINDS.find((one) => one === kind.toLowerCase());
  const found = known && (IDS[known].find((one) => one === id) ?? sameThing(known, id));
  if (known && found !== undefined) return { is: 'page', page: { kind: known, id: found } };
  return { is: 'unknown', asked, near: nearest(asked) };
}

/** Other names of a page: a number in a range, an opcode as a number. */
function sameThing(kind: Kind, id: string): string | undefined {
  if (kind === 'close' && /^\d{1,5}$/.test(id)) {
    const code = Number(id);
    return IDS.close.find((one) => one === String(code)) ?? rangeOf(code);
  }
  if (kind === 'opcode' && /^(?:0x)?[0-9a-f]$/.test(id)) return opcodePage(Number.parseInt(id.replace('0x', ''), 16));
  return undefined;
}

/** The page of close codes that have none of their own. */
export function rangeOf(code: number): string | undefined {
  return Object.keys(CLOSE_RANGES).find((range) => {
    const { first = 0, last = -1 } = CLOSE_RANGES[range] ?? {};
    return first <= code && code <= last;
  });
}

export function opcodePage(opcode: number): string | undefined {
  return Object.entries(OPCODES).find(([, [first, last]]) => first <= opcode && opcode <= last)?.[0];
}

/** Pages whose address differs by the fewest letters; none where all of them differ in most. */
function nearest(asked: string): readonly PageId[] {
  const wanted = asked.toLowerCase();
  const name = wanted.slice(wanted.lastIndexOf('/') + 1);
  const limit = Math.max(2, Math.floor(wanted.length / 2));
  return PAGES.map((page) => {
    const own = distance(wanted, `${page.kind}/${page.id}`);
    // A right name under a wrong kind, or under none.
    const alone = page.id === name ? 0 : page.id.includes(name) && name.length > 2 ? 1 : distance(name, page.id) + 1;
    return { page, far: Math.min(own, alone) };
  })
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, NEAR)
    .map(({ page }) => page);
}

/** How many letters have to be added, taken away or changed (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
