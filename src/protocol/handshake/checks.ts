/** What the readings of all generations have in common. */

import type { DialectId } from '../model/drafts.ts';
import { fossilOf } from '../model/headers.ts';
import type { RuleId } from '../model/rules.ts';
import type { Trailer } from './dialect.ts';
import type { Findings, Token } from './finding.ts';
import type { Head, HeaderLine, RequestHead, ResponseHead } from './head.ts';
import { isInterim } from './head.ts';
import { sameToken, splitList } from './lists.ts';

/** The headers of a name (lower case) in order. A line whose end was not seen is not judged. */
export function headersOf(head: Head, id: string): readonly HeaderLine[] {
  return head.headers.filter((header) => header.id === id && header.complete);
}

/** The elements of all headers of a name; places in the direction. */
export function elementsOf(headers: readonly HeaderLine[]): readonly Token[] {
  return headers.flatMap(({ value, valueRange }) =>
    splitList(value).map(({ text, start, end }) => ({
      text,
      start: valueRange.start + start,
      end: valueRange.start + end,
    })),
  );
}

/** Reports a missing header where the headers end, once they have ended. */
export function reportMissing(findings: Findings, head: Head, rule: RuleId, values: Record<string, string> = {}): void {
  if (head.blankLine) findings.add(rule, head.blankLine, values);
}

/** `Host`, which every generation has; RFC 7230 §5.4: a server answers 400 where it is there twice, whatever it says. */
export function checkHost(findings: Findings, head: RequestHead): void {
  const headers = headersOf(head, 'host');
  const second = headers[1];
  if (second) findings.add('host-duplicate', second.lineRange, { host: second.value });
  if (!headers.some(({ value }) => value !== '')) reportMissing(findings, head, 'host-missing');
}

/** Method, target and version of the request line. */
export function checkRequestLine(findings: Findings, head: RequestHead): void {
  const { method, target, version } = head;
  if (!head.startLineComplete) return;
  if (method && method.text !== 'GET') findings.add('method', method, { method: method.text });
  if (version && tooOld(version.text)) findings.add('http-version', version, { version: version.text });
  if (!target) return;
  const problem = targetProblem(target.text);
  if (problem) {
    const at = target.start + problem.at;
    findings.add('target-invalid', { start: at, end: problem.at === 0 ? target.end : at + 1 }, { problem: problem.id });
  }
}

/** RFC 6455 §4.1 item 2: HTTP/1.1 or higher. What is not a version at all is another rule's business. */
export function tooOld(version: string): boolean {
  const digits = /^HTTP\/(\d)\.(\d)$/.exec(version);
  return digits !== null && Number(digits[1]) * 10 + Number(digits[2]) < 11;
}

/** RFC 6455 §3 and §4.1: a path, or an absolute http or https URI; no fragment. */
function targetProblem(target: string): { id: string; at: number } | null {
  if (!target.startsWith('/') && !/^https?:\/\//i.test(target)) return { id: 'form', at: 0 };
  const fragment = target.indexOf('#');
  if (fragment >= 0) return { id: 'fragment', at: fragment };
  const foreign = target.search(/[^!-~]/);
  return foreign >= 0 ? { id: 'character', at: foreign } : null;
}

/**
 * `Upgrade` and `Connection`. `included`: one element of the list is enough; `equal`: it must be all of the value.
 * `exact` compares letter for letter.
 */
export function checkToken(
  findings: Findings,
  head: Head,
  header: 'upgrade' | 'connection',
  word: string,
  match: 'included' | 'equal' | 'exact',
): void {
  const headers = headersOf(head, header);
  const first = headers[0];
  if (!first) {
    reportMissing(findings, head, `${header}-missing`);
    return;
  }
  const elements = elementsOf(headers);
  const equal = headers.length === 1 && (match === 'exact' ? first.value === word : sameToken(first.value, word));
  const fits = match === 'included' ? elements.some(({ text }) => sameToken(text, word)) : equal;
  // Another header of the name may still bring it.
  if (fits || !head.complete) return;
  findings.add(`${header}-invalid`, first.valueRange, {
    expected: word,
    found: headers.map((h) => h.value).join(', '),
  });
}

/** Headers that only another generation has a use for. */
export function checkFossils(findings: Findings, head: Head, dialect: DialectId): void {
  for (const header of head.headers) {
    const draft = header.complete ? fossilOf(header.id, head.kind, dialect) : null;
    if (draft) findings.add('fossil-header', header.nameRange, { name: header.name, draft });
  }
}

/** Reports a status other than 101. Returns whether the protocol was switched, null where that is not known yet. */
export function checkStatus(findings: Findings, head: ResponseHead): boolean | null {
  if (head.code === null) return head.startLineComplete ? false : null;
  // Cut inside an interim response: the answer is still to come.
  if (isInterim(head.code)) return null;
  if (head.code === 101) return true;
  const versions = headersOf(head, 'sec-websocket-version').map(({ value }) => value);
  const values = { status: head.code, ...(versions.length > 0 ? { versions: versions.join(', ') } : {}) };
  findings.add('status', head.status ?? head.startLine, values);
  return false;
}

/** The body of an ordinary HTTP answer (RFC 7230 §3.3.3), null where it has none. */
export function bodyOf(head: ResponseHead, bytes: Uint8Array): Trailer | null {
  if (!head.complete || head.code === 204 || head.code === 304) return null;
  const declared = headersOf(head, 'content-length')[0]?.value ?? '';
  const chunked = headersOf(head, 'transfer-encoding').length > 0;
  const expected = !chunked && /^\d{1,15}$/.test(declared) ? Number(declared) : null;
  const there = bytes.length - head.length;
  const length = expected === null ? there : Math.min(there, expected);
  if (length === 0 && !expected) return null;
  return fixed('http-body', head.length, length, expected);
}

/** A trailer of `expected` bytes behind the head, as far as it is there. */
export function trailerOf(
  head: Head,
  bytes: Uint8Array,
  field: 'key3' | 'challenge-response',
  expected: number,
): Trailer | null {
  return head.complete ? fixed(field, head.length, Math.min(expected, bytes.length - head.length), expected) : null;
}

function fixed(field: Trailer['field'], start: number, length: number, expected: number | null): Trailer {
  return { field, start, end: start + length, expected, complete: expected === null || length === expected };
}
