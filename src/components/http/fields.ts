/** Checks for fields of a request: what gets past them is answered with 101. */

import { type Problem, problem } from '../lesson/fields.ts';

const HOST = /^(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?$/;

/** `Host`: a name or an address, and a port where it is not the usual one (RFC 7230 §5.4). */
export function hostProblem(text: string): Problem | null {
  if (HOST.test(text)) {
    const port = portOf(text);
    return port > 0 && port < 0x10000 ? null : problem('no-such-port', { most: 0xffff });
  }
  const foreign = text.search(/[^A-Za-z0-9._:[\]-]/);
  return at(text, foreign >= 0 ? foreign : Math.max(0, text.search(/[:[\]]/)));
}

/** The target: a path as it goes over the wire (RFC 6455 §3 has no fragment). */
export function targetProblem(text: string): Problem | null {
  if (!text.startsWith('/')) return problem('no-slash', {});
  const foreign = text.search(/[^!-~]|#/);
  return foreign < 0 ? null : at(text, foreign);
}

/** `Origin`: printable, without spaces; what it means is for the server to say. */
export function originProblem(text: string): Problem | null {
  const foreign = text.search(/[^!-~]/);
  return foreign < 0 ? null : at(text, foreign);
}

function at(text: string, index: number): Problem {
  return problem('not-allowed', {
    position: index + 1,
    character: String.fromCodePoint(text.codePointAt(index) ?? 0x20),
  });
}

/** The port that a client connects to. */
export function portOf(host: string, secure = false): number {
  const digits = /:(\d{1,5})$/.exec(host)?.[1];
  return digits === undefined ? (secure ? 443 : 80) : Number(digits);
}
