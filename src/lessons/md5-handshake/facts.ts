/** What the engine says of the inputs; worked out once, drawn by the steps. */

import { fromHex } from '../../protocol/bytes/hex.ts';
import { concat } from '../../protocol/bytes/join.ts';
import { requestHead } from '../../protocol/handshake/build.ts';
import { ANSWER_LENGTH, type Challenge, joinChallenge } from '../../protocol/handshake/challenge.ts';
import type { RequestReading } from '../../protocol/handshake/dialect.ts';
import type { KeyName, KeyProblem } from '../../protocol/handshake/hixie-key.ts';
import { type KeyTrace, traceKey } from '../../protocol/handshake/hixie-key-trace.ts';
import { HIXIE_76 } from '../../protocol/handshake/hixie76.ts';
import { latin1 } from '../../protocol/handshake/latin1.ts';
import { DRAFT } from './inputs.ts';

const HOST = 'example.com';
const ORIGIN = 'http://example.com';
const TARGET = '/demo';

export interface Inputs {
  readonly key1: string;
  readonly key2: string;
  readonly key3: Uint8Array;
  readonly seed: number;
}

/** One key. `which` is its number in the words, 1 or 2. */
export interface KeyFacts {
  readonly name: KeyName;
  readonly which: 1 | 2;
  readonly trace: KeyTrace;
  /** The first rule that it breaks. */
  readonly problem: KeyProblem | null;
}

export interface Facts {
  readonly key1: KeyFacts;
  readonly key2: KeyFacts;
  readonly key3: Uint8Array;
  /** Null where the server refuses. */
  readonly challenge: Challenge | null;
  readonly refused: KeyFacts | null;
  readonly request: RequestReading;
  /** Lines without their ends; behind the last comes the blank line. */
  readonly requestLines: readonly string[];
  readonly responseLines: readonly string[];
  readonly origin: string;
  readonly location: string;
  readonly seed: number;
}

/** The fields in the order of the draft's example: a client shuffles them (§4.1). */
function requestBytes(key1: string, key2: string, key3: Uint8Array): Uint8Array {
  const head = requestHead(TARGET, [
    ['Host', HOST],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Key2', key2],
    ['Upgrade', 'WebSocket'],
    ['Sec-WebSocket-Key1', key1],
    ['Origin', ORIGIN],
  ]);
  return concat([head, key3]);
}

function linesOf(head: string): readonly string[] {
  return head.split('\r\n').slice(0, -2);
}

function factsOf(name: KeyName, which: 1 | 2, text: string): KeyFacts {
  const trace = traceKey(text, { name, source: name, offset: 0 });
  return { name, which, trace, problem: trace.scan.problems[0] ?? null };
}

/** The head of an accepting response. No key has a say in it, so it is there for keys that are refused as well. */
const ACCEPTED = (() => {
  const key3 = fromHex(DRAFT.key3.replaceAll(' ', '')) ?? new Uint8Array();
  const response = HIXIE_76.buildResponse(HIXIE_76.readRequest(requestBytes(DRAFT.key1, DRAFT.key2, key3)));
  return linesOf(latin1(response, 0, response.length - ANSWER_LENGTH));
})();

export function lookAt({ key1, key2, key3, seed }: Inputs): Facts {
  const first = factsOf('key1', 1, key1);
  const second = factsOf('key2', 2, key2);
  const parts = [first.trace.scan.part, second.trace.scan.part] as const;
  const bytes = requestBytes(key1, key2, key3);
  return {
    key1: first,
    key2: second,
    key3,
    challenge: parts[0] === null || parts[1] === null ? null : joinChallenge(parts[0], parts[1], key3),
    refused: first.problem ? first : second.problem ? second : null,
    request: HIXIE_76.readRequest(bytes),
    requestLines: linesOf(latin1(bytes, 0, bytes.length - key3.length)),
    responseLines: ACCEPTED,
    origin: ORIGIN,
    location: `ws://${HOST}${TARGET}`,
    seed,
  };
}
