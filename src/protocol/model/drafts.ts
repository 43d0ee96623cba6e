/**
 * Generations of the protocol. A draft number says which text; a version number says what the request sent. They differ:
 * "hybi-10" is a draft, and it sent version 8.
 */

/** Every text in order of age. `rfc6455` is the last. */
export const DRAFTS = [
  'hixie-75',
  'hixie-76',
  'hybi-01',
  'hybi-02',
  'hybi-03',
  'hybi-04',
  'hybi-05',
  'hybi-06',
  'hybi-07',
  'hybi-08',
  'hybi-09',
  'hybi-10',
  'hybi-11',
  'hybi-12',
  'hybi-13',
  'hybi-14',
  'hybi-15',
  'hybi-16',
  'hybi-17',
  'rfc6455',
] as const;

export type Draft = (typeof DRAFTS)[number];

/** What a decoder can be told to speak. Version 8 covers hybi-08 to hybi-12, which look alike on the wire. */
export type DialectId = 'hixie-75' | 'hixie-76' | 'version-7' | 'version-8' | 'rfc6455';

export interface Dialect {
  readonly id: DialectId;
  /** The value of `Sec-WebSocket-Version`, null where the generation sent none. */
  readonly version: number | null;
  /** The youngest text it covers: a rule holds when it is not younger than this. */
  readonly draft: Draft;
  readonly framing: 'hixie' | 'rfc6455';
  /** Where the dialect is specified. */
  readonly document: string;
}

export const DIALECTS: Readonly<Record<DialectId, Dialect>> = {
  'hixie-75': { id: 'hixie-75', version: null, draft: 'hixie-75', framing: 'hixie', document: 'draft-hixie-75' },
  'hixie-76': { id: 'hixie-76', version: null, draft: 'hixie-76', framing: 'hixie', document: 'draft-hixie-76' },
  'version-7': { id: 'version-7', version: 7, draft: 'hybi-07', framing: 'rfc6455', document: 'draft-hybi-07' },
  'version-8': { id: 'version-8', version: 8, draft: 'hybi-12', framing: 'rfc6455', document: 'draft-hybi-12' },
  rfc6455: { id: 'rfc6455', version: 13, draft: 'rfc6455', framing: 'rfc6455', document: 'RFC 6455' },
};

export const DIALECT_IDS = Object.keys(DIALECTS) as readonly DialectId[];

/** True where a rule that appeared in `since` binds this dialect. */
export function holds(since: Draft, dialect: Dialect): boolean {
  return DRAFTS.indexOf(since) <= DRAFTS.indexOf(dialect.draft);
}
