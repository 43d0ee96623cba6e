import { pythonLink, type StartId } from '../../../components/python/link.ts';
import { fromHex } from '../../../protocol/bytes/hex.ts';

/** The room where one writes Python, with bytes (hex digits) to try it on, and what to begin with. */
export function pythonHref(hex: string, start: StartId): string {
  return pythonLink(fromHex(hex) ?? new Uint8Array(0), start);
}
