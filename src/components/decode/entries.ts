import { fromHex, toHex } from '../../protocol/bytes/hex.ts';
import type { Direction } from '../../protocol/bytes/span.ts';
import type { Assumptions } from '../../protocol/connection/model.ts';
import { DIALECT_IDS } from '../../protocol/model/drafts.ts';
import type { FormId } from '../../protocol/text/reading.ts';
import { type Choices, NO_CHOICES } from '../state/workbench.ts';

/**
 * The choices as a flat list of keys and values, and back with every value checked by hand: links and saved files come
 * from strangers. Links (link.ts) and files (file.ts) differ only in how they write the list down.
 */

/** What is shared: the choices, and the field looked at. */
export type Shared = Partial<Choices> & { readonly field: string | null };

/** A value that could not even be unpacked keeps its text, to be shown. */
export type Value = string | Uint8Array | { readonly bad: string };
export type Entries = [key: string, value: Value][];

/** Something in a link or file that was left out. */
export interface Unusable {
  readonly key: string;
  /** At most 60 characters of it. */
  readonly value: string;
  readonly why: 'unknown-version' | 'unknown-key' | 'bad-value' | 'repeated';
}

export interface Read {
  readonly choices: Choices;
  readonly field: string | null;
  readonly unusable: readonly Unusable[];
}

const FORMS: Readonly<Record<FormId, true>> = {
  hex: true,
  'hex-list': true,
  decimal: true,
  bits: true,
  'c-array': true,
  'c-arrays-wireshark': true,
  escaped: true,
  'python-bytes': true,
  'js-buffer': true,
  json: true,
  base64: true,
  base64url: true,
  xxd: true,
  'hexdump-C': true,
  'hexdump-words': true,
  od: true,
  tcpdump: true,
  tshark: true,
  'wireshark-dump': true,
  'follow-hex': true,
  'follow-raw': true,
  'follow-yaml': true,
  'http-text': true,
  raw: true,
};

/** Every notation there is. */
export const FORM_IDS = Object.keys(FORMS) as readonly FormId[];

const SENDERS: Readonly<Record<string, Direction>> = { client: 'client-to-server', server: 'server-to-client' };

export function writeEntries(shared: Shared): [key: string, value: string | Uint8Array][] {
  const {
    input = '',
    name = null,
    form = null,
    assumptions = {},
    tcp = null,
    strict = false,
    part = null,
    field,
  } = shared;
  const out: [string, string | Uint8Array][] = [];
  const put = (key: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined) out.push([key, String(value)]);
  };
  // A long text last: what somebody can read and change by hand comes first.
  put('form', form);
  const { direction, dialect, connectionKey, firstFrame, midStream, extensions, maxMessageBytes } = assumptions;
  put('tcp', tcp);
  put('from', direction && (direction === 'client-to-server' ? 'client' : 'server'));
  put('dialect', dialect);
  put('connection-key', connectionKey && toHex(connectionKey));
  put('first-client', firstFrame?.['client-to-server']);
  put('first-server', firstFrame?.['server-to-client']);
  put('mid-stream', midStream === undefined ? null : midStream ? 'yes' : 'no');
  put('extensions', extensions);
  put('max-message', maxMessageBytes);
  put('strict', strict ? 'yes' : null);
  put('part', part);
  put('field', field);
  put('name', name === null || isName(name) ? name : null);
  out.push([typeof input === 'string' ? 'text' : 'bytes', input]);
  return out;
}

/** Never throws, whatever the entries. The first of several wins; what cannot be used is listed. */
export function readEntries(entries: Entries): Read {
  const seen = new Set<string>();
  const unusable: Unusable[] = [];
  const draft: Draft = { choices: { ...NO_CHOICES }, assumptions: {}, field: null };
  for (const [key, value] of entries) {
    // Text and bytes are two ways to say the same thing.
    const slot = key === 'bytes' ? 'text' : key;
    const why = seen.has(slot) ? 'repeated' : take(draft, key, value);
    seen.add(slot);
    if (why) unusable.push({ key: key.slice(0, 60), value: textOf(value).slice(0, 60), why });
  }
  return { choices: { ...draft.choices, assumptions: draft.assumptions }, field: draft.field, unusable };
}

interface Draft {
  readonly choices: { -readonly [K in keyof Choices]: Choices[K] };
  readonly assumptions: { -readonly [K in keyof Assumptions]: Assumptions[K] };
  field: string | null;
}

