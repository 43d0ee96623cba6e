/** The room where one writes Python, with bytes (hex digits) to try it on. */
export function pythonHref(hex: string): string {
  return `#/python/v1/data=${hex}`;
}
