/**
 * The history of the protocol: when each text came, what it sent, and what it changed against the one before. Ids only;
 * what a change was and why it was made is said beside the views (`drafts` words).
 *
 * A draft number names a text, a version number stands in a request: separate fields here, as everywhere.
 */

import { DIALECT_IDS, DIALECTS, type DialectId, DRAFTS, type Draft, type Framing } from './drafts.ts';

/** How the server shows that it read the request. */
export type DraftProof = 'none' | 'md5' | 'sha1';

/** Where a change shows: in one of the two heads, in every frame, in Close frames only, or in no byte at all. */
export type ChangePlace = 'request' | 'response' | 'both' | 'frame' | 'close' | 'rules';

const CHANGE_PLACES = {
  // hixie-76
  'challenge-keys': 'request',
  'challenge-answer': 'response',
  'sec-names': 'both',
  'free-order': 'request',
  'answer-parsed': 'response',
  'close-frame': 'close',
  // hybi-01
  'binary-header': 'frame',
  'frame-kinds': 'frame',
  'more-bit': 'frame',
  'spare-bits': 'frame',
  // hybi-02, hybi-03
  'draft-header': 'request',
  'first-extension': 'rules',
  'close-body-match': 'close',
  // hybi-04
  'version-header': 'request',
  'sha1-accept': 'both',
  'server-nonce': 'response',
  'frame-mask': 'frame',
  'fin-bit': 'frame',
  'extensions-header': 'both',
  'sec-origin': 'request',
  'location-dropped': 'response',
  'upgrade-any-case': 'both',
  'protocol-commas': 'request',
  // hybi-05 to hybi-07; a new version is asked for by several texts
  'new-version': 'request',
  'nonce-dropped': 'response',
  'key-in-clear': 'frame',
  'close-letter': 'close',
  'close-body': 'close',
  'connection-list': 'rules',
  'mask-bit': 'frame',
  'new-opcodes': 'frame',
  // hybi-08 to hybi-12, all version 8
  'codes-never-sent': 'rules',
  'rsv-fails': 'rules',
  'utf8-fails': 'rules',
  'plain-origin': 'request',
  'versions-listed': 'rules',
  // hybi-13 to RFC 6455, all version 13
  'close-codes': 'rules',
  'subprotocol-offered': 'rules',
  'shortest-length': 'rules',
  'once-only': 'rules',
  'mask-enforced': 'rules',
  'versions-required': 'rules',
  'last-codes': 'rules',
} as const satisfies Record<string, ChangePlace>;

export type ChangeId = keyof typeof CHANGE_PLACES;

export const CHANGES = Object.keys(CHANGE_PLACES) as readonly ChangeId[];

export function changePlace(id: ChangeId): ChangePlace {
  return CHANGE_PLACES[id];
}

export interface HistoryEntry {
  /** `YYYY-MM-DD`, the date on the text. RFCs bear a month only: the day is the one it was published on. */
  readonly date: string;
  /** Value of `Sec-WebSocket-Version`, null where the text sends none. */
  readonly version: number | null;
  /** Value of `Sec-WebSocket-Draft`, null where the text sends none. */
  readonly draftHeader: string | null;
  readonly framing: Framing;
  readonly proof: DraftProof;
  /** Against the text before; empty where only the wording changed, and for the first. */
  readonly changes: readonly ChangeId[];
}

type Row = readonly [
  date: string,
  version: number | null,
  draftHeader: string | null,
  framing: Framing,
  proof: DraftProof,
  changes: readonly ChangeId[],
];

