import { expect, test } from 'vitest';
import { fromHex } from '../../../src/protocol/bytes/hex.ts';
import { FRAME_RULES, isFatal, RULES, type RuleId } from '../../../src/protocol/model/rules.ts';
import { askDriver, askWs } from './peers.ts';
import { allIssues, scan } from './scans.ts';

interface Setting {
  readonly deflate?: true;
  readonly client?: true;
}

/** Bytes that break just this rule, sent by a server unless they can only come from a client. */
const BREAKS: [rule: RuleId, hex: string, setting?: Setting][] = [
  ['rsv-nonzero', 'a1 00'],
  ['rsv1-on-control', 'c9 00', { deflate: true }],
  ['rsv1-on-continuation', '01 01 61 c0 01 61', { deflate: true }],
  ['reserved-opcode', '83 00'],
  ['control-fragmented', '09 00'],
  ['control-too-long', `89 7e 00 7e ${'00'.repeat(126)}`],
  ['unmasked-client-frame', '81 01 61', { client: true }],
  ['masked-server-frame', '81 81 01 02 03 04 60'],
  ['length-not-minimal', '82 7e 00 01 00'],
  ['length-msb-set', '82 7f 80 00 00 00 00 00 00 01'],
  ['unexpected-continuation', '80 00'],
  ['expected-continuation', '01 00 81 00'],
  ['close-payload-length-1', '88 01 03'],
  ['close-code-invalid', '88 02 03 ed'],
  ['close-reason-invalid-utf8', '88 03 03 e8 ff'],
  ['invalid-utf8', '81 01 ff'],
];

test('every frame rule that fails a connection by itself is put to the peers', () => {
  const asked = BREAKS.map(([rule]) => rule);
  // A limit is a matter of options, not of the protocol; who inflates is asked in inflate-stage.test.ts.
  const other = new Set<RuleId>(['message-too-big', 'inflate-error', 'distance-beyond-window']);
  expect(FRAME_RULES.filter(isFatal).filter((rule) => !other.has(rule))).toEqual(asked);
});

test.each(BREAKS)('the catalogue says what ws and websocket-driver do about %s', (...breaks) => {
  const [rule, text, setting = {}] = breaks;
  const bytes = fromHex(text.replaceAll(' ', '')) as Uint8Array;
  const { deflate = false, client = false } = setting;
  const made = scan(bytes, {
    direction: client ? 'client-to-server' : 'server-to-client',
    deflate: deflate ? { windowBits: 15, noContextTakeover: false } : null,
  });
  const fatal = allIssues(made).filter((issue) => isFatal(issue.rule));
  expect(fatal.map((issue) => issue.rule)).toEqual([rule]);
  const peers = { ws: askWs, 'websocket-driver': askDriver } as const;
  const refuses = (['ws', 'websocket-driver'] as const).filter((peer) => peers[peer](bytes, client, deflate).refuses);
  const known = RULES[rule];
  expect(refuses).toEqual(known.enforcedBy.filter((peer) => peer in peers));
  expect(Object.keys(peers).filter((peer) => !refuses.some((name) => name === peer))).toEqual(
    known.ignoredBy.filter((peer) => peer in peers),
  );
});
