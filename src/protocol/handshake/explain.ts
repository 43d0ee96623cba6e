/** Field trees of a request and a response: every byte of the head and of what belongs to it, and what follows from it. */

import type { Direction, Span } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import type { FieldId } from '../model/fields.ts';
import { type FieldNode, type FieldStatus, type FieldValue, fieldNode, withIssues } from '../model/node.ts';
import type { Trailer } from './dialect.ts';
import type { Computed, Facts } from './explain-values.ts';
import { requestFacts, responseFacts } from './explain-values.ts';
import type { ByteRange } from './finding.ts';
import type { Handshake } from './handshake.ts';
import { REQUEST_PATH, RESPONSE_PATH } from './handshake.ts';
import type { Head, HeaderLine, ResponseHead } from './head.ts';
import { latin1 } from './latin1.ts';

/** The tree of the request; null where there is none. */
export function explainRequest(handshake: Handshake): FieldNode | null {
  const { request } = handshake;
  if (!request) return null;
  const { method, target, version } = request.head;
  const facts = requestFacts(request);
  const tree = new Tree({ ...request, direction: 'client-to-server', path: REQUEST_PATH, facts });
  const children = tree.children('request-line', [
    ['method', 'method', method],
    ['target', 'target', target],
    ['http-version', 'http-version', version],
  ]);
  return withIssues(tree.root('request', 0, children), handshake.issues['client-to-server']);
}

/** The tree of the response; null where there is none. */
export function explainResponse(handshake: Handshake): FieldNode | null {
  const { response } = handshake;
  if (!response) return null;
  const facts = responseFacts(handshake, response);
  const { bytes, head } = response;
  const direction = 'server-to-client';
  const tree = new Tree({ ...response, direction, path: RESPONSE_PATH, facts });
  const interim = head.interim.map((before, index) => {
    const path = `${RESPONSE_PATH}/interim/${index}`;
    const part = new Tree({ bytes, head: before, trailer: null, direction, path, facts: NO_FACTS });
    const node = part.root('interim-response', before.lead.start, part.children('status-line', statusParts(before)));
    return { ...node, value: latin1(bytes, before.startLine.start, before.startLine.end) };
  });
  const children = [...interim, ...tree.children('status-line', statusParts(head))];
  return withIssues(tree.root('response', 0, children), handshake.issues[direction]);
}

function statusParts({ version, status, reason }: ResponseHead): Parts {
  return [
    ['http-version', 'http-version', version],
    ['status-code', 'status-code', status],
    ['reason-phrase', 'reason-phrase', reason],
  ];
}

const NO_FACTS: Facts = { header: () => null, trailer: [] };

type Parts = readonly (readonly [
  name: string,
  field: FieldId,
  token: (ByteRange & { readonly text: string }) | null,
])[];

interface Part {
  readonly bytes: Uint8Array;
  readonly head: Head;
  readonly trailer: Trailer | null;
  readonly direction: Direction;
  readonly path: string;
  readonly facts: Facts;
}

/** One head and what belongs to it. */
class Tree {
  readonly #part: Part;
  readonly #path: string;

  constructor(part: Part) {
    this.#part = part;
    this.#path = part.path;
  }