/** Puts one value where it belongs, or says why not. */
function take(draft: Draft, key: string, value: Value): Unusable['why'] | null {
  if (value instanceof Uint8Array) {
    if (key !== 'bytes') return 'bad-value';
    draft.choices.input = value;
    return null;
  }
  const check = CHECKS.get(key);
  if (!check) return key === 'bytes' ? 'bad-value' : 'unknown-key';
  return typeof value === 'string' && check(draft, value) ? null : 'bad-value';
}

/** One function per key: true where it could use the value. */
const CHECKS: ReadonlyMap<string, (draft: Draft, value: string) => boolean> = new Map(
  Object.entries<(draft: Draft, value: string) => boolean>({
    text: ({ choices }, value) => {
      choices.input = value;
      return true;
    },
    form: ({ choices }, value) => {
      if (!Object.hasOwn(FORMS, value)) return false;
      choices.form = value as FormId;
      return true;
    },
    from: ({ assumptions }, value) => {
      const direction = Object.hasOwn(SENDERS, value) ? SENDERS[value] : undefined;
      if (direction) assumptions.direction = direction;
      return direction !== undefined;
    },
    dialect: ({ assumptions }, value) => {
      const dialect = DIALECT_IDS.find((id) => id === value);
      if (dialect) assumptions.dialect = dialect;
      return dialect !== undefined;
    },
    'connection-key': ({ assumptions }, value) => {
      const key = keyOf(value);
      if (key) assumptions.connectionKey = key;
      return key !== null;
    },
    tcp: ({ choices }, value) => {
      choices.tcp = wholeNumber(value);
      return choices.tcp !== null;
    },
    'mid-stream': ({ assumptions }, value) => {
      if (value === 'yes' || value === 'no') assumptions.midStream = value === 'yes';
      return assumptions.midStream !== undefined;
    },
    'first-client': (draft, value) => takeFirst(draft, 'client-to-server', value),
    'first-server': (draft, value) => takeFirst(draft, 'server-to-client', value),
    extensions: ({ assumptions }, value) => {
      // Empty: no extension was agreed on.
      if (value !== '' && !isHeaderValue(value)) return false;
      assumptions.extensions = value;
      return true;
    },
    'max-message': ({ assumptions }, value) => {
      const bytes = wholeNumber(value);
      if (!bytes) return false;
      assumptions.maxMessageBytes = bytes;
      return true;
    },
    strict: ({ choices }, value) => {
      choices.strict = value === 'yes';
      return value === 'yes' || value === 'no';
    },
    part: ({ choices }, value) => {
      if (!isPath(value)) return false;
      choices.part = value;
      return true;
    },
    field: (draft, value) => {
      if (!isPath(value)) return false;
      draft.field = value;
      return true;
    },
    name: ({ choices }, value) => {
      if (!isName(value)) return false;
      choices.name = value;
      return true;
    },
  }),
);

function takeFirst({ assumptions }: Draft, direction: Direction, text: string): boolean {
  const offset = wholeNumber(text);
  if (offset === null) return false;
  assumptions.firstFrame = { ...assumptions.firstFrame, [direction]: offset };
  return true;
}

const textOf = (value: Value) => (typeof value === 'string' ? value : value instanceof Uint8Array ? '…' : value.bad);

const isPath = (text: string) => /^(client-to-server|server-to-client)(\/[\w.-]{1,60}){1,8}$/.test(text);
const isName = (text: string) => text.length > 0 && text.length <= 120 && !/\p{C}/u.test(text);
/** A header value: visible ASCII, spaces and tabs (RFC 7230 §3.2). */
export const isHeaderValue = (text: string) => /^[\t\x20-\x7e]{1,1000}$/.test(text);

/** The connection key of hybi-04: 20 bytes as hex, with any spaces or colons between. Null for anything else. */
export function keyOf(text: string): Uint8Array | null {
  const key = fromHex(text.replace(/[\s:]/g, ''));
  return key?.length === SHA1_BYTES ? key : null;
}

const SHA1_BYTES = 20;

/** A number a field can hold exactly, or null. */
export function wholeNumber(text: string): number | null {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

/** UTF-8 of a text, or null where it holds a lone surrogate and has none. */
export function toUtf8(text: string): Uint8Array | null {
  return /\p{Surrogate}/u.test(text) ? null : new TextEncoder().encode(text);
}

/** The text, or null where the bytes are not UTF-8. A byte order mark is kept: it was pasted. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The code units of a text, low byte first. */
export function unitsOf(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    out[2 * i] = unit & 0xff;
    out[2 * i + 1] = unit >>> 8;
  }
  return out;
}

export function bytesOfUnits(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    text += String.fromCharCode((bytes[i] as number) | ((bytes[i + 1] as number) << 8));
  }
  return text;
}