const ROWS: Readonly<Record<Draft, Row>> = {
  'hixie-75': ['2010-02-04', null, null, 'hixie', 'none', []],
  'hixie-76': [
    '2010-05-06',
    null,
    null,
    'hixie',
    'md5',
    ['challenge-keys', 'challenge-answer', 'sec-names', 'free-order', 'answer-parsed', 'close-frame'],
  ],
  'hybi-01': ['2010-08-31', null, null, 'hybi-01', 'md5', ['binary-header', 'frame-kinds', 'more-bit', 'spare-bits']],
  'hybi-02': ['2010-09-24', null, '2', 'hybi-01', 'md5', ['draft-header']],
  // The header went on saying 2.
  'hybi-03': ['2010-10-17', null, '2', 'hybi-01', 'md5', ['first-extension', 'close-body-match']],
  'hybi-04': [
    '2011-01-11',
    4,
    null,
    'hybi-04',
    'sha1',
    [
      'version-header',
      'sha1-accept',
      'server-nonce',
      'frame-mask',
      'fin-bit',
      'extensions-header',
      'sec-origin',
      'location-dropped',
      'upgrade-any-case',
      'protocol-commas',
    ],
  ],
  'hybi-05': [
    '2011-02-08',
    5,
    null,
    'hybi-05',
    'sha1',
    ['new-version', 'nonce-dropped', 'key-in-clear', 'close-letter'],
  ],
  'hybi-06': ['2011-02-25', 6, null, 'hybi-05', 'sha1', ['new-version', 'connection-list', 'close-body']],
  'hybi-07': ['2011-04-22', 7, null, 'rfc6455', 'sha1', ['new-version', 'mask-bit', 'new-opcodes']],
  'hybi-08': ['2011-06-07', 8, null, 'rfc6455', 'sha1', ['new-version', 'codes-never-sent']],
  'hybi-09': ['2011-06-13', 8, null, 'rfc6455', 'sha1', ['rsv-fails']],
  'hybi-10': ['2011-07-11', 8, null, 'rfc6455', 'sha1', ['utf8-fails']],
  'hybi-11': ['2011-08-23', 8, null, 'rfc6455', 'sha1', ['plain-origin', 'versions-listed']],
  'hybi-12': ['2011-08-24', 8, null, 'rfc6455', 'sha1', []],
  'hybi-13': ['2011-08-31', 13, null, 'rfc6455', 'sha1', ['new-version', 'close-codes', 'subprotocol-offered']],
  'hybi-14': ['2011-09-08', 13, null, 'rfc6455', 'sha1', ['shortest-length', 'once-only']],
  'hybi-15': ['2011-09-17', 13, null, 'rfc6455', 'sha1', ['mask-enforced', 'versions-required']],
  'hybi-16': ['2011-09-27', 13, null, 'rfc6455', 'sha1', []],
  'hybi-17': ['2011-09-30', 13, null, 'rfc6455', 'sha1', []],
  rfc6455: ['2011-12-11', 13, null, 'rfc6455', 'sha1', ['last-codes']],
};

/** Every text, by its draft. */
export const HISTORY = Object.fromEntries(
  Object.entries(ROWS).map(([draft, [date, version, draftHeader, framing, proof, changes]]) => [
    draft,
    { date, version, draftHeader, framing, proof, changes },
  ]),
) as Readonly<Record<Draft, HistoryEntry>>;

/** The first text that has a change; a change that many texts made has no date of its own. */
export function sinceChange(change: Exclude<ChangeId, 'new-version'>): Draft {
  return DRAFTS.find((draft) => HISTORY[draft].changes.includes(change)) ?? 'rfc6455';
}

/** The dialect that reads what a text sends: the oldest that covers it. */
export function dialectOf(draft: Draft): DialectId {
  const age = DRAFTS.indexOf(draft);
  return DIALECT_IDS.find((id) => DRAFTS.indexOf(DIALECTS[id].draft) >= age) ?? 'rfc6455';
}

/** The working group took hixie-76 over unchanged, as its own first draft. */
export const HYBI_00 = { name: 'hybi-00', sameAs: 'hixie-76', date: '2010-05-23' } as const;

/** What came after RFC 6455 and changed how a connection begins or what a payload holds. Never the frame header. */
export const AFTERWARDS = [
  { id: 'rfc7692', document: 'RFC 7692', date: '2015-12' },
  { id: 'rfc8441', document: 'RFC 8441', date: '2018-09' },
  { id: 'rfc9220', document: 'RFC 9220', date: '2022-06' },
] as const;

export type AfterwardsId = (typeof AFTERWARDS)[number]['id'];
