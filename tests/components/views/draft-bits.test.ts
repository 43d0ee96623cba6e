import { expect, test } from 'vitest';
import { treeOf } from '../../../src/components/decode/selectors.ts';
import { isDraftBit } from '../../../src/components/views/treeRows.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import { DIALECT_IDS, DIALECTS, type DialectId } from '../../../src/protocol/model/drafts.ts';
import { walk } from '../../../src/protocol/model/node.ts';

function draftBits(dialect: DialectId) {
  const connection = new Connection({ direction: 'server-to-client', dialect }, true);
  connection.push('server-to-client', Uint8Array.of(0x44, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f));
  connection.end();
  const tree = treeOf(connection, connection.part(0));
  if (tree === null) throw new Error('no tree');
  return [...walk(tree)].filter((node) => isDraftBit(tree, node)).map(({ field }) => field);
}

test('RSV1 to RSV3 are not those of permessage-deflate in the frames that have four such bits', () => {
  for (const id of DIALECT_IDS) {
    const early = ['hybi-01', 'hybi-04', 'hybi-05'].includes(DIALECTS[id].framing);
    expect(draftBits(id), id).toEqual(early ? ['rsv1', 'rsv2', 'rsv3'] : []);
  }
  expect(isDraftBit(null, { field: 'rsv1' } as never)).toBe(false);
});
