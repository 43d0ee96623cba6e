/** One interface for the opening handshake of every generation. */

import type { DialectId } from '../model/drafts.ts';
import type { MistakeId } from './accept-mistakes.ts';
import type { DeflateParameters } from './extensions.ts';
import type { ByteRange, Finding, Token, Verdict } from './finding.ts';
import type { HeaderLine, RequestHead, ResponseHead } from './head.ts';
import type { KeyReading } from './hixie-key.ts';
import type { Extension } from './lists.ts';

/** Gives `count` random bytes. The engine has no randomness of its own. */
export type RandomBytes = (count: number) => Uint8Array;

/** Bytes behind the blank line that still belong to the handshake, as far as they are there. */
export interface Trailer extends ByteRange {
  readonly field: 'key3' | 'challenge-response' | 'http-body';
  /** Bytes it should have, null where only the end of the connection ends it. */
  readonly expected: number | null;
  readonly complete: boolean;
}

/** What the server has to prove it read. */
export type RequestProof =
  | {
      readonly kind: 'sha1';
      readonly header: HeaderLine | null;
      readonly key: string | null;
      /** The 16 bytes of the key; null where the key is not base64 of 16 bytes. */
      readonly nonce: Uint8Array | null;
      /** The accept a server computes; null without a key. */
      readonly accept: string | null;
    }
  | {
      readonly kind: 'md5';
      readonly key1: KeyReading | null;
      readonly key2: KeyReading | null;
      /** As many of its 8 bytes as are there. */
      readonly key3: Uint8Array | null;
      /** The 16 bytes that go into MD5; null unless both keys divide and key3 is whole. */
      readonly challenge: Uint8Array | null;
      readonly answer: Uint8Array | null;
    }
  | { readonly kind: 'none' };

/** How the server proved it. `expected` is null where the request is not known or has no usable key. */
export type ResponseProof =
  | {
      readonly kind: 'sha1';
      readonly header: HeaderLine | null;
      readonly accept: string | null;
      readonly expected: string | null;
      readonly mistake: MistakeId | null;
    }
  | {
      readonly kind: 'md5';
      /** As many of its 16 bytes as are there. */
      readonly answer: Uint8Array | null;
      readonly expected: Uint8Array | null;
    }
  | { readonly kind: 'none' };

/** A request as a server reads it. */
export interface RequestReading {
  /** The bytes read, trailer included. Shares memory with the input. */
  readonly bytes: Uint8Array;
  readonly head: RequestHead;
  readonly verdict: Verdict;
  /** In order of offset. */
  readonly findings: readonly Finding[];
  readonly trailer: Trailer | null;
  /** Bytes of head and trailer that are there: what follows are frames. */
  readonly length: number;
  /** Offered, in order of preference; places in the direction. */
  readonly subprotocols: readonly Token[];
  /** Offered; places in the direction. */
  readonly extensions: readonly Extension[];
  readonly proof: RequestProof;
}

/** A response as the client that sent the request reads it. */
export interface ResponseReading {
  readonly bytes: Uint8Array;
  readonly head: ResponseHead;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly trailer: Trailer | null;
  readonly length: number;
  /** The status is 101: what follows are frames. Null where the status is not there yet. */
  readonly switched: boolean | null;
  readonly subprotocol: string | null;
  /** As the response names them; places in the direction. */
  readonly extensions: readonly Extension[];
  readonly deflate: DeflateParameters | null;
  readonly proof: ResponseProof;
  /** What hybi-04 derives the masks of the client's frames from; null in every other generation, and where it is not there. */
  readonly nonce: ServerNonce | null;
}

/** `Sec-WebSocket-Nonce`. */
export interface ServerNonce {
  readonly header: HeaderLine;
  /** As it stands: the text is hashed, not the bytes behind it. */
  readonly text: string;
  /** The 20 bytes that every frame's key is derived from; null where the request's key was not captured. */
  readonly connectionKey: Uint8Array | null;
}

/** Names and values are written as they are given, one byte a character. */
export type ExtraHeaders = readonly (readonly [name: string, value: string])[];

export interface RequestOptions {
  /** Path and query. */
  readonly target: string;
  /** Host and port. */
  readonly host: string;
  readonly origin?: string;
  readonly subprotocols?: readonly string[];
  /** Value of `Sec-WebSocket-Extensions`; generations without extensions leave it out. */
  readonly extensions?: string;
  readonly headers?: ExtraHeaders;
}

export interface ResponseOptions {
  readonly subprotocol?: string;
  readonly extensions?: string;
  /** hybi-04: what the server adds to the key that masks the client's frames, 16 bytes. Default zeros. */
  readonly nonce?: Uint8Array;
  /** `wss:` in the location that the hixie generations answer. */
  readonly secure?: boolean;
  readonly headers?: ExtraHeaders;
  /** Answer 101 to a faulty request, too, as a careless server would; what cannot be computed is left empty. */
  readonly anyway?: boolean;
}

export interface HandshakeDialect {
  readonly id: DialectId;
  /** `bytes` may end anywhere and may go on with frames. */
  readRequest(bytes: Uint8Array): RequestReading;
  /** `request` is null where it was not captured: what depends on it is not judged. */
  readResponse(bytes: Uint8Array, request: RequestReading | null): ResponseReading;
  buildRequest(options: RequestOptions, random: RandomBytes): Uint8Array;
  /** The answer a server gives: 101, or the refusal that the request's first fault calls for. */
  buildResponse(request: RequestReading, options?: ResponseOptions): Uint8Array;
}
