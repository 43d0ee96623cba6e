/** Negotiating permessage-deflate (RFC 7692 §7.1). */

import type { Direction } from '../bytes/span.ts';
import type { RuleId } from '../model/rules.ts';
import type { ByteRange, FindingValues } from './finding.ts';
import type { Extension } from './lists.ts';
import { formatExtensions, parseExtensions } from './lists.ts';

export const DEFLATE = 'permessage-deflate';

/** What both ends agreed. `server…` is about the server's compressor: the direction server to client. */
export interface DeflateParameters {
  readonly serverNoContextTakeover: boolean;
  readonly clientNoContextTakeover: boolean;
  /** 8 to 15. */
  readonly serverMaxWindowBits: number;
  readonly clientMaxWindowBits: number;
}

/** What holds for the compressor of one direction. */
export interface DirectionDeflate {
  /** 8 to 15. */
  readonly windowBits: number;
  /** Every message is compressed by itself; otherwise it may refer to the messages before (§7.1.1). */
  readonly noContextTakeover: boolean;
}

/** A rule broken in an extension list; the range is in the list's value. */
export interface ExtensionFault {
  readonly rule: RuleId;
  readonly at: ByteRange;
  readonly values: FindingValues;
}

const FLAGS = ['server_no_context_takeover', 'client_no_context_takeover'];
const WINDOWS = ['server_max_window_bits', 'client_max_window_bits'];
/** RFC 7692 §7.1.2: a decimal number without leading zeros. */
const WINDOW_BITS = /^(?:[89]|1[0-5])$/;

/** Faults of one element by itself: parameters nobody defined, twice the same, values that are not allowed. */
export function parameterFaults(extension: Extension, side: 'offer' | 'answer'): readonly ExtensionFault[] {
  const faults: ExtensionFault[] = [];
  const seen = new Set<string>();
  for (const param of extension.params) {
    const { name, value } = param;
    const values = value === null ? { parameter: name } : { parameter: name, value };
    if (seen.has(name)) faults.push({ rule: 'pmd-duplicate-parameter', at: param, values });
    else if (!FLAGS.includes(name) && !WINDOWS.includes(name))
      faults.push({ rule: 'pmd-invalid-parameter', at: param, values });
    else if (!valueAllowed(name, value, side)) faults.push({ rule: 'pmd-invalid-value', at: param, values });
    seen.add(name);
  }
  return faults;
}

function valueAllowed(name: string, value: string | null, side: 'offer' | 'answer'): boolean {
  if (FLAGS.includes(name)) return value === null;
  // Only a client may name this parameter without a value: "I can, you choose" (§7.1.2.2).
  if (value === null) return name === 'client_max_window_bits' && side === 'offer';
  return WINDOW_BITS.test(value);
}

/**
 * Faults of the server's answer against the offers it chose from; null offers mean that the request is not known. Where
 * several offers were made, the one that fits best is the one that was accepted.
 */
export function answerFaults(
  answer: readonly Extension[],
  offers: readonly Extension[] | null,
): readonly ExtensionFault[] {
  const faults: ExtensionFault[] = [];
  const offered = offers && new Set(offers.map(({ name }) => name));
  let deflated = false;
  for (const extension of answer) {
    const { name } = extension;
    if (offered && !offered.has(name)) {
      faults.push({ rule: 'extension-not-offered', at: extension, values: { extension: name } });
      continue;
    }
    if (name !== DEFLATE) continue;
    if (deflated) faults.push({ rule: 'extension-duplicate', at: extension, values: { extension: name } });
    faults.push(...parameterFaults(extension, 'answer'));
    // Only the first is in force; a second has no offer of its own to be held against.
    if (!deflated && offers) faults.push(...bestMatch(extension, offers));
    deflated = true;
  }
  return faults;
}

function bestMatch(answer: Extension, offers: readonly Extension[]): readonly ExtensionFault[] {
  const all = offers.filter((offer) => offer.name === DEFLATE);
  const valid = all.filter((offer) => parameterFaults(offer, 'offer').length === 0);
  const said: Said = {
    element: answer,
    client: find(answer, 'client_max_window_bits'),
    takeover: find(answer, 'server_no_context_takeover'),
    granted: find(answer, 'server_max_window_bits'),
  };
  const candidates = (valid.length > 0 ? valid : all).map((offer) => matchFaults(said, offer));
  return candidates.reduce((best, next) => (next.length < best.length ? next : best), candidates[0] ?? []);
}

