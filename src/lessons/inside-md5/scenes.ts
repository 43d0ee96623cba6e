import { type Piece, REGISTERS, type RoundScene } from '../../components/hash/scene.ts';
import { chainBefore, emptied, gridOf, setting, type Work } from '../../components/hash/scenes.ts';
import type { BitRow } from '../../components/stage/word.ts';
import { MD5_ROTATIONS, md5WordIndex } from '../../protocol/hash/md5.ts';
import type { LoadStep, Md5Function, Md5Round, Md5Step } from '../../protocol/hash/trace.ts';

export type Md5Work = Work<Md5Step>;

/** What a question leaves out; all that follows from it is not known either. */
export type Asked = 'f' | 'word' | 'rotated';

const NAMES = ['a', 'b', 'c', 'd'] as const;

export function roundScene(work: Md5Work, step: Md5Round, asked?: Asked, column?: number): RoundScene {
  const { block, round: t, roles, before, after, k } = step;
  const made = roles[0];
  const word = asked === 'word';
  const grid = gridOf(work, block, 16, word ? null : k);
  return {
    kind: 'round',
    ...setting(work, 'rounds', { block, done: t + 1 }),
    t,
    grid,
    registers: {
      before,
      after: after.map((value, index) => (asked !== undefined && index === made ? null : value)),
      made,
      names: before.map((_, register) => NAMES[roles.indexOf(register)] ?? ''),
      move: 'stay',
    },
    chain: chainBefore(work, block),
    pieces: pieces(step, asked, column),
    order: { ...orderOf(step), hidden: word },
  };
}

/** The registers take over the chaining value; the work of a step is there, and empty. */
export function loadScene(work: Md5Work, step: LoadStep, next: Md5Round): RoundScene {
  const { block, before, after } = step;
  return {
    kind: 'round',
    ...setting(work, 'rounds', { block, done: 0 }),
    t: null,
    grid: gridOf(work, block, 16, null),
    registers: { before: before.map(() => null), after, made: null, names: [], move: 'none' },
    chain: before,
    pieces: pieces(next, undefined, undefined).map(emptied),
    order: { ...orderOf(next), at: null, hidden: false },
  };
}

/** The sixteen steps of this round as the engine has them: which words, and how far they rotate. */
function orderOf({ round, stage }: Md5Round) {
  const at = round % 16;
  const words = Array.from({ length: 16 }, (_, i) => md5WordIndex(round - at + i));
  return { words, rotations: MD5_ROTATIONS[stage] ?? [], at };
}

function pieces(step: Md5Round, asked: Asked | undefined, column: number | undefined): Piece[] {
  const { fn, k, s, round, terms, sum, rotated, result, roles } = step;
  const [a, f, x, t] = terms;
  const b = step.registers[1];
  const unknown = asked === 'f' || asked === 'word';
  const fValue = asked === 'f' ? 'hidden' : f.value;
  const total = unknown ? null : sum.value;
  const turned = unknown ? null : asked === 'rotated' ? 'hidden' : rotated;
  const rows: readonly BitRow[] = asked === 'f' ? unanswered(step) : [...inputs(step), mixed(step)];
  return [
    { kind: 'bits', id: fn, rows, ...(column !== undefined && { column }) },
    {
      kind: 'sum',
      id: 'sum',
      terms: [
        { symbol: 'a', value: a.value, role: 'plain' },
        { symbol: fn, value: fValue, role: 'control' },
        {
          symbol: asked === 'word' ? 'X[?]' : `X[${k}]`,
          value: asked === 'word' ? 'hidden' : x.value,
          role: 'key',
        },
        { symbol: `T[${round + 1}]`, value: t.value, role: 'plain' },
      ],
      result: { symbol: 'sum', value: total, role: 'plain' },
      dropped: total === null ? null : sum.carry,
    },
    {
      kind: 'bits',
      id: 'rotate',
      rows: [
        { symbol: 'sum', value: total, role: 'plain', turned: { places: s, round: 'leaves' } },
        { symbol: `⋘ ${s}`, value: turned, role: 'plain', turned: { places: s, round: 'came' } },
      ],
    },
    {
      kind: 'sum',
      id: 'last-sum',
      terms: [
        { symbol: `⋘ ${s}`, value: turned, role: 'plain' },
        { symbol: 'b', value: b.value, role: 'plain' },
      ],
      result: {
        symbol: `→ ${REGISTERS[roles[0]]}`,
        value: asked === undefined ? result.value : null,
        role: 'payload',
      },
      dropped: asked === undefined ? result.carry : null,
    },
  ];
}

/** The rows of the function without its result, and without a mark that would give it away. */
function unanswered({ fn, registers }: Md5Round): BitRow[] {
  const [, b, c, d] = registers;
  return [
    { symbol: 'b', value: b.value, role: 'plain' },
    { symbol: 'c', value: c.value, role: 'plain' },
    { symbol: 'd', value: d.value, role: 'plain' },
    { symbol: fn, value: 'hidden', role: 'control' },
  ];
}

/** b, c and d: what chooses, what is chosen, what is flipped. */
function inputs({ fn, registers }: Md5Round): BitRow[] {
  const [, b, c, d] = registers;
  const row = (symbol: string, value: number): BitRow => ({ symbol, value, role: 'plain' });
  const rows = { b: row('b', b.value), c: row('c', c.value), d: row('d', d.value) };
  if (fn === 'F') {
    return [
      { ...rows.b, chosen: { by: b.value, one: 'length', zero: 'mask' } },
      { ...rows.c, role: 'length', marked: b.value },
      { ...rows.d, role: 'mask', marked: ~b.value >>> 0 },
    ];
  }
  if (fn === 'G') {
    return [
      { ...rows.b, role: 'length', marked: d.value },
      { ...rows.c, role: 'mask', marked: ~d.value >>> 0 },
      { ...rows.d, chosen: { by: d.value, one: 'length', zero: 'mask' } },
    ];
  }
  if (fn === 'I') {
    const flips = (b.value | ~d.value) >>> 0;
    return [
      { ...rows.b, marked: b.value },
      { ...rows.c, chosen: { by: flips, one: 'control', zero: 'plain' } },
      { ...rows.d, marked: ~d.value >>> 0 },
    ];
  }
  return [rows.b, rows.c, rows.d];
}

/** What the function gives; where it chose, in the colour of what was chosen. */
function mixed({ fn, registers, terms }: Md5Round): BitRow {
  const [, b, , d] = registers;
  const by: Partial<Record<Md5Function, number>> = { F: b.value, G: d.value };
  const chooser = by[fn];
  const row: BitRow = { symbol: fn, value: terms[1].value, role: 'control' };
  return chooser === undefined ? row : { ...row, chosen: { by: chooser, one: 'length', zero: 'mask' } };
}
