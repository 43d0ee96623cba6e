/** What the values of the handshake stand for, and what a peer computes from them. */

import type { Direction, Span } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import { GUID } from '../hash/accept.ts';
import type { FieldId } from '../model/fields.ts';
import type { FieldValue } from '../model/node.ts';
import type { RequestProof, RequestReading, ResponseReading } from './dialect.ts';
import type { ByteRange } from './finding.ts';
import type { Handshake } from './handshake.ts';
import type { KeyReading } from './hixie-key.ts';

/** What a value is besides text: its own field, bytes instead of trimmed text, and nodes computed from it. */
export interface ValueFacts {
  readonly field: FieldId;
  /** Where the value is, if not where a header's value is as a rule. */
  readonly range?: ByteRange;
  readonly text?: string;
  readonly computed: readonly Computed[];
}

/** A node without a place of its own. */
export interface Computed {
  readonly name: string;
  readonly field: FieldId;
  readonly value: FieldValue;
  readonly from: readonly Span[];
}

/** Facts about the value of header `i`, and about the trailer. */
export interface Facts {
  header(index: number): ValueFacts | null;
  readonly trailer: readonly Computed[];
}

type Challenge = Extract<RequestProof, { kind: 'md5' }>;

function place(direction: Direction, { start, end }: ByteRange): Span {
  return byteSpan(direction, start, end - start);
}

export function requestFacts(request: RequestReading): Facts {
  const { proof, head } = request;
  const values = new Map<number, ValueFacts>();
  const indexAt = (start: number) =>
    head.headers.findIndex((header) => header.lineRange.start <= start && start <= header.lineRange.end);
  if (proof.kind === 'sha1' && proof.header) {
    values.set(head.headers.indexOf(proof.header), { field: 'key', computed: keyFacts(proof) });
  }
  if (proof.kind === 'md5') {
    for (const key of [proof.key1, proof.key2]) {
      if (!key) continue;
      const range = { start: key.start, end: key.end };
      values.set(indexAt(key.start), { field: 'hixie-key', range, text: key.text, computed: hixieKeyFacts(key) });
    }
  }
  return {
    header: (index) => values.get(index) ?? null,
    trailer: proof.kind === 'md5' ? challengeFacts(request, proof) : [],
  };
}

export function responseFacts(handshake: Handshake, response: ResponseReading): Facts {
  const { request } = handshake;
  const { proof, head } = response;
  const values = new Map<number, ValueFacts>();
  if (proof.kind === 'sha1' && proof.header) {
    const key = request?.proof.kind === 'sha1' ? request.proof.header : null;
    const expected: readonly Computed[] =
      proof.expected !== null && key
        ? [
            {
              name: 'accept-expected',
              field: 'accept-expected',
              value: proof.expected,
              from: [place('client-to-server', key.valueRange)],
            },
          ]
        : [];
    values.set(head.headers.indexOf(proof.header), { field: 'accept', computed: expected });
  }
  if (response.nonce) {
    const { header, connectionKey } = response.nonce;
    const key = request?.proof.kind === 'sha1' ? request.proof.header : null;
    const from = [key && place('client-to-server', key.valueRange), place('server-to-client', header.valueRange)];
    const computed: readonly Computed[] =
      connectionKey === null
        ? []
        : [
            {
              name: 'connection-key',
              field: 'connection-key',
              value: connectionKey,
              from: from.filter((span) => span !== null),
            },
          ];
    values.set(head.headers.indexOf(header), { field: 'server-nonce', computed });
  }
  const asked = request?.proof.kind === 'md5' ? request.proof : null;
  const answers = response.trailer?.field === 'challenge-response';
  return {
    header: (index) => values.get(index) ?? null,
    trailer: request && asked && answers ? challengeFacts(request, asked) : [],
  };
}

function keyFacts({ header, key, nonce, accept }: Extract<RequestProof, { kind: 'sha1' }>): readonly Computed[] {
  if (!header || key === null || accept === null) return [];
  const from = [place('client-to-server', header.valueRange)];
  return [
    ...(nonce ? [{ name: 'key-nonce', field: 'key-nonce', value: nonce, from } as const] : []),
    { name: 'accept-input', field: 'accept-input', value: key + GUID, from },
    { name: 'accept-expected', field: 'accept-expected', value: accept, from },
  ];
}

function hixieKeyFacts(key: KeyReading): readonly Computed[] {
  const whole = place('client-to-server', key);
  return [
    { name: 'digits', field: 'hixie-key-digits', value: key.digits, from: runs(key, /\d+/g) },
    { name: 'spaces', field: 'hixie-key-spaces', value: key.spaces, from: runs(key, / +/g) },
    ...(key.part === null ? [] : [{ name: 'part', field: 'hixie-key-part', value: key.part, from: [whole] } as const]),
  ];
}

/** Where the runs of a kind of character stand in a key. */
function runs(key: KeyReading, pattern: RegExp): readonly Span[] {
  return [...key.text.matchAll(pattern)].map((run) =>
    byteSpan('client-to-server', key.start + run.index, run[0].length),
  );
}

function challengeFacts(request: RequestReading, { key1, key2, challenge, answer }: Challenge): readonly Computed[] {
  const { trailer } = request;
  if (!key1 || !key2 || !trailer || !challenge || !answer) return [];
  const from = [key1, key2, trailer].map((range) => place('client-to-server', range));
  return [
    { name: 'challenge', field: 'challenge', value: challenge, from },
    { name: 'challenge-expected', field: 'challenge-expected', value: answer, from },
  ];
}
