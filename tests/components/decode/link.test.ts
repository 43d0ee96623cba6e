import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORM_IDS, type Shared } from '../../../src/components/decode/entries.ts';
import { readFile, toFile } from '../../../src/components/decode/file.ts';
import { linkHash, readLink } from '../../../src/components/decode/link.ts';
import { NO_CHOICES } from '../../../src/components/state/workbench.ts';
import { DIALECT_IDS } from '../../../src/protocol/model/drafts.ts';

/** Any UTF-16 text, lone surrogates and byte order marks included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '\ufeff81 05', '81%zz&from=server', '#/decode/v1/', "81')*!", '\r\n\t\u0000'),
);

const direction = fc.constantFrom('client-to-server' as const, 'server-to-client' as const);
const offset = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const path = fc.constantFrom(
  'client-to-server/frame/3',
  'server-to-client/response',
  'client-to-server/frame/0/length-7',
);

const shared: fc.Arbitrary<Shared> = fc.record({
  input: fc.oneof(anyText, fc.uint8Array({ maxLength: 60 })),
  name: fc.option(fc.constantFrom('capture.txt', '捕获.bin', 'a b&c=d'), { nil: null }),
  form: fc.option(fc.constantFrom(...FORM_IDS), { nil: null }),
  assumptions: fc.record(
    {
      direction,
      dialect: fc.constantFrom(...DIALECT_IDS),
      firstFrame: fc
        .record({ 'client-to-server': offset, 'server-to-client': offset }, { requiredKeys: [] })
        .filter((first) => Object.keys(first).length > 0),
      midStream: fc.boolean(),
      extensions: fc.constantFrom('permessage-deflate; client_max_window_bits=9', 'a, b; c="d"'),
      maxMessageBytes: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    },
    { requiredKeys: [] },
  ),
  tcp: fc.option(fc.nat(), { nil: null }),
  strict: fc.boolean(),
  part: fc.option(path, { nil: null }),
  field: fc.option(path, { nil: null }),
});

const back = ({ field, ...choices }: Shared) => ({ choices: { ...NO_CHOICES, ...choices }, field, unusable: [] });

describe('links and files', () => {
  test('a link gives back exactly what went in', () => {
    fc.assert(
      fc.property(shared, (state) => {
        expect(readLink(linkHash(state))).toEqual(back(state));
      }),
    );
  });

  test('a file gives back exactly what went in', () => {
    fc.assert(
      fc.property(shared, (state) => {
        expect(readFile(toFile(state))).toEqual(back(state));
      }),
    );
  });

  test('a link survives the way through a URL and wouter, which cuts at question marks', () => {
    fc.assert(
      fc.property(shared, (state) => {
        const hash = linkHash(state);
        expect(hash).not.toMatch(/[?\s"<>`']/);
        const url = new URL('http://localhost/folder/');
        url.hash = hash;
        expect(readLink(url.hash)).toEqual(back(state));
      }),
    );
  });

  test('short hex stays readable in a link', () => {
    expect(linkHash({ input: '810548656c6c6f', field: null })).toBe('#/decode/v1/text=810548656c6c6f');
  });

  test('no string throws, as a link or as a file', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `#/decode/v1/${text}`),
      fc.webFragments().map((text) => `#/decode/v1/text=${text}`),
      fc
        .tuple(
          fc.constantFrom('text', 'text64', 'text16', 'bytes', 'form', 'from', 'first-client', 'part', '__proto__'),
          fc.string(),
        )
        .map(([key, value]) => `#/decode/v1/${key}=${value}`),
      fc.json().map((json) => `{"format":"websocket-101 workbench","version":1,"text":${json}}`),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        readLink(text);
        readFile(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('what cannot be used is named, and the rest is kept', () => {
    const read = readLink(
      '#/decode/v1/form=nonsense&from=client&from=server&colour=red&part=../../etc&first-client=-1&bytes=8&text=%zz&text=8100',
    );
    expect(read?.choices.assumptions).toEqual({ direction: 'client-to-server' });
    expect(read?.choices.input).toBe('');
    expect(read?.unusable.map(({ key, why }) => `${key}: ${why}`)).toEqual([
      'form: bad-value',
      'from: repeated',
      'colour: unknown-key',
      'part: bad-value',
      'first-client: bad-value',
      'bytes: bad-value',
      'text: repeated',
      'text: repeated',
    ]);
  });

  test('a link of a later version is read as far as it can be, and says so', () => {
    const read = readLink('#/decode/v2/text=8100&lens=x');
    expect(read?.choices.input).toBe('8100');
    expect(read?.unusable.map(({ why }) => why)).toEqual(['unknown-version', 'unknown-key']);
  });

  test('keys that objects inherit are not keys', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(readLink(`#/decode/v1/${key}=1`)?.unusable[0]?.why).toBe('unknown-key');
      expect(readLink(`#/decode/v1/form=${key}`)?.unusable[0]?.why).toBe('bad-value');
    }
  });

  test('other routes and other files are not ours', () => {
    expect(readLink('#/decode')).toBeNull();
    expect(readLink('#/learn/masking/3')).toBeNull();
    expect(readFile('{"format":"something else"}')).toBeNull();
    expect(readFile('81 05 48')).toBeNull();
  });
});
