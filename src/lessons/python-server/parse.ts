/** `parse_frame`: the statements of `server.py` that take the engine's steps, and the variables they set. */

import type { LengthForm } from '../../protocol/frame/length.ts';
import { type ParseResult, type ParseStep, traceParse } from '../../protocol/frame/parse-trace.ts';
import type { RuleId } from '../../protocol/model/rules.ts';
import { ProtocolError } from './errors.ts';
import { PARSE_FRAME as AT, MAX_MESSAGE, raisedBy } from './lines.ts';
import type { PyValue } from './python.ts';
import type { Call } from './recorder.ts';

/** A part of the call that makes one step of the lesson. */
export type Stage =
  | 'fin'
  | 'opcode'
  | 'rules-1'
  | 'mask'
  | 'rules-2'
  | 'length'
  | 'extended'
  | 'enough'
  | 'key'
  | 'payload'
  | 'unmask'
  | 'frame';

/** The call has come to the end of a stage. */
export interface Reached {
  readonly stage: Stage;
  readonly steps: readonly ParseStep[];
  /** All variables so far. */
  readonly vars: Readonly<Record<string, PyValue>>;
  readonly form: LengthForm;
  /** The stage after it; null at the end, where there is a result. */
  readonly next: Stage | null;
  readonly result: ParseResult | null;
  readonly error: ProtocolError | null;
}

interface Statement {
  readonly stage: Stage;
  readonly lines: readonly number[];
  readonly vars?: Readonly<Record<string, PyValue>>;
  /** What follows in the same breath where bytes are missing: `return None`. */
  readonly none?: number;
}

/** A whole call, stage by stage. A broken rule raises, once the last stage has been told. */
export function parseFrame(call: Call, data: Uint8Array, reach: (reached: Reached) => void): ParseResult {
  const trace = traceParse(data, MAX_MESSAGE);
  const { result } = trace;
  let form: LengthForm = 7;
  let vars: Record<string, PyValue> = { data, limit: MAX_MESSAGE };
  let steps: ParseStep[] = [];
  for (let i = 0; i < trace.stepCount; i += 1) {
    const step = trace.step(i) as ParseStep;
    if (step.kind === 'form') form = step.form;
    const { stage, lines, vars: set, none } = statementOf(step, form);
    steps.push(step);
    for (const line of lines) call.at(line);
    if (set) {
      call.set(set);
      vars = { ...vars, ...set };
    }
    const after = trace.step(i + 1);
    const next = after && statementOf(after, after.kind === 'form' ? after.form : form).stage;
    if (next === stage) continue;
    const told = { stage, steps, vars, form, next };
    steps = [];
    if (next !== null) reach({ ...told, result: null, error: null });
    else {
      if (result.kind === 'incomplete') call.at(none as number);
      const error = result.kind === 'broken' ? errorAt(lines[0] as number, vars, result.rule) : null;
      reach({ ...told, result, error });
      if (error) throw error;
    }
  }
  return result;
}

function errorAt(line: number, vars: Readonly<Record<string, PyValue>>, rule: RuleId): ProtocolError {
  const { code, reason } = raisedBy(line, vars);
  return new ProtocolError(code, reason, rule);
}

/** Where each rule is checked, by the form of the length where it matters. */
function ruleOf(rule: RuleId, form: LengthForm): readonly [stage: Stage, line: number] {
  switch (rule) {
    case 'rsv-nonzero':
      return ['rules-1', AT.ruleRsv];
    case 'reserved-opcode':
      return ['rules-1', AT.ruleOpcode];
    case 'control-fragmented':
      return ['rules-1', AT.rulePieces];
    case 'unmasked-client-frame':
      return ['rules-2', AT.ruleMasked];
    case 'control-too-long':
      return ['rules-2', AT.ruleLong];
    case 'length-msb-set':
      return ['extended', AT.ruleTop];
    case 'length-not-minimal':
      return ['extended', form === 16 ? AT.ruleShort16 : AT.ruleShort64];
    default:
      return ['enough', AT.ruleLimit];
  }
}

function statementOf(step: ParseStep, form: LengthForm): Statement {
  switch (step.kind) {
    case 'need': {
      if (step.phase === 'first-byte') return { stage: 'fin', lines: [AT.need1], none: AT.none1 };
      if (step.phase === 'second-byte') return { stage: 'mask', lines: [AT.need2], none: AT.none2 };
      if (step.phase === 'payload') return { stage: 'enough', lines: [AT.needEnd], none: AT.noneEnd };
      if (form === 16) return { stage: 'extended', lines: [AT.need4], none: AT.none4 };
      return { stage: 'extended', lines: [AT.need10], none: AT.none10 };
    }
    case 'rule': {
      const [stage, line] = ruleOf(step.rule, form);
      return { stage, lines: [line] };
    }
    case 'fin':
      return { stage: 'fin', lines: [AT.fin], vars: { fin: step.value } };
    case 'rsv':
      return { stage: 'opcode', lines: [AT.rsv], vars: { rsv: step.value } };
    case 'opcode':
      return { stage: 'opcode', lines: [AT.opcode], vars: { opcode: step.value } };
    case 'mask':
      return { stage: 'mask', lines: [AT.masked], vars: { masked: step.value } };
    case 'seven':
      return { stage: 'mask', lines: [AT.length], vars: { length: step.value } };
    case 'form': {
      const tests = step.form === 16 ? [AT.if126] : [AT.if126, AT.elif127];
      return { stage: 'length', lines: [AT.start2, ...tests], vars: { start: 2 } };
    }
    case 'length':
      return { stage: 'extended', lines: [form === 16 ? AT.length16 : AT.length64], vars: { length: step.value } };
    case 'key-at':
      return { stage: 'extended', lines: [form === 16 ? AT.start4 : AT.start10], vars: { start: step.value } };
    case 'frame-end':
      return { stage: 'enough', lines: [AT.end], vars: { end: step.value } };
    case 'key':
      return { stage: 'key', lines: [AT.key], vars: { key: step.value } };
    case 'masked':
      return { stage: 'payload', lines: [AT.cut], vars: { payload: step.value } };
    case 'payload':
      return { stage: 'unmask', lines: [AT.unmask], vars: { payload: step.value } };
    case 'done':
      return { stage: 'frame', lines: [AT.frame] };
  }
}
