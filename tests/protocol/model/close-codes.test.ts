import { expect, test } from 'vitest';
import { closeCodeClass, closeCodeIsFault } from '../../../src/protocol/model/close-codes.ts';
import { DIALECTS } from '../../../src/protocol/model/drafts.ts';

const HYBI = ['version-7', 'version-8', 'rfc6455'] as const;

/** By version 7, 8 and 13; `!` where a receiver fails the connection. */
test.each([
  [0, 'unused! unused! unused!'],
  [999, 'unused! unused! unused!'],
  [1000, 'defined defined defined'],
  [1001, 'defined defined defined'],
  [1002, 'defined defined defined'],
  [1003, 'defined defined defined'],
  [1004, 'defined defined never-sent!'],
  [1005, 'reserved never-sent! never-sent!'],
  [1006, 'reserved never-sent! never-sent!'],
  [1007, 'reserved defined defined'],
  [1008, 'reserved reserved defined'],
  [1009, 'reserved reserved defined'],
  [1010, 'reserved reserved defined'],
  [1011, 'reserved reserved defined'],
  [1012, 'reserved reserved defined'],
  [1014, 'reserved reserved defined'],
  [1015, 'reserved reserved never-sent!'],
  [1016, 'reserved reserved reserved!'],
  [2999, 'reserved reserved reserved!'],
  [3000, 'registered registered registered'],
  [4999, 'private private private'],
  [5000, 'undefined undefined undefined'],
  [65535, 'undefined undefined undefined'],
])('Close code %i is, by dialect, %s.', (code, wanted) => {
  const found = HYBI.map((id) => {
    const dialect = DIALECTS[id];
    return closeCodeClass(code, dialect) + (closeCodeIsFault(code, dialect) ? '!' : '');
  });
  expect(found.join(' ')).toBe(wanted);
});
