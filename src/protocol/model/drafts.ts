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

/**
 * What a decoder can be told to speak. `hybi-03` covers hybi-02 as well, version 8 hybi-08 to hybi-12: they look alike on
 * the wire. hybi-00 is hixie-76.
 */
export type DialectId =
  | 'hixie-75'
  | 'hixie-76'
  | 'hybi-01'
  | 'hybi-03'
  | 'version-4'
  | 'version-5'
  | 'version-6'
  | 'version-7'
  | 'version-8'
  | 'rfc6455';

/** How the bytes of a frame are laid out, named after the oldest text with this layout, the last after the youngest. */
export type Framing = 'hixie' | 'hybi-01' | 'hybi-04' | 'hybi-05' | 'rfc6455';

export interface Dialect {
  readonly id: DialectId;
  /** The value of `Sec-WebSocket-Version`, null where the generation sent none. */
  readonly version: number | null;
  /** The youngest text it covers: a rule holds when it is not younger than this. */
  readonly draft: Draft;
  readonly framing: Framing;
  /** Where the dialect is specified. */
  readonly document: string;
}

const dialect = (
  id: DialectId,
  version: number | null,
  draft: Draft,
  framing: Framing,
  document = `draft-${draft}`,
): Dialect => ({ id, version, draft, framing, document });

export const DIALECTS: Readonly<Record<DialectId, Dialect>> = {
  'hixie-75': dialect('hixie-75', null, 'hixie-75', 'hixie'),
  'hixie-76': dialect('hixie-76', null, 'hixie-76', 'hixie'),
  'hybi-01': dialect('hybi-01', null, 'hybi-01', 'hybi-01'),
  'hybi-03': dialect('hybi-03', null, 'hybi-03', 'hybi-01'),
  'version-4': dialect('version-4', 4, 'hybi-04', 'hybi-04'),
  'version-5': dialect('version-5', 5, 'hybi-05', 'hybi-05'),
  'version-6': dialect('version-6', 6, 'hybi-06', 'hybi-05'),
  'version-7': dialect('version-7', 7, 'hybi-07', 'rfc6455'),
  'version-8': dialect('version-8', 8, 'hybi-12', 'rfc6455'),
  rfc6455: dialect('rfc6455', 13, 'rfc6455', 'rfc6455', 'RFC 6455'),
};

export const DIALECT_IDS = Object.keys(DIALECTS) as readonly DialectId[];

/** True where a rule that appeared in `since` binds this dialect. */
export function holds(since: Draft, dialect: Dialect): boolean {
  return DRAFTS.indexOf(since) <= DRAFTS.indexOf(dialect.draft);
}
