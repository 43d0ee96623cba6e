import { describe, expect, test } from 'vitest';
import enCodes from '../../../src/components/words/en/codes.ts';
import enFields from '../../../src/components/words/en/fields.ts';
import enInput from '../../../src/components/words/en/input.ts';
import enMisconceptions from '../../../src/components/words/en/misconceptions.ts';
import enOpcodes from '../../../src/components/words/en/opcodes.ts';
import enRules from '../../../src/components/words/en/rules.ts';
import zhCodes from '../../../src/components/words/zh/codes.ts';
import zhFields from '../../../src/components/words/zh/fields.ts';
import zhInput from '../../../src/components/words/zh/input.ts';
import zhMisconceptions from '../../../src/components/words/zh/misconceptions.ts';
import zhOpcodes from '../../../src/components/words/zh/opcodes.ts';
import zhRules from '../../../src/components/words/zh/rules.ts';
import { CHOICE_REASONS } from '../../../src/protocol/connection/reasons.ts';
import { MISTAKE_IDS } from '../../../src/protocol/handshake/accept-mistakes.ts';
import { CLOSE_CODES, closeCodeClass } from '../../../src/protocol/model/close-codes.ts';
import { DIALECT_IDS, DIALECTS } from '../../../src/protocol/model/drafts.ts';
import { FIELDS } from '../../../src/protocol/model/fields.ts';
import { HEADERS } from '../../../src/protocol/model/headers.ts';
import { MISCONCEPTIONS } from '../../../src/protocol/model/misconceptions.ts';
import { opcodeName } from '../../../src/protocol/model/opcodes.ts';
import { RULE_IDS, RULES } from '../../../src/protocol/model/rules.ts';

const LANGUAGES = {
  en: {
    codes: enCodes,
    fields: enFields,
    input: enInput,
    misconceptions: enMisconceptions,
    opcodes: enOpcodes,
    rules: enRules,
  },
  zh: {
    codes: zhCodes,
    fields: zhFields,
    input: zhInput,
    misconceptions: zhMisconceptions,
    opcodes: zhOpcodes,
    rules: zhRules,
  },
};

/** A code of every class, and the four that end a class. */
const EVERY_CLOSE_CODE = [0, 999, 1000, 1005, 1016, 2999, 3000, 4000, 5000];

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe.each(Object.entries(LANGUAGES))('the registries in %s', (_, words) => {
  const { codes, fields, input, misconceptions, opcodes, rules } = words;

  test.each([
    ['field', fields, Object.keys(FIELDS)],
    ['rule', rules, RULE_IDS],
    ['misconception', misconceptions, MISCONCEPTIONS.map(({ id }) => id)],
    ['opcode', opcodes, Array.from({ length: 16 }, (_, opcode) => opcodeName(opcode))],
    ['close code', codes.closeCodes, CLOSE_CODES.map(({ code }) => String(code))],
    ['close code class', codes.closeClasses, EVERY_CLOSE_CODE.map((code) => closeCodeClass(code, DIALECTS.rfc6455))],
    ['dialect', codes.dialects, DIALECT_IDS],
    ['header', codes.headers, HEADERS.map(({ id }) => id)],
    ['mistake', codes.mistakes, MISTAKE_IDS],
    ['severity', codes.severity, RULE_IDS.map((id) => RULES[id].severity)],
    ['reaction', codes.reactions, RULE_IDS.map((id) => RULES[id].reaction.kind)],
    ['implementation', codes.peers, RULE_IDS.flatMap((id) => [...RULES[id].enforcedBy, ...RULES[id].ignoredBy])],
  ])('have words for each %s of the engine and for nothing else', (_, words, ids) => {
    expect(sorted(Object.keys(words))).toEqual(sorted(ids));
  });

  test('have words for each reason of the chooser', () => {
    expect(Object.keys(input.reasons)).toEqual(expect.arrayContaining([...CHOICE_REASONS]));
  });

  test('have labels that fit under a few bit cells', () => {
    const tooLong = Object.entries(fields).filter(([, { short }]) => width(short) > 10);
    expect(tooLong).toEqual([]);
  });
});

/** In narrow characters: a Chinese one is twice as wide. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}
