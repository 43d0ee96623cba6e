import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_DATA, pythonLink, readPythonLink, START_IDS } from '../../../src/components/python/link.ts';
import { equalBytes } from '../../../src/protocol/bytes/join.ts';

test('a link gives back the bytes and the beginning, and needs no percent signs', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.constantFrom(...START_IDS)), (data, start) => {
      const link = pythonLink(data, start ?? undefined);
      expect(link).toMatch(/^#\/python\/v1\/[\w=&]*$/);
      const read = readPythonLink(link);
      expect(read?.unusable).toEqual([]);
      expect(read?.start).toBe(start);
      expect(equalBytes(read?.data ?? new Uint8Array(1), data)).toBe(true);
    }),
  );
});

test('the form of version 1 is kept', () => {
  expect(pythonLink(Uint8Array.of(0x81, 0x80))).toBe('#/python/v1/data=8180');
  expect(pythonLink(Uint8Array.of(0x81), 'wrong')).toBe('#/python/v1/start=wrong&data=81');
  expect(readPythonLink('#/python')).toBeNull();
  expect(readPythonLink('#/build/v1/data=00')).toBeNull();
});

test.each([
  ['#/python/v1/data=818', 'data', 'bad-hex'],
  ['#/python/v1/data=zz', 'data', 'bad-hex'],
  ['#/python/v1/data=%38%31', 'data', 'bad-hex'],
  [`#/python/v1/data=${'00'.repeat(MAX_DATA + 1)}`, 'data', 'too-long'],
  ['#/python/v1/data=00&data=01', 'data', 'repeated'],
  ['#/python/v1/code=import%20os', 'code', 'unknown-key'],
  ['#/python/v1/start=__proto__', 'start', 'bad-value'],
  ['#/python/v1/__proto__=1', '__proto__', 'unknown-key'],
  ['#/python/v9/data=00', 'version', 'unknown-version'],
])('%s says what cannot be used', (hash, key, why) => {
  expect(readPythonLink(hash)?.unusable).toMatchObject([{ key, why }]);
});

test('no link at all makes it throw, and what it tells is short', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (rest) => {
      const read = readPythonLink(`#/python/v1/${rest}`);
      for (const { key, value } of read?.unusable ?? []) expect(key.length + value.length).toBeLessThanOrEqual(120);
    }),
  );
});
