import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIRECTIONS } from '../../../src/protocol/bytes/span.ts';
import { connect } from '../../../src/protocol/connection/connect.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import { exportConnection } from '../../../src/protocol/connection/export.ts';
import { type FieldNode, walk } from '../../../src/protocol/model/node.ts';
import { FRAME_RULES, RULES } from '../../../src/protocol/model/rules.ts';
import { bytesOf, load, wireOf } from '../vectors.ts';

/** Real streams, so that mutations reach past the first bytes. */
const seeds = [
  ...load('frames.json').map(wireOf),
  ...load<{ hex?: string }>('accept.json').flatMap(({ hex }) => (hex ? [bytesOf(hex)] : [])),
  ...load<{ hex?: string }>('hixie.json').flatMap(({ hex }) => (hex ? [bytesOf(hex)] : [])),
].filter((bytes) => bytes.length < 2000);

const mutated = fc
  .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat(), fc.nat())
  .map(([seed, changes, from, length]) => {
    const bytes = Uint8Array.from(seed);
    for (const [at, value] of changes) bytes[at % Math.max(1, bytes.length)] = value;
    const start = from % 3 === 0 ? from % (bytes.length + 1) : 0;
    return length % 3 === 0 ? bytes.subarray(start, start + (length % (bytes.length + 1))) : bytes.subarray(start);
  });

const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated);

function leaves(node: FieldNode): FieldNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leaves);
}

describe('any bytes at all', { timeout: 60_000 }, () => {
  test('never throw, and every part can be explained', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (client, server) => {
        const connection = connect([
          { direction: 'client-to-server', bytes: client },
          { direction: 'server-to-client', bytes: server },
        ]);
        exportConnection(connection);
        for (let row = 0; row < connection.partCount; row += 1) {
          const part = connection.part(row);
          expect(connection.explain(part.path)?.path).toBe(part.path);
          expect(connection.rowOf(part.path)).toBe(row);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('are tiled by the leaves of the parts: no byte is lost, none is told twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DIRECTIONS), anyBytes, (direction, bytes) => {
        const connection = connect([{ direction, bytes }]);
        const spans: (readonly [number, number])[] = [];
        for (let row = 0; row < connection.partCount; row += 1) {
          const tree = connection.explain(connection.part(row).path);
          if (!tree) continue;
          const wire = [...walk(tree)].filter(({ span }) => span?.source === direction);
          const inner = new Set(wire.filter((node) => node.children.some(({ span }) => span?.source === direction)));
          for (const node of wire) if (!inner.has(node) && node.span) spans.push([node.span.start, node.span.end]);
        }
        const used = spans.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0]);
        let at = 0;
        for (const [start, end] of used) {
          expect(start).toBe(at);
          at = end;
        }
        expect(at).toBe(bytes.length * 8);
      }),
      { numRuns: 1000 },
    );
  });

  test('give trees with unique paths, children inside their parents, and issues inside the bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DIRECTIONS), anyBytes, (direction, bytes) => {
        const connection = connect([{ direction, bytes }]);
        for (let row = 0; row < connection.partCount; row += 1) {
          const tree = connection.explain(connection.part(row).path);
          if (!tree) continue;
          const paths = [...walk(tree)].map(({ path }) => path);
          expect(new Set(paths).size).toBe(paths.length);
          for (const node of walk(tree)) {
            for (const { span } of node.children) {
              if (!span || !node.span || span.source !== node.span.source) continue;
              expect(span.start).toBeGreaterThanOrEqual(node.span.start);
              expect(span.end).toBeLessThanOrEqual(node.span.end);
            }
          }
          expect(leaves(tree).length).toBeGreaterThan(0);
        }
        const { list, total } = connection.issues();
        expect(total).toBe(list.length);
        for (const issue of list) {
          expect(issue.offset).toBeGreaterThanOrEqual(0);
          expect(issue.offset).toBeLessThanOrEqual(bytes.length);
          expect(connection.rowOf(issue.part)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('give the same result in any pieces, in any order of directions', () => {
    fc.assert(
      fc.property(
        anyBytes,
        anyBytes,
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 40 }))),
        (client, server, cuts) => {
          const whole = connect([
            { direction: 'client-to-server', bytes: client },
            { direction: 'server-to-client', bytes: server },
          ]);
          const pieces = new Connection();
          let a = 0;
          let b = 0;
          for (const [first, size] of cuts) {
            if (first) {
              pieces.push('client-to-server', client.subarray(a, a + size));
              a += size;
            } else {
              pieces.push('server-to-client', server.subarray(b, b + size));
              b += size;
            }
            void pieces.partCount;
          }
          pieces.push('server-to-client', server.subarray(b));
          pieces.push('client-to-server', client.subarray(a));
          pieces.end();
          expect(exportConnection(pieces)).toEqual(exportConnection(whole));
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('the frame rules fit the issue word and the catalogue is whole', () => {
  expect(FRAME_RULES.length).toBeLessThanOrEqual(32);
  for (const [id, rule] of Object.entries(RULES)) {
    expect(rule.id).toBe(id);
    expect(rule.section).toMatch(/^((RFC \d{4}|draft-hixie-7[56]) §\d|draft-hybi-04$)/);
  }
});
