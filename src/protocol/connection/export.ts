/**
 * The export: one JSON value that says everything the engine knows of a connection. Documented in docs/export.md; its
 * `version` changes when a reader of the old shape would be misled. Byte strings are lower-case hex; offsets are bytes
 * from the first byte of their direction.
 */

import { toHex } from '../bytes/hex.ts';
import { concat } from '../bytes/join.ts';
import { DIRECTIONS } from '../bytes/span.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import type { Handshake } from '../handshake/handshake.ts';
import { inflatedText } from '../message/inflated.ts';
import { messagesOf } from '../message/messages.ts';
import type { Scan } from '../message/scan.ts';
import { utf8Fault } from '../message/utf8.ts';
import { DIALECTS } from '../model/drafts.ts';
import type { Issue } from '../model/issue.ts';
import { OPCODE } from '../model/opcodes.ts';
import { closeCodeOf, RULES } from '../model/rules.ts';
import type { Connection } from './connection.ts';
import { exportControls, exportFrame, exportHixieFrame, payloadBytes } from './export-frames.ts';
import { refusalStatus } from './issues.ts';
import type { Choice, DirectionView, StrictStop } from './model.ts';

/** Raised when a reader of the old shape would be misled. */
export const EXPORT_VERSION = 1;

/** What the engine knows of a connection, as plain JSON. */
export function exportConnection(connection: Connection): Record<string, unknown> {
  const { list } = connection.issues();
  return {
    format: 'websocket-101/connection',
    version: EXPORT_VERSION,
    dialect: {
      ...exportChoice(connection.dialect),
      protocol: DIALECTS[connection.dialect.value].document,
      version: DIALECTS[connection.dialect.value].version,
    },
    compression: exportCompression(connection.compression),
    phase: connection.phase,
    handshake: exportHandshake(connection.handshake),
    directions: Object.fromEntries(
      DIRECTIONS.map((direction) => [
        direction,
        exportDirection(connection.directions[direction], connection.scanOf(direction)),
      ]),
    ),
    pings: connection.pings(),
    issues: list.map(exportIssue),
  };
}

function exportCompression({ value, certainty, reasons }: Connection['compression']): Record<string, unknown> {
  return { permessageDeflate: value, certainty, reasons };
}

function exportChoice<T>(choice: Choice<T>): Record<string, unknown> {
  return { id: choice.value, certainty: choice.certainty, reasons: choice.reasons };
}

/** An issue as in the export: the rule with what the catalogue says of it, and the place. */
export function exportIssue(issue: Issue): Record<string, unknown> {
  const { severity, section, since } = RULES[issue.rule];
  return {
    rule: issue.rule,
    severity,
    section,
    since,
    closeCode: closeCodeOf(issue.rule),
    httpStatus: refusalStatus(issue),
    direction: issue.direction,
    part: issue.part,
    offset: issue.offset,
    span: issue.span,
    values: issue.values,
  };
}

function exportStop(stop: StrictStop | null): Record<string, unknown> | null {
  if (!stop) return null;
  const { issue, part, closeCode, status } = stop;
  return { rule: issue.rule, part, offset: issue.offset, closeCode, httpStatus: status };
}

function exportHandshake(handshake: Handshake): Record<string, unknown> {
  const { request, response } = handshake;
  return {
    verdict: handshake.verdict,
    switched: handshake.switched,
    subprotocol: handshake.subprotocol,
    extensions: handshake.extensions.map(exportExtension),
    permessageDeflate: handshake.deflate,
    request: request && {
      verdict: request.verdict,
      method: request.head.method?.text ?? null,
      target: request.head.target?.text ?? null,
      httpVersion: request.head.version?.text ?? null,
      headers: request.head.headers.map(({ name, value }) => [name, value]),
      complete: request.head.complete,
      headLength: request.head.length,
      length: handshake.requestLength,
      subprotocols: request.subprotocols.map(({ text }) => text),
      offers: request.extensions.map(exportExtension),
      proof: exportProof(request.proof),
      issues: handshake.issues['client-to-server'].map(exportIssue),
    },
    response: response && {
      verdict: response.verdict,
      httpVersion: response.head.version?.text ?? null,
      status: response.head.status?.text ?? null,
      reason: response.head.reason?.text ?? null,
      headers: response.head.headers.map(({ name, value }) => [name, value]),
      complete: response.head.complete,
      headLength: response.head.length,
      length: handshake.responseLength,
      proof: exportProof(response.proof),
      issues: handshake.issues['server-to-client'].map(exportIssue),
    },
  };
}

