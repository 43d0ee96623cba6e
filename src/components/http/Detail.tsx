import { Cells } from '../stage/Cells.tsx';
import { Notice } from '../stage/Notice.tsx';
import { Part } from '../stage/Part.tsx';
import type { Size } from '../stage/types.ts';
import { useRuleWords } from '../views/useRuleWords.ts';
import { VisibleText } from '../views/VisibleText.tsx';
import styles from './Detail.module.css';
import type { ByteRow, Fact, Detail as Looked, Values, Verdict } from './detail.ts';

/** Words of a lesson's labels. */
export type LabelOf<Label extends string> = (id: Label, values?: Values) => string;

interface DetailProps<Label extends string> {
  readonly detail: Looked<Label>;
  readonly label: LabelOf<Label>;
}

/** The close look under the two heads: bytes, facts, a verdict. */
export function Detail<Label extends string>({ detail, label }: DetailProps<Label>) {
  const { caption, values, rows = [], facts = [], verdict } = detail;
  const name = label(caption, values);
  return (
    <Part label={name}>
      {rows.length > 0 && <Rows caption={name} rows={rows} label={label} />}
      {facts.length > 0 && <Facts facts={facts} label={label} />}
      {verdict && <Judged verdict={verdict} label={label} />}
    </Part>
  );
}

interface RowsProps<Label extends string> {
  readonly caption: string;
  readonly rows: readonly ByteRow<Label>[];
  readonly label: LabelOf<Label>;
}

function Rows<Label extends string>({ caption, rows, label }: RowsProps<Label>) {
  return (
    <div className={styles.rows} data-named={rows.some(({ name }) => name !== undefined) ? '' : undefined}>
      {rows.map(({ name, cells, groups }, i) => (
        <div key={name ?? i} className={styles.row}>
          {name !== undefined && <span className={styles.name}>{label(name)}</span>}
          <Cells
            label={name === undefined ? caption : `${caption}: ${label(name)}`}
            cells={cells}
            size={sizeOf(rows)}
            groups={groups?.map((group) => ({ ...group, label: label(group.label) }))}
          />
        </div>
      ))}
    </div>
  );
}

/** A frame of a few bytes fills the line that a header would; rows that are compared stay under one another. */
function sizeOf(rows: readonly ByteRow<string>[]): Size {
  const count = rows[0]?.cells.length ?? 0;
  return rows.length > 1 || count > 16 ? 'small' : count > 12 ? 'medium' : 'large';
}

interface FactsProps<Label extends string> {
  readonly facts: readonly Fact<Label>[];
  readonly label: LabelOf<Label>;
}

function Facts<Label extends string>({ facts, label }: FactsProps<Label>) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, text, label: words, values }) => (
        <div key={name} className={styles.fact}>
          <dt>{label(name)}</dt>
          {words === undefined ? (
            <dd data-face="bytes">
              <VisibleText text={text ?? ''} />
            </dd>
          ) : (
            <dd>{label(words, values)}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

interface JudgedProps<Label extends string> {
  readonly verdict: Verdict<Label>;
  readonly label: LabelOf<Label>;
}

/** A broken rule in the words of the rule catalogue, or words of the lesson. */
function Judged<Label extends string>({ verdict, label }: JudgedProps<Label>) {
  const rule = useRuleWords();
  const { kind, fault, label: words, values } = verdict;
  if (!fault) return <Notice kind={kind}>{words !== undefined && label(words, values)}</Notice>;
  return (
    <Notice kind={kind}>
      <div className={styles.verdict}>
        <strong>{rule(fault, 'title')}</strong>
        <span>{rule(fault, 'says')}</span>
      </div>
    </Notice>
  );
}