type Parameter = Extension['params'][number] | undefined;

/** An answer, its parameters looked up once for all offers. */
interface Said {
  readonly element: Extension;
  readonly client: Parameter;
  readonly takeover: Parameter;
  readonly granted: Parameter;
}

function matchFaults({ element, client, takeover, granted }: Said, offer: Extension): readonly ExtensionFault[] {
  const faults: ExtensionFault[] = [];
  if (client && !find(offer, 'client_max_window_bits')) {
    faults.push({ rule: 'pmd-client-max-window-bits-not-offered', at: client, values: { value: client.value ?? '' } });
  }
  if (find(offer, 'server_no_context_takeover') && !takeover) {
    faults.push({ rule: 'pmd-server-no-context-takeover-missing', at: element, values: {} });
  }
  const wanted = find(offer, 'server_max_window_bits');
  if (wanted && !granted) {
    faults.push({ rule: 'pmd-server-max-window-bits-missing', at: element, values: { offered: wanted.value ?? '' } });
  } else if (wanted && granted && Number(granted.value) > Number(wanted.value)) {
    const values = { offered: wanted.value ?? '', value: granted.value ?? '' };
    faults.push({ rule: 'pmd-server-max-window-bits-too-big', at: granted, values });
  }
  return faults;
}

/** What the server's answer puts in force, or null without permessage-deflate. A value that is not allowed counts as 15. */
export function agreedDeflate(answer: readonly Extension[]): DeflateParameters | null {
  const extension = answer.find(({ name }) => name === DEFLATE);
  if (!extension) return null;
  const bits = (name: string) => {
    const value = find(extension, name)?.value ?? '';
    return WINDOW_BITS.test(value) ? Number(value) : 15;
  };
  return {
    serverNoContextTakeover: find(extension, 'server_no_context_takeover') !== undefined,
    clientNoContextTakeover: find(extension, 'client_no_context_takeover') !== undefined,
    serverMaxWindowBits: bits('server_max_window_bits'),
    clientMaxWindowBits: bits('client_max_window_bits'),
  };
}

/** The same for a header value that was not captured but is assumed. */
export function assumedDeflate(value: string): DeflateParameters | null {
  return agreedDeflate(parseExtensions(value).extensions);
}

/** What an agreement means for the messages that one side sends. */
export function deflateOf(parameters: DeflateParameters, direction: Direction): DirectionDeflate {
  return direction === 'client-to-server'
    ? { windowBits: parameters.clientMaxWindowBits, noContextTakeover: parameters.clientNoContextTakeover }
    : { windowBits: parameters.serverMaxWindowBits, noContextTakeover: parameters.serverNoContextTakeover };
}

/** Whether a server may answer with this value: a list in good form, with no fault in what it says of permessage-deflate. */
export function isAnswer(value: string): boolean {
  const { extensions, problem } = parseExtensions(value);
  return (
    problem === null && extensions.every((one) => one.name !== DEFLATE || parameterFaults(one, 'answer').length === 0)
  );
}

/** The list element that says these parameters in an answer; `formatExtensions` makes the header value of it. */
export function deflateAnswer(parameters: DeflateParameters): string {
  const params: { name: string; value: string | null }[] = [];
  if (parameters.serverNoContextTakeover) params.push({ name: 'server_no_context_takeover', value: null });
  if (parameters.clientNoContextTakeover) params.push({ name: 'client_no_context_takeover', value: null });
  const { serverMaxWindowBits, clientMaxWindowBits } = parameters;
  if (serverMaxWindowBits < 15) params.push({ name: 'server_max_window_bits', value: String(serverMaxWindowBits) });
  if (clientMaxWindowBits < 15) params.push({ name: 'client_max_window_bits', value: String(clientMaxWindowBits) });
  return formatExtensions([{ name: DEFLATE, params }]);
}

function find(extension: Extension, name: string): Parameter {
  return extension.params.find((param) => param.name === name);
}
