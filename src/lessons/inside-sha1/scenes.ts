import type { ExpandScene, Piece, RoundScene } from '../../components/hash/scene.ts';
import { chainBefore, emptied, gridOf, setting, type Work } from '../../components/hash/scenes.ts';
import type { BitRow, NamedWord } from '../../components/stage/word.ts';
import type { ExpandWordStep, LoadStep, Sha1Round, Sha1Step } from '../../protocol/hash/trace.ts';

export type Sha1Work = Work<Sha1Step>;

/** What a question leaves out; all that follows from it is not known either. */
export type Asked = 'f' | 'rotated' | 'moves';

/** How far back the four words lie that a word is made from (RFC 3174 §6.1). */
const BACK = [3, 8, 14, 16] as const;

/** `asked`: the oldest of the four words. */
export function expandScene(work: Sha1Work, step: ExpandWordStep, asked = false): ExpandScene {
  const { block, t, terms, xor, word } = step;
  const parents = BACK.map((back) => t - back);
  const shown = asked ? parents.slice(0, 3) : parents;
  const rows: BitRow[] = terms.map(({ value }, index) => {
    const hidden = asked && index === 3;
    return {
      symbol: hidden ? 'W[?]' : `W[${parents[index]}]`,
      value: hidden ? 'hidden' : value,
      role: 'key',
      ...(index > 0 && { operator: '⊕' }),
    };
  });
  return {
    kind: 'expand',
    ...setting(work, 'words', { block, done: t + 1 }),
    grid: { ...gridOf(work, block, asked ? t : t + 1, t), parents: shown, hidden: asked },
    t,
    word: asked ? null : word,
    parents: asked ? [...shown, 'hidden'] : parents,
    pieces: [
      {
        kind: 'bits',
        id: 'xor',
        rows: [...rows, { symbol: 'x', operator: '=', value: asked ? null : xor, role: 'control' }],
      },
      {
        kind: 'bits',
        id: 'rotate',
        rows: [
          { symbol: 'x', value: asked ? null : xor, role: 'control', turned: { places: 1, round: 'leaves' } },
          {
            symbol: 'x ⋘ 1',
            value: asked ? null : word,
            role: 'payload',
            turned: { places: 1, round: 'came' },
          },
        ],
      },
    ],
  };
}

export function roundScene(work: Sha1Work, step: Sha1Round, asked?: Asked, column?: number): RoundScene {
  const { block, round: t, before, after } = step;
  return {
    kind: 'round',
    ...setting(work, 'rounds', { block, done: t + 1 }),
    t,
    grid: gridOf(work, block, 80, t),
    registers: {
      before,
      after: after.map((value, index) =>
        asked === 'moves' ? 'hidden' : asked !== undefined && index === 0 ? null : value,
      ),
      made: asked === 'moves' ? null : 0,
      names: [],
      move: asked === 'moves' ? 'none' : 'along',
    },
    chain: chainBefore(work, block),
    pieces: pieces(step, asked, column),
    order: null,
  };
}

/** The registers take over the chaining value; the work of a round is there, and empty. */
export function loadScene(work: Sha1Work, step: LoadStep, next: Sha1Round): RoundScene {
  const { block, before, after } = step;
  return {
    kind: 'round',
    ...setting(work, 'rounds', { block, done: 0 }),
    t: null,
    grid: gridOf(work, block, 80, null),
    registers: { before: before.map(() => null), after, made: null, names: [], move: 'none' },
    chain: before,
    pieces: pieces(next).map(emptied),
    order: null,
  };
}

function pieces(step: Sha1Round, asked?: Asked, column?: number): Piece[] {
  const { fn, round: t, registers, terms, temp, rotl30 } = step;
  const [a, b] = registers;
  const [rotl5, f, e, w, k] = terms;
  const fValue = asked === 'f' ? 'hidden' : f.value;
  const turned = asked === 'rotated' ? 'hidden' : rotl5.value;
  const open = asked === 'f' || asked === 'rotated';
  const plain = (symbol: string, value: NamedWord['value']): NamedWord => ({ symbol, value, role: 'plain' });
  return [
    {
      kind: 'bits',
      id: fn,
      rows: asked === 'f' ? unanswered(step) : [...inputs(step), mixed(step)],
      ...(column !== undefined && { column }),
    },
    {
      kind: 'bits',
      id: 'two-rotations',
      rows: [
        { ...plain('A', a.value), turned: { places: 5, round: 'leaves' } },
        { ...plain('A ⋘ 5', turned), turned: { places: 5, round: 'came' } },
        { ...plain('B', b.value), turned: { places: -2, round: 'leaves' } },
        // 30 to the left is 2 to the right, and that is easier to see.
        { ...plain('B ⋘ 30', asked === 'moves' ? null : rotl30), turned: { places: -2, round: 'came' } },
      ],
    },
    {
      kind: 'sum',
      id: 'sum',
      terms: [
        plain('A ⋘ 5', turned),
        { symbol: fn, value: fValue, role: 'control' },
        plain('E', e.value),
        { symbol: `W[${t}]`, value: w.value, role: 'key' },
        plain(`K[${t}]`, k.value),
      ],
      result: { symbol: '→ A', value: open ? null : temp.value, role: 'payload' },
      dropped: open ? null : temp.carry,
    },
  ];
}

/** The rows of the function without its result, and without a mark that would give it away. */
function unanswered({ fn, registers }: Sha1Round): BitRow[] {
  const [, b, c, d] = registers;
  return [
    { symbol: 'B', value: b.value, role: 'plain' },
    { symbol: 'C', value: c.value, role: 'plain' },
    { symbol: 'D', value: d.value, role: 'plain' },
    { symbol: fn, value: 'hidden', role: 'control' },
  ];
}

/** B, C and D: what chooses, what is chosen, what agrees. */
function inputs({ fn, registers, terms }: Sha1Round): BitRow[] {
  const [, b, c, d] = registers;
  const row = (symbol: string, value: number): BitRow => ({ symbol, value, role: 'plain' });
  if (fn === 'Ch') {
    return [
      { ...row('B', b.value), chosen: { by: b.value, one: 'length', zero: 'mask' } },
      { ...row('C', c.value), role: 'length', marked: b.value },
      { ...row('D', d.value), role: 'mask', marked: ~b.value >>> 0 },
    ];
  }
  const rows = [row('B', b.value), row('C', c.value), row('D', d.value)];
  if (fn === 'Parity') return rows;
  // Those that vote with the majority count.
  return rows.map((one, index) => ({ ...one, marked: ~((registers[index + 1]?.value ?? 0) ^ terms[1].value) >>> 0 }));
}

/** What the function gives; where it chose, in the colour of what was chosen. */
function mixed({ fn, registers, terms }: Sha1Round): BitRow {
  const row: BitRow = { symbol: fn, value: terms[1].value, role: 'control' };
  return fn === 'Ch' ? { ...row, chosen: { by: registers[1].value, one: 'length', zero: 'mask' } } : row;
}
