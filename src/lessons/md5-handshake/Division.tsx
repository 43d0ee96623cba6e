import { Formula, type FormulaValue } from '../../components/stage/Formula.tsx';
import type { ColourRole } from '../../protocol/model/fields.ts';
import styles from './Stage.module.css';
import type { Figure } from './scene.ts';

/** A figure, its identity on the stage, what stands under it, and its colour. */
type Operand = readonly [figure: Figure, id: string, caption: string, role: ColourRole];

interface DivisionProps {
  readonly operands: readonly [Operand, Operand, Operand];
  /** Between the operands. */
  readonly signs?: readonly [string, string];
}

/** Three numbers and what is done with them. Ten digits have room from the start, so that nothing moves when they come. */
export function Division({ operands, signs = ['÷', '='] }: DivisionProps) {
  const [first, second, third] = operands.map(
    ([{ text, state }, id, caption, role]): FormulaValue => ({ id, value: text, state, caption, role }),
  ) as [FormulaValue, FormulaValue, FormulaValue];
  return (
    <div className={styles.formula}>
      <Formula size="medium" parts={[first, { operator: signs[0] }, second, { operator: signs[1] }, third]} />
    </div>
  );
}
