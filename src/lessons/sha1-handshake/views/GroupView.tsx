import { useLabel } from '../../../components/lesson/labels.ts';
import { Regroup } from '../../../components/stage/Regroup.tsx';
import type { Cell, State } from '../../../components/stage/types.ts';
import { base64Letter } from '../../../protocol/bytes/base64.ts';
import { hexByte } from '../../../protocol/bytes/hex.ts';
import type { Group } from '../groups.ts';
import { labels } from '../labels.ts';
import type { Focus, Scene } from '../scene.ts';
import styles from './GroupView.module.css';

type GroupFocus = Extract<Focus, { kind: 'group' }>;

const GROUP_BYTES = 3;
const SIXES = [0, 1, 2, 3];
const TABLE_COLUMNS = 16;
const ROLE = 'key';

/** Three bytes, their 24 bits, four sixes of them, and the table that says which characters these are. */
export function GroupView({ focus, now }: { readonly focus: GroupFocus; readonly now: Scene['now'] }) {
  const label = useLabel(labels);
  const { group, show } = focus;
  const into = now === 'accept' ? 'accept' : 'key';
  const blank = show === 'table';
  const first = group.index * GROUP_BYTES + 1;
  const bytes = blank ? [] : group.bytes;
  const above = Array.from({ length: GROUP_BYTES }, (_, i): Cell => {
    const byte = bytes[i];
    const id = `${into}-byte-${first - 1 + i}`;
    if (byte === undefined) return { id, text: '', state: 'empty', role: ROLE };
    const from = `${into === 'accept' ? 'digest' : 'nonce'}-${first - 1 + i}`;
    return {
      id,
      from,
      text: hexByte(byte),
      role: ROLE,
      state: show === 'letters' ? 'done' : 'current',
    };
  });
  const below = SIXES.map((slot): Cell => slotCell(focus, slot, into, captionOf));
  // Only the six bits before the `=` hold some that were put in.
  function captionOf(slot: number, value: number | null): string {
    if (value === null) return label('fills-up');
    const last = slot === group.bytes.length && group.zeroBits > 0;
    return last ? label(group.spare ? 'stray' : 'filler', { value }) : String(value);
  }
  const last = first + group.bytes.length - 1;
  return (
    <div className={styles.view}>
      <Regroup
        label={label('group-bits')}
        bits={blank ? new Array(24).fill(null) : bitsOf(group, show !== 'bits')}
        real={group.bytes.length * 8}
        role={ROLE}
        above={8}
        below={6}
        aboveLabel={first === last ? label('group-byte', { first }) : label('group-bytes', { first, last })}
        aboveCells={above}
        belowLabel={label('group-letters')}
        belowCells={below}
      />
      <Table lit={show === 'letters' ? group.slots.map(({ value }) => value) : []} />
    </div>
  );
}

function slotCell(
  { group, show, hidden }: GroupFocus,
  slot: number,
  into: string,
  captionOf: (slot: number, value: number | null) => string,
): Cell {
  const id = `${into}-slot-${group.index * 4 + slot}`;
  const { character, value } = group.slots[slot] ?? { character: '', value: null };
  const numbers = show === 'cut' || show === 'letters';
  const caption = numbers ? captionOf(slot, value) : '\u00a0';
  const state: State = show === 'letters' ? 'current' : slot === hidden ? 'hidden' : 'empty';
  return { id, text: character, role: ROLE, state, caption };
}

/** 24 places: the bits of the bytes, those that fill up once the row is cut, and nothing. */
function bitsOf({ bytes, zeroBits, spare }: Group, cut: boolean): readonly (0 | 1 | null)[] {
  const digits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const all = digits + (cut && zeroBits > 0 ? spare.toString(2).padStart(zeroBits, '0') : '');
  return Array.from({ length: 24 }, (_, i) => (i < all.length ? (all[i] === '1' ? 1 : 0) : null));
}

/** The 64 characters, 16 in a row. */
function Table({ lit }: { readonly lit: readonly (number | null)[] }) {
  const label = useLabel(labels);
  return (
    <table className={styles.table}>
      <caption>{label('table')}</caption>
      <tbody>
        {[0, 1, 2, 3].map((row) => (
          <tr key={row}>
            <th scope="row">{row * TABLE_COLUMNS}</th>
            {Array.from({ length: TABLE_COLUMNS }, (_, column) => {
              const value = row * TABLE_COLUMNS + column;
              return (
                <td key={value} data-lit={lit.includes(value) || undefined}>
                  {base64Letter(value)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
