/**
 * The lists inside header values: RFC 2616 §2.1 `1#element`, which allows empty elements, and the extension lists of
 * RFC 6455 §9.1. Offsets are indexes into the value.
 */

import type { Token } from './finding.ts';
import { inner } from './latin1.ts';

/** Elements between commas, trimmed, empty ones left out. What they are is for the caller to judge. */
export function splitList(value: string): readonly Token[] {
  const out: Token[] = [];
  for (let at = 0; at <= value.length; ) {
    const comma = value.indexOf(',', at);
    const stop = comma < 0 ? value.length : comma;
    const { start, end } = inner(value, at, stop);
    if (end > start) out.push({ text: value.slice(start, end), start, end });
    at = stop + 1;
  }
  return out;
}

/** ASCII only: the protocol's comparisons must not know about U+212A (Kelvin) and its like. */
export function sameToken(a: string, b: string): boolean {
  return lower(a) === lower(b);
}

export function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** RFC 2616 §2.2: `token`. */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text);
}

export interface ExtensionParameter extends Token {
  /** Lower case is not folded: parameter names are compared as they are. */
  readonly name: string;
  /** Null where there was no `=`. Quotes and escapes are taken off. */
  readonly value: string | null;
}

/** One element of an extension list. `text` is the element as written. */
export interface Extension extends Token {
  readonly name: string;
  readonly params: readonly ExtensionParameter[];
}

/** What was expected where the text departs from the grammar. */
export interface ListProblem {
  readonly offset: number;
  readonly expected: 'token' | 'value' | 'quote' | 'separator' | 'element';
}

export interface ExtensionList {
  /** Everything in front of the problem. */
  readonly extensions: readonly Extension[];
  readonly problem: ListProblem | null;
}

const TOKEN_AT = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const BLANKS_AT = /[ \t]*/y;

/**
 * Reads the value of `Sec-WebSocket-Extensions`: `name; parameter=value; parameter, name …`. A quoted value must be a
 * token once the quotes are off (RFC 6455 §9.1).
 */
export function parseExtensions(value: string): ExtensionList {
  const extensions: Extension[] = [];
  let at = 0;
  const skipBlanks = () => {
    BLANKS_AT.lastIndex = at;
    BLANKS_AT.test(value);
    at = BLANKS_AT.lastIndex;
  };
  const take = (): string => {
    TOKEN_AT.lastIndex = at;
    const found = TOKEN_AT.exec(value)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const stop = (expected: ListProblem['expected'], offset = at): ExtensionList => ({
    extensions,
    problem: { offset, expected },
  });

  for (;;) {
    skipBlanks();
    while (value[at] === ',') {
      at += 1;
      skipBlanks();
    }
    if (at === value.length) return extensions.length === 0 ? stop('element') : { extensions, problem: null };

    const start = at;
    const name = take();
    if (name === '') return stop('token');
    const params: ExtensionParameter[] = [];
    let end = at;
    skipBlanks();
    while (value[at] === ';') {
      at += 1;
      skipBlanks();
      const from = at;
      const parameter = take();
      if (parameter === '') return stop('token');
      end = at;
      skipBlanks();
      let text: string | null = null;
      if (value[at] === '=') {
        at += 1;
        skipBlanks();
        const valueAt = at;
        if (value[at] === '"') {
          const quoted = unquote(value, at);
          if (!quoted) return stop('quote', value.length);
          at = quoted.end;
          if (!isToken(quoted.text)) return stop('value', valueAt);
          text = quoted.text;
        } else {
          text = take();
          if (text === '') return stop('value');
        }
        end = at;
        skipBlanks();
      }
      params.push({ name: parameter, value: text, text: value.slice(from, end), start: from, end });
    }
    if (at < value.length && value[at] !== ',') return stop('separator');
    extensions.push({ name, params, text: value.slice(start, end), start, end });
  }
}

/** The quoted string that opens at `start`, or null where it never closes. */
function unquote(value: string, start: number): { text: string; end: number } | null {
  let text = '';
  for (let i = start + 1; i < value.length; i += 1) {
    const character = value[i];
    if (character === '"') return { text, end: i + 1 };
    if (character === '\\') i += 1;
    if (i < value.length) text += value[i];
  }
  return null;
}

/** An extension list as text; values that are not tokens are quoted, which RFC 6455 §9.1 then forbids. */
export function formatExtensions(
  extensions: readonly { readonly name: string; readonly params: readonly { name: string; value: string | null }[] }[],
): string {
  return extensions
    .map(({ name, params }) =>
      [
        name,
        ...params.map((p) => (p.value === null ? p.name : `${p.name}=${isToken(p.value) ? p.value : `"${p.value}"`}`)),
      ].join('; '),
    )
    .join(', ');
}
