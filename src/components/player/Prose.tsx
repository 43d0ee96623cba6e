import {
  type ComponentProps,
  type ComponentType,
  createContext,
  createElement,
  Fragment,
  isValidElement,
  type ReactNode,
  useContext,
} from 'react';
import type { ProseModule } from '../lesson/course.ts';
import type { Step } from '../lesson/lesson.ts';
import type { Value } from '../lesson/value.ts';
import roles from '../views/roles.module.css';
import { VisibleText } from '../views/VisibleText.tsx';
import styles from './Prose.module.css';

/** What of a text is wanted. */
export type Part =
  | 'title'
  | 'body'
  | 'picture'
  | 'notes'
  | 'ask'
  | 'onward'
  | { readonly answer: string }
  | { readonly option: string };

const Context = createContext<{ readonly step: Step; readonly part: Part } | null>(null);

interface ProseProps {
  readonly prose: ProseModule;
  readonly step: Step;
  readonly part: Part;
}

/** One part of the text of a step, with the step's values in it. */
export function Prose({ prose, step, part }: ProseProps) {
  const { default: Content } = prose;
  return (
    <Context value={{ step, part }}>
      <Content components={COMPONENTS} />
    </Context>
  );
}

function useProse() {
  const context = useContext(Context);
  if (context === null) throw new Error('a part of the prose outside of it');
  return context;
}

function valueIn(step: Step, name: string): Value {
  const { [name]: value } = step.values as Readonly<Record<string, Value>>;
  if (value === undefined) throw new Error(`step ${step.id} has no value ${name}`);
  return value;
}

/** The text of another step draws nothing, and is not even made: see `recmaLazy` in scripts/build/prose.ts. */
function StepText({ id, content }: { readonly id: string; readonly content: () => ReactNode }) {
  const { step, part } = useProse();
  if (id !== step.text) return null;
  const made = content();
  const children: readonly ReactNode[] = Array.isArray(made) ? made : [made];
  // One by one, because they have no keys: they stand where the author wrote them.
  return createElement(Fragment, null, ...children.filter((child) => belongs(child, part)));
}

/** Line ends between the parts belong to none of them. */
function belongs(child: ReactNode, part: Part): boolean {
  if (!isValidElement<{ id?: string }>(child)) return part === 'body' && child !== '\n';
  if (part === 'body') return !PARTS.has(child.type);
  if (typeof part === 'string') return child.type === BY_PART[part];
  const [wanted, of] = 'answer' in part ? [Answer, part.answer] : [Option, part.option];
  return child.type === wanted && child.props.id === of;
}

interface Inner {
  readonly children?: ReactNode;
}

const Title = ({ children }: Inner) => children;
const Picture = ({ children }: Inner) => children;
const Notes = ({ children }: Inner) => children;
const Ask = ({ children }: Inner) => children;
const Onward = ({ children }: Inner) => children;
const Answer = ({ children }: Inner & { readonly id: string }) => children;
const Option = ({ children }: Inner & { readonly id: string }) => children;

const BY_PART = { title: Title, picture: Picture, notes: Notes, ask: Ask, onward: Onward } as const;
const PARTS = new Set<unknown>([...Object.values(BY_PART), Answer, Option]);

/** A value as it stands in a sentence or on a button. */
export function ValueView({ value }: { readonly value: Value }) {
  if (typeof value === 'number') return <span className={styles.number}>{value}</span>;
  if (value.face === 'words') return <bdi>{value.text}</bdi>;
  return (
    <code className={`${styles.value} ${roles[value.role]}`}>
      <VisibleText text={value.text} />
    </code>
  );
}

function ValueOf({ of }: { readonly of: string }) {
  const { step } = useProse();
  return <ValueView value={valueIn(step, of)} />;
}

function Count({ of, one, other }: { readonly of: string; readonly one: string; readonly other: string }) {
  const { step } = useProse();
  const value = valueIn(step, of);
  const number = Number(typeof value === 'number' ? value : value.text);
  return (
    <>
      <ValueView value={value} /> {number === 1 ? one : other}
    </>
  );
}

/** Places of this site open here, others beside it. */
function Anchor({ href, children }: ComponentProps<'a'>) {
  if (href?.startsWith('#')) return <a href={href}>{children}</a>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

const COMPONENTS = {
  Step: StepText,
  Value: ValueOf,
  Count,
  h1: Title,
  Picture,
  Notes,
  Ask,
  Answer,
  Option,
  Onward,
  a: Anchor,
} as Record<string, ComponentType<ComponentProps<never>>>;
