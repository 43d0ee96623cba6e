import type { RandomBytes } from '../../../src/protocol/handshake/dialect.ts';
import type { Finding } from '../../../src/protocol/handshake/finding.ts';
import type { RuleId } from '../../../src/protocol/model/rules.ts';
import { RULES } from '../../../src/protocol/model/rules.ts';

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** A head from its lines, with CRLF and the blank line. */
export function head(...lines: readonly string[]): Uint8Array {
  return ascii(`${lines.join('\r\n')}\r\n\r\n`);
}

export function rulesOf(findings: readonly Finding[]): readonly RuleId[] {
  return findings.map(({ rule }) => rule);
}

/** The rules whose break refuses the handshake. */
export function errorsOf(findings: readonly Finding[]): readonly RuleId[] {
  return rulesOf(findings).filter((rule) => RULES[rule].severity === 'error');
}

/** Bytes that look random and are the same in every run. */
export function randomFrom(seed: number): RandomBytes {
  let state = seed >>> 0;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

export interface AcceptVector {
  readonly id: string;
  readonly kind: 'key' | 'request' | 'response';
  readonly key?: string;
  readonly hex?: string;
  readonly requestHex?: string;
  readonly observed?: Record<string, string>;
  readonly expect: {
    readonly valid?: boolean;
    readonly problem?: string;
    readonly accept?: string;
    readonly nonceHex?: string;
    readonly verdict?: string;
    readonly verdictsAccepted?: readonly string[];
    readonly errors?: readonly { readonly kind: string; readonly problem?: string; readonly version?: string }[];
    readonly warnings?: readonly string[];
    readonly bytesAfterHead?: number;
    readonly offers?: readonly { readonly name: string; readonly params: Record<string, string | true> }[];
    readonly expectedAccept?: string;
    readonly permessageDeflate?: Record<string, unknown>;
  };
}

interface KeyExpectation {
  readonly digits?: string;
  readonly spaces?: number;
  readonly number?: number;
  readonly part?: number;
  readonly error?: string;
  readonly remainder?: number;
}

export interface HixieVector {
  readonly id: string;
  readonly kind: 'challenge' | 'handshake' | 'response' | 'frames';
  readonly hex?: string;
  readonly draft?: string;
  readonly input?: { readonly key1: string; readonly key2: string; readonly key3Hex: string };
  readonly expect: {
    readonly draft?: string;
    readonly verdict: string;
    readonly errors?: readonly { readonly key?: string; readonly kind: string }[];
    readonly key1: KeyExpectation & string;
    readonly key2: KeyExpectation & string;
    readonly path?: string;
    readonly host?: string;
    readonly origin?: string;
    readonly protocol?: string | null;
    readonly location?: string;
    readonly key3Hex?: string;
    readonly key3Offset?: number;
    readonly challengeHex?: string | null;
    readonly responseHex?: string | null;
    readonly frameBytesFollow?: number;
    readonly missing?: string;
    readonly bytesPresent?: number;
    readonly challengeResponseHex?: string;
    readonly matchesChallenge?: string;
  };
}