function exportExtension(extension: Handshake['extensions'][number]): Record<string, unknown> {
  const params = Object.fromEntries(extension.params.map(({ name, value }) => [name, value ?? true]));
  return { name: extension.name, params };
}

/** Byte strings inside a proof become hex; everything else is plain already. */
function exportProof(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (typeof value === 'bigint') return value <= Number.MAX_SAFE_INTEGER ? Number(value) : String(value);
  if (Array.isArray(value)) return value.map(exportProof);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exportProof(inner)]));
  }
  return value;
}

function exportDirection(view: DirectionView, scan: Scan | null): Record<string, unknown> {
  const close = scan?.closeFrame ?? -1;
  // Nothing is read behind Close (section 5.5.1), nor from the frame on in which a strict receiver stops.
  const reached = Math.min(
    view.strict?.frame ?? Number.POSITIVE_INFINITY,
    close < 0 ? Number.POSITIVE_INFINITY : close + 1,
  );
  const frames = scan ? Array.from({ length: scan.table.count }, (_, i) => exportAnyFrame(scan, i)) : [];
  const messages = scan ? exportMessages(scan, reached) : [];
  return {
    byteLength: view.source.length,
    headLength: view.headLength,
    firstFrame: { offset: view.firstFrame.value, ...withoutId(exportChoice(view.firstFrame)) },
    strict: exportStop(view.strict),
    frames,
    messages: messages.filter(({ complete }) => complete),
    openMessage: messages.find(({ complete }) => !complete) ?? null,
    controls: scan ? exportControls(scan, reached) : [],
    framesAfterClose: close < 0 ? [] : frames.slice(close + 1).map((_, i) => close + 1 + i),
  };
}

function withoutId({ id: _, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}

function exportAnyFrame(scan: Scan, i: number): Record<string, unknown> {
  return scan.table.framing === 'hixie' ? exportHixieFrame(scan, i) : exportFrame(scan, i);
}

function exportMessages(scan: Scan, reached: number) {
  return Array.from(messagesOf(scan), (message) => {
    const { first, opcode, frames, complete, compressed, length, inflatedLength } = message;
    const parts = frames.map((frame) => payloadBytes(scan, frame));
    const isText = opcode === OPCODE.text;
    const last = frames.at(-1) ?? first;
    /** Whether a strict receiver hands it to the application. */
    const delivered = complete && last < reached;
    const common = { opcode, frames, complete, compressed, length, inflatedLength };
    if (compressed) return { ...common, ...exportInflated(scan, first, isText), ...compressedHex(parts), delivered };
    const fault = isText ? utf8Fault(scan, first) : null;
    return {
      ...common,
      text: isText ? decodeUtf8(concat(parts)) : null,
      validUtf8: isText ? fault === null : null,
      utf8Fault: fault,
      hex: parts.map(toHex).join(''),
      delivered,
    };
  });
}

const compressedHex = (parts: readonly Uint8Array[]) => ({ compressedHex: parts.map(toHex).join('') });

/** What a compressed message says. Bytes that nobody can know are 00, in the text U+FFFD. */
function exportInflated(scan: Scan, first: number, isText: boolean) {
  const { bytes, unknown } = scan.inflate?.read(first) ?? { bytes: new Uint8Array(0), unknown: null };
  const found = scan.inflate?.findings(first) ?? [];
  const fault = found.find(({ rule }) => rule === 'invalid-utf8' || rule === 'utf8-replaced');
  return {
    text: isText ? inflatedText(bytes, unknown) : null,
    validUtf8: isText && unknown === null ? fault === undefined : null,
    utf8Fault: fault ? { ...fault.values, frame: fault.frame } : null,
    hex: toHex(bytes),
    inflatedWhole: scan.inflate?.glance(first).whole ?? false,
    unknownBytes: unknown === null ? 0 : unknown.reduce((sum, mark) => sum + mark, 0),
  };
}
