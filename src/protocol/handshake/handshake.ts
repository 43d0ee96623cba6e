/** The opening handshake of a connection: both directions, whichever generation. */

import type { Direction } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import type { DialectId } from '../model/drafts.ts';
import type { Issue } from '../model/issue.ts';
import type { HandshakeDialect, RequestReading, ResponseReading } from './dialect.ts';
import type { DeflateParameters } from './extensions.ts';
import type { Finding, Verdict } from './finding.ts';
import { finding, verdictOf } from './finding.ts';
import type { Evidence, HandshakeCertainty } from './generation.ts';
import { chooseGeneration, refineByFirstFrames } from './generation.ts';
import { looksLikeHead, readRequestHead, readResponseHead } from './head.ts';
import { HIXIE_75 } from './hixie75.ts';
import { HIXIE_76, HYBI_01, HYBI_03 } from './hixie76.ts';
import type { Extension } from './lists.ts';
import { RFC6455, VERSION_4, VERSION_5, VERSION_6, VERSION_7, VERSION_8 } from './rfc6455.ts';

export const HANDSHAKE_DIALECTS: Readonly<Record<DialectId, HandshakeDialect>> = {
  'hixie-75': HIXIE_75,
  'hixie-76': HIXIE_76,
  'hybi-01': HYBI_01,
  'hybi-03': HYBI_03,
  'version-4': VERSION_4,
  'version-5': VERSION_5,
  'version-6': VERSION_6,
  'version-7': VERSION_7,
  'version-8': VERSION_8,
  rfc6455: RFC6455,
};

/** Paths of the two parts; the issues name them, and the field trees begin with them. */
export const REQUEST_PATH = 'client-to-server/request';
export const RESPONSE_PATH = 'server-to-client/response';

export interface HandshakeInput {
  /** All bytes of the direction so far, frames included; null where it was not captured. */
  readonly request: Uint8Array | null;
  readonly response: Uint8Array | null;
  /** Fixed by hand: beats what the heads say. */
  readonly dialect?: DialectId;
  readonly dialectReasons?: readonly string[];
  /** What to take where the heads say nothing. */
  readonly fallback?: {
    readonly dialect: DialectId;
    readonly certainty: HandshakeCertainty;
    readonly reasons: readonly string[];
  };
}

export interface Handshake {
  readonly dialect: DialectId;
  readonly certainty: HandshakeCertainty;
  /** Ids of `HANDSHAKE_REASONS`, or those that the input gave. */
  readonly reasons: readonly string[];
  readonly request: RequestReading | null;
  readonly response: ResponseReading | null;
  /** Bytes of head and what belongs to it, 0 where there is none: frames begin here. */
  readonly requestLength: number;
  readonly responseLength: number;
  /** True: 101 was answered. False: refused, nothing that follows is a frame. Null: no status was seen. */
  readonly switched: boolean | null;
  readonly subprotocol: string | null;
  /** As the response names them. */
  readonly extensions: readonly Extension[];
  /** permessage-deflate as it is in force; read as well as possible where the answer broke a rule. */
  readonly deflate: DeflateParameters | null;
  /** hybi-04: what the masks of the client's frames are derived from; null elsewhere, and where a half of it is missing. */
  readonly connectionKey: Uint8Array | null;
  /** Of what is there: a request alone can be accepted too. */
  readonly verdict: Verdict;
  readonly issues: Readonly<Record<Direction, readonly Issue[]>>;
}

/** Reads what there is of a handshake. Bytes that do not look like a head count as not captured. */
export function readHandshake(input: HandshakeInput): Handshake {
  const asked = input.request && looksLikeHead(input.request) === 'request' ? input.request : null;
  const answered = input.response && looksLikeHead(input.response) === 'response' ? input.response : null;
  const seen = chooseGeneration(asked && readRequestHead(asked), answered && readResponseHead(answered));
  const { dialect, certainty, reasons } = decide(input, seen && withFirstFrames(seen, asked, answered));
  const speaks = HANDSHAKE_DIALECTS[dialect];
  const unsupported = input.dialect === undefined ? (seen?.unsupported ?? null) : null;
  const request = asked && refuseUnsupported(speaks.readRequest(asked), unsupported);
  const response = answered && speaks.readResponse(answered, request);
  return {
    dialect,
    certainty,
    reasons,
    request,
    response,
    requestLength: request?.length ?? 0,
    responseLength: response?.length ?? 0,
    switched: response?.switched ?? null,
    subprotocol: response?.subprotocol ?? null,
    extensions: response?.extensions ?? [],
    deflate: response?.deflate ?? null,
    connectionKey: response?.nonce?.connectionKey ?? null,
    verdict: together([request?.verdict, response?.verdict]),
    issues: {
      'client-to-server': issuesOf(request?.findings ?? [], 'client-to-server', REQUEST_PATH),
      'server-to-client': issuesOf(response?.findings ?? [], 'server-to-client', RESPONSE_PATH),
    },
  };
}

/** hybi-01 opens as hixie-76 does: what tells them apart is the first byte behind a head. */
function withFirstFrames(seen: Evidence, asked: Uint8Array | null, answered: Uint8Array | null): Evidence {
  if (seen.dialect !== 'hixie-76') return seen;
  const request = asked && HIXIE_76.readRequest(asked);
  const response = answered && HIXIE_76.readResponse(answered, request);
  if (response?.switched === false) return seen;
  return refineByFirstFrames(
    seen,
    [request, response].map((reading, i) => (reading && [asked, answered][i]?.[reading.length]) ?? null),
  );
}

function decide(
  input: HandshakeInput,
  seen: Evidence | null,
): { dialect: DialectId; certainty: HandshakeCertainty; reasons: readonly string[] } {
  if (input.dialect !== undefined) {
    return { dialect: input.dialect, certainty: 'assumed', reasons: input.dialectReasons ?? ['chosen-by-hand'] };
  }
  return seen ?? input.fallback ?? { dialect: 'rfc6455', certainty: 'assumed', reasons: ['no-evidence'] };
}

/** hybi-02 and -03 announce themselves in a header that no dialect reads; the finding points at it. */
function refuseUnsupported(request: RequestReading, announced: string | null): RequestReading {
  const header = request.head.headers.find(({ id }) => id === 'sec-websocket-draft');
  if (announced === null || !header) return request;
  const findings = [...request.findings, finding('version-unsupported', header.valueRange, { version: announced })];
  const list = findings.toSorted((a, b) => a.offset - b.offset);
  return { ...request, findings: list, verdict: verdictOf(list, request.verdict === 'accept') };
}

function together(verdicts: readonly (Verdict | undefined)[]): Verdict {
  const known = verdicts.filter((verdict) => verdict !== undefined);
  if (known.includes('reject')) return 'reject';
  return known.length === 0 || known.includes('incomplete') ? 'incomplete' : 'accept';
}

function issuesOf(findings: readonly Finding[], direction: Direction, part: string): readonly Issue[] {
  return findings.map(({ rule, offset, length, values }) => ({
    rule,
    direction,
    part,
    span: byteSpan(direction, offset, length),
    offset,
    values,
  }));
}
