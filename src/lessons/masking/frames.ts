/** Frames as cells. */

import type { Cell, State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { encodeFrame, type FrameParts } from '../../protocol/frame/encode.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import type { FrameLine, Group, Said } from './scene.ts';

/** Bytes of a frame with a length of seven bits that come before the key. */
export const START = 2;
/** Longer frames are drawn in small cells. */
export const MOST_NAMED = 12;
const KEY = 4;

const ROLES: readonly ColourRole[] = ['control', 'length'];

interface FrameLook {
  readonly id: string;
  readonly name: Said;
  readonly side: 'client' | 'server';
  readonly parts: FrameParts;
  /** By offset in the frame; default: all is known. */
  readonly state?: (offset: number) => State;
  /** Names under the parts of the frame. */
  readonly named?: boolean;
  readonly note?: FrameLine['note'];
}

/** A frame of at most 125 bytes of payload. */
export function frameLine({ id, name, side, parts, state = () => 'done', named = false, note }: FrameLook): FrameLine {
  const frame = encodeFrame(parts);
  const masked = parts.maskingKey !== null;
  const header = START + (masked ? KEY : 0);
  const cells: Cell[] = Array.from(frame, (byte, offset) => ({
    id: `${id}${offset}`,
    text: hexByte(byte),
    role: offset < header ? (ROLES[offset] ?? 'mask') : 'payload',
    state: state(offset),
  }));
  const line: FrameLine = { id, name, side, cells, ...(note && { note }) };
  return named ? { ...line, groups: groupsOf(frame.length, header, masked) } : line;
}

function groupsOf(length: number, header: number, masked: boolean): readonly Group[] {
  const groups: Group[] = [{ first: 0, count: START, label: 'group-start', role: 'control' }];
  if (masked) groups.push({ first: START, count: KEY, label: 'group-key', role: 'mask' });
  const label = masked ? 'group-masked' : 'group-payload';
  if (length > header) groups.push({ first: header, count: length - header, label, role: 'payload' });
  return groups;
}
