import { toHex } from '../../../protocol/bytes/hex.ts';
import type { Case } from '../cases.ts';

/** A case as the harness takes it. */
export function jobCase({ data, limit, array }: Case): object {
  return { data: toHex(data), ...(limit === null ? {} : { limit }), ...(array ? { array } : {}) };
}
