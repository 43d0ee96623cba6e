/** The whole address for a fragment. */
export function addressOf(hash: string): string {
  return `${location.origin}${location.pathname}${location.search}${hash}`;
}
