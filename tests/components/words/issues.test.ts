import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { issueContext } from '../../../src/components/words/context.ts';
import enRules from '../../../src/components/words/en/rules.ts';
import zhRules from '../../../src/components/words/zh/rules.ts';
import { connect } from '../../../src/protocol/connection/connect.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import type { Assumptions } from '../../../src/protocol/connection/model.ts';
import type { Issue } from '../../../src/protocol/model/issue.ts';
import { RULE_IDS } from '../../../src/protocol/model/rules.ts';
import { BROKEN } from './broken.ts';

const SMALL_LIMIT = 1000;

interface Case {
  readonly kind?: string;
  readonly direction?: 'client-to-server' | 'server-to-client';
  readonly extensions?: string | null;
  readonly extensionsHeader?: string;
  readonly draft?: number;
  readonly hex?: string;
  readonly requestHex?: string;
  readonly clientToServerHex?: string;
  readonly serverToClientHex?: string;
}

const cases: readonly Case[] = ['frames', 'autobahn', 'accept', 'hixie', 'deflate', 'connections'].flatMap((file) =>
  JSON.parse(readFileSync(`tests/vectors/${file}.json`, 'utf8')),
);

/** The two directions of a case, as far as it has them. */
function streamsOf({ kind, direction, hex, requestHex, clientToServerHex, serverToClientHex }: Case) {
  if (kind === 'response') return { client: requestHex, server: hex };
  if (direction === 'server-to-client') return { client: undefined, server: hex };
  return { client: clientToServerHex ?? hex, server: serverToClientHex };
}

/** The same bytes under everything a person may assume: more rules are broken that way, and all of them need words. */
function assumptionsFor({ extensions, extensionsHeader, draft }: Case): Assumptions[] {
  const agreed = extensions ?? extensionsHeader;
  const own: Assumptions = {
    ...(agreed ? { extensions: agreed } : {}),
    ...(draft ? { dialect: `hixie-${draft}` as 'hixie-75' } : {}),
  };
  return [own, { dialect: 'rfc6455', maxMessageBytes: SMALL_LIMIT, midStream: true }, { dialect: 'hixie-76' }];
}

function issuesOf(
  client: string | undefined,
  server: string | undefined,
  assumptions: Assumptions,
  form: 'hex' | 'latin1',
) {
  // In order: the client's bytes came first, frames before the answer included.
  const connection = new Connection(assumptions, true);
  if (client) connection.push('client-to-server', Buffer.from(client, form));
  if (server) connection.push('server-to-client', Buffer.from(server, form));
  connection.end();
  return connection.issues().list;
}

/** Only a capture can tell that bytes were lost. */
function lostBytes(): readonly Issue[] {
  const gaps = [{ offset: 2, length: 2, missing: 2 }];
  return connect([{ direction: 'server-to-client', bytes: Buffer.from('810500006c6c6f', 'hex'), gaps }]).issues().list;
}

const issues: readonly Issue[] = [
  ...cases.flatMap((one) => {
    const { client, server } = streamsOf(one);
    return assumptionsFor(one).flatMap((assumptions) => issuesOf(client, server, assumptions, 'hex'));
  }),
  ...BROKEN.flatMap(({ client, server }) => issuesOf(client, server, {}, 'latin1')),
  ...lostBytes(),
];

const rules = [...new Set(issues.map(({ rule }) => rule))].sort();

const instance = i18next.createInstance();
await instance.init({
  resources: { en: { rules: enRules }, zh: { rules: zhRules } },
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

/** As the page says it; the keys' own types cannot know which values an issue has. */
function say(rule: string, values: Issue['values'], lng: string): string {
  const t = instance.t as (key: string, values: Record<string, unknown>) => string;
  return t(`rules:${rule}.says`, { ...values, context: issueContext(values), lng });
}

test('every rule of the catalogue is broken here at least once', () => {
  expect(RULE_IDS.filter((rule) => !rules.includes(rule))).toEqual([]);
});

describe.each(rules)('%s', (rule) => {
  test.each(['en', 'zh'])('says what is wrong with the values it has, in %s', (lng) => {
    for (const { values } of issues.filter((issue) => issue.rule === rule)) {
      const words = say(rule, values, lng);
      expect(words, JSON.stringify(values)).not.toMatch(/\{\{|says|undefined/);
      expect(words).not.toBe('');
    }
  });
});

test.each([
  ['invalid-utf8', { utf8: 'truncated-sequence' }, 'The text ends in the middle of a character.'],
  ['header-malformed', { problem: 'colon-missing', name: '' }, 'This line has no colon.'],
  ['header-malformed', { problem: 'something-new', name: '' }, 'This line is not “name: value”.'],
  ['close-code-invalid', { code: 1005, class: 'never-sent' }, '1005 must never travel in a frame.'],
])('%s with %j is said exactly', (rule, values, words) => {
  expect(say(rule, values as Issue['values'], 'en')).toBe(words);
});

test('bytes of the wire are never taken for words to look up', () => {
  const values = { expected: 'websocket', found: '$t(rules:status.why)' };
  expect(say('upgrade-invalid', values, 'en')).toContain(values.found);
});