  /** The node over all of it, from byte `start` on. */
  root(field: FieldId, start: number, children: readonly FieldNode[]): FieldNode {
    const { head, trailer } = this.#part;
    const whole = head.complete && trailer?.complete !== false;
    const span = this.#span({ start, end: trailer?.end ?? head.length });
    const status = whole ? 'complete' : 'incomplete';
    return { path: this.#path, field, span, from: [], value: null, status, issues: [], children };
  }

  children(line: FieldId, parts: Parts): FieldNode[] {
    const { head, trailer, facts } = this.#part;
    const children: FieldNode[] = [];
    if (head.lead.end > head.lead.start) children.push(this.#gap(this.#path, 'lead', head.lead));
    if (head.startLineEnd > head.startLine.start) children.push(this.#firstLine(line, parts));
    head.headers.forEach((header, index) => {
      children.push(this.#header(header, index));
    });
    // A lone carriage return where the next line would begin.
    const behind = head.headers.at(-1)?.lineRange.end ?? head.startLineEnd;
    const stop = head.blankLine?.start ?? head.length;
    if (behind < stop) children.push(this.#gap(this.#path, 'rest', { start: behind, end: stop }, 'incomplete'));
    if (head.blankLine) {
      children.push(this.#leaf(this.#path, 'blank-line', 'blank-line', head.blankLine, this.#bytes(head.blankLine)));
    }
    if (trailer && trailer.end > trailer.start) {
      const { field } = trailer;
      const status = trailer.complete ? 'complete' : 'incomplete';
      const computed = this.#computed(`${this.#path}/${field}`, facts.trailer);
      children.push(this.#leaf(this.#path, field, field, trailer, this.#bytes(trailer), status, computed));
    }
    return children;
  }

  #firstLine(field: FieldId, parts: Parts): FieldNode {
    const { head } = this.#part;
    const range = { start: head.startLine.start, end: head.startLineEnd };
    const leaves = parts.flatMap(([name, id, token]) =>
      token ? [this.#leaf(this.#path, name, id, token, token.text)] : [],
    );
    return this.#parent(field, field, range, leaves, head.startLineComplete);
  }

  #header(header: HeaderLine, index: number): FieldNode {
    const own = `header/${index}`;
    const path = `${this.#path}/${own}`;
    const { nameRange, lineRange, name, complete } = header;
    if (name === '') {
      // No colon, or nothing in front of it: one leaf, so that nothing is made up.
      const stump = { start: lineRange.start, end: header.rawRange.end };
      const status = complete ? 'unparsed' : 'incomplete';
      const leaf = this.#leaf(path, 'value', 'unparsed', stump, this.#bytes(stump), status);
      return this.#parent(own, 'header', lineRange, [leaf], complete);
    }
    const facts = this.#part.facts.header(index);
    const range = facts?.range ?? header.valueRange;
    const leaves = [this.#leaf(path, 'name', 'header-name', nameRange, name)];
    if (range.end > range.start) {
      const computed = this.#computed(`${path}/value`, facts?.computed ?? []);
      const status = complete ? 'complete' : 'incomplete';
      const value = facts?.text ?? header.value;
      leaves.push(this.#leaf(path, 'value', facts?.field ?? 'header-value', range, value, status, computed));
    }
    return { ...this.#parent(own, 'header', lineRange, leaves, complete), value: header.value };
  }

  /** A node over `range` whose leaves leave gaps: the bytes between them are delimiters. */
  #parent(name: string, field: FieldId, range: ByteRange, leaves: readonly FieldNode[], complete: boolean): FieldNode {
    const children: FieldNode[] = [];
    const path = `${this.#path}/${name}`;
    let at = range.start;
    const fill = (end: number) => {
      if (end > at) children.push(this.#gap(path, `delimiter/${children.length}`, { start: at, end }));
      at = Math.max(at, end);
    };
    for (const leaf of leaves) {
      fill((leaf.span?.start ?? 0) / 8);
      children.push(leaf);
      at = (leaf.span?.end ?? 0) / 8;
    }
    fill(range.end);
    // The line as one reads it, so that a closed row of the tree still says what it holds.
    const value = latin1(this.#bytes(range)).trimEnd();
    return this.#leaf(this.#path, name, field, range, value, complete ? 'complete' : 'incomplete', children);
  }

  #gap(parent: string, name: string, range: ByteRange, status: FieldStatus = 'complete'): FieldNode {
    return this.#leaf(parent, name, 'delimiter', range, this.#bytes(range), status);
  }

  #leaf(
    parent: string,
    name: string,
    field: FieldId,
    range: ByteRange,
    value: FieldValue,
    status: FieldStatus = 'complete',
    children: readonly FieldNode[] = [],
  ): FieldNode {
    return fieldNode(parent, field, this.#span(range), { name, value, status, children });
  }

  #computed(parent: string, computed: readonly Computed[]): readonly FieldNode[] {
    return computed.map(({ name, field, value, from }) => fieldNode(parent, field, null, { name, value, from }));
  }

  #span({ start, end }: ByteRange): Span {
    return byteSpan(this.#part.direction, start, end - start);
  }

  #bytes({ start, end }: ByteRange): Uint8Array {
    return this.#part.bytes.subarray(start, end);
  }
}
