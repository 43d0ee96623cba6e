/** Scans for tests: bytes in, everything a scan says out as plain data. */

import { toHex } from '../../../src/protocol/bytes/hex.ts';
import { ChunkedSource } from '../../../src/protocol/bytes/source.ts';
import { payloadOf } from '../../../src/protocol/frame/payload.ts';
import { createInflatingScan, type InflatingOptions } from '../../../src/protocol/message/inflating-scan.ts';
import { issuesOf } from '../../../src/protocol/message/issues.ts';
import { messagesOf } from '../../../src/protocol/message/messages.ts';
import type { Scan } from '../../../src/protocol/message/scan.ts';
import { DIALECTS, type DialectId } from '../../../src/protocol/model/drafts.ts';
import type { Issue } from '../../../src/protocol/model/issue.ts';
import { closeCodeOf, RULES } from '../../../src/protocol/model/rules.ts';
import { CONNECTION_KEY } from './invariants.ts';

export interface Setting extends Partial<Omit<InflatingOptions, 'dialect' | 'source'>> {
  readonly dialect?: DialectId;
}

/** Pushes the bytes in pieces of the given sizes, the rest as one. */
export function scan(bytes: Uint8Array, setting: Setting = {}, sizes: Iterable<number> = []): Scan {
  const { dialect = 'rfc6455', direction = 'client-to-server', connectionKey = CONNECTION_KEY, ...rest } = setting;
  const source = new ChunkedSource(direction);
  const start = setting.start ?? 0;
  if (start > 0) source.push(new Uint8Array(start));
  const made = createInflatingScan({ ...rest, direction, source, connectionKey, dialect: DIALECTS[dialect] });
  let at = 0;
  const push = (chunk: Uint8Array): void => {
    source.push(chunk);
    made.push(chunk);
  };
  for (const size of sizes) {
    push(bytes.subarray(at, at + size));
    at += size;
  }
  push(bytes.subarray(at));
  made.end();
  return made;
}

/** All issues of all frames. */
export function allIssues(made: Scan): Issue[] {
  const issues: Issue[] = [];
  for (let i = made.table.nextWithIssues(0); i >= 0; i = made.table.nextWithIssues(i + 1))
    issues.push(...issuesOf(made, i));
  return issues;
}

/** Everything there is to know of a scan, as data that can be compared. */
export function everything(made: Scan): unknown {
  const { table, source } = made;
  const frames = Array.from({ length: table.count }, (_, i) => ({
    offset: table.offset(i),
    header: table.headerLength(i),
    exact: table.exactLength(i, source),
    bytes: [table.byte0(i), table.byte1(i)],
    ends: [table.declaredEnd(i), table.presentEnd(i)],
    message: table.message(i),
    status: table.status(i),
    issues: table.issueBits(i),
    payload: toHex(payloadOf(table, i, source)),
  }));
  return {
    frames,
    issues: allIssues(made),
    messages: [...messagesOf(made)],
    open: made.openMessage,
    close: made.closeFrame,
    end: table.streamEnd,
  };
}

/** What a peer that keeps to the letter would fail the connection over, and when it would know. */
export interface Fault {
  readonly issue: Issue;
  readonly frame: number;
  readonly closeCode: number;
  /** The frame that proves it; the frame itself, but for a text that ends too early. */
  readonly detectedIn: number;
}

/** Every rule broken that a strict peer fails the connection over, in the order of the frames that hold the byte. */
export function faultsOf(made: Scan): Fault[] {
  return allIssues(made).flatMap((issue) => {
    const closeCode = closeCodeOf(issue.rule);
    if (closeCode === null || RULES[issue.rule].severity !== 'error') return [];
    const frame = Number(issue.part.split('/').at(-1));
    return [{ issue, frame, closeCode, detectedIn: Number(issue.values.detectedIn ?? frame) }];
  });
}

/** The fault such a peer meets first. */
export function firstFault(made: Scan): Fault | null {
  let first: Fault | null = null;
  for (const fault of faultsOf(made)) if (first === null || fault.detectedIn < first.detectedIn) first = fault;
  return first;
}
