/** The chart of traffic against clients: both scales logarithmic, places in percent. */

export const CLIENTS = { least: 0, most: 7 } as const;
/** Powers of ten of bit/s: from next to nothing to what no single machine has. */
export const BITS = { least: 1, most: 11 } as const;

export function clientsPlace(clients: number): number {
  return ((Math.log10(Math.max(1, clients)) - CLIENTS.least) / (CLIENTS.most - CLIENTS.least)) * 100;
}

/** From the bottom; what is below the scale is at its foot, what is above at its top. Nothing has no place. */
export function bitsPlace(bytes: number): number | null {
  if (!(bytes > 0)) return null;
  const place = ((Math.log10(bytes * 8) - BITS.least) / (BITS.most - BITS.least)) * 100;
  return Math.max(0, Math.min(100, place));
}

/** From one client to the most, for one that costs `each` bytes a second: where the line enters the chart, and leaves it. */
export function lineOf(each: number): { x1: number; y1: number; x2: number; y2: number } | null {
  if (!(each > 0)) return null;
  const start = Math.log10(each * 8);
  const from = Math.max(CLIENTS.least, BITS.least - start);
  const to = Math.min(CLIENTS.most, BITS.most - start);
  if (from >= to) return null;
  const x = (power: number) => ((power - CLIENTS.least) / (CLIENTS.most - CLIENTS.least)) * 100;
  const y = (power: number) => ((start + power - BITS.least) / (BITS.most - BITS.least)) * 100;
  return { x1: x(from), y1: y(from), x2: x(to), y2: y(to) };
}
