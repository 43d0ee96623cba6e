import { expect, test } from 'vitest';
import {
  answerFaults,
  assumedDeflate,
  deflateAnswer,
  isAnswer,
  parameterFaults,
} from '../../../src/protocol/handshake/extensions.ts';
import { type Extension, parseExtensions } from '../../../src/protocol/handshake/lists.ts';

const list = (value: string) => parseExtensions(value).extensions;
const faults = (answer: string, offer: string | null) =>
  answerFaults(list(answer), offer === null ? null : list(offer)).map(({ rule }) => rule);

test.each([
  ['permessage-deflate', 'permessage-deflate; client_max_window_bits', []],
  ['permessage-deflate; client_max_window_bits=8', 'permessage-deflate; client_max_window_bits', []],
  ['permessage-deflate; server_max_window_bits=10', 'permessage-deflate', []],
  ['permessage-deflate; server_max_window_bits=9', 'permessage-deflate; server_max_window_bits=10', []],
  [
    'permessage-deflate; server_max_window_bits=11',
    'permessage-deflate; server_max_window_bits=10',
    ['pmd-server-max-window-bits-too-big'],
  ],
  ['permessage-deflate', 'permessage-deflate; server_max_window_bits=10', ['pmd-server-max-window-bits-missing']],
  ['permessage-deflate', 'permessage-deflate; server_no_context_takeover', ['pmd-server-no-context-takeover-missing']],
  ['permessage-deflate; client_max_window_bits=9', 'permessage-deflate', ['pmd-client-max-window-bits-not-offered']],
  ['permessage-deflate; client_max_window_bits', 'permessage-deflate; client_max_window_bits', ['pmd-invalid-value']],
  ['permessage-deflate; server_max_window_bits=08', 'permessage-deflate', ['pmd-invalid-value']],
  ['permessage-deflate; server_max_window_bits=7', 'permessage-deflate', ['pmd-invalid-value']],
  ['permessage-deflate; server_max_window_bits=16', 'permessage-deflate', ['pmd-invalid-value']],
  ['permessage-deflate; server_no_context_takeover=1', 'permessage-deflate', ['pmd-invalid-value']],
  ['permessage-deflate; level=9', 'permessage-deflate', ['pmd-invalid-parameter']],
  [
    'permessage-deflate; client_no_context_takeover; client_no_context_takeover',
    'permessage-deflate',
    ['pmd-duplicate-parameter'],
  ],
  ['permessage-deflate, permessage-deflate', 'permessage-deflate', ['extension-duplicate']],
  ['x-webkit-deflate-frame', 'permessage-deflate', ['extension-not-offered']],
  ['permessage-deflate', '', ['extension-not-offered']],
])('The answer "%s" to the offer "%s" breaks %j.', (answer, offer, rules) => {
  expect(faults(answer, offer)).toEqual(rules);
});

test('An answer is held against the offer it fits best.', () => {
  const offers = 'permessage-deflate; server_no_context_takeover, permessage-deflate';
  expect(faults('permessage-deflate', offers)).toEqual([]);
  expect(faults('permessage-deflate; client_max_window_bits=9', offers)).toEqual([
    'pmd-client-max-window-bits-not-offered',
  ]);
});

test('Only the first permessage-deflate of an answer is held against the offers.', () => {
  const bits = 'permessage-deflate; client_max_window_bits=9';
  expect(faults(`permessage-deflate, ${bits}`, 'permessage-deflate')).toEqual(['extension-duplicate']);
  expect(faults(`${bits}, ${bits}`, 'permessage-deflate')).toEqual([
    'pmd-client-max-window-bits-not-offered',
    'extension-duplicate',
  ]);
});

test('Thousands of offers and answers are looked at once each.', () => {
  const counted = (value: string) => {
    let looks = 0;
    const lists = Array.from({ length: 2000 }, () => {
      const [element] = list(value);
      return new Proxy(element as Extension, {
        get: (of, name) => {
          looks += 1;
          return Reflect.get(of, name);
        },
      });
    });
    return { lists, looks: () => looks };
  };
  const offers = counted('permessage-deflate; server_max_window_bits=10');
  const answers = counted('permessage-deflate');
  expect(answerFaults(answers.lists, offers.lists)).toHaveLength(2000);
  expect(offers.looks()).toBeLessThan(20 * 2000);
  expect(answers.looks()).toBeLessThan(20 * 2000);
});

test('Without the request only the answer itself is judged.', () => {
  expect(faults('permessage-deflate; client_max_window_bits=9, other', null)).toEqual([]);
  expect(faults('permessage-deflate; client_max_window_bits=99', null)).toEqual(['pmd-invalid-value']);
});

test('An offer may name client_max_window_bits without a value, and nothing else may miss one.', () => {
  const offer = list('permessage-deflate; client_max_window_bits; server_max_window_bits')[0];
  expect(offer && parameterFaults(offer, 'offer').map(({ values }) => values.parameter)).toEqual([
    'server_max_window_bits',
  ]);
});

test('Agreed parameters fall back to what RFC 7692 says of an absent one.', () => {
  expect(assumedDeflate('permessage-deflate; server_no_context_takeover; client_max_window_bits=10')).toEqual({
    serverNoContextTakeover: true,
    clientNoContextTakeover: false,
    serverMaxWindowBits: 15,
    clientMaxWindowBits: 10,
  });
  expect(assumedDeflate('foo; bar')).toBeNull();
  expect(assumedDeflate('permessage-deflate; server_max_window_bits=99')?.serverMaxWindowBits).toBe(15);
});

test('Parameters written as an answer read back the same.', () => {
  for (let bits = 0; bits < 256; bits += 1) {
    const parameters = {
      serverNoContextTakeover: (bits & 1) !== 0,
      clientNoContextTakeover: (bits & 2) !== 0,
      serverMaxWindowBits: 8 + ((bits >> 2) & 7),
      clientMaxWindowBits: 8 + ((bits >> 5) & 7),
    };
    expect(assumedDeflate(deflateAnswer(parameters))).toEqual(parameters);
  }
});

test('a value that no server may answer with is known as such', () => {
  for (const good of ['permessage-deflate', 'permessage-deflate; server_max_window_bits=9', 'foo; bar']) {
    expect(isAnswer(good), good).toBe(true);
  }
  for (const bad of ['permessage-deflate; server_max_window_bits=99', 'garbage;;;', 'permessage-deflate; x', ' ;']) {
    expect(isAnswer(bad), bad).toBe(false);
  }
});
