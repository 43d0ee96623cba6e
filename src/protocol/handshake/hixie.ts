/** What the two hixie handshakes share. */

import type { RuleId } from '../model/rules.ts';
import { checkHost, checkRequestLine, checkToken, headersOf, reportMissing } from './checks.ts';
import type { RequestReading, ResponseOptions } from './dialect.ts';
import type { Findings, Token } from './finding.ts';
import type { HeaderLine, RequestHead, ResponseHead } from './head.ts';
import { lower } from './lists.ts';

/** Names of the answer's fields: with `Sec-` from hixie-76 on. */
export interface HixieNames {
  readonly origin: string;
  readonly location: string;
  readonly protocol: string;
}

/** draft-hixie-76 §5.1: the fixed parts of a request. */
export function checkHixieRequest(findings: Findings, head: RequestHead): void {
  checkRequestLine(findings, head);
  checkHost(findings, head);
  checkToken(findings, head, 'upgrade', 'WebSocket', 'equal');
  checkToken(findings, head, 'connection', 'Upgrade', 'equal');
  if (headersOf(head, 'origin').length === 0) reportMissing(findings, head, 'origin-missing');
}

/** One string in hixie-75; hixie-76 servers also met lists with spaces. */
export function hixieSubprotocols(head: RequestHead, name: string): readonly Token[] {
  return headersOf(head, name.toLowerCase())
    .slice(0, 1)
    .map(({ value, valueRange }) => ({ text: value, ...valueRange }));
}

/** draft-hixie-76 §4.1 step 41: origin, location and subprotocol of the answer; each is there once and says the same. */
export function checkHixieFields(
  findings: Findings,
  head: ResponseHead,
  names: HixieNames,
  request: RequestReading | null,
): string | null {
  const known = request?.head.complete ? request : null;
  const origin = only(findings, head, names.origin, 'hixie-origin-missing');
  const sent = known && headersOf(known.head, 'origin')[0]?.value;
  if (origin && sent && origin.value !== sent && origin.value !== lower(sent)) {
    findings.add('hixie-origin-mismatch', origin.valueRange, { found: origin.value, expected: lower(sent) });
  }
  const location = only(findings, head, names.location, 'hixie-location-missing');
  const url = known && urlOf(known.head, location?.value.startsWith('wss:') === true);
  if (location && url && normalUrl(location.value) !== normalUrl(url)) {
    findings.add('hixie-location-mismatch', location.valueRange, { found: location.value, expected: url });
  }
  const [protocol, second] = headersOf(head, names.protocol.toLowerCase());
  if (second) findings.add('hixie-field-duplicate', second.lineRange, { name: second.name });
  const wanted = known?.subprotocols[0]?.text ?? null;
  if (
    wanted !== null &&
    head.complete &&
    protocol?.value !== wanted &&
    !wanted.split(' ').includes(protocol?.value ?? '')
  ) {
    const at = protocol?.valueRange ?? head.blankLine ?? head.startLine;
    findings.add('hixie-subprotocol-mismatch', at, { found: protocol?.value ?? '', expected: wanted });
  }
  return protocol?.value ?? null;
}

function only(findings: Findings, head: ResponseHead, name: string, missing: RuleId): HeaderLine | null {
  const [header, second] = headersOf(head, name.toLowerCase());
  if (second) findings.add('hixie-field-duplicate', second.lineRange, { name: second.name });
  if (header) return header;
  // The other generation's name is the likeliest reason.
  const id = name.toLowerCase();
  const other = id.startsWith('sec-') ? id.slice(4) : `sec-${id}`;
  const found = headersOf(head, other)[0];
  if (found) findings.add(missing, found.nameRange, { expected: name, found: found.name });
  else reportMissing(findings, head, missing, { expected: name });
  return null;
}

/** The URL the client asked for, as far as its request tells: the scheme is not in it. */
export function urlOf(head: RequestHead, secure: boolean): string | null {
  const host = headersOf(head, 'host')[0]?.value;
  return host && head.target ? `${secure ? 'wss' : 'ws'}://${lower(host)}${head.target.text}` : null;
}

/** Scheme and host in lower case, without the scheme's own port: clients build the URL both ways. */
function normalUrl(url: string): string {
  const parts = /^(wss?):\/\/([^/?]*)(.*)$/i.exec(url);
  if (!parts) return url;
  const scheme = lower(parts[1] ?? '');
  const port = scheme === 'wss' ? ':443' : ':80';
  const host = lower(parts[2] ?? '');
  return `${scheme}://${host.endsWith(port) ? host.slice(0, -port.length) : host}${parts[3] || '/'}`;
}

/** The fields of an accepting answer, in the order of the drafts. */
export function hixieAnswerFields(
  names: HixieNames,
  request: RequestReading,
  options: ResponseOptions,
): readonly (readonly [string, string])[] {
  const { subprotocol, secure = false, headers = [] } = options;
  return [
    ['Upgrade', 'WebSocket'],
    ['Connection', 'Upgrade'],
    [names.origin, headersOf(request.head, 'origin')[0]?.value ?? 'null'],
    [names.location, urlOf(request.head, secure) ?? ''],
    ...(subprotocol === undefined ? [] : [[names.protocol, subprotocol] as const]),
    ...headers,
  ];
}
