import { CLOSE_CODES } from '../../protocol/model/close-codes.ts';
import { DIALECT_IDS, DIALECTS, type DialectId, type Draft } from '../../protocol/model/drafts.ts';
import { FIELDS, type FieldId } from '../../protocol/model/fields.ts';
import { headerEntry } from '../../protocol/model/headers.ts';
import { AFTERWARDS, HISTORY, type HistoryEntry } from '../../protocol/model/history.ts';
import { MISCONCEPTIONS } from '../../protocol/model/misconceptions.ts';
import type { OpcodeName } from '../../protocol/model/opcodes.ts';
import { type Peer, RULES, type RuleId } from '../../protocol/model/rules.ts';
import type { PageId } from './kinds.ts';

/** What the registries know of a page's thing, as values without words. */

const OPCODE_SECTIONS: Readonly<Record<OpcodeName, string>> = {
  continuation: 'RFC 6455 §5.4',
  text: 'RFC 6455 §5.6',
  binary: 'RFC 6455 §5.6',
  'reserved-data': 'RFC 6455 §5.2',
  close: 'RFC 6455 §5.5.1',
  ping: 'RFC 6455 §5.5.2',
  pong: 'RFC 6455 §5.5.3',
  'reserved-control': 'RFC 6455 §5.2',
};

/** Where it is written; empty for names of our own. */
export function sectionsOf({ kind, id }: PageId): readonly string[] {
  switch (kind) {
    case 'field': {
      const { section } = FIELDS[id as FieldId];
      return section === '' ? [] : [section];
    }
    case 'opcode':
      return [OPCODE_SECTIONS[id as OpcodeName]];
    case 'close':
      return [CLOSE_CODES.find(({ code }) => String(code) === id)?.section ?? 'RFC 6455 §7.4.2'];
    case 'header':
      return [headerEntry(id)?.section ?? ''];
    case 'rule':
      return [RULES[id as RuleId].section];
    case 'misconception':
      return MISCONCEPTIONS.find((one) => one.id === id)?.sections ?? [];
    case 'draft':
      return [AFTERWARDS.find((one) => one.id === id)?.document ?? (id === 'rfc6455' ? 'RFC 6455' : `draft-${id}`)];
  }
}

/** What a page in a browser has to do with a close code (WHATWG WebSockets; RFC 6455 section 7.4). */
export function webOf(id: string): 'mayClose' | 'mayNotClose' | 'reportOnly' | 'notTold' {
  if (id === '1000' || id === '3000-3999' || id === '4000-4999') return 'mayClose';
  if (id === '1005' || id === '1006') return 'reportOnly';
  return id === '1015' ? 'notTold' : 'mayNotClose';
}

/** All implementations that were measured over some rule. */
const PEERS: readonly Peer[] = [
  ...new Set(Object.values(RULES).flatMap(({ enforcedBy, ignoredBy }) => [...enforcedBy, ...ignoredBy])),
];

export function unmeasured(rule: RuleId): readonly Peer[] {
  const { enforcedBy, ignoredBy } = RULES[rule];
  return PEERS.filter((peer) => !enforcedBy.includes(peer) && !ignoredBy.includes(peer));
}

/** The first and last draft of a list of dialects, which always stand together; null for none. */
export function rangeOfTexts(ids: readonly DialectId[]): readonly [first: Draft, last: Draft] | null {
  const own = DIALECT_IDS.filter((id) => ids.includes(id));
  const [first, last] = [own[0], own.at(-1)];
  return first && last ? [DIALECTS[first].draft, DIALECTS[last].draft] : null;
}

/** Of a text up to RFC 6455. */
export function historyOf(id: string): HistoryEntry | null {
  return Object.hasOwn(HISTORY, id) ? HISTORY[id as Draft] : null;
}

/** `YYYY-MM-DD`, or `YYYY-MM`. */
export function dateOf(id: string): string {
  return historyOf(id)?.date ?? AFTERWARDS.find((one) => one.id === id)?.date ?? '';
}
