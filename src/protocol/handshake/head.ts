/**
 * HTTP/1 heads as bytes. Real captures are untidy, so nearly everything is read; whatever departs from RFC 7230 is
 * reported at its byte.
 */

import type { ByteRange, Finding, Token } from './finding.ts';
import { finding } from './finding.ts';
import { latin1 } from './latin1.ts';
import { readStartLine } from './start-line.ts';

/** A head without a blank line in its first MiB is not worth waiting for: servers give up far earlier. */
export const HEAD_LIMIT = 1_048_576;

export type HeadKind = 'request' | 'response';

/** Why a line is not a header: what `values.problem` of `header-malformed` says. */
export type HeaderProblem =
  | 'colon-missing'
  | 'name-empty'
  | 'name-invalid'
  | 'space-before-colon'
  | 'control-character';

export interface HeaderLine {
  /** As written; empty where the line has no colon. Compare with `id`. */
  readonly name: string;
  /** Lower-case name: key of the header registry. */
  readonly id: string;
  /**
   * One character a byte (ISO 8859-1), trimmed. Each byte of a fold counts as a space (RFC 7230 §3.2.4), so index `i` is
   * the byte at `valueRange.start + i`.
   */
  readonly value: string;
  readonly nameRange: ByteRange;
  readonly valueRange: ByteRange;
  /** From behind the colon and at most one space to the line end: what the hixie drafts call the value. */
  readonly rawRange: ByteRange;
  /** The whole line with its line end. */
  readonly lineRange: ByteRange;
  /** The line end was seen. */
  readonly complete: boolean;
}

interface HeadBase {
  /** Blank lines before the first line, which RFC 7230 §3.5 lets a server skip. Begins where the head does. */
  readonly lead: ByteRange;
  /** The first line without its line end. */
  readonly startLine: ByteRange;
  /** One past the line end of the first line. */
  readonly startLineEnd: number;
  readonly startLineComplete: boolean;
  readonly headers: readonly HeaderLine[];
  readonly blankLine: ByteRange | null;
  readonly complete: boolean;
  /**
   * Bytes of the direction up to its end, the blank line and all interim heads included; all that is there while it is
   * incomplete.
   */
  readonly length: number;
  readonly findings: readonly Finding[];
}

export interface RequestHead extends HeadBase {
  readonly kind: 'request';
  readonly method: Token | null;
  readonly target: Token | null;
  readonly version: Token | null;
}

export interface ResponseHead extends HeadBase {
  readonly kind: 'response';
  readonly version: Token | null;
  readonly status: Token | null;
  /** `status` as a number, null unless it is three digits. */
  readonly code: number | null;
  readonly reason: Token | null;
  /** The heads in front that were not yet the answer, in order. */
  readonly interim: readonly ResponseHead[];
}

export type Head = RequestHead | ResponseHead;

const CR = 0x0d;
const LF = 0x0a;
const SP = 0x20;
const TAB = 0x09;
const COLON = 0x3a;
const DEL = 0x7f;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Reads the head at the beginning of `bytes`, which may end anywhere. */
export function readRequestHead(bytes: Uint8Array): RequestHead {
  const base = readLines(bytes, 0);
  const { method, target, version, findings } = readStartLine(bytes, base, 'request');
  return { ...base, kind: 'request', method, target, version, findings: [...findings, ...base.findings] };
}

/** The same for a response. RFC 7231 §6.2: a client takes any number of interim responses before the final one. */
export function readResponseHead(bytes: Uint8Array): ResponseHead {
  const interim: ResponseHead[] = [];
  let head = responseHeadAt(bytes, 0);
  while (head.complete && isInterim(head.code)) {
    interim.push(head);
    head = responseHeadAt(bytes, head.length);
  }
  return { ...head, interim, findings: [...interim, head].flatMap(({ findings }) => findings) };
}

/** 1xx says that the answer is still to come; 101 is an answer. */
export function isInterim(code: number | null): boolean {
  return code !== null && code >= 100 && code < 200 && code !== 101;
}

function responseHeadAt(bytes: Uint8Array, from: number): ResponseHead {
  const base = readLines(bytes, from);
  const { version, status, code, reason, findings } = readStartLine(bytes, base, 'response');
  return {
    ...base,
    kind: 'response',
    version,
    status,
    code,
    reason,
    interim: [],
    findings: [...findings, ...base.findings],
  };
}

const METHODS = ['GET ', 'POST ', 'PUT ', 'HEAD ', 'DELETE ', 'OPTIONS ', 'PATCH ', 'CONNECT ', 'TRACE '];

/**
 * Whether these bytes begin an HTTP/1 head, as far as they go. A stump counts from its first letter for `GET` and
 * `HTTP/`, which no frame of these protocols can begin with, from its third for the other methods.
 */
