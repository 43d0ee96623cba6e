/** Field trees of a request and a response: every byte of the head and of what belongs to it, and what follows from it. */

import type { Direction, Span } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import type { FieldId } from '../model/fields.ts';
import type { Issue } from '../model/issue.ts';
import type { FieldNode, FieldStatus, FieldValue } from '../model/node.ts';
import type { RequestReading, ResponseReading } from './dialect.ts';
import type { Computed, Facts } from './explain-values.ts';
import { requestFacts, responseFacts } from './explain-values.ts';
import type { ByteRange } from './finding.ts';
import type { Handshake } from './handshake.ts';
import { REQUEST_PATH, RESPONSE_PATH } from './handshake.ts';
import type { HeaderLine } from './head.ts';
import { latin1 } from './latin1.ts';

/** The tree of the request; null where there is none. */
export function explainRequest(handshake: Handshake): FieldNode | null {
  const { request } = handshake;
  if (!request) return null;
  const { method, target, version } = request.head;
  const facts = requestFacts(request);
  const tree = new Tree(request, 'client-to-server', REQUEST_PATH, facts);
  return tree.build('request', 'request-line', handshake.issues['client-to-server'], [
    ['method', 'method', method],
    ['target', 'target', target],
    ['http-version', 'http-version', version],
  ]);
}

/** The tree of the response; null where there is none. */
export function explainResponse(handshake: Handshake): FieldNode | null {
  const { response } = handshake;
  if (!response) return null;
  const { version, status, reason } = response.head;
  const facts = responseFacts(handshake, response);
  const tree = new Tree(response, 'server-to-client', RESPONSE_PATH, facts);
  return tree.build('response', 'status-line', handshake.issues['server-to-client'], [
    ['http-version', 'http-version', version],
    ['status-code', 'status-code', status],
    ['reason-phrase', 'reason-phrase', reason],
  ]);
}

type Parts = readonly (readonly [
  name: string,
  field: FieldId,
  token: (ByteRange & { readonly text: string }) | null,
])[];

class Tree {
  readonly #reading: RequestReading | ResponseReading;
  readonly #direction: Direction;
  readonly #path: string;
  readonly #facts: Facts;

  constructor(reading: RequestReading | ResponseReading, direction: Direction, path: string, facts: Facts) {
    this.#reading = reading;
    this.#direction = direction;
    this.#path = path;
    this.#facts = facts;
  }

