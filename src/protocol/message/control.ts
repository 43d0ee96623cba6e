import { decodeUtf8 } from '../bytes/utf8.ts';
import { payloadOf } from '../frame/payload.ts';
import { type CloseCodeClass, closeCodeClass, hasCloseCodes } from '../model/close-codes.ts';
import type { Scan } from './scan.ts';
import { closeReasonFault } from './utf8.ts';

/** What a Close frame says (RFC 6455 section 5.5.1). */
export interface CloseBody {
  /** Null where the body is empty, or too short for one. The receiver then reports 1005. */
  readonly code: number | null;
  readonly codeClass: CloseCodeClass | null;
  /** Null where there is no code; faulty bytes became U+FFFD. */
  readonly reason: string | null;
  /** False where the reason is not UTF-8. */
  readonly reasonValid: boolean;
}

/** Payload of a control frame, unmasked: at most 125 bytes where the sender keeps the rules, at most 64 KiB here. */
export function controlPayload(scan: Scan, frame: number): Uint8Array {
  return payloadOf(scan.table, frame, scan.source);
}

export function closeBodyOf(scan: Scan, frame: number): CloseBody {
  const body = controlPayload(scan, frame);
  if (!hasCloseCodes(scan.dialect) || body.length < 2) {
    return { code: null, codeClass: null, reason: null, reasonValid: true };
  }
  const code = ((body[0] as number) << 8) | (body[1] as number);
  return {
    code,
    codeClass: closeCodeClass(code, scan.dialect),
    reason: decodeUtf8(body, 2),
    reasonValid: closeReasonFault(scan, frame) === null,
  };
}
