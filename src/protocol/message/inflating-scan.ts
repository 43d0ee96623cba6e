import { draftLayout } from '../frame/draft-reader.ts';
import type { DirectionDeflate } from '../handshake/extensions.ts';
import { InflateStage } from './inflate-stage.ts';
import { createScan, type Scan, type ScanOptions } from './scan.ts';

export interface InflatingOptions extends Omit<ScanOptions, 'inflate' | 'layout'> {
  /** What holds for this direction where permessage-deflate was agreed on (RFC 7692); null where it was not. */
  readonly deflate?: DirectionDeflate | null;
  /** False: messages before the first byte may have been sent that compressed ones refer to. */
  readonly fromStart?: boolean;
  /** hybi-04: what the keys of the client's frames are derived from. */
  readonly connectionKey?: Uint8Array | null;
  /** Ranges of the source that only hold the place of bytes nobody captured. */
  readonly lost?: readonly { readonly offset: number; readonly length: number }[];
}

/** A scan of any generation that inflates compressed messages, where there may be some. */
export function createInflatingScan(options: InflatingOptions): Scan {
  const { deflate = null, fromStart = true, lost = [], connectionKey = null, ...rest } = options;
  const inflate: ScanOptions['inflate'] =
    deflate && ((basis) => new InflateStage({ ...basis, deflate, fromStart, lost }));
  return createScan({ ...rest, inflate, layout: draftLayout(rest.dialect, rest.direction, connectionKey) });
}