  build(field: FieldId, line: FieldId, issues: readonly Issue[], parts: Parts): FieldNode {
    const { head, trailer, length } = this.#reading;
    const children: FieldNode[] = [];
    if (head.lead.end > 0) children.push(this.#gap(`${this.#path}/lead`, head.lead));
    if (head.startLineEnd > head.startLine.start) children.push(this.#firstLine(line, parts));
    head.headers.forEach((header, index) => {
      children.push(this.#header(header, index));
    });
    // A lone carriage return where the next line would begin.
    const behind = head.headers.at(-1)?.lineRange.end ?? head.startLineEnd;
    const stop = head.blankLine?.start ?? head.length;
    if (behind < stop) children.push(this.#gap(`${this.#path}/rest`, { start: behind, end: stop }, 'incomplete'));
    if (head.blankLine)
      children.push(this.#leaf(`${this.#path}/blank-line`, 'blank-line', head.blankLine, this.#bytes(head.blankLine)));
    if (trailer && trailer.end > trailer.start) {
      const path = `${this.#path}/${trailer.field}`;
      const status = trailer.complete ? 'complete' : 'incomplete';
      const computed = this.#computed(path, this.#facts.trailer);
      children.push(this.#leaf(path, trailer.field, trailer, this.#bytes(trailer), status, computed));
    }
    const whole = head.complete && trailer?.complete !== false;
    const root: FieldNode = {
      path: this.#path,
      field,
      span: byteSpan(this.#direction, 0, length),
      from: [],
      value: null,
      status: whole ? 'complete' : 'incomplete',
      issues: [],
      children,
    };
    return withIssues(root, issues);
  }

  #firstLine(field: FieldId, parts: Parts): FieldNode {
    const { head } = this.#reading;
    const range = { start: head.startLine.start, end: head.startLineEnd };
    const path = `${this.#path}/${field}`;
    const leaves = parts.flatMap(([name, id, token]) =>
      token ? [this.#leaf(`${this.#path}/${name}`, id, token, token.text)] : [],
    );
    return this.#parent(path, field, range, leaves, head.startLineComplete);
  }

  #header(header: HeaderLine, index: number): FieldNode {
    const path = `${this.#path}/header/${index}`;
    const { nameRange, lineRange, name, complete } = header;
    if (name === '') {
      // No colon, or nothing in front of it: one leaf, so that nothing is made up.
      const stump = { start: lineRange.start, end: header.rawRange.end };
      const leaf = this.#leaf(
        `${path}/value`,
        'unparsed',
        stump,
        this.#bytes(stump),
        complete ? 'unparsed' : 'incomplete',
      );
      return this.#parent(path, 'header', lineRange, [leaf], complete);
    }
    const facts = this.#facts.header(index);
    const range = facts?.range ?? header.valueRange;
    const leaves = [this.#leaf(`${path}/name`, 'header-name', nameRange, name)];
    if (range.end > range.start) {
      const at = `${path}/value`;
      const computed = this.#computed(at, facts?.computed ?? []);
      const status = complete ? 'complete' : 'incomplete';
      leaves.push(this.#leaf(at, facts?.field ?? 'header-value', range, facts?.text ?? header.value, status, computed));
    }
    return { ...this.#parent(path, 'header', lineRange, leaves, complete), value: header.value };
  }

  /** A node over `range` whose leaves leave gaps: the bytes between them are delimiters. */
  #parent(path: string, field: FieldId, range: ByteRange, leaves: readonly FieldNode[], complete: boolean): FieldNode {
    const children: FieldNode[] = [];
    let at = range.start;
    const fill = (end: number) => {
      if (end > at) children.push(this.#gap(`${path}/delimiter/${children.length}`, { start: at, end }));
      at = Math.max(at, end);
    };
    for (const leaf of leaves) {
      fill((leaf.span?.start ?? 0) / 8);
      children.push(leaf);
      at = (leaf.span?.end ?? 0) / 8;
    }
    fill(range.end);
    const status = complete ? 'complete' : 'incomplete';
    // The line as one reads it, so that a closed row of the tree still says what it holds.
    const value = latin1(this.#bytes(range)).trimEnd();
    return { path, field, span: this.#span(range), from: [], value, status, issues: [], children };
  }

  #gap(path: string, range: ByteRange, status: FieldStatus = 'complete'): FieldNode {
    return this.#leaf(path, 'delimiter', range, this.#bytes(range), status);
  }

  #leaf(
    path: string,
    field: FieldId,
    range: ByteRange,
    value: FieldValue,
    status: FieldStatus = 'complete',
    children: readonly FieldNode[] = [],
  ): FieldNode {
    return { path, field, span: this.#span(range), from: [], value, status, issues: [], children };
  }

  #computed(parent: string, computed: readonly Computed[]): readonly FieldNode[] {
    return computed.map(({ name, field, value, from }) => ({
      path: `${parent}/${name}`,
      field,
      span: null,
      from,
      value,
      status: 'complete',
      issues: [],
      children: [],
    }));
  }

  #span({ start, end }: ByteRange): Span {
    return byteSpan(this.#direction, start, end - start);
  }

  #bytes({ start, end }: ByteRange): Uint8Array {
    return this.#reading.bytes.subarray(start, end);
  }
}

/** The tree with each issue at the deepest node that holds all of its span. Children are in order of place. */
function withIssues(node: FieldNode, issues: readonly Issue[]): FieldNode {
  if (issues.length === 0) return node;
  const own: Issue[] = [];
  const below = new Map<number, Issue[]>();
  for (const issue of issues) {
    const index = childAt(node.children, issue.span);
    if (index < 0) own.push(issue);
    else below.set(index, [...(below.get(index) ?? []), issue]);
  }
  const children = node.children.map((child, index) => withIssues(child, below.get(index) ?? []));
  return { ...node, issues: own, children };
}

/** Index of the child that holds all of `span`, or -1. Computed children, which have no place, come last or not at all. */
function childAt(children: readonly FieldNode[], span: Span): number {
  if (span.start === span.end) return -1;
  let low = 0;
  let high = children.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((children[middle]?.span?.start ?? Infinity) <= span.start) low = middle;
    else high = middle - 1;
  }
  const place = children[low]?.span;
  return place && place.start <= span.start && span.end <= place.end ? low : -1;
}