export function looksLikeHead(bytes: Uint8Array): HeadKind | null {
  let at = 0;
  while (bytes[at] === CR || bytes[at] === LF) at += 1;
  const start = latin1(bytes, at, Math.min(bytes.length, at + 9));
  if (start === '') return null;
  // In lower case it is an answer all the same, with a faulty status line; a stump of it could be a frame.
  if (/^http\//i.test(start) || 'HTTP/'.startsWith(start)) return 'response';
  for (const method of METHODS) {
    if (start.startsWith(method)) return 'request';
    if (method.startsWith(start) && (method === 'GET ' || start.length >= 3)) return 'request';
  }
  // Any other method, or a line with a fault, still says so at its end.
  const lf = bytes.subarray(0, HEAD_LIMIT).indexOf(LF, at);
  const line = lf < 0 ? '' : latin1(bytes, at, lf);
  return /^[!-~][ -~\t]* HTTP\/\d/.test(line) ? 'request' : null;
}

type Lines = Omit<HeadBase, 'findings'> & { findings: Finding[] };

interface Line extends ByteRange {
  /** One past the line end. */
  readonly next: number;
  readonly ended: boolean;
}

function readLines(all: Uint8Array, from: number): Lines {
  const bytes = all.subarray(0, from + HEAD_LIMIT);
  const limit = bytes.length;
  const findings: Finding[] = [];
  const bareLf: number[] = [];
  const lineAt = (start: number): Line => {
    const lf = bytes.indexOf(LF, start);
    if (lf < 0) {
      // A carriage return at the very end is half a line end.
      const end = limit > start && bytes[limit - 1] === CR ? limit - 1 : limit;
      return { start, end, next: limit, ended: false };
    }
    if (lf > start && bytes[lf - 1] === CR) return { start, end: lf - 1, next: lf + 1, ended: true };
    bareLf.push(lf);
    return { start, end: lf, next: lf + 1, ended: true };
  };

  let line = lineAt(from);
  while (line.ended && line.end === line.start) line = lineAt(line.next);
  const startLine = line;
  const lead = { start: from, end: startLine.start };
  if (lead.end > from) findings.push(finding('blank-line-before-head', lead));

  const lines: Line[] = [];
  let blankLine: ByteRange | null = null;
  while (line.ended && line.next < limit) {
    line = lineAt(line.next);
    if (line.start === line.end) {
      if (line.ended) blankLine = { start: line.start, end: line.next };
      break;
    }
    const folds = bytes[line.start] === SP || bytes[line.start] === TAB;
    const previous = lines.at(-1);
    if (folds && previous) {
      findings.push(finding('header-folded', { start: line.start, end: line.end }));
      lines[lines.length - 1] = { ...line, start: previous.start };
    } else {
      lines.push(line);
    }
  }
  const headers = lines.map((range) => headerOf(bytes, range));
  for (const header of headers) findings.push(...faultsOf(bytes, header));

  const complete = blankLine !== null;
  const length = blankLine ? blankLine.end : limit;
  const first = bareLf[0];
  if (first !== undefined) {
    findings.push(finding('bare-lf', { start: first, end: first + 1 }, { count: bareLf.length }));
  }
  if (!complete) {
    const reason = limit < from + HEAD_LIMIT ? 'bytes-end' : 'too-long';
    findings.push(finding('head-incomplete', { start: length, end: length }, { reason, present: length - from }));
  }
  return {
    lead,
    startLine: { start: startLine.start, end: startLine.end },
    startLineEnd: startLine.next,
    startLineComplete: startLine.ended,
    headers,
    blankLine,
    complete,
    length,
    findings,
  };
}

function headerOf(bytes: Uint8Array, line: Line): HeaderLine {
  const { start, end } = line;
  const found = bytes.subarray(start, end).indexOf(COLON);
  const colon = found < 0 ? -1 : start + found;
  const nameRange = colon < 0 ? { start, end: start } : trimmed(bytes, start, colon);
  const valueStart = colon < 0 ? start : colon + 1;
  const rawStart = colon >= 0 && valueStart < end && bytes[valueStart] === SP ? valueStart + 1 : valueStart;
  const valueRange = trimmed(bytes, valueStart, end);
  const name = latin1(bytes, nameRange.start, nameRange.end);
  return {
    name,
    id: name.toLowerCase(),
    value: latin1(bytes, valueRange.start, valueRange.end).replace(/\r?\n[ \t]+/g, (fold) => ' '.repeat(fold.length)),
    nameRange,
    valueRange,
    rawRange: { start: rawStart, end },
    lineRange: { start, end: line.next },
    complete: line.ended,
  };
}

/** The range without the white space around it, line ends of folds included. */
function trimmed(bytes: Uint8Array, start: number, end: number): ByteRange {
  let from = start;
  let to = end;
  while (from < to && isWhite(bytes[from])) from += 1;
  while (to > from && isWhite(bytes[to - 1])) to -= 1;
  return { start: from, end: to };
}

function isWhite(byte: number | undefined): boolean {
  return byte === SP || byte === TAB || byte === CR || byte === LF;
}

function* faultsOf(bytes: Uint8Array, header: HeaderLine): Generator<Finding> {
  // The end of an unfinished line may still bring the colon.
  if (!header.complete) return;
  const { name, nameRange, valueRange, lineRange } = header;
  const fault = (problem: HeaderProblem, at: ByteRange) => finding('header-malformed', at, { problem, name });
  if (name === '') {
    const colonAtStart = bytes[valueRange.start - 1] === COLON || bytes[lineRange.start] === COLON;
    yield fault(colonAtStart ? 'name-empty' : 'colon-missing', valueRange);
    return;
  }
  if (nameRange.start > lineRange.start || !TOKEN.test(name)) yield fault('name-invalid', nameRange);
  if (bytes[nameRange.end] !== COLON)
    yield fault('space-before-colon', { start: nameRange.end, end: nameRange.end + 1 });
  for (let i = 0; i < header.value.length; i += 1) {
    const code = header.value.charCodeAt(i);
    if ((code < SP && code !== TAB) || code === DEL) {
      const at = valueRange.start + i;
      yield fault('control-character', { start: at, end: at + 1 });
      return;
    }
  }
}
