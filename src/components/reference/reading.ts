import type { Span } from '../../protocol/bytes/span.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import { type FieldNode, walk } from '../../protocol/model/node.ts';
import { type Conversation, conversationOf, type Item } from '../build/conversation.ts';
import { type ItemReading, itemReading, readingOf } from '../build/selectors.ts';
import { DARK, type Lights, lit } from '../views/linked.ts';
import { type Example, exampleOf, type Target } from './examples.ts';
import { keyOf, type PageId } from './kinds.ts';

/** An example as the engine reads it, and where in it the thing of the page is. */
export interface ReadExample {
  readonly conversation: Conversation;
  readonly at: number;
  readonly item: ItemReading;
  /** What is lit; null where nothing is. */
  readonly node: FieldNode | null;
  readonly span: Span | null;
  readonly issue: Issue | null;
  readonly lights: Lights;
  /** Where each item begins in its direction, by its id. */
  readonly offsets: ReadonlyMap<number, number>;
}

const known = new Map<string, ReadExample | null>();

/** Worked out when first wanted; the same object for the same page. */
export function readExampleOf(page: PageId): ReadExample | null {
  const key = keyOf(page);
  const found = known.get(key);
  if (found !== undefined) return found;
  const example = exampleOf(page);
  const read = example && readExample(example);
  known.set(key, read);
  return read;
}

function readExample({ items, assumptions, at, target }: Example): ReadExample {
  const conversation = conversationOf(items, assumptions);
  const item = itemReading(conversation, conversation.items[at] as Item);
  const { node, span, issue } = find(item, target);
  const selection = node || span ? { path: node?.path ?? null, span, view: 'link' as const } : null;
  const lights = selection ? lit(selection, item.tree, item.sources) : DARK;
  return { conversation, at, item, node, span, issue, lights, offsets: readingOf(conversation).offsets };
}

interface Found {
  readonly node: FieldNode | null;
  readonly span: Span | null;
  readonly issue: Issue | null;
}

function find({ tree, issues }: ItemReading, target: Target): Found {
  const nodes = tree ? [...walk(tree)] : [];
  switch (target.is) {
    case 'field': {
      const node = nodes.find(({ field }) => field === target.field) ?? null;
      return { node, span: node?.span ?? null, issue: null };
    }
    case 'header': {
      const name = nodes.find(
        ({ field, value }) => field === 'header-name' && String(value).toLowerCase() === target.name,
      );
      const line = nodes.find(({ path }) => name !== undefined && path === name.path.replace(/\/name$/, ''));
      return { node: line ?? null, span: line?.span ?? null, issue: null };
    }
    case 'issue': {
      const issue = issues.find(({ rule }) => rule === target.rule) ?? null;
      const node = issue && (nodes.find((one) => one.issues.includes(issue)) ?? null);
      return { node, span: issue?.span ?? null, issue };
    }
    case 'nothing':
      return { node: null, span: null, issue: null };
  }
}
