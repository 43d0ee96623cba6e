import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../protocol/bytes/span.ts';
import { FIELDS } from '../../protocol/model/fields.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import { opcodeName, todaysOpcode } from '../../protocol/model/opcodes.ts';
import { samePlace, useSelection } from '../state/selection.ts';
import { Bytes } from './Bytes.tsx';
import styles from './Explanation.module.css';
import { InReference } from './InReference.tsx';
import { nodeAt } from './linked.ts';
import { issuesIn, leaves, roleOf } from './marks.ts';
import roles from './roles.module.css';
import { SectionLink } from './SectionLink.tsx';
import { excerpt } from './text.ts';
import { headerName, isDraftBit, originOf } from './treeRows.ts';
import { useFormat } from './useFormat.ts';
import { usePlace } from './usePlace.ts';
import { VisibleText } from './VisibleText.tsx';

/** Fetched with its words when the first broken rule shows: what most people see first breaks none. */
const IssueWords = lazy(() => import('./IssueWords.tsx'));

/** What is shown of long values. */
const BYTES = 16;
const CHARACTERS = 160;
/** Of a part that has more wrong with it, the list of problems tells the rest. */
const MOST_ISSUES = 5;

interface ExplanationProps {
  readonly tree: FieldNode | null;
  /** Also explain what the pointer or the focus is on. */
  readonly followHover?: boolean;
  /** With nothing selected, explain the whole, and all that is wrong in it. */
  readonly whole?: boolean;
}

/** What is selected, in words: the field, its value, where it is, what it came from, the rule it breaks. */
export function Explanation({ tree, followHover = false, whole = false }: ExplanationProps) {
  const { t } = useTranslation(['views', 'fields']);
  const selected = useSelection((state) => state.selected);
  const hovered = useSelection((state) => state.hovered);
  const shown = (followHover ? hovered : null) ?? selected;
  const node = nodeAt(tree, shown?.path ?? null);
  const span = shown?.span ?? null;
  return (
    <section className={styles.explanation} aria-label={t('views:explanation.label')}>
      {node ? (
        <OneField tree={tree} node={node} span={span} />
      ) : span && tree ? (
        <SeveralFields tree={tree} span={span} />
      ) : whole && tree ? (
        <OneField tree={tree} node={tree} span={null} issues={issuesIn(tree).slice(0, MOST_ISSUES)} />
      ) : (
        <p className={styles.soft}>{t('views:explanation.nothing')}</p>
      )}
    </section>
  );
}

/** 6 to 15 had no meaning in hybi-01 to -06. */
const RESERVED_IN_DRAFTS = 6;

interface OneFieldProps {
  readonly tree: FieldNode | null;
  readonly node: FieldNode;
  readonly span: Span | null;
  readonly issues?: readonly Issue[];
}

/** Today's number of an opcode, null for any other field. What is reserved needs other words in the drafts. */
function opcodeOf({ field, value }: FieldNode): number | null {
  if (typeof value !== 'number') return null;
  if (FIELDS[field].format === 'opcode') return value;
  const known = FIELDS[field].format === 'draft-opcode' && value < RESERVED_IN_DRAFTS;
  return known ? todaysOpcode(value) : null;
}

