/** Heads as bytes, and the refusals a server writes. */

import { DIALECTS } from '../model/drafts.ts';
import { RULES } from '../model/rules.ts';
import type { ExtraHeaders, RequestReading } from './dialect.ts';
import { fromLatin1 } from './latin1.ts';

export function requestHead(target: string, headers: ExtraHeaders): Uint8Array {
  return headBytes(`GET ${target} HTTP/1.1`, headers);
}

export function acceptedHead(reason: string, headers: ExtraHeaders): Uint8Array {
  return headBytes(`HTTP/1.1 101 ${reason}`, headers);
}

function headBytes(firstLine: string, headers: ExtraHeaders): Uint8Array {
  const lines = [firstLine, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return fromLatin1(`${lines.join('\r\n')}\r\n\r\n`);
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  405: 'Method Not Allowed',
  426: 'Upgrade Required',
};

/** The answer to a request that breaks a rule: the status that its first fault calls for (RFC 6455 §4.2.2 and §4.4). */
export function refusal(request: RequestReading): Uint8Array {
  const reactions = request.findings.map(({ rule }) => RULES[rule].reaction);
  return refusalWith(reactions.find((reaction) => reaction.kind === 'refuse')?.status ?? 400);
}

/** The same for a reason of the server's own, such as 403 for an origin it does not want (RFC 6455 §4.2.2). */
export function refusalWith(status: number): Uint8Array {
  // As the example of §4.4: nobody listed what only drafts without today's frames had.
  const today = Object.values(DIALECTS).filter(({ framing }) => framing === 'rfc6455');
  const versions = today.flatMap(({ version }) => (version === null ? [] : [version]));
  return headBytes(`HTTP/1.1 ${status} ${REASONS[status] ?? ''}`, [
    ['Connection', 'close'],
    ...(status === 405 ? [['Allow', 'GET'] as const] : []),
    ...(status === 426
      ? [
          ['Upgrade', 'websocket'] as const,
          ['Sec-WebSocket-Version', versions.toSorted((a, b) => b - a).join(', ')] as const,
        ]
      : []),
    ['Content-Length', '0'],
  ]);
}
