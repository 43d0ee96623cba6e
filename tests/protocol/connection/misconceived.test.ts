import { expect, test } from 'vitest';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import { misconceived } from '../../../src/protocol/connection/misconceived.ts';
import { CLOSE_CODES } from '../../../src/protocol/model/close-codes.ts';
import { DRAFTS } from '../../../src/protocol/model/drafts.ts';
import { FIELDS } from '../../../src/protocol/model/fields.ts';
import { HEADERS } from '../../../src/protocol/model/headers.ts';
import { MISCONCEPTIONS, type MisconceptionId } from '../../../src/protocol/model/misconceptions.ts';
import { opcodeName } from '../../../src/protocol/model/opcodes.ts';
import { RULE_IDS, type RuleId } from '../../../src/protocol/model/rules.ts';
import { randomFrom } from '../handshake/support.ts';

/** What the decoder finds in the bytes; nothing in those that refute a claim. */
const FOUND: Partial<Record<MisconceptionId, readonly RuleId[]>> = {
  'key-division-rounds': ['hixie-key-not-divisible'],
  // The half of the digits that nobody takes for the answer is read as frames.
  'key3-in-a-header': ['challenge-response-mismatch', 'frame-discarded', 'bytes-end-inside-frame'],
  'version-13-or-above': ['version-unsupported'],
  'key-is-decoded': ['accept-mismatch'],
  'old-headers-needed': ['fossil-header'],
  'all-subprotocols-back': ['subprotocol-not-offered'],
  'rsv-ignored': ['rsv-nonzero'],
  'length-edges-65525': ['length-not-minimal', 'bytes-end-inside-frame'],
  // The payload of a frame that calls itself empty, read as frames.
  'length-65536-fits': ['length-not-minimal', 'rsv-nonzero', 'reserved-opcode', 'bytes-end-inside-frame'],
  'length-equals-126': ['length-not-minimal'],
  'server-masks': ['masked-server-frame'],
  'tls-needs-no-mask': ['unmasked-client-frame'],
  'pongs-do-not-matter': ['pong-unsolicited'],
};

const IDS = {
  field: Object.keys(FIELDS),
  opcode: Array.from({ length: 16 }, (_, opcode) => opcodeName(opcode)),
  rule: RULE_IDS,
  draft: DRAFTS,
  header: HEADERS.map(({ id }) => id),
  close: CLOSE_CODES.map(({ code }) => String(code)),
};

function read(id: MisconceptionId) {
  const { items, assumptions } = misconceived(id, randomFrom(7));
  const connection = new Connection(assumptions, true);
  for (const { direction, bytes } of items) connection.push(direction, bytes);
  connection.end();
  return connection;
}

test.each(MISCONCEPTIONS)('what $id is about is in the engine', ({ about }) => {
  for (const thing of about) {
    const [kind = '', id = ''] = thing.split('/');
    expect(IDS[kind as keyof typeof IDS], thing).toContain(id);
  }
});

test.each(MISCONCEPTIONS)('the decoder finds in the bytes of $id what is wrong there, and nothing else', ({ id }) => {
  const rules = new Set(
    read(id)
      .issues()
      .list.map(({ rule }) => rule),
  );
  expect([...rules]).toEqual(FOUND[id] ?? []);
});

test.each(MISCONCEPTIONS)('the bytes of $id show what it is most of all about', ({ id, about: [first] }) => {
  const { items, at, assumptions } = misconceived(id, randomFrom(7));
  expect(items[at]).toBeDefined();
  expect(misconceived(id, randomFrom(7))).toEqual({ items, at, assumptions });
  const [kind, name] = first.split('/');
  if (kind === 'rule')
    expect(
      read(id)
        .issues()
        .list.map(({ rule }) => rule),
    ).toContain(name);
  if (kind === 'header')
    expect(
      Buffer.from(items[at]?.bytes ?? [])
        .toString('latin1')
        .toLowerCase(),
    ).toContain(`${name}:`);
});