function OneField({ tree, node, span, issues = node.issues }: OneFieldProps) {
  const { t } = useTranslation(['views', 'fields', 'opcodes']);
  const place = usePlace();
  const select = useSelection((state) => state.select);
  const hover = useSelection((state) => state.hover);
  const origin = originOf(node);
  const where = span ?? node.span;
  const opcode = opcodeOf(node);
  const draftBit = isDraftBit(tree, node);
  const { section } = FIELDS[draftBit ? 'rsv4' : node.field];
  return (
    <div className={roles[roleOf(node.field)]}>
      <h3 className={styles.head}>
        <span className={styles.name}>{headerName(node) ?? t(`fields:${node.field}.name`)}</span>
        <Value node={node} />
      </h3>
      <p>{t(draftBit ? 'fields:rsv4.others' : `fields:${node.field}.blurb`)}</p>
      {opcode !== null && <p>{t(`opcodes:${opcodeName(opcode)}.blurb`)}</p>}
      <HeaderPurpose tree={tree} node={node} />
      {node.field === 'close-code' && typeof node.value === 'number' && <CloseCode code={node.value} />}
      {node.status === 'incomplete' && <p className={styles.soft}>{t('views:explanation.incomplete')}</p>}
      {origin !== 'wire' && <p className={styles.soft}>{t(`views:explanation.${origin}`)}</p>}
      {issues.length > 0 && (
        <Suspense fallback={null}>
          <IssueWords issues={issues} />
        </Suspense>
      )}
      <p className={styles.foot}>
        {where && <span>{place(where)}</span>}
        {section !== '' && <SectionLink section={section} />}
        <InReference kind="field" id={node.field} name={t(`fields:${node.field}.name`)} />
        {opcode !== null && (
          <InReference kind="opcode" id={opcodeName(opcode)} name={t(`opcodes:${opcodeName(opcode)}.name`)} />
        )}
        {node.field === 'close-code' && typeof node.value === 'number' && (
          <InReference kind="close" id={node.value} name={String(node.value)} />
        )}
      </p>
      {node.from.length > 0 && (
        <p className={styles.foot}>
          <span>{t('views:explanation.from')}</span>
          {node.from.slice(0, 8).map((from) => {
            const selection = { path: null, span: from, view: 'explanation' } as const;
            return (
              <button
                key={`${from.source} ${from.start}`}
                type="button"
                className={styles.from}
                onClick={() => select(selection)}
                onPointerEnter={() => hover(selection)}
                onPointerLeave={() => hover(null)}
                onFocus={() => hover(selection)}
                onBlur={() => hover(null)}
              >
                {place(from)}
              </button>
            );
          })}
          {node.from.length > 8 && <span>{t('views:more', { count: node.from.length - 8 })}</span>}
        </p>
      )}
    </div>
  );
}

/** Bytes as chips, text with its stand-ins apart, all else as in the tree. */
function Value({ node }: { readonly node: FieldNode }) {
  const format = useFormat();
  if (node.value instanceof Uint8Array && node.value.length > 0) {
    return <Bytes bytes={node.value} role={roleOf(node.field)} limit={BYTES} />;
  }
  if (typeof node.value === 'string') {
    return (
      <span className={styles.value}>
        <VisibleText text={excerpt(node.value, CHARACTERS)} />
      </span>
    );
  }
  const value = format(node);
  return value === '' ? null : <bdi className={styles.value}>{value}</bdi>;
}

/** What the header that this field belongs to is for. */
function HeaderPurpose({ tree, node }: Pick<OneFieldProps, 'tree' | 'node'>) {
  const line = /^.*\/header\/\d+(?=\/|$)/.exec(node.path)?.[0];
  const name = line === undefined ? null : nodeAt(tree, `${line}/name`)?.value;
  return typeof name === 'string' ? <Purpose name={name} /> : null;
}

function Purpose({ name }: { readonly name: string }) {
  const { i18n } = useTranslation('codes');
  const key = `codes:headers.${name.toLowerCase()}`;
  return i18n.exists(key) ? (
    <p>
      {i18n.t(key as 'codes:headers.upgrade')} <InReference kind="header" id={name.toLowerCase()} name={name} />
    </p>
  ) : null;
}

function CloseCode({ code }: { readonly code: number }) {
  const { i18n } = useTranslation('codes');
  const key = `codes:closeCodes.${code}.blurb`;
  return i18n.exists(key) ? <p>{i18n.t(key as 'codes:closeCodes.1000.blurb')}</p> : null;
}

/** Bits that are no field's own: the fields they touch, each a way on. */
function SeveralFields({ tree, span }: { readonly tree: FieldNode; readonly span: Span }) {
  const { t } = useTranslation(['views', 'fields']);
  const place = usePlace();
  const select = useSelection((state) => state.select);
  const own = leaves(tree).filter(
    (mark) => mark.span.source === span.source && mark.span.start < span.end && span.start < mark.span.end,
  );
  const same = own.find((mark) =>
    samePlace({ path: null, span: mark.span, view: 'link' }, { path: null, span, view: 'link' }),
  );
  const node = same ? nodeAt(tree, same.path) : null;
  if (node) return <OneField tree={tree} node={node} span={span} />;
  return (
    <div>
      <p className={styles.foot}>{place(span)}</p>
      <p>{t('views:explanation.several')}</p>
      <ul className={styles.several}>
        {own.slice(0, 12).map((mark) => (
          <li key={mark.path} className={roles[roleOf(mark.field)]}>
            <button
              type="button"
              className={styles.from}
              onClick={() => select({ path: mark.path, span: mark.span, view: 'explanation' })}
            >
              {t(`fields:${mark.field}.name`)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
