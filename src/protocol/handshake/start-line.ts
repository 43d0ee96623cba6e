import type { ByteRange, Finding, Token } from './finding.ts';
import { finding } from './finding.ts';
import { inner, latin1 } from './latin1.ts';

/** What `values.problem` of the two first-line rules says. */
export type StartLineProblem =
  | 'target-missing'
  | 'version-missing'
  | 'version-malformed'
  | 'method-malformed'
  | 'spaces'
  | 'status-malformed';

interface Place {
  readonly startLine: ByteRange;
  readonly startLineComplete: boolean;
}

interface RequestLine {
  readonly method: Token | null;
  readonly target: Token | null;
  readonly version: Token | null;
  readonly findings: readonly Finding[];
}

interface StatusLine {
  readonly version: Token | null;
  readonly status: Token | null;
  readonly code: number | null;
  readonly reason: Token | null;
  readonly findings: readonly Finding[];
}

const VERSION = /^HTTP\/\d\.\d$/;
const METHOD = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

export function readStartLine(bytes: Uint8Array, place: Place, kind: 'request'): RequestLine;
export function readStartLine(bytes: Uint8Array, place: Place, kind: 'response'): StatusLine;
export function readStartLine(bytes: Uint8Array, place: Place, kind: 'request' | 'response'): RequestLine | StatusLine {
  const text = latin1(bytes, place.startLine.start, place.startLine.end);
  return kind === 'request' ? requestLine(text, place) : statusLine(text, place);
}

/** The part of the line between two of its characters, or null where there is none. */
function token(text: string, place: Place, start: number, end: number): Token | null {
  const base = place.startLine.start;
  return end > start ? { text: text.slice(start, end), start: base + start, end: base + end } : null;
}

/** RFC 7230 §3.1.1: method SP request-target SP HTTP-version. */
function requestLine(text: string, place: Place): RequestLine {
  const afterMethod = indexOrEnd(text.search(/[ \t]/), text.length);
  const method = token(text, place, 0, afterMethod);

  const end = inner(text, 0, text.length).end;
  const lastAt = Math.max(afterMethod, Math.max(text.lastIndexOf(' ', end - 1), text.lastIndexOf('\t', end - 1)) + 1);
  const last = text.slice(lastAt, end);
  const isVersion =
    lastAt > afterMethod &&
    (/^HTTP\//i.test(last) || (!place.startLineComplete && last !== '' && 'HTTP/'.startsWith(last)));
  const version = isVersion ? token(text, place, lastAt, end) : null;

  const middle = text.slice(afterMethod, isVersion ? lastAt : text.length);
  const targetAt = afterMethod + inner(middle, 0, middle.length).start;
  const target = middle.slice(targetAt - afterMethod, inner(middle, 0, middle.length).end);
  const findings: Finding[] = [];
  const fault = (problem: StartLineProblem, at: ByteRange) =>
    findings.push(finding('request-line-malformed', at, { problem }));
  if (place.startLineComplete) {
    if (!method || !METHOD.test(method.text)) fault('method-malformed', method ?? place.startLine);
    if (target === '') fault('target-missing', place.startLine);
    if (!version) fault('version-missing', { start: place.startLine.end, end: place.startLine.end });
    else if (!VERSION.test(version.text)) fault('version-malformed', version);
    if (method && version && target !== '' && text !== `${method.text} ${target} ${version.text}`) {
      fault('spaces', place.startLine);
    } else if (/[ \t]/.test(target)) {
      fault('spaces', {
        start: place.startLine.start + targetAt,
        end: place.startLine.start + targetAt + target.length,
      });
    }
  }
  return { method, target: token(text, place, targetAt, targetAt + target.length), version, findings };
}

/** RFC 7230 §3.1.2: HTTP-version SP status-code SP reason-phrase. Many servers leave the last space out. */
function statusLine(text: string, place: Place): StatusLine {
  const afterVersion = indexOrEnd(text.search(/[ \t]/), text.length);
  const version = token(text, place, 0, afterVersion);
  const gap = /^[ \t]*/.exec(text.slice(afterVersion))?.[0].length ?? 0;
  const statusAt = afterVersion + gap;
  const afterStatus = statusAt + indexOrEnd(text.slice(statusAt).search(/[ \t]/), text.length - statusAt);
  const status = token(text, place, statusAt, afterStatus);
  const reason = token(text, place, afterStatus + 1, text.length);

  const findings: Finding[] = [];
  const fault = (problem: StartLineProblem, at: ByteRange) =>
    findings.push(finding('status-line-malformed', at, { problem }));
  const wellFormed = status !== null && /^\d{3}$/.test(status.text);
  if (place.startLineComplete) {
    if (!version || !VERSION.test(version.text)) fault('version-malformed', version ?? place.startLine);
    if (!wellFormed) fault('status-malformed', status ?? place.startLine);
    if (status && gap !== 1) fault('spaces', { start: place.startLine.start + afterVersion, end: status.start });
  }
  // A status cut after two digits is not yet a status.
  const known = wellFormed && (place.startLineComplete || afterStatus < text.length);
  return { version, status, code: known ? Number(status.text) : null, reason, findings };
}

function indexOrEnd(index: number, end: number): number {
  return index < 0 ? end : index;
}
