import { expect, test } from 'vitest';
import { placeOf, sourceName } from '../../../src/components/views/place.ts';
import { sectionUrl } from '../../../src/components/views/section.ts';
import { bitSpan, byteSpan } from '../../../src/protocol/bytes/span.ts';
import { FIELDS } from '../../../src/protocol/model/fields.ts';
import { RULES } from '../../../src/protocol/model/rules.ts';

test('a span is said in bits within a byte, else in bytes', () => {
  expect(placeOf(bitSpan('s', 1, 0, 1))).toEqual({ kind: 'bit', bit: 0, byte: 1 });
  expect(placeOf(bitSpan('s', 0, 4, 4))).toEqual({ kind: 'bits', first: 4, last: 7, byte: 0 });
  expect(placeOf(byteSpan('s', 2, 1))).toEqual({ kind: 'byte', byte: 2 });
  expect(placeOf(byteSpan('s', 2, 4))).toEqual({ kind: 'bytes', first: 2, last: 5 });
  expect(placeOf(byteSpan('s', 7, 0))).toEqual({ kind: 'byte', byte: 7 });
});

test('a source goes by what was done to it', () => {
  expect(sourceName('client-to-server')).toBe('client-to-server');
  expect(sourceName('client-to-server/frame/3/unmasked')).toBe('unmasked');
  expect(sourceName('server-to-client/message/2/joined')).toBe('joined');
  expect(sourceName('something/else')).toBe('other');
});

test.each([
  ['RFC 6455 §5.2', 'https://www.rfc-editor.org/rfc/rfc6455#section-5.2'],
  ['draft-hixie-76 §4.2', 'https://datatracker.ietf.org/doc/html/draft-hixie-thewebsocketprotocol-76#section-4.2'],
  ['draft-hybi-07', 'https://datatracker.ietf.org/doc/html/draft-ietf-hybi-thewebsocketprotocol-07'],
])('%s is read at %s', (section, url) => {
  expect(sectionUrl(section)).toBe(url);
});

test('every section cited by a field or a rule has an address', () => {
  const cited = [...Object.values(FIELDS), ...Object.values(RULES)]
    .map((one) => one.section)
    .filter((one) => one !== '');
  for (const section of cited) expect(sectionUrl(section), section).not.toBeNull();
});
